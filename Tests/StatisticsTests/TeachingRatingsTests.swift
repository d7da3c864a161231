import Foundation
import Statistics
import TestSupport
import Testing

/// 73,421 ratings of 1,128 lecturers by 2,972 students (the open data set InstEval of lme4), whose
/// fits are published or were computed by other programs.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct TeachingRatingsTests {
    /// A rating is a mark that a student, as a judge, gives a lecturer.
    struct Ratings {
        var lecturers: [String] = []
        var students: [String] = []
        var marks: MarkColumns

        init() throws {
            var (submissions, judges, values): ([Int32], [Int32], [Double]) = ([], [], [])
            var (lecturerNumbers, studentNumbers): ([String: Int32], [String: Int32]) = ([:], [:])
            for row in try DataTable("insteval/ratings.csv.gz").rows {
                let lecturer = try #require(row["lecturer"])
                let student = try #require(row["student"])
                submissions.append(Self.number(lecturer, &lecturerNumbers, &lecturers))
                judges.append(Self.number(student, &studentNumbers, &students))
                values.append(try #require(row["rating"].flatMap { Double($0) }))
            }
            marks = MarkColumns(
                submissions: submissions, judges: judges, values: values,
                submissionCount: lecturers.count, judgeCount: students.count)
        }

        private static func number(
            _ name: String, _ numbers: inout [String: Int32], _ names: inout [String]
        ) -> Int32 {
            if let number = numbers[name] { return number }
            let number = Int32(names.count)
            numbers[name] = number
            names.append(name)
            return number
        }
    }

    private static let ratings = Result { try Ratings() }
    private static let model = Result { try MixedModel(ratings.get().marks) }

    /// The fit whose score equations were solved to 1e-15; its first factor is the students'.
    private func solved() throws -> [String: Any] {
        let path = SharedData.folder.appending(path: "reference/ref/w4.json")
        let all = try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any]
        let fits = try #require(all?["InstEval"] as? [String: Any])
        let name = "numpy/scipy REML reference (dense judge Schur)"
        let fit = try #require(fits[name] as? [String: Any])
        return try #require(fit["json"] as? [String: Any])
    }

    private func expectEqual(_ found: Double, _ expected: Double, within tolerance: Double = 1e-8) {
        #expect(abs(found - expected) <= tolerance * max(1, abs(expected)))
    }

    @Test func `variances, likelihood and mean are those of the solved score equations`() throws {
        let model = try Self.model.get()
        let solved = try solved()
        for (name, found) in [
            ("var_s", model.variances.judges), ("var_d", model.variances.submissions),
            ("var_e", model.variances.error), ("fixef", model.means[0].value),
            ("se", model.means[0].error), ("m2_log_reml", model.criterion),
        ] {
            expectEqual(found, try #require(solved[name] as? Double))
        }
        #expect(abs(model.criterion - 237783.88038798) < 1e-10 * 237783.88038798)
        // As lme4 1.1-31 has them, which stops a little short.
        expectEqual(model.variances.judges, 0.106214503879, within: 5e-5)
        expectEqual(model.variances.submissions, 0.273734859664, within: 5e-5)
        expectEqual(model.variances.error, 1.387179706643, within: 5e-5)
        expectEqual(model.criterion, 237783.880388, within: 1e-9)
    }

    @Test func `predictions and their errors are those of the solved score equations`() throws {
        let model = try Self.model.get()
        let ratings = try Self.ratings.get()
        let solved = try solved()
        func check(_ name: String, _ names: [String], _ value: (Int) -> Double) throws {
            let expected = try #require(solved[name] as? [String: Double])
            #expect(expected.count == 5)
            for (level, number) in expected {
                expectEqual(value(try #require(names.firstIndex(of: level))), number)
            }
        }
        try check("blup_s", ratings.students) { -model.severities[$0].value }
        try check("blup_d", ratings.lecturers) { model.submissions[$0].value }
        try check("blup_se_d", ratings.lecturers) { model.submissions[$0].error }
        let severities = model.severities.reduce(0) { $0 + $1.value * $1.value }
        expectEqual(severities, try #require(solved["blup_s_sum2"] as? Double))
        let qualities = model.submissions.reduce(0) { $0 + $1.value * $1.value }
        expectEqual(qualities, try #require(solved["blup_d_sum2"] as? Double))
    }

    @Test func `all predictions are lme4's to the digits that it is right to`() throws {
        let model = try Self.model.get()
        let ratings = try Self.ratings.get()
        for (name, column, names, sign) in [
            ("lecturers.csv", "lecturer", ratings.lecturers, 1.0),
            ("students.csv.gz", "student", ratings.students, -1.0),
        ] {
            let places = Dictionary(
                uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
            let rows = try DataTable("insteval/reference_blup_\(name)").rows
            #expect(rows.count == names.count)
            for row in rows {
                let place = try #require(row[column].flatMap { places[$0] })
                let found =
                    sign > 0 ? model.submissions[place].value : -model.severities[place].value
                let expected = try #require(row["blup"].flatMap { Double($0) })
                expectEqual(found, expected, within: 2e-6)
            }
        }
    }
}
