import Contests
import Formats

/// A sheet as a file writes it, nothing looked up and nothing checked.
struct RawSheet: Sendable {
    var stage: String
    var judge: String
    var submission: String
    var line: Int
    /// Where in a workbook it stands; none in other files.
    var place: SheetPlace?
    /// The rubric's hash as the file states it; none where it states none.
    var rubric: String?
    var check: String?
    var confidence = ""
    /// Why the judge steps back; none where the judge does not.
    var recusal: String?
    var cells: [Cell] = []

    /// One criterion's mark as a file writes it.
    struct Cell: Sendable, Hashable {
        var criterion: String
        var value: String
        var comment: String
        var line: Int
        /// Where in a workbook the mark and the comment stand; none in other files.
        var place: SheetPlace?
        var commentPlace: SheetPlace?
        /// What a workbook says that the mark is.
        var kind = SheetCellKind.text
        /// Whether `value` are ticked boxes, also where it is empty.
        var isTicks = false

        /// Whether the judge wrote nothing into it.
        var isEmpty: Bool { value.isEmpty && comment.isEmpty && !isTicks }

        /// Whether two cells say the same, wherever they stand.
        func says(_ other: Cell) -> Bool { value == other.value && comment == other.comment }
    }

    /// Whether the judge wrote nothing into it.
    var isEmpty: Bool {
        recusal == nil && cells.allSatisfy(\.isEmpty)
    }
}

/// A file of sheets as it was read.
struct RawFile: Sendable {
    var source: SourceFile
    var sheets: [RawSheet] = []
    var faults = FaultList()
}
