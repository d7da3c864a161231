import Statistics
import Testing

/// Marks that cannot carry a Rasch model, each with its reason.
struct RaschRefusalTests {
    private static func ratings(
        _ rows: [(Int32, Int32, Int32, Int32)], top: Int = 2,
        thresholds: RatingColumns.Thresholds = .common
    ) -> RatingColumns {
        RatingColumns(
            submissions: rows.map(\.0), judges: rows.map(\.1), criteria: rows.map(\.2),
            categories: rows.map(\.3),
            highest: [Int](repeating: top, count: Int(rows.map(\.2).max() ?? 0) + 1),
            submissionCount: Int(rows.map(\.0).max() ?? 0) + 1,
            judgeCount: Int(rows.map(\.1).max() ?? 0) + 1, thresholds: thresholds)
    }

    private static let island: [(Int32, Int32, Int32, Int32)] = [
        (0, 0, 0, 0), (0, 1, 0, 1), (1, 0, 0, 2), (1, 1, 0, 1), (2, 0, 0, 1), (2, 1, 0, 2),
        (3, 0, 0, 1), (3, 1, 0, 0),
    ]

    static let refused: [(String, RatingColumns, RaschRefusal)] = [
        (
            "a category above the highest", ratings([(0, 0, 0, 1), (1, 0, 0, 3)]),
            .outOfRange(at: 1)
        ),
        (
            "lowest and highest marks alone", ratings([(0, 0, 0, 0), (0, 1, 0, 0), (1, 0, 0, 2)]),
            .allExtreme
        ),
        (
            "a category that is never used", ratings(island, top: 3),
            .categoryUnused(3, criterion: nil)
        ),
        (
            "islands",
            ratings(island + island.map { ($0.0 + 4, $0.1 + 2, $0.2, $0.3) }), .islands(2)
        ),
        (
            "a criterion of one judge alone",
            ratings(
                island.map { ($0.0, 0, 0, $0.3) } + island.map { ($0.0, 1, 1, $0.3) }),
            .notToldApart
        ),
    ]

    @Test(arguments: refused)
    func `marks that cannot carry the model are refused`(
        name: String, ratings: RatingColumns, refusal: RaschRefusal
    ) {
        #expect(throws: refusal) { try RaschModel(ratings) }
    }
}
