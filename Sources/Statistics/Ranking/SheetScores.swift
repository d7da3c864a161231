import Computing

/// The score of each sheet, in weighted steps, sorted into parts by submission.
struct SheetScores: Sendable {
    /// A sheet with the sum of its marks, each times its criterion's weight.
    struct Sheet: Sendable {
        let submission: Int32
        let judge: Int32
        let total: Int32
    }

    /// What the sheets of a judge add up to, in whole numbers.
    struct Sums: Sendable {
        var count = 0
        var total = 0
        var squares: Int = 0
    }

    /// What one run of marks holds.
    struct Run: Sendable {
        var parts: [[Sheet]]
        var sums: [Sums]
    }

    let marks: CriterionMarks
    /// The submissions of each part.
    let parts: [Range<Int>]
    /// For each run of marks, in order, its sheets part by part.
    let runs: [[[Sheet]]]
    /// What each judge's sheets add up to.
    let sums: [Sums]

    /// How many parts and runs there are; results do not depend on it.
    private static let cuts = 16

    /// Adds marks up to sheets.
    ///
    /// - Throws: Where a mark names nothing, or marks that stand together are no complete sheet.
    init(_ marks: CriterionMarks, width: Int) throws(StandardisationRefusal) {
        self.marks = marks
        let partSize = marks.submissionCount / Self.cuts + 1
        parts = stride(from: 0, to: marks.submissionCount, by: partSize).map {
            $0..<min($0 + partSize, marks.submissionCount)
        }
        let runSize = max(marks.steps.count / Self.cuts + 1, 1 << 12)
        let read = try (0..<marks.steps.count).concurrentChunks(of: runSize, width: width) {
            rows throws(StandardisationRefusal) in
            try marks.run(rows, partSize: partSize)
        }
        runs = read.map(\.parts)
        var sums = [Sums](repeating: Sums(), count: marks.judgeCount)
        for run in read {
            for judge in sums.indices {
                sums[judge].count += run.sums[judge].count
                sums[judge].total += run.sums[judge].total
                sums[judge].squares += run.sums[judge].squares
            }
        }
        self.sums = sums
    }

    /// Where each judge's scores lie and how widely, in weighted steps.
    func norms() throws(StandardisationRefusal) -> [(mean: Double, deviation: Double)] {
        var norms: [(mean: Double, deviation: Double)] = []
        norms.reserveCapacity(sums.count)
        for (judge, sum) in sums.enumerated() {
            let n = Double(sum.count)
            // n·Σx² − (Σx)², exact in 128 bits.
            let spread =
                Int128(sum.count) * Int128(sum.squares) - Int128(sum.total) * Int128(sum.total)
            guard sum.count == 0 || spread > 0 else { throw .noSpread(judge: judge) }
            norms.append((Double(sum.total) / n, (Double(spread) / (n * (n - 1))).squareRoot()))
        }
        return norms
    }

    /// The trimmed means of a part's submissions, of scores in points and of standard scores.
    func trimmedMeans(
        _ part: Int, _ norms: [(mean: Double, deviation: Double)]
    ) throws(StandardisationRefusal) -> (means: [Double], scores: [Double]) {
        let range = parts[part]
        var tallies = [Tally](repeating: Tally(), count: range.count)
        for run in runs {
            for sheet in run[part] {
                let norm = norms[Int(sheet.judge)]
                let score = (Double(sheet.total) - norm.mean) / norm.deviation
                tallies[Int(sheet.submission) - range.lowerBound].add(sheet.total, score)
            }
        }
        if let bare = tallies.firstIndex(where: { $0.count < 3 }) {
            throw .tooFewSheets(submission: range.lowerBound + bare)
        }
        let weight = marks.weights.reduce(0) { $0 + Double($1) } * Double(marks.stepsPerPoint)
        return (
            tallies.map { Double($0.total - $0.least - $0.most) / (Double($0.count - 2) * weight) },
            tallies.map { ($0.score - $0.lowest - $0.highest) / Double($0.count - 2) }
        )
    }

    /// What a submission's sheets add up to, with the extremes.
    private struct Tally {
        var count: Int32 = 0
        var total: Int32 = 0
        var least = Int32.max
        var most = Int32.min
        var score = 0.0
        var lowest = Double.infinity
        var highest = -Double.infinity

        @inline(__always)
        mutating func add(_ sheet: Int32, _ standard: Double) {
            count &+= 1
            total &+= sheet
            least = min(least, sheet)
            most = max(most, sheet)
            score += standard
            lowest = lowest < standard ? lowest : standard
            highest = highest > standard ? highest : standard
        }
    }
}
