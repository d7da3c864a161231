import Computing
import Statistics
import TestSupport
import Testing

/// What other methods of scoring would change.
struct MethodReportTests {
    /// Rows of submissions, columns of judges; none where a judge did not mark.
    private static func marks(_ rows: [[Double?]]) -> MarkColumns {
        var columns: ([Int32], [Int32], [Double]) = ([], [], [])
        for (submission, row) in rows.enumerated() {
            for (judge, mark) in row.enumerated() {
                guard let mark else { continue }
                columns.0.append(Int32(submission))
                columns.1.append(Int32(judge))
                columns.2.append(mark)
            }
        }
        return MarkColumns(
            submissions: columns.0, judges: columns.1, values: columns.2,
            submissionCount: rows.count, judgeCount: rows.map(\.count).max() ?? 0)
    }

    /// One judge likes the third submission far more than the others do.
    private static let panel: [[Double?]] = [
        [80, 81, 82, 83], [78, 79, 80, 79], [70, 72, 71, 100], [75, 74, 77, 72],
    ]

    @Test func `scores as the methods are defined`() throws {
        let marks = Self.marks(Self.panel)
        #expect(try ScoringMethod.mean.scores(marks) == [81.5, 79, 78.25, 74.5])
        #expect(try ScoringMethod.trimmedMean.scores(marks) == [81.5, 79, 71.5, 74.5])
        #expect(try ScoringMethod.median.scores(marks) == [81.5, 79, 71.5, 74.5])
        // A crossed panel's T-scores, with each judge's mean and deviation from the definition.
        let scores = try ScoringMethod.standardScore.scores(marks).compactMap { $0 }
        #expect(abs(scores.reduce(0, +) - 200) < 1e-10)
        // The first judge: mean 75.75, sum of squares 56.75; the first mark is 4.25 above.
        let alone = try ScoringMethod.standardScore.scores(Self.marks(Self.panel.map { [$0[0]] }))
        #expect(abs((alone[0] ?? 0) - (50 + 42.5 / (56.75 / 3).squareRoot())) < 1e-12)
        let model = try MixedModel(marks)
        #expect(try ScoringMethod.additive.scores(marks) == model.submissions.map { $0.value })
    }

    @Test func `tells who would have another award, and by how much`() throws {
        let report = MethodReport(Self.marks(Self.panel), order: [0, 1, 2, 3], lines: [1, 3])
        let mean = try #require(try report.outcomes[.mean]?.get())
        #expect(mean.places == [1, 2, 3, 4] && mean.changes.isEmpty)
        let median = try #require(try report.outcomes[.median]?.get())
        #expect(median.places == [1, 2, 4, 3])
        try #require(median.changes.count == 2)
        let (loses, gains) = (median.changes[0], median.changes[1])
        #expect(loses.position == 2 && loses.before == 1 && loses.after == nil)
        #expect(loses.places == -1 && loses.margin == -3)
        #expect(gains.position == 3 && gains.before == nil && gains.after == 1)
        #expect(gains.places == 1 && gains.margin == 3)
    }

    @Test func `equal scores share a place, and lines below all change nothing`() throws {
        let marks = Self.marks([[8.1, 7.9], [8, 8], [8.2, 7.8], [7, 7.1]])
        let report = MethodReport(marks, order: [0, 1, 2, 3], lines: [2, 9], methods: [.mean])
        let mean = try #require(try report.outcomes[.mean]?.get())
        #expect(mean.places == [1, 1, 1, 4])
        #expect(mean.changes.map(\.position) == [2])
        #expect(mean.changes[0].before == 1 && mean.changes[0].after == 0)
    }

    @Test(arguments: SeededCases(20))
    func `nothing changes when all marks move together, and what a habit adds is taken out`(
        _ seeded: SeededCases.Case
    ) throws {
        var random = seeded.random
        let rows = (0..<12).map { row in
            (0..<5).map { _ in Double(60 + 2 * row + random.below(20)) as Double? }
        }
        let order = random.shuffled(0..<12)
        let before = MethodReport(Self.marks(rows), order: order, lines: [3, 7])
        let moved = rows.map { $0.map { $0.map { 2 * $0 + 5 } } }
        let after = MethodReport(Self.marks(moved), order: order, lines: [3, 7])
        let severe = rows.map { row in row.indices.map { $0 == 1 ? (row[$0] ?? 0) - 20 : row[$0] } }
        let habit = MethodReport(Self.marks(severe), order: order, lines: [3, 7])
        for method in ScoringMethod.allCases {
            let own = try #require(try before.outcomes[method]?.get())
            #expect(try after.outcomes[method]?.get().places == own.places)
            if [.mean, .standardScore, .additive].contains(method) {
                // A judge who marked all lower takes the same from all.
                #expect(try habit.outcomes[method]?.get().places == own.places)
            }
        }
    }

    @Test func `a method that the marks cannot carry is refused alone`() throws {
        let marks = Self.marks([[8, 7, nil], [9, 6, nil], [7, 8, 5]])
        let report = MethodReport(marks, order: [0, 1, 2], lines: [1])
        #expect(throws: MethodRefusal.tooFewMarks(submission: 0, needed: 3)) {
            try report.outcomes[.trimmedMean]?.get()
        }
        #expect(throws: MethodRefusal.noSpread(judge: 2)) {
            try report.outcomes[.standardScore]?.get()
        }
        #expect(try report.outcomes[.mean]?.get().places.count == 3)
        let bare = MethodReport(
            Self.marks([[8, 7], [nil, nil]]), order: [0, 1], lines: [1],
            methods: [.median, .additive])
        #expect(throws: MethodRefusal.tooFewMarks(submission: 1, needed: 1)) {
            try bare.outcomes[.median]?.get()
        }
        #expect(throws: MethodRefusal.self) { try bare.outcomes[.additive]?.get() }
    }
}
