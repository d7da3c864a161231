import Computing

/// The ranks, from 0, of each submission in each draw.
struct ResampledRanks: Sendable {
    /// For each run of draws, the ranks submission by submission, the draws of one side by side.
    private let runs: [[UInt16]]
    private let draws: Int

    /// Draws that a thread makes at a time.
    private static let runSize = 250

    init(_ panels: BootstrapPanels, _ question: RankBootstrap.Question, width: Int) {
        draws = question.draws
        runs = (0..<question.draws).concurrentChunks(of: Self.runSize, width: width) { run in
            var ranks = [UInt16](repeating: 0, count: panels.count * run.count)
            ranks.withUnsafeMutableBufferPointer { ranks in
                switch (question.unit, panels.keyCount) {
                case (.judgeWithinSubmission, let keys?):
                    panels.count(run, keys, question, into: ranks)
                case (.judgeWithinSubmission, nil):
                    panels.sort(run, into: ranks) { draw, means in
                        panels.drawMarks(draw, question, into: &means)
                    }
                case (.wholeJudge, _):
                    panels.sort(run, into: ranks) { draw, means in
                        panels.drawJudges(draw, question, into: &means)
                    }
                }
            }
            return ranks
        }
    }

    /// How often a submission had each rank up to a rank, of all draws.
    private func cumulated(_ submission: Int, _ count: Int) -> [Int32] {
        var often = [Int32](repeating: 0, count: count)
        for run in runs {
            let size = run.count / count
            for rank in run[submission * size..<(submission + 1) * size] { often[Int(rank)] += 1 }
        }
        for rank in often.indices.dropFirst() { often[rank] += often[rank - 1] }
        return often
    }

    /// What the draws say of a submission's place.
    func place(_ submission: Int, _ question: RankBootstrap.Question) -> RankCertainty.Place {
        let count = question.order.count
        let cumulated = cumulated(submission, count)
        let tail = (1 - question.confidence) / 2
        let last = Double(draws - 1)
        let low = Int((tail * last).rounded(.down))
        let high = Int(((1 - tail) * last).rounded(.up))
        let total = Double(draws)
        // The mean of a rank is the sum over all lesser ranks of how often it is larger than those.
        let larger = cumulated.reduce(0) { $0 + total - Double($1) }
        return RankCertainty.Place(
            expected: 1 + larger / total,
            best: 1 + Self.rank(of: low, in: cumulated),
            worst: 1 + Self.rank(of: high, in: cumulated),
            chances: question.lines.map { line in
                line < 1 ? 0 : Double(cumulated[min(line, count) - 1]) / total
            },
            aboveNext: submission + 1 < count ? chanceAboveNext(submission, count) : nil)
    }

    /// The rank that stands at a position, from 0, of all draws' ranks in order.
    private static func rank(of position: Int, in cumulated: [Int32]) -> Int {
        var (low, high) = (0, cumulated.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if Int(cumulated[middle]) > position { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func chanceAboveNext(_ submission: Int, _ count: Int) -> Double {
        var above = 0
        for run in runs {
            let size = run.count / count
            let (own, next) = (submission * size, (submission + 1) * size)
            run.withUnsafeBufferPointer { ranks in
                for draw in 0..<size {
                    above &+= ranks[own &+ draw] < ranks[next &+ draw] ? 1 : 0
                }
            }
        }
        return Double(above) / Double(draws)
    }
}
