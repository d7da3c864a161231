import Computing

extension ChancePlan {
    /// Draws an assignment: every pair with its chance, demands and loads kept.
    ///
    /// The same seed gives the same assignment.
    public func drawn(_ problem: AssignmentProblem, seed: UInt64) -> [AssignmentProblem.Pair] {
        let (submissions, judges) = (problem.submissions.count, problem.judges.count)
        var draw = ChanceDraw(nodeCount: 1 + submissions + judges, whole: limit.whole)
        var pairs: [AssignmentProblem.Pair] = []
        var sums = [Int](repeating: 0, count: judges)
        for (submission, candidates) in problem.candidates.enumerated() {
            for (place, candidate) in candidates.enumerated() where shares[submission][place] > 0 {
                let (judge, share) = (Int(candidate.judge), shares[submission][place])
                pairs.append(.init(submission: submission, judge: judge))
                draw.add(from: 1 + submission, to: 1 + submissions + judge, value: share)
                sums[judge] += share
            }
        }
        for submission in shares.indices {
            draw.add(from: 0, to: 1 + submission, value: shares[submission].reduce(0, +))
        }
        for judge in sums.indices {
            draw.add(from: 1 + submissions + judge, to: 0, value: sums[judge])
        }
        var random = SeededRandom(seed: seed, label: "chance \(problem.stage)")
        draw.settle(&random)
        let chosen = pairs.indices.filter { draw.values[$0] == limit.whole }.map { pairs[$0] }
        return (fixed + chosen).sorted()
    }
}
