import Computing
import Statistics
import TestSupport
import Testing

/// Standard scores by judge, against the definition written out on each sheet.
struct StandardisedRankingTests {
    /// A mark with its place.
    struct Mark {
        var submission: Int
        var judge: Int
        var criterion: Int
        var steps: Int
    }

    private static let weights: [Int32] = [30, 25, 45]

    /// Three to five sheets for each submission, in random order, their marks together.
    private static func marks(_ random: inout SeededRandom, submissions: Int) -> [Mark] {
        var sheets: [(Int, Int)] = []
        for submission in 0..<submissions {
            for judge in random.shuffled(0..<6).prefix(3 + random.below(3)) {
                sheets.append((submission, judge))
            }
        }
        return random.shuffled(sheets).flatMap { submission, judge in
            (0..<3).map { criterion in
                Mark(
                    submission: submission, judge: judge, criterion: criterion,
                    steps: random.below(101))
            }
        }
    }

    private static func columns(_ marks: [Mark], submissions: Int) -> CriterionMarks {
        CriterionMarks(
            submissions: marks.map { Int32($0.submission) }, judges: marks.map { Int32($0.judge) },
            criteria: marks.map { Int8($0.criterion) }, steps: marks.map { Int16($0.steps) },
            stepsPerPoint: 10, weights: weights, submissionCount: submissions, judgeCount: 6)
    }

    private static func trimmed(_ values: [Double]) -> Double {
        let inner = values.sorted().dropFirst().dropLast()
        return inner.reduce(0, +) / Double(inner.count)
    }

    @Test(arguments: SeededCases(20))
    func `equals the definition, however the marks lie and whatever the number of threads`(
        _ seeded: SeededCases.Case
    ) throws {
        var random = seeded.random
        let count = 20 + random.below(400)
        let marks = Self.marks(&random, submissions: count)
        let tracks = (0..<count).map { _ in Int16(random.below(3)) }
        var sheets: [[Int: Double]] = Array(repeating: [:], count: count)
        for mark in marks {
            let part = Double(Self.weights[mark.criterion]) * Double(mark.steps) / 1_000
            sheets[mark.submission][mark.judge, default: 0] += part
        }
        let norms = (0..<6).map { judge -> (mean: Double, deviation: Double) in
            let own = sheets.compactMap { $0[judge] }
            let mean = own.reduce(0, +) / Double(own.count)
            let squares = own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return (mean, (squares / Double(own.count - 1)).squareRoot())
        }
        let result = try StandardisedRanking(
            Self.columns(marks, submissions: count), tracks: tracks)
        for submission in 0..<count {
            let own = sheets[submission].sorted { $0.key < $1.key }
            let scores = own.map { ($0.value - norms[$0.key].mean) / norms[$0.key].deviation }
            #expect(abs(result.means[submission] - Self.trimmed(own.map(\.value))) < 1e-12)
            #expect(abs(result.scores[submission] - Self.trimmed(scores)) < 1e-11)
            let ahead = (0..<count).count { other in
                tracks[other] == tracks[submission]
                    && result.scores[other] > result.scores[submission]
            }
            #expect(Int(result.places[submission]) == ahead + 1)
        }
        let alone = try StandardisedRanking(
            Self.columns(marks, submissions: count), tracks: tracks, width: 1)
        #expect(alone.scores == result.scores && alone.places == result.places)
        let mixed = try StandardisedRanking(
            Self.columns(random.shuffled(marks), submissions: count), tracks: tracks)
        #expect(zip(mixed.scores, result.scores).allSatisfy { abs($0 - $1) < 1e-11 })
        #expect(mixed.means == result.means)
    }

    @Test(arguments: SeededCases(10))
    func `takes out how high and how widely a judge marks`(_ seeded: SeededCases.Case) throws {
        var random = seeded.random
        var marks = Self.marks(&random, submissions: 60)
        let tracks = [Int16](repeating: 0, count: 60)
        let before = try StandardisedRanking(Self.columns(marks, submissions: 60), tracks: tracks)
        for place in marks.indices where marks[place].judge == 2 {
            marks[place].steps = 3 * marks[place].steps - 40
        }
        let after = try StandardisedRanking(Self.columns(marks, submissions: 60), tracks: tracks)
        #expect(zip(before.scores, after.scores).allSatisfy { abs($0 - $1) < 1e-11 })
        #expect(before.means != after.means)
    }

    /// Sheets of judges 0 to 2 on submissions 0 and 1, all complete and unlike.
    private static let sound: [Mark] = (0..<18).map { number in
        Mark(
            submission: number / 9, judge: number / 3 % 3, criterion: number % 3,
            steps: number * number)
    }

    private static func refusal(_ change: (inout [Mark]) -> Void) -> StandardisationRefusal? {
        var marks = sound
        change(&marks)
        do {
            _ = try StandardisedRanking(columns(marks, submissions: 2), tracks: [0, 0])
            return nil
        } catch {
            return error
        }
    }

    @Test func `refuses what cannot be standardised, and says of whom`() {
        #expect(Self.refusal { _ in } == nil)
        #expect(
            Self.refusal { $0.remove(at: 4) } == .incompleteSheet(submission: 0, judge: 1))
        #expect(
            Self.refusal { $0[4].criterion = 0 } == .incompleteSheet(submission: 0, judge: 1))
        #expect(Self.refusal { $0.append($0[17]) } == .incompleteSheet(submission: 1, judge: 2))
        #expect(Self.refusal { $0[3].judge = 6 } == .unknown(mark: 3))
        #expect(Self.refusal { $0[5].criterion = -1 } == .unknown(mark: 5))
        #expect(Self.refusal { $0[17].submission = 2 } == .unknown(mark: 17))
        #expect(Self.refusal { $0.removeLast(3) } == .noSpread(judge: 2))
        #expect(
            Self.refusal { marks in
                for place in marks.indices where marks[place].judge == 1 { marks[place].steps = 5 }
            } == .noSpread(judge: 1))
    }

    @Test func `refuses a submission with two sheets`() {
        var marks = Self.sound
        for place in 9..<12 { marks[place].submission = 2 }
        for submission in [2, 3, 3, 3] {
            marks += (0..<3).map { criterion in
                Mark(
                    submission: submission, judge: marks.count / 3 % 3, criterion: criterion,
                    steps: marks.count)
            }
        }
        #expect(throws: StandardisationRefusal.tooFewSheets(submission: 1)) {
            try StandardisedRanking(
                Self.columns(marks, submissions: 4), tracks: [0, 0, 0, 0])
        }
    }
}
