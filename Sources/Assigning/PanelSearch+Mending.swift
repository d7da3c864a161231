import Contests

extension PanelSearch {
    /// Rounds in which broken rules are mended, and the first of them that also fixes others.
    private static let dives = 12
    private static let freeDives = 3

    /// The rules outside the graph of which a panel has just as many judges as it may.
    private func fullGroups(_ panels: [[Int]]) -> [Group] {
        panels.indices.flatMap { submission in
            problem.panelRules.indices.filter { rule in
                !rulesOfSubmission[submission].contains(rule) && !isAnchor[submission]
                    && panels[submission].count { isMember[rule][$0] }
                        == problem.panelRules[rule].count.upperBound
            }.map { Group(submission: submission, rule: $0) }
        }
    }

    /// An assignment that obeys the rules if one is found by mending all broken ones at once.
    mutating func dive(from root: AssignmentSolution) -> AssignmentSolution {
        var decided: [Pair: Bool] = [:]
        var solution = root
        for round in 1...Self.dives {
            let before = decided.count
            let panels = solution.panels(problem)
            let broken = brokenGroups(solution).filter { !isBeyondHelp($0) }
            guard !broken.isEmpty else { break }
            // Later, limits that are just kept are fixed too, so that mending one panel does not
            // break another.
            for group in round < Self.freeDives ? broken : broken + fullGroups(panels) {
                mend(group, Set(panels[group.submission]), &decided)
            }
            guard decided.count > before else { break }
            solution = relaxed(decided)
        }
        return solution
    }

    /// Decides on the judges of a broken rule: the best stay, and no others come in their place;
    /// or the best that are missing come in.
    private func mend(_ group: Group, _ panel: Set<Int>, _ decided: inout [Pair: Bool]) {
        let rule = problem.panelRules[group.rule]
        func pair(_ judge: Int) -> Pair { Pair(submission: group.submission, judge: judge) }
        let candidates = problem.candidates[group.submission].filter {
            isMember[group.rule][Int($0.judge)]
        }.sorted { ($1.affinity, $0.judge) < ($0.affinity, $1.judge) }.map { Int($0.judge) }
        let inside = candidates.filter(panel.contains)
        if rule.isAllOrNone {
            let isComplete = candidates.count == rule.judges.count
            for judge in candidates where decided[pair(judge)] == nil {
                decided[pair(judge)] = isComplete
            }
            return
        }
        if inside.count < rule.count.lowerBound {
            let open = candidates.filter { !panel.contains($0) && decided[pair($0)] == nil }
            for judge in open.prefix(rule.count.lowerBound - inside.count) {
                decided[pair(judge)] = true
            }
            return
        }
        let fixed = inside.filter {
            decided[pair($0)] == true || problem.locked.contains(pair($0))
        }
        let free = inside.filter { !fixed.contains($0) }
        let staying = Set(fixed + free.prefix(max(0, rule.count.upperBound - fixed.count)))
        for judge in candidates where !staying.contains(judge) && decided[pair(judge)] == nil {
            decided[pair(judge)] = false
        }
    }
}
