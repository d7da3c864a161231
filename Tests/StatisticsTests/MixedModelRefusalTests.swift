import Statistics
import Testing

/// Marks that cannot carry a mixed model, each with its reason.
struct MixedModelRefusalTests {
    private static func columns(
        _ rows: [(Int32, Int32, Double)], weights: [Double]? = nil, judges: Int? = nil
    ) -> MarkColumns {
        MarkColumns(
            submissions: rows.map(\.0), judges: rows.map(\.1), values: rows.map(\.2),
            weights: weights, submissionCount: Int(rows.map(\.0).max() ?? 0) + 1,
            judgeCount: judges ?? Int(rows.map(\.1).max() ?? 0) + 1)
    }

    private static let sound: [(Int32, Int32, Double)] = [
        (0, 0, 1), (0, 1, 2), (1, 0, 3), (1, 1, 9), (2, 0, 4), (2, 1, 4),
    ]

    static let refused: [(String, MarkColumns, ModelRefusal)] = [
        (
            "one judge", columns([(0, 0, 1), (1, 0, 2), (2, 0, 5), (3, 0, 7)]),
            .tooFewLevels(submissions: 4, judges: 1)
        ),
        (
            "one submission", columns([(0, 0, 1), (0, 1, 2), (0, 2, 5), (0, 3, 7)]),
            .tooFewLevels(submissions: 1, judges: 4)
        ),
        (
            "three marks", columns([(0, 0, 1), (0, 1, 2), (1, 1, 5)]),
            .tooFewMarks(found: 3, needed: 4)
        ),
        ("equal marks", columns(sound.map { ($0.0, $0.1, 7) }), .allEqual),
        (
            "a mark that is no number",
            columns(sound.map { ($0.0, $0.1, $0.2 == 9 ? .nan : $0.2) }),
            .notANumber(at: 3)
        ),
        ("a weight of 0", columns(sound, weights: [1, 1, 1, 1, 0, 1]), .notANumber(at: 4)),
        (
            "submissions with one mark each",
            columns([(0, 0, 1), (1, 0, 2), (2, 1, 5), (3, 1, 7), (4, 0, 3)]),
            .submissionsMarkedOnce
        ),
        (
            "judges with one mark each",
            columns([(0, 0, 1), (0, 1, 2), (1, 2, 5), (1, 3, 7), (0, 4, 3)]), .judgesMarkedOnce
        ),
        (
            "no more marks than effects",
            columns([(0, 0, 1), (0, 1, 2), (1, 1, 5), (1, 2, 7), (2, 2, 3)]), .nothingLeftOver
        ),
        (
            "marks without chance",
            columns((0..<5).flatMap { one in (0..<3).map { (one, $0, Double(7 * one - 2 * $0)) } }),
            .nothingLeftOver
        ),
    ]

    @Test(arguments: refused)
    func `marks that cannot carry the model are refused`(
        name: String, marks: MarkColumns, refusal: ModelRefusal
    ) {
        #expect(throws: refusal) { try MixedModel(marks) }
    }

    @Test func `more judges and submissions than memory has room for are refused`() {
        let marks = MarkColumns(
            submissions: [0, 0, 1, 1], judges: [0, 1, 0, 1], values: [1, 2, 3, 5],
            submissionCount: 9_000, judgeCount: 9_000)
        #expect(throws: ModelRefusal.tooLarge(levels: 9_000, limit: MixedModel.levelLimit)) {
            try MixedModel(marks)
        }
    }
}
