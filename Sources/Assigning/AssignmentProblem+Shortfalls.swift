import Contests

extension AssignmentProblem {
    /// Why wants of a solution could not be met: for each, the submissions and judges that collide.
    ///
    /// A submission that lacks judges is followed to every judge who may take it, all of them full,
    /// and from these to everything else that they take. What is reached needs more than its
    /// judges may give: no exchange with the rest could help (Hall's condition, the least cut of
    /// the flow).
    ///
    /// - Complexity: O(*n*) for *n* allowed pairs, and a few dozen solutions of the part that
    ///   collides.
    func shortfalls(of solution: AssignmentSolution) -> [AssignmentShortfall] {
        let state = ShortfallSearch(problem: self, solution: solution)
        let all = state.missingJudges() + state.missingKinds() + state.idleJudges()
        return all.enumerated().map { number, shortfall in
            // Many parts that collide mostly do so by the same rules.
            guard number < Self.mostExplained else { return shortfall }
            var shortfall = shortfall
            shortfall.rules = collision(behind: shortfall)
            return shortfall
        }
    }

    private static let mostExplained = 8

    /// The rules that collide in a shortfall: those of its submissions alone, if they do, and
    /// without what other shortfalls are about.
    private func collision(behind shortfall: AssignmentShortfall) -> [CollidingRule] {
        var problems = [self]
        if shortfall.want != .submissions {
            let wanted = Set(shortfall.submissions)
            problems.insert(
                part(submissions.indices.filter { wanted.contains(submissions[$0]) }), at: 0)
        }
        for problem in problems {
            var search = CollisionSearch(problem)
            let rules = search.run { shortfall.want.isAbout($0) }
            if !rules.isEmpty { return rules }
        }
        for problem in problems {
            var search = CollisionSearch(problem)
            let rules = search.run()
            if !rules.isEmpty { return rules }
        }
        return []
    }

    /// The problem of some of its submissions alone, where no judge needs any.
    private func part(_ chosen: [Int]) -> AssignmentProblem {
        let place = Self.places(chosen)
        var part = self
        part.submissions = chosen.map { submissions[$0] }
        part.demands = chosen.map { demands[$0] }
        part.candidates = chosen.map { candidates[$0] }
        part.loads = loads.map { 0...$0.upperBound }
        part.locked = locked.compactMap { pair in
            place[pair.submission].map { .init(submission: $0, judge: pair.judge) }
        }
        part.ruledOut = ruledOut.compactMap { ruled in
            place[ruled.pair.submission].map {
                .init(pair: .init(submission: $0, judge: ruled.pair.judge), reason: ruled.reason)
            }
        }
        part.anchors = anchors.compactMap { place[$0] }
        part.kept = []
        return part
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
            guard let want = rule.want else { return [] }
            let members = Set(rule.judges)
            func count(_ submission: Int) -> Int {
                panels[submission].count(where: members.contains)
            }
            let short = panels.indices.filter { count($0) < rule.count.lowerBound }
            return regions(from: short, judges: members).map { region in
                var shortfall = shortfall(region, want: want, judges: members) { _ in
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
            // What nobody may take collides alike.
            let touching = regions.indices.filter {
                !regions[$0].judges.isDisjoint(with: region.judges)
                    || regions[$0].judges.isEmpty && region.judges.isEmpty
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
        return [
            AssignmentShortfall(
                want: .submissions, submissions: open.sorted().map { problem.submissions[$0] },
                judges: short.map { problem.judges[$0] }, needed: needed, available: found,
                missing: short.map {
                    .init(
                        id: problem.judges[$0].text,
                        count: problem.loads[$0].lowerBound - takes[$0].count)
                }, waysOut: possibleMinimum().map { [.lowerMinimumLoad($0)] } ?? [])
        ]
    }

    /// The greatest minimum load, below the one asked for, at which everyone has enough.
    private func possibleMinimum() -> Int? {
        let pairs = problem.candidates.reduce(0) { $0 + $1.count }
        guard problem.panelRules.isEmpty || pairs <= WaysOut.mostSearched else { return nil }
        let asked = problem.loads.map(\.lowerBound).max() ?? 0
        let sheets = problem.demands.reduce(0) { $0 + $1.upperBound }
        let most = min(asked - 1, sheets / max(1, problem.judges.count))
        var range = 0...max(0, most)
        func isEnough(_ load: Int) -> Bool {
            var part = problem
            part.kept = []
            part.loads = problem.loads.map { min(load, $0.lowerBound)...$0.upperBound }
            let solution = AssignmentSolver(seed: 0, searchLimit: 10).solve(part)
            return AssignmentAudit(part, solution).unmet.isEmpty
        }
        guard isEnough(0) else { return nil }
        while range.count > 1 {
            let middle = (range.lowerBound + range.upperBound + 1) / 2
            range = isEnough(middle) ? middle...range.upperBound : range.lowerBound...(middle - 1)
        }
        return range.lowerBound
    }
}

extension AssignmentProblem.PanelLimit {
    /// What is missing where the rule is not met; nothing where it only limits.
    fileprivate var want: AssignmentShortfall.Want? {
        kind.map { .judgesOfKind($0) } ?? (isAboutSeniors ? .seniors : nil)
    }
}

extension AssignmentShortfall.Want {
    /// Whether a rule can be behind this want, and not behind another one.
    fileprivate func isAbout(_ rule: CollidingRule) -> Bool {
        switch (self, rule) {
        case (.judges, .atLeast), (.judges, .seniors), (.judges, .minimumLoad): false
        case (.judgesOfKind, .panelMinimum), (.judgesOfKind, .minimumLoad): false
        case (.judgesOfKind(let wanted), .atLeast(_, let kind)): kind == wanted
        case (.judgesOfKind, .seniors): false
        case (.seniors, .panelMinimum), (.seniors, .minimumLoad), (.seniors, .atLeast): false
        case (.submissions, .panelMinimum), (.submissions, .atLeast), (.submissions, .seniors):
            false
        default: true
        }
    }
}
