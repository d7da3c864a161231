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
    /// The place in a workbook, told instead of line and column; nothing for other files.
    public var place: SheetPlace?
    public var severity: Severity
    /// What is wrong, quoting the value found.
    public var problem: Phrase
    /// The rule that it breaks; may be empty.
    public var rule: Phrase
    /// What to do about it; may be empty.
    public var remedy: Phrase

    public init(
        file: String, line: Int? = nil, column: Int? = nil, severity: Severity = .error,
        problem: Phrase, rule: Phrase = .none, remedy: Phrase = .none, place: SheetPlace? = nil
    ) {
        self.file = file
        self.line = place?.row ?? line
        self.column = place?.column ?? column
        self.place = place
        self.severity = severity
        self.problem = problem
        self.rule = rule
        self.remedy = remedy
    }
}

extension Fault {
    /// `file:line:column: error: problem; rule. remedy.`, which editors and CI turn into a link; in
    /// Chinese `file:line:column: 错误: 问题；规则。办法。`. In a workbook
    /// `scores.xlsx: sheet 评分, cell F12 (创新性): error: …`.
    ///
    /// What does not show in a quoted value is written out, so that no value can forge a message.
    public func description(in language: Language) -> String {
        let isChinese = language == .chinese
        var text = location(in: language)
        text += ": \(severity.name[language]): "
        text += clean(problem[language])
        if !rule[language].isEmpty { text += (isChinese ? "；" : "; ") + clean(rule[language]) }
        text += isChinese ? "。" : "."
        guard !remedy[language].isEmpty else { return text }
        return text + (isChinese ? "" : " ") + clean(remedy[language]) + (isChinese ? "。" : ".")
    }

    /// The file and where in it.
    public func location(in language: Language) -> String {
        let name = file.shown(limit: 500)
        if let place { return name + ": " + place.phrase[language] }
        let numbers = [line, line == nil ? nil : column].compactMap(\.self).map(String.init)
        return ([name] + numbers).joined(separator: ":")
    }

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
    /// The order in which faults are told: by file, then sheet, line and column; the same whatever
    /// order they were found in.
    public static func < (left: Fault, right: Fault) -> Bool {
        if left.file != right.file { return left.file.precedesByCodePoint(right.file) }
        let (leftSheet, rightSheet) = (left.place?.sheet ?? "", right.place?.sheet ?? "")
        if leftSheet != rightSheet { return leftSheet.precedesByCodePoint(rightSheet) }
        let (leftLine, rightLine) = (left.line ?? 0, right.line ?? 0)
        if leftLine != rightLine { return leftLine < rightLine }
        let (leftColumn, rightColumn) = (left.column ?? 0, right.column ?? 0)
        if leftColumn != rightColumn { return leftColumn < rightColumn }
        return left.problem.english.precedesByCodePoint(right.problem.english)
    }
}
