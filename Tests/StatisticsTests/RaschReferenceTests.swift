import Foundation
import Statistics
import TestSupport
import Testing

/// The many-facet Rasch model against published estimates and those of other programs.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct RaschReferenceTests {
    private func expectEqual(_ found: Double?, _ expected: Double?, within: Double = 1e-8) {
        #expect(abs((found ?? .infinity) - (expected ?? -.infinity)) <= within)
    }

    /// Seven junior scientists, marked from 1 to 9 on five traits by three senior ones (Guilford
    /// 1954): judge, scientist, trait and category of each mark.
    private func creativity() throws -> [[Int32]] {
        let traits = ["trait_a", "trait_b", "trait_c", "trait_d", "trait_e"]
        var marks: [[Int32]] = []
        for row in try DataTable("guilford_creativity/ratings.csv").rows {
            let judge: Int32? = row["judge"].flatMap { Int32($0.dropFirst()) }
            let scientist: Int32? = row["scientist"].flatMap { Int32($0.dropFirst()) }
            let trait: Int? = traits.firstIndex(of: row["trait"] ?? "")
            let rating: Int32? = row["rating"].flatMap { Int32($0) }
            let mark: [Int32] = [
                try #require(judge) - 1, try #require(scientist) - 1, Int32(try #require(trait)),
                try #require(rating) - 1,
            ]
            marks.append(mark)
        }
        return marks
    }

    @Test func `scientists, traits, judges and steps are those computed elsewhere`() throws {
        let marks = try creativity()
        let model = try RaschModel(
            RatingColumns(
                submissions: marks.map { $0[1] }, judges: marks.map { $0[0] },
                criteria: marks.map { $0[2] }, categories: marks.map { $0[3] },
                highest: [8, 8, 8, 8, 8], submissionCount: 7, judgeCount: 3))
        // There the scientists sum to 0 and the judges do not.
        let shift = model.submissions.reduce(0) { $0 + ($1?.value ?? 0) } / 7
        var found: [String: Double] = [:]
        for (index, one) in model.submissions.enumerated() {
            found["S\(index + 1)"] = (one?.value ?? .nan) - shift
        }
        for (index, one) in model.judges.enumerated() {
            found["J\(index + 1)"] = (one?.value ?? .nan) - shift
        }
        for (index, one) in model.criteria.enumerated() {
            found["trait_\(["a", "b", "c", "d", "e"][index])"] = one?.value
        }
        for (index, one) in model.thresholds[0].enumerated() {
            found["step_\(index + 2)"] = one.value
        }
        let rows = try DataTable("guilford_creativity/reference_jmle.csv").rows
        #expect(rows.count == 23)
        for row in rows {
            // Eight decimals are given.
            expectEqual(
                found[row["parameter"] ?? ""], row["estimate"].flatMap { Double($0) },
                within: 1.5e-8)
        }
    }

    @Test func `the published estimates, whose raters are the scientists, are reproduced`() throws {
        let marks = try creativity()
        // There no judge has an effect, and each trait's scale ends at its own highest mark.
        let highest = (0..<5).map { trait in
            Int(marks.filter { $0[2] == trait }.map { $0[3] }.max() ?? 0)
        }
        let model = try RaschModel(
            RatingColumns(
                submissions: marks.map { $0[1] }, judges: marks.map { _ in 0 },
                criteria: marks.map { $0[2] }, categories: marks.map { $0[3] },
                highest: highest, submissionCount: 7, judgeCount: 1))
        let rows = try DataTable("guilford_creativity/published_tam_swapped_roles.csv").rows
        var published: [String: Double] = [:]
        for row in rows {
            published[row["parameter"] ?? ""] = row["estimate"].flatMap { Double($0) }
        }
        let steps = (2...9).compactMap { published["step\($0)"] }
        // The origin of the traits there is that of the steps.
        let origin = steps.reduce(0, +) / 8
        let level = model.submissions.reduce(0) { $0 + ($1?.value ?? 0) } / 7
        for (index, one) in model.submissions.enumerated() {
            expectEqual(
                level - (one?.value ?? .nan), published["raters\(index + 1)"], within: 0.003)
        }
        for (index, one) in model.criteria.enumerated() {
            let name = "Trait_\(["a", "b", "c", "d", "e"][index])"
            expectEqual((one?.value ?? .nan) - level - origin, published[name], within: 0.003)
        }
        for (index, one) in model.thresholds[0].enumerated() {
            expectEqual(one.value + origin, steps[index], within: 0.003)
        }
    }

    @Test func `estimates, errors, likelihood and fit of an incomplete design are equal`() throws {
        let path = SharedData.folder.appending(path: "reference/ref/w8.json")
        let all = try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any]
        let part = try #require(all?["A_jmle"] as? [String: Any])
        let rows = try #require(part["data"] as? [[Int]])
        let solved = try #require(part["estimates"] as? [String: Any])
        let fit = try #require(part["fit"] as? [String: [Double]])
        let model = try RaschModel(
            RatingColumns(
                submissions: rows.map { Int32($0[0]) }, judges: rows.map { Int32($0[1]) },
                criteria: rows.map { Int32($0[2]) }, categories: rows.map { Int32($0[3]) },
                highest: [4, 4, 4, 4], submissionCount: (rows.map { $0[0] }.max() ?? 0) + 1,
                judgeCount: 8))
        func check(_ name: String, _ found: [Double?]) throws {
            let expected = try #require(solved[name] as? [Double])
            #expect(expected.count == found.count)
            for (one, other) in zip(found, expected) { expectEqual(one, other) }
        }
        try check("theta", model.submissions.map { $0?.value })
        try check("judge", model.judges.map { $0?.value })
        try check("criterion", model.criteria.map { $0?.value })
        try check("tau", model.thresholds[0].map(\.value))
        try check("se_theta_first5", model.submissions.prefix(5).map { $0?.error })
        expectEqual(model.logLikelihood, solved["loglik"] as? Double)
        let fits = model.fits().judges
        for judge in 0..<8 {
            expectEqual(fits[judge]?.infit, fit["judge_infit"]?[judge])
            expectEqual(fits[judge]?.outfit, fit["judge_outfit"]?[judge])
        }
    }

    @Test func `conditional estimates and likelihood of a complete design are equal`() throws {
        let path = SharedData.folder.appending(path: "reference/ref/w8.json")
        let all = try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any]
        let part = try #require(all?["B_cml"] as? [String: Any])
        let rows = try #require(part["data"] as? [[Int]])
        let solved = try #require(part["estimates"] as? [String: Any])
        var columns = [[Int32]](repeating: [], count: 4)
        for (submission, row) in rows.enumerated() {
            for (place, category) in row.enumerated() {
                let mark = [submission, place / 3, place % 3, category]
                for column in 0..<4 { columns[column].append(Int32(mark[column])) }
            }
        }
        let model = try ConditionalRasch(
            RatingColumns(
                submissions: columns[0], judges: columns[1], criteria: columns[2],
                categories: columns[3], highest: [3, 3, 3], submissionCount: 120, judgeCount: 4))
        for (name, found) in [
            ("judge_centred", model.judges.map { $0?.value }),
            ("criterion_centred", model.criteria.map { $0?.value }),
            ("tau_centred", model.thresholds[0].map(\.value)),
        ] {
            let expected = try #require(solved[name] as? [Double])
            #expect(expected.count == found.count)
            for (one, other) in zip(found, expected) { expectEqual(one, other) }
        }
        expectEqual(model.logLikelihood, solved["cond_loglik"] as? Double)
    }
}
