import Assigning
import Contests
import Foundation
import TestSupport
import Testing

/// Certified optima of two real conferences: the affinities of MIDL 2018, and bids of PrefLib's
/// MD-00002.
///
/// > A. Kobren, B. Saha, A. McCallum. "Paper Matching with Local Fairness Constraints." *KDD* 2019.
/// > doi:10.1145/3292500.3330899
///
/// > N. Mattei, T. Walsh. "PrefLib: A Library for Preferences." *ADT* 2013.
/// > doi:10.1007/978-3-642-41575-3_20
struct SharedReviewersTests {
    /// Affinities are given with up to 12 decimals.
    private static let scale = 1e12

    @Test(
        .enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"),
        arguments: [
            ("preflib1", 0...6, 497.0), ("midl2018", 0...4, 201.884_879_50),
            ("midl2018", 2...4, 150.043_125_14),
        ])
    func `reproduces the certified optimum of a conference`(
        conference: String, loads: ClosedRange<Int>, optimum: Double
    ) throws {
        let problem = try Self.problem(conference, loads: loads)
        let solution = AssignmentSolver(seed: 1).solve(problem)
        let audit = AssignmentAudit(problem, solution)
        #expect(audit.isProven && audit.unmet.isEmpty)
        // Eight decimals are published.
        #expect(abs(Double(solution.totalAffinity) / Self.scale - optimum) <= 0.6e-8)
    }

    @Test(
        .enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"),
        arguments: [("preflib1", 6, 3.0), ("midl2018", 4, 0.944_839_16)])
    func `the worst-off paper of a conference has what a linear program lets it have at most`(
        conference: String, load: Int, greatest: Double
    ) throws {
        var problem = try Self.problem(conference, loads: 0...load)
        problem.objective = .worstFirst
        let solution = AssignmentPlanner(seed: 1).plan(problem)
        let audit = AssignmentAudit(problem, solution)
        #expect(audit.findings.isEmpty && audit.unmet.isEmpty)
        var affinities = [Int](repeating: 0, count: problem.submissions.count)
        for pair in solution.pairs {
            affinities[pair.submission] += problem.affinity(of: pair) ?? 0
        }
        let worst = Double(affinities.min() ?? 0) / Self.scale
        #expect(abs(worst - greatest) <= 0.6e-8)
        #expect(audit.worstBound == affinities.min())
    }

    /// Optima of the randomised assignment, which another program found as a linear program.
    ///
    /// > S. Jecmen, H. Zhang, R. Liu, N. B. Shah, V. Conitzer, F. Fang. "Mitigating Manipulation in
    /// > Peer Review via Randomized Reviewer Assignments." *NeurIPS* 2020. arXiv:2006.16437
    @Test(
        .enabled(if: SharedData.isPresent, "the shared data is not beside this checkout"),
        arguments: [("preflib1", 6), ("midl2018", 4)])
    func `a limit on each pair's chance expects what the linear program does`(
        conference: String, load: Int
    ) throws {
        let problem = try Self.problem(conference, loads: 0...load)
        let rows = try String(
            contentsOf: SharedData.url("reviewer_assignment").appending(path: "reference.csv"),
            encoding: .utf8
        ).split(whereSeparator: \.isNewline).filter {
            $0.hasPrefix(conference) && $0.contains("each pair at most ")
        }
        #expect(rows.count == 11)
        for row in rows {
            let chance = row.split(separator: "at most ").last?.prefix { $0 != "\"" } ?? ""
            let thousandths = Int(((Double(chance) ?? 0) * 1_000).rounded())
            let limit = try #require(ChanceLimit(thousandths: thousandths))
            let plan = ChancePlan(problem, limit: limit)
            let expected = row.split(separator: ",").dropLast().last ?? ""
            guard let optimum = Double(expected) else {
                #expect(expected == "infeasible" && !plan.isComplete, "\(row)")
                continue
            }
            let found = Double(plan.expectedAffinity(problem)) / Double(limit.whole) / Self.scale
            #expect(plan.isComplete && abs(found - optimum) <= 0.6e-8, "\(row)")
            #expect(plan.bound(of: problem) == plan.expectedAffinity(problem), "\(row)")
        }
    }

    private static func problem(
        _ conference: String, loads: ClosedRange<Int>
    ) throws -> AssignmentProblem {
        let rows = try table("pairs.csv.gz").filter { $0.first == conference }
        let papers = Set(rows.map { $0[2] }).sorted()
        let reviewers = Set(rows.map { $0[1] }).sorted()
        let open = rows.filter { ["0", "False", ""].contains($0[4]) }
        let affinities = Dictionary(
            uniqueKeysWithValues: open.map {
                ([$0[2], $0[1]], Int(((Double($0[3]) ?? 0) * scale).rounded()))
            })
        return AssignmentProblem(
            stage: StageID(track: "t", name: "s"), submissions: papers.map { SubmissionID($0) },
            judges: reviewers.map { JudgeID($0) }, demands: papers.map { _ in 3...3 },
            loads: reviewers.map { _ in loads },
            candidates: papers.map { paper in
                reviewers.enumerated().compactMap { position, reviewer in
                    affinities[[paper, reviewer]].map { .init(judge: position, affinity: $0) }
                }
            })
    }

    private static func table(_ name: String) throws -> [[String]] {
        let unzip = Process()
        unzip.executableURL = URL(filePath: "/bin/gzip")
        unzip.arguments = ["-dc", SharedData.url("reviewer_assignment").path + "/" + name]
        let pipe = Pipe()
        unzip.standardOutput = pipe
        try unzip.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        unzip.waitWithinLimit()
        return text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
