import Contests

/// Changes that would make an impossible part of an assignment possible; each is tried before it
/// is told.
struct WaysOut {
    let problem: AssignmentProblem
    /// The submissions that each judge is given.
    let takes: [[Int]]
    let region: ShortfallSearch.Region
    /// Pairs up to which a part with rules of panels is tried.
    static let mostSearched = 20_000

    /// More judges, smaller panels, higher loads: the least of each that does alone.
    func forMissingJudges(_ shortfall: AssignmentShortfall) -> [AssignmentShortfall.WayOut] {
        let part = part()
        // Rules of panels make each trial a search: in a large part none is tried.
        let pairs = part.candidates.reduce(0) { $0 + $1.count }
        guard part.panelRules.isEmpty || pairs <= Self.mostSearched else { return [] }
        let lacking = shortfall.needed - shortfall.available
        return [moreJudges(part, lacking), smallerPanels(part, shortfall), higherLoad(part)]
            .compactMap(\.self)
    }

    /// The problem of the region alone: its submissions, and what its judges have left for them.
    private func part() -> AssignmentProblem {
        let submissions = region.submissions.sorted()
        let place = AssignmentProblem.places(submissions)
        var part = problem
        part.submissions = submissions.map { problem.submissions[$0] }
        part.demands = submissions.map { problem.demands[$0] }
        part.candidates = submissions.map { submission in
            problem.candidates[submission].map { .init(judge: Int($0.judge), affinity: 0) }
        }
        part.loads = problem.loads.indices.map { judge in
            let elsewhere = takes[judge].count { !region.submissions.contains($0) }
            return 0...max(0, problem.loads[judge].upperBound - elsewhere)
        }
        part.locked = problem.locked.compactMap { pair in
            place[pair.submission].map { .init(submission: $0, judge: pair.judge) }
        }
        part.kept = []
        return part
    }

    private func isPossible(_ part: AssignmentProblem) -> Bool {
        let solution = AssignmentSolver(seed: 0, searchLimit: 10).solve(part)
        return AssignmentAudit(part, solution).unmet.isEmpty
    }

    private func moreJudges(
        _ part: AssignmentProblem, _ lacking: Int
    ) -> AssignmentShortfall.WayOut? {
        let load = min(
            part.submissions.count,
            problem.stageLoad ?? problem.loads.map(\.upperBound).max() ?? part.submissions.count)
        guard load > 0 else { return nil }
        let least = max(1, (lacking + load - 1) / load)
        let tried = (least...least + 3).first { number in
            var part = part
            for _ in 0..<number {
                part.judges.append(JudgeID("\u{10FFFF}\(part.judges.count)"))
                part.loads.append(0...load)
                for submission in part.candidates.indices {
                    part.candidates[submission].append(
                        .init(judge: part.judges.count - 1, affinity: 0))
                }
            }
            return isPossible(part)
        }
        return tried.map { .moreJudges($0) }
    }

    private func smallerPanels(
        _ part: AssignmentProblem, _ shortfall: AssignmentShortfall
    ) -> AssignmentShortfall.WayOut? {
        let wanted = part.demands.map(\.lowerBound).max() ?? 0
        let most = min(wanted - 1, shortfall.available / max(1, part.submissions.count))
        guard most >= 1 else { return nil }
        let tried = (max(1, most - 2)...most).reversed().first { size in
            var part = part
            part.demands = part.demands.map { min(size, $0.lowerBound)...$0.upperBound }
            return isPossible(part)
        }
        return tried.map { .smallerPanels($0) }
    }

    /// The least limit, found by halving, at which the region's judges could take everything.
    private func higherLoad(_ part: AssignmentProblem) -> AssignmentShortfall.WayOut? {
        func isEnough(_ load: Int) -> Bool {
            var part = part
            for judge in region.judges {
                let limit = part.loads[judge].upperBound
                part.loads[judge] = 0...max(limit, load)
            }
            return isPossible(part)
        }
        var low = region.judges.map { part.loads[$0].upperBound }.min() ?? 0
        var high = part.submissions.count
        guard low < high, isEnough(high) else { return nil }
        while high - low > 1 {
            let middle = (low + high) / 2
            if isEnough(middle) { high = middle } else { low = middle }
        }
        return .higherLoad(high)
    }
}
