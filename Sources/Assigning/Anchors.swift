import Computing
import Contests

/// Chooses the submissions that every judge of a stage marks, to calibrate by.
///
/// Those come first that are so marked already, then those that the fewest judges may not mark,
/// then as the seed orders them.
struct Anchors {
    let problem: AssignmentProblem
    /// For each submission, everyone who may mark it, whatever heat they serve.
    let everyone: [[AssignmentProblem.Candidate]]
    let seed: UInt64

    /// - Parameter inForce: The pairs in force.
    /// - Returns: Positions of so many submissions, in ascending order.
    func chosen(_ count: Int, inForce: [AssignmentProblem.Pair]) -> [Int] {
        guard count > 0 else { return [] }
        var assigned = [Int](repeating: 0, count: problem.submissions.count)
        for pair in inForce { assigned[pair.submission] += 1 }
        var random = SeededRandom(seed: seed, label: "anchors \(problem.stage)")
        var turn = [Int](repeating: 0, count: problem.submissions.count)
        for (place, submission) in random.shuffled(0..<turn.count).enumerated() {
            turn[submission] = place
        }
        let keys = problem.submissions.indices.map { submission -> [Int] in
            let isInForce = assigned[submission] > problem.demands[submission].upperBound
            return [
                isInForce ? 0 : 1, problem.judges.count - everyone[submission].count,
                turn[submission], submission,
            ]
        }
        return keys.sorted { $0.lexicographicallyPrecedes($1) }.prefix(count).map { $0[3] }.sorted()
    }
}

extension AssignmentProblem {
    /// Has everyone who may mark them mark some submissions.
    ///
    /// - Parameter everyone: For each submission, everyone who may mark it, whatever heat they
    ///   serve.
    mutating func setAnchors(_ submissions: [Int], everyone: [[Candidate]]) {
        anchors = submissions
        for submission in submissions {
            candidates[submission] = everyone[submission]
            let count = everyone[submission].count
            demands[submission] = count...count
        }
    }
}
