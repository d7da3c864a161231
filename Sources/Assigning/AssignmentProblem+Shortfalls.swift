import Contests

extension AssignmentProblem {
    /// Why wants of a solution could not be met: for each, the submissions and judges that collide.
    ///
    /// A submission that lacks judges is followed to every judge who may take it, all of them full,
    /// and from these to everything else that they take. What is reached needs more than its
    /// judges may give: no exchange with the rest could help (Hall's condition, the least cut of
    /// the flow).
    ///
    /// - Complexity: O(*n*) for *n* allowed pairs, and a few solutions of the part that collides.
    func shortfalls(of solution: AssignmentSolution, seed: UInt64) -> [AssignmentShortfall] {
        let state = ShortfallSearch(problem: self, solution: solution)
        return state.missingJudges() + state.missingKinds() + state.idleJudges()
    }
}

/// Follows what is missing in a solution to what stands in its way.
struct ShortfallSearch {
    let problem: AssignmentProblem
    let panels: [[Int]]
    let takes: [[Int]]

    init(problem: AssignmentProblem, solution: AssignmentSolution) {
        self.problem = problem
        panels = solution.panels(problem)
        var takes = [[Int]](repeating: [], count: problem.judges.count)
        for pair in solution.pairs { takes[pair.judge].append(pair.submission) }
        self.takes = takes
    }

    /// Submissions and judges that are joined by what is missing.
    struct Region {
        var submissions: Set<Int> = []
        var judges: Set<Int> = []
    }

    /// Shortfalls of submissions with fewer judges than they need.
    func missingJudges() -> [AssignmentShortfall] {
        let short = panels.indices.filter { panels[$0].count < problem.demands[$0].lowerBound }
        let everyone = Set(problem.judges.indices)
        return regions(from: short, judges: everyone).map { region in
            var shortfall = shortfall(region, want: .judges, judges: everyone) {
                problem.demands[$0].lowerBound
            }
            shortfall.missing = short.filter(region.submissions.contains).map {
                .init(
                    id: problem.submissions[$0].text,
                    count: problem.demands[$0].lowerBound - panels[$0].count)
            }
            shortfall.waysOut = WaysOut(problem: problem, takes: takes, region: region)
                .forMissingJudges(shortfall)
            return shortfall
        }
    }

    /// Shortfalls of panels with fewer judges of a kind than the stage asks for.
    func missingKinds() -> [AssignmentShortfall] {
        problem.panelRules.flatMap { rule -> [AssignmentShortfall] in
            guard let kind = rule.kind else { return [] }
            let members = Set(rule.judges)
            func count(_ submission: Int) -> Int {
                panels[submission].count(where: members.contains)
            }
            let short = panels.indices.filter { count($0) < rule.count.lowerBound }
            return regions(from: short, judges: members).map { region in
                var shortfall = shortfall(region, want: .judgesOfKind(kind), judges: members) { _ in
                    rule.count.lowerBound
                }
                shortfall.missing = short.filter(region.submissions.contains).map {
                    .init(
                        id: problem.submissions[$0].text, count: rule.count.lowerBound - count($0))
                }
                return shortfall
            }
        }
    }

    /// Everything that is reached from short submissions, in parts that do not touch.
    private func regions(from short: [Int], judges: Set<Int>) -> [Region] {
        var regions: [Region] = []
        for start in short where !regions.contains(where: { $0.submissions.contains(start) }) {
            var region = Region(submissions: [start])
            var waiting = [start]
            while let submission = waiting.popLast() {
                let panel = Set(panels[submission])
                for candidate in problem.candidates[submission] {
                    let judge = Int(candidate.judge)
                    guard judges.contains(judge), !panel.contains(judge),
                        region.judges.insert(judge).inserted
                    else { continue }
                    for other in takes[judge] where region.submissions.insert(other).inserted {
                        waiting.append(other)
                    }
                }
            }
            let touching = regions.indices.filter {
                !regions[$0].judges.isDisjoint(with: region.judges)
            }
            for index in touching.reversed() {
                region.submissions.formUnion(regions[index].submissions)
                region.judges.formUnion(regions[index].judges)
                regions.remove(at: index)
            }
            regions.append(region)
        }
        return regions
    }

    /// Counts what a region needs and what its judges may give.
    private func shortfall(
        _ region: Region, want: AssignmentShortfall.Want, judges: Set<Int>,
        need: (Int) -> Int
    ) -> AssignmentShortfall {
        let submissions = region.submissions.sorted()
        var possible = region.judges
        var once = 0  // what judges with room may give, each submission once
        for submission in submissions {
            let panel = panels[submission].filter {
                judges.contains($0) && !region.judges.contains($0)
            }
            once += panel.count
            possible.formUnion(panel)
        }
        let full = region.judges.reduce(0) { $0 + problem.loads[$1].upperBound }
        return AssignmentShortfall(
            want: want, submissions: submissions.map { problem.submissions[$0] },
            judges: possible.sorted().map { problem.judges[$0] },
            needed: submissions.reduce(0) { $0 + need($1) }, available: full + once)
    }

    /// The shortfall of judges with fewer submissions than they must be given.
    func idleJudges() -> [AssignmentShortfall] {
        let short = takes.indices.filter { takes[$0].count < problem.loads[$0].lowerBound }
        guard !short.isEmpty else { return [] }
        var open = Set<Int>()
        for submission in problem.candidates.indices {
            let candidates = problem.candidates[submission].map { Int($0.judge) }
            if candidates.contains(where: Set(short).contains) { open.insert(submission) }
        }
        let needed = short.reduce(0) { $0 + problem.loads[$1].lowerBound }
        let found = short.reduce(0) { $0 + takes[$1].count }
        let least = short.map { takes[$0].count }.min() ?? 0
        return [
            AssignmentShortfall(
                want: .submissions, submissions: open.sorted().map { problem.submissions[$0] },
                judges: short.map { problem.judges[$0] }, needed: needed, available: found,
                missing: short.map {
                    .init(
                        id: problem.judges[$0].text,
                        count: problem.loads[$0].lowerBound - takes[$0].count)
                }, waysOut: [.lowerMinimumLoad(least)])
        ]
    }
}
