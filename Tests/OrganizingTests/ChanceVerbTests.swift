import Contests
import Organizing
import TestSupport
import Testing

/// A stage that limits the chance of each pair, through the office's verbs.
struct ChanceVerbTests {
    private let stage = AssigningContest.stage

    /// Four judges, four submissions, two judges each; J01 fits S01 far better than any other pair.
    private func office(
        chance: String
    ) throws -> (contest: AssigningContest, office: Organizer) {
        let contest = try AssigningContest(
            panel: "<panel minimum=\"2\" maximum=\"2\" maximum-load=\"2\" chance=\"\(chance)\" "
                + "affinity=\"fit.csv\"/>", judges: 4, submissions: 4)
        let rows = (1...4).flatMap { judge in
            (1...4).map { work in
                let worth = judge == work ? "90.5" : "10"
                return [AssigningContest.id("J", judge), AssigningContest.id("S", work), worth]
            }
        }
        try contest.workshop.writeCSV(["judge", "submission", "affinity"], rows, to: "fit.csv")
        return (contest, try contest.loaded())
    }

    private func text(_ report: Report, chinese: Bool = false) -> String {
        report.lines.map { chinese ? $0.chinese : $0.english }.joined(separator: "\n")
    }

    @Test func `a stage that draws its pairs needs a seed, and the same seed draws the same`()
        throws
    {
        let (contest, office) = try office(chance: "0.5")
        defer { withExtendedLifetime(contest) {} }
        let refusal = #expect(throws: Refusal.self) { try office.assign(stage, isDryRun: true) }
        let lines = refusal?.report.lines.map(\.english).joined() ?? ""
        let faults = refusal?.report.faults.lines(in: .english).joined() ?? ""
        #expect((lines + faults).contains("draws its pairs, and no seed is given"))
        let draws = try (1...20).map { seed in
            text(try office.assign(stage, seed: UInt64(seed), isDryRun: true))
        }
        #expect(draws[6] == text(try office.assign(stage, seed: 7, isDryRun: true)))
        #expect(draws[6].contains("the pairs were drawn with the seed 7"))
        #expect(Set(draws.map { $0.replacing(/seed \d+/, with: "") }).count > 3)
    }

    @Test func `the summary tells what a draw may expect, its proof, and what the limit costs`()
        throws
    {
        // Each submission expects half of its own judge and three halves of others:
        // 4 × (0.5 × 90.5 + 1.5 × 10) = 241, and 4 × (90.5 + 10) = 402 without the limit.
        let (contest, office) = try office(chance: "0.5")
        defer { withExtendedLifetime(contest) {} }
        let report = try office.assign(stage, seed: 3)
        let english = text(report)
        #expect(report.status == .done)
        #expect(
            english.contains(
                "no pair has a chance above 0.5: a draw may expect 241 affinity; judges' prices "
                    + "prove that no plan can expect more"), "\(english)")
        #expect(english.contains("the limit costs 161 affinity in expectation, of 402 without it"))
        #expect(text(report, chinese: true).contains("任何一对的概率都不超过 0.5：抽签的期望匹配度为 241；"))
        let audit = try office.auditAssignment(stage)
        #expect(audit.status == .done)
        #expect(text(audit).contains("a draw may expect 241 affinity"))
        #expect(text(audit).contains("every rule is obeyed"))
    }

    @Test func `the chance of a pair is told beside why it is or is not assigned`() throws {
        let (contest, office) = try office(chance: "0.7")
        defer { withExtendedLifetime(contest) {} }
        _ = try office.assign(stage, seed: 1)
        let own = try office.explainPair(["J01", "S01"], in: stage)
        #expect(
            text(own).contains(
                "where the whole stage is drawn, the pair has a chance of 0.7; none has more than "
                    + "0.7"))
        #expect(text(own, chinese: true).contains("整个阶段抽签时，这一对的概率为 0.7；"))
    }

    @Test func `a limit too low for the demands is refused with the least that would do`() throws {
        let (contest, office) = try office(chance: "0.4")
        defer { withExtendedLifetime(contest) {} }
        let refusal = #expect(throws: Refusal.self) {
            try office.assign(stage, seed: 1, isDryRun: true)
        }
        let told = (refusal?.report.lines.map(\.english) ?? []).joined()
        let faults = refusal?.report.faults.lines(in: .english).joined() ?? ""
        #expect((told + faults).contains("a chance of 0.4 for a pair leaves submissions of t/p"))
        #expect((told + faults).contains("Write chance=\"0.5\" or more"))
    }
}
