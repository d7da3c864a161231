/// The faults found in one or more files: the first 1,000 are kept, the rest counted.
public struct FaultList: Error, Sendable, Hashable {
    /// Faults that are kept in full.
    public static let maximumKept = 1_000

    private var kept: [Fault] = []

    /// Kept faults that are errors.
    private var keptErrors = 0

    /// Faults that were found beyond those kept.
    public private(set) var omitted = 0

    /// Whether any fault, kept or not, is an error.
    public private(set) var hasErrors = false

    public init() {}

    public init(_ fault: Fault) {
        append(fault)
    }

    public init(_ faults: some Sequence<Fault>) {
        for fault in faults { append(fault) }
    }

    /// Adds a fault. An error takes the place of a kept note or warning when the list is full.
    ///
    /// - Complexity: O(1); O(1,000) for an error that takes another's place.
    public mutating func append(_ fault: Fault) {
        let isError = fault.severity == .error
        hasErrors = hasErrors || isError
        if kept.count < Self.maximumKept {
            kept.append(fault)
        } else {
            omitted += 1
            guard isError, keptErrors < kept.count,
                let weaker = kept.lastIndex(where: { $0.severity != .error })
            else { return }
            kept[weaker] = fault
        }
        keptErrors += isError ? 1 : 0
    }

    /// Adds all faults of another list, its omitted ones too.
    public mutating func append(contentsOf other: FaultList) {
        for fault in other.kept { append(fault) }
        omitted += other.omitted
        hasErrors = hasErrors || other.hasErrors
    }

    public mutating func append(contentsOf faults: some Sequence<Fault>) {
        for fault in faults { append(fault) }
    }

    /// The kept faults, by file, line and column.
    ///
    /// - Complexity: O(*n* log *n*).
    public var faults: [Fault] { kept.sorted() }

    /// All faults found, kept or not.
    public var count: Int { kept.count + omitted }

    public var isEmpty: Bool { kept.isEmpty }

    /// Throws the list if there is an error in it.
    public func check() throws(FaultList) {
        if hasErrors { throw self }
    }
}

extension FaultList {
    /// A line for each kept fault, and a last one that counts the rest.
    public func lines(in language: Language) -> [String] {
        var lines = faults.map { $0.description(in: language) }
        if omitted > 0 { lines.append(Phrase.andMore(omitted)[language]) }
        return lines
    }
}

extension FaultList: CustomStringConvertible {
    /// All lines in English.
    public var description: String { lines(in: .english).joined(separator: "\n") }
}

extension Phrase {
    static func andMore(_ count: Int) -> Phrase {
        Phrase(
            "and \(count) more; put the first ones right, then check again",
            "另有 \(count) 处未列出；请先改正以上各处，再重新检查")
    }
}
