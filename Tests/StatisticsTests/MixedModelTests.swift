import Computing
import Foundation
import Statistics
import TestSupport
import Testing

/// The additive mixed model against its definition, published fits and known truth.
struct MixedModelTests {
    private func isClose(_ one: Double, _ other: Double, _ tolerance: Double = 1e-9) -> Bool {
        abs(one - other) <= tolerance * max(1, abs(one), abs(other))
    }

    private func simulated(_ sample: SeededCases.Case) -> MarkColumns {
        var random = sample.random
        return SimulatedMarks(
            submissions: 5 + random.below(25), judges: 3 + random.below(30),
            panel: 3 + random.below(3),
            deviations: (
                Double(random.below(7)), Double(random.below(4)), 1 + Double(random.below(6))
            ), isWeighted: random.below(2) == 0, groups: 1 + random.below(3), &random
        ).marks
    }

    @Test(arguments: SeededCases(60))
    func `criterion, predictions and errors are those of the whole covariance matrix`(
        sample: SeededCases.Case
    ) throws {
        let marks = simulated(sample)
        let model = try MixedModel(marks)
        let dense = try #require(DenseReference(marks, variances: model.variances))
        #expect(isClose(model.criterion, dense.criterion))
        for (found, expected) in zip(model.means, zip(dense.means, dense.meanErrors)) {
            #expect(isClose(found.value, expected.0))
            #expect(isClose(found.error, expected.1))
        }
        let effects = model.submissions.map(\.value) + model.severities.map { -$0.value }
        for (found, expected) in zip(effects, dense.effects) { #expect(isClose(found, expected)) }
        let errors = (model.submissions + model.severities).map(\.error)
        for (found, expected) in zip(errors, dense.errors) {
            #expect(isClose(found, expected, 1e-8))
        }
    }

    @Test(arguments: SeededCases(30))
    func `no other variances make the marks likelier`(sample: SeededCases.Case) throws {
        let marks = simulated(sample)
        let model = try MixedModel(marks)
        let best = model.variances
        let spread = best.submissions + best.judges + best.error
        for share in [1e-1, 1e-2, 1e-3] {
            for (one, other, error) in [
                (1.0, 0.0, 0.0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1),
                (1, 1, 0), (-1, 1, 0), (1, -1, 0),
            ] {
                let step = share * spread
                let moved = (
                    submissions: max(0, best.submissions + one * step),
                    judges: max(0, best.judges + other * step),
                    error: max(1e-6, best.error + error * step)
                )
                guard let dense = DenseReference(marks, variances: moved) else { continue }
                #expect(dense.criterion >= model.criterion - 1e-8)
            }
        }
    }

    @Test(arguments: SeededCases(20))
    func `shift, scale, names and order change nothing but what they must`(
        sample: SeededCases.Case
    ) throws {
        var random = sample.random
        let marks = simulated(sample)
        let model = try MixedModel(marks)
        let order = random.shuffled(Array(0..<marks.count))
        let names = random.shuffled(Array(0..<marks.judgeCount))
        let changed = MarkColumns(
            submissions: order.map { marks.submissions[$0] },
            judges: order.map { Int32(names[Int(marks.judges[$0])]) },
            values: order.map { 3 * marks.values[$0] - 40 },
            weights: marks.weights.map { weights in order.map { weights[$0] } },
            groups: marks.groups.map { groups in order.map { groups[$0] } },
            groupCount: marks.groupCount,
            submissionCount: marks.submissionCount, judgeCount: marks.judgeCount)
        let other = try MixedModel(changed)
        #expect(isClose(other.mean, 3 * model.mean - 40, 1e-8))
        #expect(isClose(other.variances.error, 9 * model.variances.error, 1e-8))
        for (one, found) in zip(model.submissions, other.submissions) {
            #expect(isClose(found.value, 3 * one.value, 1e-7))
            #expect(isClose(found.error, 3 * one.error, 1e-7))
        }
        for judge in 0..<marks.judgeCount {
            let found = other.severities[names[judge]]
            #expect(isClose(found.value, 3 * model.severities[judge].value, 1e-7))
        }
    }

    @Test func `the variances of simulated marks are found again`() throws {
        var random = SeededRandom(seed: 4)
        let truth = SimulatedMarks(
            submissions: 4_000, judges: 200, panel: 5, deviations: (6, 3, 5), &random)
        let model = try MixedModel(truth.marks)
        #expect(abs(model.variances.submissions - 36) < 4)
        #expect(abs(model.variances.judges - 9) < 3)
        #expect(abs(model.variances.error - 25) < 1)
        #expect(model.report.ending == .converged)
        // About 95 of 100 truths lie within twice their standard errors.
        let mean = truth.severities.reduce(0, +) / 200
        let hits = zip(model.severities, truth.severities).count {
            abs($0.value - ($1 - mean)) < 2 * $0.error
        }
        #expect((180...199).contains(hits))
    }

    @Test(arguments: SeededCases(3))
    func `draws have the means and errors of the predictions`(sample: SeededCases.Case) throws {
        var random = sample.random
        let isWide = random.below(2) == 0
        let marks = SimulatedMarks(
            submissions: isWide ? 12 : 6, judges: isWide ? 5 : 11, panel: 4, deviations: (4, 2, 3),
            &random
        ).marks
        let model = try MixedModel(marks)
        var normals = NormalStream(SeededRandom(seed: random.next()))
        let count = 40_000
        var sums = [Double](repeating: 0, count: marks.submissionCount)
        var differences = 0.0
        var squares = 0.0
        for _ in 0..<count {
            let draw = model.drawnEffects(&normals)
            for submission in draw.indices { sums[submission] += draw[submission] }
            let difference = draw[0] - draw[1]
            differences += difference
            squares += difference * difference
        }
        for (submission, sum) in sums.enumerated() {
            let expected = model.submissions[submission].value
            #expect(abs(sum / Double(count) - expected) < 0.1)
        }
        // The mean and judges' severities drop out of or stay in a difference as they should.
        let mean = differences / Double(count)
        let deviation = (squares / Double(count) - mean * mean).squareRoot()
        let expected = try differenceError(marks, model)
        #expect(abs(deviation - expected) < 0.03 * expected)
    }

    /// The standard error of the difference of the first two submissions, from the definition.
    private func differenceError(_ marks: MarkColumns, _ model: MixedModel) throws -> Double {
        let count = marks.count
        var matrix = SymmetricMatrix(order: count)
        for one in 0..<count {
            for other in 0...one {
                matrix[one, other] =
                    (marks.submissions[one] == marks.submissions[other]
                        ? model.variances.submissions : 0)
                    + (marks.judges[one] == marks.judges[other] ? model.variances.judges : 0)
                    + (one == other ? model.variances.error : 0)
            }
        }
        let factor = try #require(CholeskyFactor(matrix))
        let shared = marks.submissions.map { submission in
            submission == 0
                ? model.variances.submissions : submission == 1 ? -model.variances.submissions : 0
        }
        let ones = [Double](repeating: 1, count: count)
        let solved = factor.solving(shared)
        let own = zip(shared, solved).reduce(0) { $0 + $1.0 * $1.1 }
        let missed = solved.reduce(0, +)
        let information = factor.solving(ones).reduce(0, +)
        return
            (2 * model.variances.submissions - own + missed * missed / information).squareRoot()
    }

    @Test func `judges who do not differ have no variance, and the fit rests at 0`() throws {
        // Every judge gives the same mean: the marks of a submission go round among the judges.
        var columns: ([Int32], [Int32], [Double]) = ([], [], [])
        for submission in 0..<8 {
            for judge in 0..<4 {
                columns.0.append(Int32(submission))
                columns.1.append(Int32(judge))
                columns.2.append(Double(10 * submission + (judge + submission) % 4))
            }
        }
        let model = try MixedModel(
            MarkColumns(
                submissions: columns.0, judges: columns.1, values: columns.2, submissionCount: 8,
                judgeCount: 4))
        #expect(model.variances.judges == 0)
        #expect(model.severities.allSatisfy { $0.value == 0 && $0.error == 0 })
        #expect(model.report.ending == .converged)
    }

    @Test func `severities on two islands, or of one mark, are not told apart`() throws {
        // Judges 0, 1 share submissions 0–3; judges 2, 3 share 4–6; judge 4 has one mark.
        var columns: ([Int32], [Int32]) = ([], [])
        for submission in Int32(0)..<7 {
            for judge in submission < 4 ? [Int32(0), 1] : [2, 3] {
                columns.0.append(submission)
                columns.1.append(judge)
            }
        }
        columns.0.append(0)
        columns.1.append(4)
        let values = columns.0.indices.map { Double(($0 * 7) % 11) }
        let model = try MixedModel(
            MarkColumns(
                submissions: columns.0, judges: columns.1, values: values, submissionCount: 7,
                judgeCount: 5))
        #expect(model.isToldApart == [true, true, false, false, false])
        #expect(model.islands[0] == model.islands[1] && model.islands[0] == model.islands[4])
        #expect(model.islands[2] == model.islands[3] && model.islands[0] != model.islands[2])
    }
}
