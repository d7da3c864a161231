import Foundation
import Statistics
import TestSupport
import Testing

/// Published fits of comparisons and rankings.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct PublishedPairwiseTests {
    private static let folder = "pairwise_nascar_pudding"

    private func expectEqual(_ found: Double?, _ expected: String?, within: Double) {
        let expected = expected.flatMap { Double($0) }
        #expect(abs((found ?? .infinity) - (expected ?? -.infinity)) <= within)
    }

    @Test func `six puddings with ties have the worths computed elsewhere`() throws {
        var (better, worse, isTie): ([Int32], [Int32], [Bool]) = ([], [], [])
        for row in try DataTable("\(Self.folder)/pudding_pairs.csv").rows {
            func number(_ name: String) throws -> Int {
                try #require(row[name].flatMap { Int($0) })
            }
            let one = Int32(try number("brand_i") - 1)
            let other = Int32(try number("brand_j") - 1)
            let counts = [
                (one, other, false, try number("wins_i")),
                (other, one, false, try number("wins_j")), (one, other, true, try number("ties")),
            ]
            for (first, second, tie, count) in counts {
                better += [Int32](repeating: first, count: count)
                worse += [Int32](repeating: second, count: count)
                isTie += [Bool](repeating: tie, count: count)
            }
        }
        let model = try BradleyTerry(
            Comparisons(better: better, worse: worse, isTie: isTie, submissionCount: 6))
        let worths = model.strengths.map { exp($0) }
        let total = worths.reduce(0, +)
        let rows = try DataTable("\(Self.folder)/reference_pudding.csv").rows
        #expect(rows.count == 7)
        for (found, row) in zip(worths.map { $0 / total } + [model.tieWeight], rows) {
            expectEqual(found, row["value"], within: 1e-8)
        }
    }

    /// The races of 2002, each as its drivers from the first to the last, and all drivers.
    private func races() throws -> (rankings: [[String]], drivers: [String]) {
        var rankings: [String: [(place: Int, driver: String)]] = [:]
        for row in try DataTable("\(Self.folder)/nascar_finish.csv").rows {
            let place = try #require(row["position"].flatMap { Int($0) })
            let driver = try #require(row["driver"])
            rankings[row["race"] ?? "", default: []].append((place, driver))
        }
        let ordered = rankings.keys.sorted().map { race in
            (rankings[race] ?? []).sorted { $0.place < $1.place }.map(\.driver)
        }
        return (ordered, Set(ordered.joined()).sorted())
    }

    private func check(
        _ rankings: [[String]], _ drivers: [String], pseudoWeight: Double, reference: String,
        published: String
    ) throws {
        let numbers = Dictionary(
            uniqueKeysWithValues: drivers.enumerated().map { ($1, Int32($0)) })
        let model = try PlackettLuce(
            rankings: rankings.map { $0.compactMap { numbers[$0] } },
            submissionCount: drivers.count, pseudoWeight: pseudoWeight)
        let origin = Int(try #require(numbers["Austin Cameron"]))
        func value(_ row: [String: String], _ name: String) -> (worth: Double, error: Double?) {
            let one = Int(numbers[row[name] ?? ""] ?? 0)
            return (
                model.strengths[one] - model.strengths[origin],
                model.error(of: one, against: origin)
            )
        }
        let rows = try DataTable("\(Self.folder)/\(reference)").rows
        #expect(rows.count == drivers.count)
        for row in rows {
            expectEqual(value(row, "driver").worth, row["log_worth"], within: 1e-8)
            expectEqual(value(row, "driver").error, row["se"], within: 1e-7)
        }
        for row in try DataTable("\(Self.folder)/published.csv").rows
        where row["model"] == published {
            let found = value(row, "item")
            let isError = row["quantity"] == "se"
            let digits = (row["value"] ?? "").split(separator: ".").last?.count ?? 0
            expectEqual(
                isError ? found.error : found.worth, row["value"],
                within: digits > 2 ? 2e-6 : 0.005)
        }
    }

    @Test func `drivers of a season have the published worths`() throws {
        let (rankings, drivers) = try races()
        // Who was last in every race has no finite estimate and is left out.
        let last = drivers.filter { driver in
            rankings.allSatisfy { !$0.contains(driver) || $0.last == driver }
        }
        #expect(last.count == 4)
        try check(
            rankings.map { $0.filter { !last.contains($0) } },
            drivers.filter { !last.contains($0) }, pseudoWeight: 0,
            reference: "reference_nascar_ml.csv",
            published: "Plackett-Luce ML without the 4 always-last drivers")
        #expect(throws: PairwiseRefusal.self) {
            try check(rankings, drivers, pseudoWeight: 0, reference: "", published: "")
        }
    }

    @Test func `pseudo-rankings give the published worths and errors of all drivers`() throws {
        let (rankings, drivers) = try races()
        try check(
            rankings, drivers, pseudoWeight: 0.5, reference: "reference_nascar_pseudo.csv",
            published: "Plackett-Luce with pseudo-rankings 0.5")
    }
}
