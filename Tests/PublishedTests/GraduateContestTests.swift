import Contests
import Foundation
import Numbers
import Organizing
import TestSupport
import Testing

/// A real innovation contest with official scores, ranks and awards, run with the ordinary verbs.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct GraduateContestTests {
    static let now = Timestamp(seconds: 1_700_000_000)
    static let first = StageID(track: "works", name: "first")
    static let second = StageID(track: "works", name: "second")

    /// From folder to final standings, with whatever is to be decided in between.
    private func run(
        _ contest: GraduateContest, between: (Organizer, StageID) throws -> Void
    ) throws -> Organizer {
        let workshop = contest.workshop
        let organizer = try Organizer(folder: workshop.path, author: "office", now: Self.now)
        #expect(try organizer.load().status == .done)
        for stage in [Self.first, Self.second] {
            let name = stage.name
            _ = try organizer.assign(stage, from: workshop.inside("assignments/\(name).csv"))
            let collected = try organizer.collect(
                paths: [workshop.inside("marks/\(name).csv")], stage: stage)
            #expect(collected.status == .done)
            try between(organizer, stage)
            #expect(try organizer.close(stage, reason: "").status == .done)
            if stage == Self.first { _ = try organizer.advance(stage) }
        }
        return organizer
    }

    /// Whether a score agrees with the published one to 0.01, exactly.
    private func agrees(_ standing: Standing, _ contest: GraduateContest) throws -> Bool {
        let published = contest.official[standing.submission.text]?["final_score"] ?? ""
        let difference = try #require(standing.score) - Ratio(parsing: published)
        return try difference.magnitude <= Ratio(1, over: 100)
    }

    @Test func `from the published standard scores it reproduces finals, places and awards`() throws
    {
        let contest = try GraduateContest(.standardScores)
        let organizer = try run(contest) { organizer, stage in
            guard stage == Self.second else { return }
            let scores = try #require(try organizer.results(of: "works").scores["second"])
            let sentBack = scores.submissions.filter(\.isSentBack)
            #expect(sentBack.count == 105)
            _ = try organizer.reconsider(
                stage, from: contest.workshop.inside("decisions/reconsidered.csv"))
        }
        var results = try organizer.results(of: "works")
        let finalists = results.board.filter { $0.stage == Self.second }
        let others = results.board.filter { $0.stage == Self.first }
        #expect(finalists.count == 352)
        #expect(others.count == 1_663)
        let finalsEqual = try finalists.count { try agrees($0, contest) }
        #expect(finalsEqual == 352)
        let othersEqual = try others.count { try agrees($0, contest) }
        #expect(othersEqual == 1_661)
        let places = finalists.map { standing in
            abs(
                (standing.place?.approximation ?? 0)
                    - (Double(contest.official[standing.submission.text]?["rank"] ?? "") ?? 0))
        }
        #expect(places.count { $0 == 0 } == 311)
        #expect(places.count { $0 <= 1 } == 350)
        #expect(equalAwards(results.board, contest) == 2_013)

        _ = try organizer.override("W0024", place: 32, in: Self.second, reason: "decided by hand")
        results = try organizer.results(of: "works")
        #expect(equalAwards(results.board, contest) == 2_015)
    }

    @Test func `the 352 that advance are the official ones`() throws {
        let contest = try GraduateContest(.standardScores)
        let organizer = try run(contest) { _, _ in }
        let results = try organizer.results(of: "works")
        let official = Set(
            contest.publishedStandards("second").map { SubmissionID($0.work) })
        let advanced = results.board.filter { $0.stage == Self.second }.map(\.submission)
        #expect(Set(advanced) == official)
    }

    private func equalAwards(_ board: [Standing], _ contest: GraduateContest) -> Int {
        board.count { standing in
            let official = contest.official[standing.submission.text]?["award"] ?? ""
            return (standing.awards.first?.text ?? "") == official
        }
    }

    @Test func `from the raw marks it reproduces standard scores, reconsiderations and finals`()
        throws
    {
        let contest = try GraduateContest(.rawMarks)
        let organizer = try run(contest) { organizer, stage in
            let results = try organizer.results(of: "works")
            let scores = try #require(results.scores[stage.name])
            let computed = standards(scores)
            let moved = moves(contest.publishedStandards(stage.name), computed)
            if stage == Self.first {
                #expect(moved.count == 22)
                #expect(computed.count == 10_075)
            } else {
                #expect(moved.count == 12)
                #expect(computed.count == 1_056)
                #expect(scores.submissions.count(where: \.isSentBack) == 106)
            }
            try contest.workshop.writeCSV(
                ["submission", "judge", "points", "reason"], moved, to: "decisions/moves.csv")
            _ = try organizer.adjust(stage, from: contest.workshop.inside("decisions/moves.csv"))
            guard stage == Self.second else { return }
            _ = try organizer.reconsider(
                stage, from: contest.workshop.inside("decisions/reconsidered.csv"))
        }
        let board = try organizer.results(of: "works").board
        let equal = try board.filter { try agrees($0, contest) }
        #expect(equal.count { $0.stage == Self.second } == 332)
        #expect(equal.count { $0.stage == Self.first } == 1_656)
        let official = Set(contest.publishedStandards("second").map(\.work))
        let advanced = board.filter { $0.stage == Self.second }.map(\.submission.text)
        #expect(Set(advanced) == official)
    }

    private func standards(_ scores: StageScores) -> [String: Ratio] {
        var standards: [String: Ratio] = [:]
        for submission in scores.submissions {
            for sheet in submission.sheets {
                standards["\(sheet.judge)/\(submission.submission)"] = sheet.standard
            }
        }
        return standards
    }

    /// What was moved by hand: published minus computed, where they differ by more than 0.02.
    private func moves(
        _ published: [(judge: String, work: String, score: String)], _ computed: [String: Ratio]
    ) -> [[String]] {
        published.compactMap { row in
            guard let own = computed["\(row.judge)/\(row.work)"],
                let official = try? Ratio(parsing: row.score), let move = try? official - own,
                move.magnitude.approximation > 0.0200001
            else { return nil }
            return [row.work, row.judge, move.description, "moved by hand"]
        }
    }
}
