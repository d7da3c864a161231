/// Lifts the worst panels of an assignment by chains of exchanges: a judge comes to a panel that is
/// badly off from another, which gets a third in their place, and so on, until one has room or the
/// judge who had to go comes in; no panel on the way falls below what is aimed at.
struct LiftingChains {
    private let problem: AssignmentProblem
    private var panels: [[Int]]
    private var sums: [Int]
    private var loads: [Int]
    private var submissionsOfJudge: [[Int]]
    private let locked: Set<AssignmentProblem.Pair>

    init(problem: AssignmentProblem, solution: AssignmentSolution) {
        self.problem = problem
        panels = solution.panels(problem)
        sums = solution.panelAffinities(problem)
        loads = solution.loads(problem)
        var submissions = [[Int]](repeating: [], count: problem.judges.count)
        for pair in solution.pairs { submissions[pair.judge].append(pair.submission) }
        submissionsOfJudge = submissions
        // Pairs in force stay too: which of them move is decided before affinity.
        locked = Set(problem.locked).union(problem.kept)
    }

    /// The pairs as they stand, in ascending order.
    var pairs: [AssignmentProblem.Pair] {
        panels.indices.flatMap { submission in
            panels[submission].sorted().map { .init(submission: submission, judge: $0) }
        }
    }

    /// Lifts panels, the worst first, as long as one can be lifted.
    ///
    /// - Parameter least: What each panel is lifted to; none to lift the worst as far as possible.
    /// - Complexity: O(*c* *n* *j*) for *c* chains, *n* pairs and *j* judges.
    mutating func run(to least: Int?) {
        for _ in 0..<(4 * panels.count + 100) {
            guard let worst = sums.indices.min(by: { (sums[$0], $0) < (sums[$1], $1) }),
                least.map({ sums[worst] < $0 }) ?? true
            else { return }
            guard lift(worst, aim: least ?? sums[worst] + 1) else { return }
        }
    }

    /// A judge in another's place on one panel.
    private struct Exchange {
        var submission: Int
        var out: Int
        var into: Int
    }

    private mutating func lift(_ submission: Int, aim: Int) -> Bool {
        for out in panels[submission] {
            if let chain = chain(from: submission, out, aim: aim) {
                for exchange in chain { make(exchange) }
                return true
            }
        }
        return false
    }

    /// The shortest chain that begins with a judge leaving a panel; nothing if there is none.
    private func chain(from submission: Int, _ out: Int, aim: Int) -> [Exchange]? {
        var cameBy = [Exchange?](repeating: nil, count: problem.judges.count)
        var isTouched = [Bool](repeating: false, count: problem.submissions.count)
        var waiting: [Int] = []
        isTouched[submission] = true
        func end(_ last: Exchange) -> [Exchange] {
            var chain = [last]
            while let exchange = chain.last, exchange.submission != submission,
                let before = cameBy[exchange.out]
            {
                chain.append(before)
            }
            return chain.reversed()
        }
        func follow(_ place: Int, _ leaving: Int) -> [Exchange]? {
            for exchange in exchanges(on: place, leaving, aim: aim) {
                let into = exchange.into
                if into == out && place != submission || hasRoom(into) && mayGo(out) {
                    return end(exchange)
                }
                guard into != out, cameBy[into] == nil else { continue }
                cameBy[into] = exchange
                waiting.append(into)
            }
            return nil
        }
        if let chain = follow(submission, out) { return chain }
        var next = 0
        while next < waiting.count {
            let judge = waiting[next]
            next += 1
            for place in submissionsOfJudge[judge] where !isTouched[place] {
                if let chain = follow(place, judge) { return chain }
                isTouched[place] = true
            }
        }
        return nil
    }

    /// Judges who can take another's place on a panel so that it has what is aimed at, the best
    /// first.
    private func exchanges(on submission: Int, _ out: Int, aim: Int) -> [Exchange] {
        let pair = AssignmentProblem.Pair(submission: submission, judge: out)
        guard !locked.contains(pair) else { return [] }
        let without = sums[submission] - (problem.affinity(of: pair) ?? 0)
        let panel = panels[submission]
        return problem.candidates[submission].filter { candidate in
            let judge = Int(candidate.judge)
            return without + Int(candidate.affinity) >= aim && !panel.contains(judge)
                && problem.obeysRules(panel.filter { $0 != out } + [judge], of: submission)
        }.sorted { ($1.affinity, $0.judge) < ($0.affinity, $1.judge) }
            .map { Exchange(submission: submission, out: out, into: Int($0.judge)) }
    }

    private func hasRoom(_ judge: Int) -> Bool { loads[judge] < problem.loads[judge].upperBound }

    private func mayGo(_ judge: Int) -> Bool { loads[judge] > problem.loads[judge].lowerBound }

    private mutating func make(_ exchange: Exchange) {
        let (place, out, into) = (exchange.submission, exchange.out, exchange.into)
        for (judge, sign) in [(out, -1), (into, 1)] {
            let worth = problem.affinity(of: .init(submission: place, judge: judge)) ?? 0
            sums[place] += sign * worth
            loads[judge] += sign
        }
        panels[place].removeAll { $0 == out }
        panels[place].append(into)
        submissionsOfJudge[out].removeAll { $0 == place }
        submissionsOfJudge[into].append(place)
    }
}
