import Computing
import Foundation
import Statistics
import TestSupport
import Testing

/// Coefficients of reliability against published numbers and other programs' (W7).
struct ReliabilityTests {
    /// Six targets and four judges of Shrout and Fleiss (1979), table 2.
    static let targets = MarkMatrix([
        [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
    ])

    private func isClose(_ one: Double, _ other: Double, _ tolerance: Double = 1e-9) -> Bool {
        abs(one - other) <= tolerance * max(1, abs(other))
    }

    @Test func `the six coefficients of Shrout and Fleiss are those of their paper`() throws {
        let found = try IntraclassCorrelation(Self.targets)
        let printed: [(Double, Double)] = [
            (found.single(.oneWay).value, 0.17), (found.single(.agreement).value, 0.29),
            (found.single(.consistency).value, 0.71), (found.average(.oneWay).value, 0.44),
            (found.average(.agreement).value, 0.62), (found.average(.consistency).value, 0.91),
        ]
        for (value, expected) in printed { #expect(abs(value - expected) < 0.005) }
    }

    @Test func `the intervals of McGraw and Wong hold the coefficients and widen with confidence`()
        throws
    {
        let found = try IntraclassCorrelation(Self.targets)
        // As other programs print them for these data.
        let agreement = found.single(.agreement)
        #expect(abs(agreement.lower - 0.019) < 0.001 && abs(agreement.upper - 0.761) < 0.001)
        let average = found.average(.agreement)
        #expect(abs(average.lower - 0.071) < 0.001 && abs(average.upper - 0.927) < 0.001)
        for form in IntraclassCorrelation.Form.allCases {
            for estimate in [found.single(form), found.average(form)] {
                #expect(estimate.lower < estimate.value && estimate.value < estimate.upper)
            }
            let wide = found.single(form, confidence: 0.99)
            #expect(wide.lower < found.single(form).lower)
            #expect(wide.upper > found.single(form).upper)
        }
    }

    @Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
    struct ReferenceTests {
        private func example(_ name: String) throws -> [String: Any] {
            let path = SharedData.folder.appending(path: "reference/ref/w7.json")
            let all = try JSONSerialization.jsonObject(with: Data(contentsOf: path))
            return try #require((all as? [String: Any])?[name] as? [String: Any])
        }

        private func expect(_ found: Double, is expected: Any?) throws {
            let expected = try #require(expected as? Double)
            #expect(abs(found - expected) <= 1e-9 * max(1, abs(expected)))
        }

        @Test(arguments: ["shrout_fleiss_1979", "contest_30x4", "contest_12x7_ties"])
        func `intraclass correlations, intervals and concordance are the reference's`(
            name: String
        ) throws {
            let example = try example(name)
            let rows = try #require(example["targets_by_raters"] as? [[Double]])
            let matrix = MarkMatrix(rows)
            let found = try IntraclassCorrelation(matrix)
            let values = try #require(example["icc"] as? [String: Double])
            let intervals = try #require(example["icc_ci95"] as? [String: [Double]])
            for (key, form) in [
                ("ICC1", IntraclassCorrelation.Form.oneWay), ("ICC2", .agreement),
                ("ICC3", .consistency),
            ] {
                try expect(found.single(form).value, is: values[key])
                try expect(found.average(form).value, is: values[key + "k"])
                guard form != .agreement else { continue }
                try expect(found.single(form).lower, is: intervals[key]?[0])
                try expect(found.single(form).upper, is: intervals[key]?[1])
                try expect(found.average(form).lower, is: intervals[key + "k"]?[0])
                try expect(found.average(form).upper, is: intervals[key + "k"]?[1])
            }
            let concordance = try Concordance(matrix)
            try expect(concordance.value, is: example["kendall_W_tie_corrected"])
            try expect(concordance.chiSquare, is: example["friedman_chi2"])
            try expect(
                KrippendorffAlpha(matrix, .interval).value, is: example["alpha_interval"])
            try expect(KrippendorffAlpha(matrix, .ordinal).value, is: example["alpha_ordinal"])
        }

        @Test(arguments: ["krippendorff_2011", "contest_5x25_gaps"])
        func `Krippendorff's alpha with gaps is the reference's`(name: String) throws {
            let example = try example(name)
            let judges = try #require(example["raters_by_units"] as? [[Any]])
            let matrix = MarkMatrix(
                judges[0].indices.map { unit in judges.map { $0[unit] as? Double } })
            for (key, level) in [
                ("nominal", KrippendorffAlpha.Level.nominal), ("ordinal", .ordinal),
                ("interval", .interval), ("ratio", .ratio),
            ] {
                try expect(KrippendorffAlpha(matrix, level).value, is: example["alpha_" + key])
            }
        }

        @Test func `the kappas are the reference's`() throws {
            let fleiss = try example("fleiss_wikipedia_10x5")
            let counts = try #require(fleiss["counts"] as? [[Int]])
            try expect(Kappa.fleiss(counts), is: fleiss["fleiss_kappa"])
            let cohen = try example("cohen_4x4")
            let table = try #require(cohen["table"] as? [[Int]])
            for (key, weighting) in [
                ("kappa", Kappa.Weighting.none), ("kappa_linear", .linear),
                ("kappa_quadratic", .quadratic),
            ] {
                try expect(Kappa.cohen(table, weighting), is: cohen[key])
            }
        }

        @Test func `the components of Gleser's patients are the published ones`() throws {
            var marks: [String: [String: [Double]]] = [:]
            for row in try DataTable("small_worked_examples/gleser.csv").rows {
                let mark = try #require(row["rating"].flatMap { Double($0) })
                marks[row["patient"] ?? "", default: [:]][row["item"] ?? "", default: []]
                    .append(mark)
            }
            let table = marks.sorted { $0.key < $1.key }.map { patient in
                patient.value.sorted { $0.key < $1.key }.map(\.value)
            }
            let study = try CrossedStudy(table)
            for (found, printed) in [
                (study.submissions, 0.4187), (study.criteria, 0.4672), (study.judges, -0.0141),
                (study.submissionsByCriteria, 0.4273), (study.submissionsByJudges, 0.1919),
                (study.criteriaByJudges, 0.0205), (study.rest, 0.6212),
            ] {
                #expect(abs(found - printed) < 5e-5)
            }
        }
    }

    @Test func `a quantile is where the distribution reaches its chance`() {
        // Printed tables: F(0.95; 5, 10) = 3.3258, F(0.99; 3, 20) = 4.9382.
        #expect(abs(FDistribution(5, 10).quantile(0.95) - 3.3258) < 5e-5)
        #expect(abs(FDistribution(3, 20).quantile(0.99) - 4.9382) < 5e-5)
        for (one, other) in [(1.0, 1.0), (2, 7.5), (40, 3), (1_000, 2_000)] {
            let distribution = FDistribution(one, other)
            for chance in [0.001, 0.025, 0.5, 0.975, 0.999] {
                let found = distribution.chance(upTo: distribution.quantile(chance))
                #expect(abs(found - chance) < 1e-12)
            }
        }
        // With two degrees of freedom above, the chance has a closed form.
        #expect(isClose(FDistribution(2, 6).chance(upTo: 1.5), 1 - pow(1.5, -3), 1e-13))
    }

    @Test(arguments: SeededCases(20))
    func `shift, scale and order of judges and submissions change no coefficient`(
        sample: SeededCases.Case
    ) throws {
        var random = sample.random
        let (rows, columns) = (3 + random.below(9), 2 + random.below(5))
        let marks = (0..<rows).map { _ in (0..<columns).map { _ in Double(random.below(30)) } }
        let places = random.shuffled(Array(0..<columns))
        let changed = random.shuffled(marks).map { row in places.map { 2.5 * row[$0] + 7 } }
        let (one, other) = (MarkMatrix(marks), MarkMatrix(changed))
        for form in IntraclassCorrelation.Form.allCases {
            let found = try IntraclassCorrelation(other).average(form)
            let expected = try IntraclassCorrelation(one).average(form)
            #expect(isClose(found.value, expected.value, 1e-8))
        }
        #expect(isClose(try Concordance(other).value, try Concordance(one).value))
        for level in [KrippendorffAlpha.Level.nominal, .ordinal, .interval] {
            let found = try KrippendorffAlpha(other, level).value
            #expect(isClose(found, try KrippendorffAlpha(one, level).value))
        }
    }

    @Test func `the design study grows a panel until the score is reliable`() {
        let study = Generalisability(submissions: 36, judges: 9, error: 25)
        #expect(isClose(study.reliability(panel: 5, sharesJudges: false), 36 / (36 + 34.0 / 5)))
        #expect(isClose(study.reliability(panel: 5, sharesJudges: true), 36.0 / 41))
        for target in [0.5, 0.8, 0.9, 0.95] {
            for shares in [true, false] {
                let panel = study.panel(for: target, sharesJudges: shares) ?? 0
                #expect(study.reliability(panel: panel, sharesJudges: shares) >= target - 1e-9)
                let smaller = study.reliability(panel: panel - 1, sharesJudges: shares)
                #expect(smaller < target)
            }
        }
        let alike = Generalisability(submissions: 0, judges: 1, error: 1)
        #expect(alike.panel(for: 0.8, sharesJudges: true) == nil)
        #expect(alike.reliability(panel: 9, sharesJudges: true) == 0)
    }

    @Test func `tables that carry no coefficient are refused with their reason`() {
        let gap = MarkMatrix([[1, 2], [3, nil], [4, 5]])
        #expect(throws: ReliabilityRefusal.missing(submission: 1, judge: 1)) {
            try IntraclassCorrelation(gap)
        }
        #expect(throws: ReliabilityRefusal.missing(submission: 1, judge: 1)) {
            try Concordance(gap)
        }
        #expect(throws: ReliabilityRefusal.tooFew(submissions: 2, judges: 1)) {
            try IntraclassCorrelation(MarkMatrix([[1], [2]]))
        }
        #expect(throws: ReliabilityRefusal.allEqual) {
            try Concordance(MarkMatrix([[3, 3], [3, 3]]))
        }
        #expect(throws: ReliabilityRefusal.nothingShared) {
            try KrippendorffAlpha(MarkMatrix([[1, nil], [nil, 2]]), .interval)
        }
        #expect(throws: ReliabilityRefusal.outOfRange) {
            try KrippendorffAlpha(MarkMatrix([[-1, 2], [2, 3]]), .ratio)
        }
        #expect(throws: ReliabilityRefusal.outOfRange) { try Kappa.cohen([[1, 2], [3]]) }
        #expect(throws: ReliabilityRefusal.allEqual) { try Kappa.cohen([[5, 0], [0, 0]]) }
        #expect(throws: ReliabilityRefusal.outOfRange) { try Kappa.fleiss([[2, 1], [1, 1]]) }
        #expect(throws: ReliabilityRefusal.allEqual) { try Kappa.fleiss([[3, 0], [3, 0]]) }
        #expect(throws: ReliabilityRefusal.outOfRange) {
            try CrossedStudy([[[1, 2]], [[2, 3]]])
        }
    }
}
