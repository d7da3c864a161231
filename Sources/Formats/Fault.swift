/// A fault in a file that a person wrote, told so that they can put it right: where, what, the rule
/// that it breaks, and what to do.
public struct Fault: Error, Sendable, Hashable {
    /// How much a fault weighs.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// The value, the record or the file cannot be used.
        case error
        /// It was read, and is probably not what was meant.
        case warning
        /// It was read, after a habit of other programs was put right.
        case note
    }

    /// The path of the file, as it was given.
    public var file: String
    /// The line, counted from 1 as editors do; nothing where the fault is the whole file's.
    public var line: Int?
    /// The column, counted in characters from 1; nothing where it is not known.
    public var column: Int?
    public var severity: Severity
    /// What is wrong, quoting the value found.
    public var problem: Phrase
    /// The rule that it breaks; may be empty.
    public var rule: Phrase
    /// What to do about it; may be empty.
    public var remedy: Phrase

    public init(
        file: String, line: Int? = nil, column: Int? = nil, severity: Severity = .error,
        problem: Phrase, rule: Phrase = .none, remedy: Phrase = .none
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.severity = severity
        self.problem = problem
        self.rule = rule
        self.remedy = remedy
    }
}

extension Fault {
    /// `file:line:column: error: problem; rule. remedy.`, which editors and CI turn into a link; in
    /// Chinese `file:line:column: 错误: 问题；规则。办法。`.
    ///
    /// What does not show in a quoted value is written out, so that no value can forge a message.
    public func description(in language: Language) -> String {
        let isChinese = language == .chinese
        let place = [file.shown(limit: 500), line.map(String.init), line == nil ? nil : columnText]
        var text = place.compactMap(\.self).joined(separator: ":")
        text += ": \(severity.name[language]): "
        text += clean(problem[language])
        if !rule[language].isEmpty { text += (isChinese ? "；" : "; ") + clean(rule[language]) }
        text += isChinese ? "。" : "."
        guard !remedy[language].isEmpty else { return text }
        return text + (isChinese ? "" : " ") + clean(remedy[language]) + (isChinese ? "。" : ".")
    }

    private var columnText: String? { column.map(String.init) }

    private func clean(_ text: String) -> String { text.shown(limit: 1_000) }
}

extension Fault: CustomStringConvertible {
    /// The fault in English.
    public var description: String { description(in: .english) }
}

extension Fault.Severity {
    /// The word that stands in a message.
    public var name: Phrase {
        switch self {
        case .error: Phrase("error", "错误")
        case .warning: Phrase("warning", "警告")
        case .note: Phrase("note", "提示")
        }
    }
}

extension Fault: Comparable {
    /// The order in which faults are told: by file, then line and column; the same whatever order
    /// they were found in.
    public static func < (left: Fault, right: Fault) -> Bool {
        if left.file != right.file { return left.file.precedesByCodePoint(right.file) }
        let (leftLine, rightLine) = (left.line ?? 0, right.line ?? 0)
        if leftLine != rightLine { return leftLine < rightLine }
        let (leftColumn, rightColumn) = (left.column ?? 0, right.column ?? 0)
        if leftColumn != rightColumn { return leftColumn < rightColumn }
        return left.problem.english.precedesByCodePoint(right.problem.english)
    }
}
