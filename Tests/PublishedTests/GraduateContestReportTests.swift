import Contests
import Foundation
import Organizing
import TestSupport
import Testing

/// What the marks of a real innovation contest say beyond its official result.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
struct GraduateContestReportTests {
    private static let now = Timestamp(seconds: 1_700_000_000)
    private static let second = StageID(track: "works", name: "second")

    /// The report on the second stage, from the judges' marks of both.
    private func report() throws -> StageReport {
        let contest = try GraduateContest(.rawMarks)
        let workshop = contest.workshop
        let organizer = try Organizer(folder: workshop.path, author: "office", now: Self.now)
        _ = try organizer.load()
        for stage in [StageID(track: "works", name: "first"), Self.second] {
            let name = stage.name
            _ = try organizer.assign(stage, from: workshop.inside("assignments/\(name).csv"))
            _ = try organizer.collect(
                paths: [workshop.inside("marks/\(name).csv")], stage: stage)
            if name == "second" {
                _ = try organizer.reconsider(
                    stage, from: workshop.inside("decisions/reconsidered.csv"))
            }
            _ = try organizer.close(stage, reason: "")
            if name == "first" { _ = try organizer.advance(stage) }
        }
        return try organizer.stageReport(Self.second)
    }

    @Test func `severities, reliability and certain prizes of the contest`() throws {
        let report = try report()
        #expect(report.sheets == 11_131)
        #expect(report.sources.map(\.name) == ["first", "second"])
        #expect(report.judges.count == 113 && report.judges.allSatisfy(\.isToldApart))
        #expect(report.submissions.count == 352)
        // A point of severity weighs as much as a point of chance: 8.66 and 8.41 points, where
        // submissions differ by 14.20.
        #expect(abs(report.deviations.quality - 14.20) < 0.01)
        #expect(abs(report.deviations.severity - 8.66) < 0.01)
        #expect(abs(report.deviations.chance - 8.41) < 0.01)
        let panel = try #require(report.reliability.first { $0.judges == 5 })
        #expect(abs(panel.samePanel - 0.934) < 0.001 && abs(panel.otherPanel - 0.874) < 0.001)
        #expect(report.judgesNeeded == [2, 3])
        let severities = report.judges.map(\.severity.value)
        #expect(abs((severities.max() ?? 0) - 20.26) < 0.01)
        #expect(abs((severities.min() ?? 0) + 27.07) < 0.01)
        // One of the 27 first prizes and 108 of the 268 second ones are certain at 95 %; the number
        // of draws leaves a doubt of two or three.
        #expect(report.lines.map(\.places) == [27, 295])
        let certain = report.lines.indices.map { report.certain(atLine: $0) }
        #expect(certain.map(\.of) == [27, 268])
        #expect(abs(certain[0].certain - 1) <= 1)
        #expect(abs(certain[1].certain - 108) <= 4)
    }
}
