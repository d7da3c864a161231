import Contests
import Foundation
import Organizing
import TestSupport

/// The real contest of 2,015 submissions and 11,131 sheets, from load to leaderboard, through the
/// ordinary verbs.
///
/// The check value counts the finals that agree with the official ones to 0.01.
struct GraduateContestWorkload: Workload {
    let name = "gmcm-2023"
    let peers: [Peer] = []

    var isPossible: Bool { SharedData.isPresent }

    func run() throws -> Measurement {
        let contest = try GraduateContest(.standardScores)
        let folder = contest.workshop.path
        let now = Timestamp(seconds: 1_700_000_000)
        let official = contest.official.mapValues { Double($0["final_score"] ?? "") ?? .nan }
        return try Measurement.of(name) {
            let organizer = try Organizer(folder: folder, author: "office", now: now)
            _ = try organizer.load()
            for name in ["first", "second"] {
                let stage = StageID(track: "works", name: name)
                _ = try organizer.assign(stage, from: "\(folder)/assignments/\(name).csv")
                _ = try organizer.collect(paths: ["\(folder)/marks/\(name).csv"], stage: stage)
                if name == "second" {
                    _ = try organizer.reconsider(
                        stage, from: "\(folder)/decisions/reconsidered.csv")
                }
                _ = try organizer.close(stage, reason: "")
                if name == "first" { _ = try organizer.advance(stage) }
            }
            _ = try organizer.rank("works")
            let board = try organizer.results(of: "works").board
            let equal = board.count { standing in
                let score = standing.score?.approximation ?? .nan
                return abs(score - (official[standing.submission.text] ?? .nan)) <= 0.01
            }
            return "\(equal) of \(board.count) finals"
        }
    }
}
