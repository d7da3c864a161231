import Computing
import Statistics
import TestSupport
import Testing

/// Whether certainty is what it says: chances that come true as often as they say, intervals that
/// hold the truth as often as they promise.
struct RankCertaintyTests {
    /// What simulated contests showed of the chances and intervals that were given for them.
    struct Tally: Sendable {
        /// For each tenth of the scale of chances: how many, their sum, and how many came true.
        var tenths = [(count: Int, chances: Double, true: Int)](repeating: (0, 0, 0), count: 10)
        var intervals = 0
        var covering = 0
        var pairs = (count: 0, chances: 0.0, true: 0)
    }

    private static func simulated(_ number: Int) throws -> Tally {
        var random = SeededRandom(seed: 20_261_125, label: "calibration", number: UInt64(number))
        let truth = SimulatedMarks(
            submissions: 80, judges: 16, panel: 4, deviations: (6, 3, 5), &random)
        let model = try MixedModel(truth.marks)
        let order = (0..<80).sorted {
            (-model.submissions[$0].value, $0) < (-model.submissions[$1].value, $1)
        }
        var question = RankCertainty.Question(order: order, lines: [12])
        question.draws = 400
        question.seed = random.next()
        let certainty = RankCertainty(model, question)
        let best = (0..<80).sorted { truth.qualities[$0] > truth.qualities[$1] }
        var rank = [Int](repeating: 0, count: 80)
        for (place, submission) in best.enumerated() { rank[submission] = place + 1 }
        var tally = Tally()
        for (place, submission) in zip(certainty.places, order) {
            let chance = place.chances[0]
            let tenth = min(9, Int(chance * 10))
            tally.tenths[tenth].count += 1
            tally.tenths[tenth].chances += chance
            if rank[submission] <= 12 { tally.tenths[tenth].true += 1 }
            tally.intervals += 1
            if (place.best...place.worst).contains(rank[submission]) { tally.covering += 1 }
        }
        for place in 0..<79 {
            tally.pairs.count += 1
            tally.pairs.chances += certainty.places[place].aboveNext ?? 0
            if rank[order[place]] < rank[order[place + 1]] { tally.pairs.true += 1 }
        }
        return tally
    }

    @Test func `chances come true as often as they say, and intervals hold as often as promised`()
        throws
    {
        let tallies = try (0..<600).map { $0 }.concurrentMap(chunk: 5) { try Self.simulated($0) }
        for tenth in 0..<10 {
            let own = tallies.map { $0.tenths[tenth] }
            let count = own.reduce(0) { $0 + $1.count }
            let predicted = own.reduce(0) { $0 + $1.chances } / Double(count)
            let found = Double(own.reduce(0) { $0 + $1.true }) / Double(count)
            #expect(abs(predicted - found) <= 0.02, "\(tenth): \(predicted), \(found), \(count)")
        }
        let covering = tallies.reduce(0) { $0 + $1.covering }
        let coverage = Double(covering) / Double(tallies.reduce(0) { $0 + $1.intervals })
        #expect((0.80...0.85).contains(coverage), "\(coverage)")
        let pairs = tallies.reduce(0) { $0 + $1.pairs.count }
        let said = tallies.reduce(0) { $0 + $1.pairs.chances } / Double(pairs)
        let came = Double(tallies.reduce(0) { $0 + $1.pairs.true }) / Double(pairs)
        #expect(abs(said - came) < 0.01, "\(said), \(came)")
    }

    private func model(_ random: inout SeededRandom) throws -> MixedModel {
        try MixedModel(
            SimulatedMarks(submissions: 30, judges: 8, panel: 4, deviations: (6, 3, 4), &random)
                .marks)
    }

    @Test(arguments: SeededCases(5))
    func `places, chances and bands belong together`(sample: SeededCases.Case) throws {
        var random = sample.random
        let model = try model(&random)
        let order = (0..<30).sorted { model.submissions[$0].value > model.submissions[$1].value }
        var question = RankCertainty.Question(order: order, lines: [3, 10])
        question.draws = 1_000
        let found = RankCertainty(model, question)
        let sums = (0..<2).map { line in found.places.reduce(0) { $0 + $1.chances[line] } }
        // In every draw, exactly as many lie above a line as it lets through.
        #expect(abs(sums[0] - 3) < 1e-9 && abs(sums[1] - 10) < 1e-9)
        for place in found.places {
            #expect(place.best <= place.worst && place.chances[0] <= place.chances[1])
            #expect(place.best >= 1 && place.worst <= 30)
        }
        #expect(abs(found.places.reduce(0) { $0 + $1.expected } - 465) < 1e-6)
        for (band, next) in zip(found.bands, found.bands.dropFirst()) {
            #expect(band.lowerBound < next.lowerBound && band.upperBound < next.upperBound)
        }
        #expect(found.places.last?.aboveNext == nil)
        let again = RankCertainty(model, question)
        #expect(again.places == found.places && again.bands == found.bands)
    }

    @Test func `submissions far apart are certain, and equal ones are a toss-up`() throws {
        var columns: ([Int32], [Int32], [Double]) = ([], [], [])
        for submission in 0..<6 {
            for judge in 0..<4 {
                columns.0.append(Int32(submission))
                columns.1.append(Int32(judge))
                let level = [90.0, 60, 60, 40, 20, 0][submission]
                columns.2.append(level + Double((submission * 3 + judge * 5) % 4))
            }
        }
        // The second and third have the same marks.
        columns.2.replaceSubrange(8..<12, with: columns.2[4..<8])
        let model = try MixedModel(
            MarkColumns(
                submissions: columns.0, judges: columns.1, values: columns.2, submissionCount: 6,
                judgeCount: 4))
        let found = RankCertainty(model, .init(order: Array(0..<6), lines: [1, 2]))
        #expect(found.places[0].chances == [1, 1])
        #expect(abs((found.places[1].aboveNext ?? 0) - 0.5) < 0.05)
        #expect(abs(found.places[2].chances[1] - 0.5) < 0.05)
        #expect(found.bands == [2...3])
    }
}
