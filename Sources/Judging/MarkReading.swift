import Contests
import Formats
import Numbers

/// Reads the mark on one criterion, and tells what is wrong with it.
struct MarkReading {
    private let cell: RawSheet.Cell
    private let criterion: Criterion
    private(set) var problems: [SheetProblem] = []

    init(_ cell: RawSheet.Cell, _ criterion: Criterion) {
        self.cell = cell
        self.criterion = criterion
    }

    /// The mark; none where nothing was given or something is wrong.
    mutating func mark() -> Mark? {
        if criterion.kind == .text { return textMark() }
        guard !cell.value.isEmpty || cell.isTicks else {
            // A comment without a mark is kept, and is no mark.
            return Mark(criterion: criterion.id, value: .text, comment: cell.comment)
        }
        if cell.kind == .date || cell.kind == .failure {
            problems.append(
                cell.kind == .date
                    ? .date(cell.value, criterion.id) : .failure(cell.value, criterion.id))
            return nil
        }
        let folded = cell.value.foldedForLookup
        if Self.notApplicable.contains(folded) { return notApplicableMark() }
        switch criterion.kind {
        case .judgement(let scale), .bonus(let scale), .deduction(let scale):
            return scaleMark(scale)
        case .measurement: return number().map { finished($0) }
        case .checklist(let boxes): return checklistMark(boxes)
        case .gate: return gateMark(folded)
        case .text: return textMark()
        }
    }

    private static let notApplicable: Set<String> = ["na", "n/a", "不适用"]
    private static let passed: Set<String> = [
        "pass", "passed", "yes", "y", "true", "1", "通过", "合格", "是",
    ]
    private static let failed: Set<String> = [
        "fail", "failed", "no", "n", "false", "0", "不通过", "未通过", "不合格", "否",
    ]

    private func textMark() -> Mark? {
        let text = [cell.value, cell.comment].filter { !$0.isEmpty }.joined(separator: "\n")
        return text.isEmpty ? nil : Mark(criterion: criterion.id, value: .text, comment: text)
    }

    private mutating func notApplicableMark() -> Mark? {
        if criterion.notApplicable == .refused {
            problems.append(.notApplicableRefused(criterion.id))
            return nil
        }
        return Mark(criterion: criterion.id, value: .notApplicable, comment: cell.comment)
    }

    /// A mark of points, once the rule about comments is met.
    private mutating func finished(_ points: Points, ticks: [String] = []) -> Mark {
        if cell.comment.isEmpty, criterion.comment.requiresComment(for: points) {
            problems.append(.commentMissing(criterion.id, points, criterion.comment))
        }
        return Mark(
            criterion: criterion.id, value: .points(points), comment: cell.comment, ticks: ticks)
    }

    private mutating func number() -> Points? {
        // The common case first: most marks are plain decimals.
        if let points = try? Points(parsing: cell.value) {
            let isText = cell.place != nil && cell.kind == .text
            if isText { problems.append(.storedAsText(cell.value, criterion.id)) }
            return points
        }
        guard let number = SpreadsheetHabits.normalisedNumber(cell.value) else {
            problems.append(.notANumber(cell.value, criterion.id))
            return nil
        }
        guard let points = try? Points(parsing: number.text) else {
            problems.append(.tooPrecise(cell.value, criterion.id))
            return nil
        }
        problems.append(.habits(cell.value, criterion.id, points, number.habits))
        return points
    }

    private mutating func scaleMark(_ scale: Scale) -> Mark? {
        guard let points = number() else { return nil }
        if points < scale.minimum || points > scale.maximum {
            problems.append(.offScale(points, criterion.id, scale))
            return nil
        }
        if !points.isOnStep(scale.step, from: scale.minimum) {
            problems.append(.offStep(points, criterion.id, scale))
            return nil
        }
        return finished(points)
    }

    private mutating func gateMark(_ folded: String) -> Mark? {
        if Self.passed.contains(folded) { return finished(Points(millionths: 1_000_000)) }
        if Self.failed.contains(folded) { return finished(.zero) }
        problems.append(.notAGate(cell.value, criterion.id))
        return nil
    }

    private mutating func checklistMark(_ boxes: [ChecklistBox]) -> Mark? {
        let marks: Set<Character> = [" ", ";", "；", ",", "，", "、", "\n", "\t", "\u{3000}"]
        let words = cell.value.split { marks.contains($0) }.map(String.init)
        // A box may be called 0; else 0 says that none was ticked.
        let isNone = words == ["0"] && !boxes.contains { $0.id == "0" }
        var sum: Int64 = 0
        var ticks: [String] = []
        let wanted = Set(isNone ? [] : words)
        for box in boxes where wanted.contains(box.id) {
            ticks.append(box.id)
            sum += box.points.millionths
        }
        let unknown = words.filter { word in !isNone && !boxes.contains { $0.id == word } }
        for word in unknown {
            problems.append(.unknownBox(word, criterion.id, known: boxes.map(\.id)))
        }
        guard unknown.isEmpty else { return nil }
        return finished(Points(millionths: sum), ticks: ticks)
    }
}
