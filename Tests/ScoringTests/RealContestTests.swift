import Contests
import Foundation
import Numbers
import Scoring
import TestSupport
import Testing

/// A real innovation contest with 2,015 works, 97 + 16 judges and two stages; the rules are those
/// that its README states.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct RealContestTests {
    /// A row of the file of a stage: work, slot, judge, raw, standard, reconsidered.
    struct Row {
        let work: SubmissionID
        let judge: JudgeID
        let raw: String
        let standard: String
        let reconsidered: String
    }

    static func rows(_ name: String) throws -> [Row] {
        let text = try String(contentsOf: SharedData.url("gmcm-2023/\(name)"), encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(
                String.init)
            return Row(
                work: SubmissionID(cells[0]), judge: JudgeID(cells[2]), raw: cells[3],
                standard: cells[4], reconsidered: cells.count > 5 ? cells[5] : "")
        }
    }

    /// Final scores by work.
    static func official() throws -> [SubmissionID: Ratio] {
        let text = try String(contentsOf: SharedData.url("gmcm-2023/official.csv"), encoding: .utf8)
        var finals: [SubmissionID: Ratio] = [:]
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(
                String.init)
            finals[SubmissionID(cells[0])] = try Ratio(parsing: cells[1])
        }
        return finals
    }

    static let standardise = ScoringStep.standardise(
        StandardiseStep(mean: points("50"), deviation: points("10")))
    static let range = ScoringStep.range(RangeStep(limit: points("20")))
    static let carry = ScoringStep.carry(
        CarryStep(sources: [CarryStep.Source(stage: "first", weight: ratio("1/5"))]))

    static func stages(fromRaw: Bool) -> (first: ScoringCase, final: ScoringCase) {
        let before = fromRaw ? [ScoringStep.criteria(.sum), standardise] : [.criteria(.sum)]
        var first = ScoringCase(before + [.judges(.sum)])
        first.stage.id = StageID(track: ScoringCase.track, name: "first")
        first.stage.advancement = Advancement(to: "s", count: 352)
        let final = ScoringCase(before + [range, .judges(.sum), carry], earlier: ["first"])
        return (first, final)
    }

    /// Both stages scored, the second for those whom the first one advanced.
    static func scored(fromRaw: Bool) throws -> (first: StageScores, final: StageScores) {
        var (first, final) = stages(fromRaw: fromRaw)
        for row in try rows("stage1.csv") {
            first.mark(row.work, by: row.judge, [fromRaw ? row.raw : row.standard])
        }
        let firstScores = first.scores()
        let standings = AdmittedStandings(
            first.standings(), stage: first.stage, record: first.record)
        #expect(standings.undecided.isEmpty)
        let secondRows = try rows("stage2.csv")
        #expect(standings.admitted == Set(secondRows.map(\.work)).sorted())
        for row in secondRows {
            final.mark(row.work, by: row.judge, [fromRaw ? row.raw : row.standard])
            if !row.reconsidered.isEmpty {
                final.reconsider(row.work, judge: row.judge, row.reconsidered)
            }
        }
        final.earlier = ["first": firstScores]
        return (firstScores, final.scores())
    }

    static func agreeing(
        _ scores: StageScores, with official: [SubmissionID: Ratio], of works: [SubmissionID]
    ) throws -> Int {
        try works.count { work in
            guard let score = scores[work]?.score, let published = official[work] else {
                return false
            }
            return try (score - published).magnitude <= ratio("0.0101")
        }
    }

    @Test func `the published standard scores give the published finals`() throws {
        let (first, final) = try Self.scored(fromRaw: false)
        let official = try Self.official()
        let finalists = final.submissions.map(\.submission)
        let others = Set(first.submissions.map(\.submission)).subtracting(finalists).sorted()
        #expect(finalists.count == 352)
        #expect(try Self.agreeing(final, with: official, of: finalists) == 352)
        #expect(others.count == 1663)
        #expect(try Self.agreeing(first, with: official, of: others) == 1661)
        #expect(final.submissions.count(where: \.isSentBack) == 105)
        #expect(first.troubles.isEmpty && final.troubles.isEmpty)
    }

    @Test func `the raw marks give the published standard scores`() throws {
        let (first, final) = try Self.scored(fromRaw: true)
        #expect(try Self.standardsAgreeing(first, with: "stage1.csv") == 10_053)
        #expect(try Self.standardsAgreeing(final, with: "stage2.csv") == 1_044)
        #expect(final.submissions.count(where: \.isSentBack) == 106)
        #expect(first.troubles.isEmpty && final.troubles.isEmpty)
    }

    static func standardsAgreeing(_ scores: StageScores, with file: String) throws -> Int {
        try rows(file).count { row in
            let sheet = scores[row.work]?.sheets.first { $0.judge == row.judge }
            guard let standard = sheet?.standard else { return false }
            return try (standard - Ratio(parsing: row.standard)).magnitude <= ratio("0.02")
        }
    }
}
