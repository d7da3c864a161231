import Contests

extension PanelSearch {
    /// What to give where the search found nothing that obeys every rule.
    ///
    /// The assignment without those judges whom a limit does not let on, so that what is left is
    /// too little and never too much. Where loads come first, also what the search for the greatest
    /// total finds, its loads made even as far as single exchanges do.
    func rescued(_ solution: AssignmentSolution) -> AssignmentSolution {
        let least = trimmed(solution)
        guard problem.objective == .evenLoads else { return least }
        var plain = problem
        plain.objective = .total
        var search = PanelSearch(problem: plain, seed: seed, limit: limit)
        let found = search.run()
        var even = AssignmentSolution(
            problem: problem, pairs: found.pairs, weights: solution.weights, prices: nil)
        while let pairs = evener(even) {
            even = AssignmentSolution(
                problem: problem, pairs: pairs, weights: solution.weights, prices: nil)
        }
        even.groups = found.groups
        func order(_ solution: AssignmentSolution) -> [Int] {
            let short = solution.wantsMet(problem)[0]
            return [short - brokenGroups(solution).count] + solution.merit(problem)
        }
        return order(least).lexicographicallyPrecedes(order(even)) ? even : least
    }

    /// The pairs with one judge in the place of another whose load is greater by two or more; the
    /// exchange that evens most, then loses least affinity; nothing where there is none.
    private func evener(_ solution: AssignmentSolution) -> [Pair]? {
        let loads = solution.loads(problem)
        let panels = solution.panels(problem)
        let fixed = Set(problem.locked).union(problem.kept)
        var best: (order: [Int], out: Pair, into: Pair)?
        for out in solution.pairs where !fixed.contains(out) {
            let submission = out.submission
            for candidate in problem.candidates[submission] {
                let judge = Int(candidate.judge)
                let gap = loads[out.judge] - loads[judge]
                guard gap >= 2, loads[judge] < problem.loads[judge].upperBound,
                    loads[out.judge] > problem.loads[out.judge].lowerBound,
                    !panels[submission].contains(judge),
                    problem.obeysRules(
                        panels[submission].filter { $0 != out.judge } + [judge], of: submission)
                else { continue }
                let loss = (problem.affinity(of: out) ?? 0) - Int(candidate.affinity)
                let order = [-gap, loss, submission, out.judge, judge]
                guard best.map({ order.lexicographicallyPrecedes($0.order) }) ?? true else {
                    continue
                }
                best = (order, out, Pair(submission: submission, judge: judge))
            }
        }
        guard let best else { return nil }
        return (solution.pairs.filter { $0 != best.out } + [best.into]).sorted()
    }

    /// The assignment without judges beyond a limit, those who fit least first, and without judges
    /// who sit without those they must sit with.
    private func trimmed(_ solution: AssignmentSolution) -> AssignmentSolution {
        let locked = Set(problem.locked)
        var panels = solution.panels(problem).map { Set($0) }
        for submission in panels.indices where !isAnchor[submission] {
            func affinity(_ judge: Int) -> Int {
                problem.affinity(of: Pair(submission: submission, judge: judge)) ?? 0
            }
            var hasChanged = true
            while hasChanged {
                hasChanged = false
                for (number, rule) in problem.panelRules.enumerated() {
                    let members = panels[submission].filter { isMember[number][$0] }
                    let isPart =
                        rule.isAllOrNone && !members.isEmpty && members.count < rule.judges.count
                    let excess = isPart ? members.count : members.count - rule.count.upperBound
                    let free = members.filter {
                        !locked.contains(Pair(submission: submission, judge: $0))
                    }.sorted { (affinity($0), $1) < (affinity($1), $0) }
                    for judge in free.prefix(max(0, excess)) {
                        panels[submission].remove(judge)
                        hasChanged = true
                    }
                }
            }
        }
        let pairs = panels.indices.flatMap { submission in
            panels[submission].sorted().map { Pair(submission: submission, judge: $0) }
        }
        var trimmed = AssignmentSolution(
            problem: problem, pairs: pairs, weights: solution.weights, prices: nil)
        trimmed.groups = solution.groups
        return trimmed
    }
}
