import Computing
import Foundation
import Statistics
import TestSupport
import Testing

/// The many-facet Rasch model against its definition, itself and known truth.
struct RaschModelTests {
    /// Marks that follow the model, with the truth they were made from.
    struct Simulated {
        var qualities: [Double] = []
        var severities: [Double] = []
        var ratings: RatingColumns

        init(
            submissions: Int, judges: Int, panel: Int, criteria: Int, top: Int,
            thresholds: RatingColumns.Thresholds = .common, _ random: inout SeededRandom
        ) {
            var normals = NormalStream(SeededRandom(seed: random.next()))
            let qualities = (0..<submissions).map { _ in 1.2 * normals.next() }
            let severities = (0..<judges).map { _ in 0.6 * normals.next() }
            var columns: ([Int32], [Int32], [Int32], [Int32]) = ([], [], [], [])
            for submission in 0..<submissions {
                for judge in random.shuffled(Array(0..<judges)).prefix(panel) {
                    for criterion in 0..<criteria {
                        let spread = thresholds == .common ? 1 : 0.6 + 0.4 * Double(criterion)
                        let eta =
                            qualities[submission] - severities[judge] - 0.3 * Double(criterion)
                        var (powers, sum) = ([1.0], 0.0)
                        for step in 0..<top {
                            sum += eta - spread * (Double(step) - Double(top - 1) / 2)
                            powers.append(exp(sum))
                        }
                        var rest = random.unit() * powers.reduce(0, +)
                        let category = powers.firstIndex {
                            rest -= $0
                            return rest < 0
                        }
                        columns.0.append(Int32(submission))
                        columns.1.append(Int32(judge))
                        columns.2.append(Int32(criterion))
                        columns.3.append(Int32(category ?? top))
                    }
                }
            }
            (self.qualities, self.severities) = (qualities, severities)
            ratings = RatingColumns(
                submissions: columns.0, judges: columns.1, criteria: columns.2,
                categories: columns.3, highest: [Int](repeating: top, count: criteria),
                submissionCount: submissions, judgeCount: judges, thresholds: thresholds)
        }
    }

    private func simulated(
        _ sample: SeededCases.Case, _ thresholds: RatingColumns.Thresholds
    ) -> RatingColumns {
        var random = sample.random
        return Simulated(
            submissions: 40 + random.below(30), judges: 4 + random.below(4),
            panel: 3, criteria: 2 + random.below(3), top: 2 + random.below(3),
            thresholds: thresholds, &random
        ).ratings
    }

    /// What the model expects of each mark that it used, from the definition: chances at least *h*.
    private func expected(_ model: RaschModel, _ ratings: RatingColumns, _ mark: Int) -> [Double]? {
        let criterion = Int(ratings.criteria[mark])
        guard let quality = model.submissions[Int(ratings.submissions[mark])],
            let severity = model.judges[Int(ratings.judges[mark])],
            let difficulty = model.criteria[criterion]
        else { return nil }
        let set = ratings.thresholds == .common ? 0 : criterion
        var (powers, sum) = ([1.0], 0.0)
        for threshold in model.thresholds[set] {
            sum += quality.value - severity.value - difficulty.value - threshold.value
            powers.append(exp(sum))
        }
        let total = powers.reduce(0, +)
        return powers.indices.dropFirst().map { powers[$0...].reduce(0, +) / total }
    }

    @Test(
        arguments: SeededCases(15), [RatingColumns.Thresholds.common, .ofEachCriterion])
    func `every effect's expected sum of marks is the one given`(
        sample: SeededCases.Case, thresholds: RatingColumns.Thresholds
    ) throws {
        let ratings = simulated(sample, thresholds)
        let model = try RaschModel(ratings)
        var submissions = [Double](repeating: 0, count: ratings.submissionCount)
        var judges = [Double](repeating: 0, count: ratings.judgeCount)
        var steps = model.thresholds.map { [Double](repeating: 0, count: $0.count) }
        for mark in 0..<ratings.count {
            guard let expected = expected(model, ratings, mark) else { continue }
            let category = Int(ratings.categories[mark])
            let rest = Double(category) - expected.reduce(0, +)
            submissions[Int(ratings.submissions[mark])] += rest
            judges[Int(ratings.judges[mark])] += rest
            for (step, chance) in expected.enumerated() {
                let set = thresholds == .common ? 0 : Int(ratings.criteria[mark])
                steps[set][step] += (category > step ? 1 : 0) - chance
            }
        }
        for rest in submissions + judges + steps.joined() { #expect(abs(rest) < 1e-9) }
        let values = model.judges.compactMap { $0?.value }
        #expect(abs(values.reduce(0, +)) < 1e-12)
        #expect(abs(model.criteria.reduce(0) { $0 + ($1?.value ?? 0) }) < 1e-12)
        for set in model.thresholds { #expect(abs(set.reduce(0) { $0 + $1.value }) < 1e-12) }
    }

    @Test(arguments: SeededCases(6))
    func `names and order of marks change nothing, nor does the number of threads`(
        sample: SeededCases.Case
    ) throws {
        var random = sample.random
        let ratings = simulated(sample, .common)
        let model = try RaschModel(ratings, width: 1)
        let wide = try RaschModel(ratings, width: 4)
        #expect(wide.submissions == model.submissions)
        #expect(wide.judges == model.judges)
        #expect(wide.logLikelihood == model.logLikelihood)
        let order = random.shuffled(Array(0..<ratings.count))
        let names = random.shuffled(Array(0..<ratings.judgeCount))
        let changed = RatingColumns(
            submissions: order.map { ratings.submissions[$0] },
            judges: order.map { Int32(names[Int(ratings.judges[$0])]) },
            criteria: order.map { ratings.criteria[$0] },
            categories: order.map { ratings.categories[$0] }, highest: ratings.highest,
            submissionCount: ratings.submissionCount, judgeCount: ratings.judgeCount)
        let other = try RaschModel(changed)
        for (judge, name) in names.enumerated() {
            let (one, found) = (model.judges[judge], other.judges[name])
            #expect(abs((one?.value ?? 0) - (found?.value ?? 0)) < 1e-9)
            #expect(abs((one?.error ?? 0) - (found?.error ?? 0)) < 1e-9)
        }
    }

    @Test(arguments: SeededCases(6))
    func `marks turned upside down turn every quality and severity round`(
        sample: SeededCases.Case
    ) throws {
        let ratings = simulated(sample, .common)
        let top = Int32(ratings.highest[0])
        let turned = RatingColumns(
            submissions: ratings.submissions, judges: ratings.judges, criteria: ratings.criteria,
            categories: ratings.categories.map { top - $0 }, highest: ratings.highest,
            submissionCount: ratings.submissionCount, judgeCount: ratings.judgeCount)
        let (model, other) = (try RaschModel(ratings), try RaschModel(turned))
        for (one, found) in zip(model.submissions + model.judges, other.submissions + other.judges)
        {
            #expect((one == nil) == (found == nil))
            #expect(abs((one?.value ?? 0) + (found?.value ?? 0)) < 1e-9)
        }
    }

    @Test(arguments: [RatingColumns.Thresholds.common, .ofEachCriterion])
    func `simulated severities lie within their errors, and marks fit`(
        thresholds: RatingColumns.Thresholds
    ) throws {
        var random = SeededRandom(seed: 8)
        let truth = Simulated(
            submissions: 1_500, judges: 100, panel: 4, criteria: 6, top: 4,
            thresholds: thresholds, &random)
        let model = try RaschModel(truth.ratings)
        let mean = truth.severities.reduce(0, +) / 100
        let hits = zip(model.judges, truth.severities).count {
            abs(($0?.value ?? .infinity) - ($1 - mean)) < 2 * ($0?.error ?? 0)
        }
        #expect((85...100).contains(hits))
        let fits = model.fits().judges.compactMap { $0 }
        #expect(fits.count == 100)
        #expect(abs(fits.reduce(0) { $0 + $1.infit } / 100 - 1) < 0.1)
        #expect(fits.count { abs($0.infitZ) < 3.5 } >= 90)
        #expect((model.separationOfSubmissions?.reliability ?? 0) > 0.9)
    }

    @Test func `a submission of highest marks alone has no estimate and moves no other`() throws {
        var random = SeededRandom(seed: 3)
        let ratings = Simulated(
            submissions: 50, judges: 5, panel: 3, criteria: 3, top: 3, &random
        ).ratings
        let more = RatingColumns(
            submissions: ratings.submissions + [50, 50], judges: ratings.judges + [0, 1],
            criteria: ratings.criteria + [0, 1], categories: ratings.categories + [3, 3],
            highest: ratings.highest, submissionCount: 51, judgeCount: 5)
        let (model, other) = (try RaschModel(ratings), try RaschModel(more))
        #expect(other.submissions[50] == nil)
        #expect(other.judges == model.judges)
    }

    @Test func `a fair average grows with quality and stays within the categories`() throws {
        var random = SeededRandom(seed: 5)
        let ratings = Simulated(
            submissions: 50, judges: 5, panel: 3, criteria: 3, top: 3, &random
        ).ratings
        let model = try RaschModel(ratings)
        let averages = stride(from: -6.0, through: 6, by: 0.5).map {
            model.fairAverage(quality: $0)
        }
        #expect(averages.allSatisfy { (0...3).contains($0) })
        #expect(zip(averages, averages.dropFirst()).allSatisfy { $0 < $1 })
        let chances = model.chances(quality: 0.4, criterion: 1)
        #expect(abs(chances.reduce(0, +) - 1) < 1e-12)
    }

    @Test(arguments: [RatingColumns.Thresholds.common, .ofEachCriterion])
    func `conditional severities are right where submissions have few marks`(
        thresholds: RatingColumns.Thresholds
    ) throws {
        var random = SeededRandom(seed: 21)
        let truth = Simulated(
            submissions: 1_200, judges: 12, panel: 2, criteria: 2, top: 2,
            thresholds: thresholds, &random)
        let model = try ConditionalRasch(truth.ratings, width: 1)
        let wide = try ConditionalRasch(truth.ratings, width: 4)
        #expect(wide.judges == model.judges)
        #expect(wide.thresholds == model.thresholds)
        #expect(model.largestSlope < 1e-9)
        let mean = truth.severities.reduce(0, +) / 12
        // The slope of the estimates on the truth is 1, and well above 1 by joint likelihood.
        func slope(_ judges: [RaschModel.Measure?]) -> Double {
            let pairs = zip(judges, truth.severities).map { ($0?.value ?? .nan, $1 - mean) }
            return pairs.reduce(0) { $0 + $1.0 * $1.1 } / pairs.reduce(0) { $0 + $1.1 * $1.1 }
        }
        let joint = try RaschModel(truth.ratings)
        #expect(abs(slope(model.judges) - 1) < 0.1)
        #expect(slope(joint.judges) > 1.2)
        let hits = zip(model.judges, truth.severities).count {
            abs(($0?.value ?? .infinity) - ($1 - mean)) < 2.5 * ($0?.error ?? 0)
        }
        #expect(hits >= 10)
    }

    @Test func `weighted qualities make likelihood times root information the largest`() throws {
        var random = SeededRandom(seed: 22)
        let ratings = Simulated(
            submissions: 300, judges: 6, panel: 2, criteria: 3, top: 2, &random
        ).ratings
        let model = try ConditionalRasch(ratings)
        let found = model.weightedQualities(of: ratings)
        #expect(try RaschModel(ratings).submissions.contains { $0 == nil })
        /// From the definition.
        func weighted(_ submission: Int, _ quality: Double) -> Double {
            var (logLikelihood, information) = (0.0, 0.0)
            for mark in 0..<ratings.count where Int(ratings.submissions[mark]) == submission {
                let judge = model.judges[Int(ratings.judges[mark])]?.value ?? .nan
                let criterion = model.criteria[Int(ratings.criteria[mark])]?.value ?? .nan
                var (powers, sum) = ([1.0], 0.0)
                for threshold in model.thresholds[0] {
                    sum += quality - judge - criterion - threshold.value
                    powers.append(exp(sum))
                }
                let total = powers.reduce(0, +)
                let mean = (powers[1] + 2 * powers[2]) / total
                information += (powers[1] + 4 * powers[2]) / total - mean * mean
                logLikelihood += log(powers[Int(ratings.categories[mark])] / total)
            }
            return logLikelihood + log(information) / 2
        }
        for submission in 0..<300 {
            let best = try #require(found[submission])
            #expect(best.value.isFinite && best.error > 0)
            let height = weighted(submission, best.value)
            for step in [0.001, 0.1, 1.0] {
                #expect(height > weighted(submission, best.value - step))
                #expect(height > weighted(submission, best.value + step))
            }
        }
    }

    @Test func `a judge who marks one criterion low stands out there alone`() throws {
        var random = SeededRandom(seed: 31)
        let ratings = Simulated(
            submissions: 300, judges: 8, panel: 4, criteria: 4, top: 4, &random
        ).ratings
        let plain = try RaschModel(ratings).interactions()
        #expect(plain.count == 32)
        #expect(plain.count { abs($0.z ?? .infinity) < 2 } >= 28)
        for judge in 0..<8 {
            let own = plain.filter { $0.judge == judge }
            let rest = own.reduce(0) { $0 + $1.observed - $1.expected }
            #expect(abs(rest) < 1e-8)
        }
        // Judge 2 now marks criterion 1 a category lower.
        let lower = RatingColumns(
            submissions: ratings.submissions, judges: ratings.judges, criteria: ratings.criteria,
            categories: ratings.categories.indices.map { mark in
                let isTheirs = ratings.judges[mark] == 2 && ratings.criteria[mark] == 1
                return max(0, ratings.categories[mark] - (isTheirs ? 1 : 0))
            }, highest: ratings.highest, submissionCount: 300, judgeCount: 8)
        let found = try RaschModel(lower).interactions()
        let most = found.max { ($0.z ?? 0) < ($1.z ?? 0) }
        #expect(most?.judge == 2 && most?.criterion == 1)
        #expect((most?.z ?? 0) > 5)
    }
}
