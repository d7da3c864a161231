import Assigning
import Contests
import Foundation
import TestSupport
import Testing

/// Certified optima of a real conference's bids, PrefLib MD-00002.
///
/// > N. Mattei, T. Walsh. "PrefLib: A Library for Preferences." *ADT* 2013.
/// > doi:10.1007/978-3-642-41575-3_20
struct SharedReviewersTests {
    @Test(.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"))
    func `reproduces the certified optimum of a conference's bids`() throws {
        let folder = SharedData.url("reviewer_assignment").path
        let unzip = Process()
        unzip.executableURL = URL(filePath: "/bin/gzip")
        unzip.arguments = ["-dc", folder + "/pairs.csv.gz"]
        let pipe = Pipe()
        unzip.standardOutput = pipe
        try unzip.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        unzip.waitUntilExit()
        let rows = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }.filter { $0.first == "preflib1" }
        let papers = Set(rows.map { $0[2] }).sorted()
        let reviewers = Set(rows.map { $0[1] }).sorted()
        let bids = Dictionary(
            uniqueKeysWithValues: rows.filter { ["0", "False", ""].contains($0[4]) }.map {
                ([$0[2], $0[1]], Int(Double($0[3]) ?? 0))
            })
        let problem = AssignmentProblem(
            stage: StageID(track: "t", name: "s"), submissions: papers.map { SubmissionID($0) },
            judges: reviewers.map { JudgeID($0) }, demands: papers.map { _ in 3...3 },
            loads: reviewers.map { _ in 0...6 },
            candidates: papers.map { paper in
                reviewers.enumerated().compactMap { position, reviewer in
                    bids[[paper, reviewer]].map { .init(judge: position, affinity: $0) }
                }
            })
        let solution = AssignmentSolver(seed: 1).solve(problem)
        #expect(solution.totalAffinity == 497)
        #expect(AssignmentAudit(problem, solution).isProven)
    }
}
