extension JudgeKind {
    /// The kind of judge that is no person.
    public static let program: JudgeKind = "program"
}

extension Judge {
    /// Whether the judge is a program, which is said wherever the judge is named.
    public var isProgram: Bool { kind == .program }
}
