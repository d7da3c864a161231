/// Joins the islands of an assignment by exchanging judges, at the least price that single
/// exchanges find.
///
/// What is lacking is counted level by level: for each number of shared submissions up to the one
/// asked, the groups of judges that links of so many leave, less one. Each move is the cheapest
/// that makes the sum smaller: first in pairs in force that are moved, then in affinity.
struct LinkMending {
    /// Beyond so many judges islands are told, not mended.
    static let mostJudges = 3_000
    /// The cheapest exchanges kept for each two judges, and the moves tried before giving up.
    private static let keptMoves = 3
    private static let mostTried = 4_000

    let problem: AssignmentProblem
    let asked: Int
    private(set) var panels: [[Int]]
    private var loads: [Int]
    /// Submissions that two judges share, row after row.
    private var shared: [Int32]
    private let locked: Set<AssignmentProblem.Pair>
    private let kept: Set<AssignmentProblem.Pair>

    init(problem: AssignmentProblem, solution: AssignmentSolution, asked: Int) {
        self.problem = problem
        self.asked = asked
        panels = solution.panels(problem)
        loads = solution.loads(problem)
        shared = [Int32](repeating: 0, count: problem.judges.count * problem.judges.count)
        locked = Set(problem.locked)
        kept = Set(problem.kept)
        for panel in panels { count(panel, 1) }
    }

    /// Mends what can be mended; says whether everything asked is there.
    ///
    /// - Complexity: For each move, O(*n* + *t* *j*²) for *n* allowed pairs, *j* judges and *t*
    ///   moves tried.
    mutating func run() -> Bool {
        var lacking = self.lacking().sum
        while lacking > 0 {
            guard let after = improve(lacking) else { return false }
            lacking = after
        }
        return true
    }

    /// The pairs as they stand, in ascending order.
    var pairs: [AssignmentProblem.Pair] {
        panels.indices.flatMap { submission in
            panels[submission].sorted().map { .init(submission: submission, judge: $0) }
        }
    }

    /// Makes the cheapest move that helps; what is lacking then, or nothing if none helps.
    private mutating func improve(_ lacking: Int) -> Int? {
        for move in moves().prefix(Self.mostTried) {
            make(move)
            let after = self.lacking().sum
            if after < lacking { return after }
            make(move.reversed)
        }
        return nil
    }

    /// What is lacking in sum, and the groups at the lowest level that is not yet whole.
    private func lacking() -> (sum: Int, level: Int, groups: [Int]) {
        var sets = DisjointSets(loads.count)
        var groups = loads.count { $0 > 0 }
        var (sum, level, leaders) = (0, 0, [Int]())
        for least in stride(from: asked, through: 1, by: -1) {
            for one in loads.indices {
                for other in 0..<one {
                    let together = min(asked, Int(shared[one * loads.count + other]))
                    if together == least, sets.join(one, other) { groups -= 1 }
                }
            }
            guard groups > 1 else { continue }
            sum += groups - 1
            level = least
            leaders = loads.indices.map { sets.leader(of: $0) }
        }
        return (sum, level, leaders)
    }

    private mutating func count(_ panel: [Int], _ change: Int32) {
        for one in panel {
            for other in panel where other != one { shared[one * loads.count + other] += change }
        }
    }
}

extension LinkMending {
    /// A change of one or two panels.
    private struct Move {
        /// What a panel loses and gets; negative for nothing.
        struct Step {
            var submission: Int
            var out: Int
            var into: Int
        }

        var steps: [Step]
        /// Pairs in force that it moves.
        var moved: Int
        /// Affinity that it costs.
        var loss: Int

        var reversed: Move {
            Move(
                steps: steps.reversed().map {
                    Step(submission: $0.submission, out: $0.into, into: $0.out)
                }, moved: -moved, loss: -loss)
        }

        var order: [Int] {
            [moved, loss] + steps.flatMap { [$0.submission, $0.out, $0.into] }
        }
    }

    /// A judge in another's place on one panel, and what that costs.
    private struct Exchange {
        var submission: Int
        var moved: Int
        var loss: Int
    }

    private mutating func make(_ move: Move) {
        for step in move.steps {
            count(panels[step.submission], -1)
            panels[step.submission].removeAll { $0 == step.out }
            if step.into >= 0 { panels[step.submission].append(step.into) }
            count(panels[step.submission], 1)
            if step.out >= 0 { loads[step.out] -= 1 }
            if step.into >= 0 { loads[step.into] += 1 }
        }
    }

    /// Moves that could join two groups, the cheapest first.
    private func moves() -> [Move] {
        let (_, level, groups) = lacking()
        let judges = loads.count
        var helpful: [Int: [Exchange]] = [:]
        var moves: [Move] = []
        for (submission, panel) in panels.enumerated() {
            for candidate in problem.candidates[submission] {
                let into = Int(candidate.judge)
                guard !panel.contains(into) else { continue }
                let joining = panel.filter {
                    groups[$0] != groups[into] && shared[$0 * judges + into] >= level - 1
                }
                guard !joining.isEmpty else { continue }
                if panel.count < problem.demands[submission].upperBound,
                    loads[into] < problem.loads[into].upperBound,
                    problem.obeysRules(panel + [into], of: submission)
                {
                    moves.append(
                        Move(
                            steps: [.init(submission: submission, out: -1, into: into)], moved: 0,
                            loss: -Int(candidate.affinity)))
                }
                for out in panel where joining.contains(where: { $0 != out }) {
                    guard let exchange = exchange(submission, out, into, candidate) else {
                        continue
                    }
                    Self.insert(exchange, &helpful[out * judges + into, default: []])
                }
            }
        }
        let back = ways(back: helpful)
        for (place, exchanges) in helpful {
            let (out, into) = (place / judges, place % judges)
            moves += self.exchanges(out, into, exchanges, back[into * judges + out] ?? [])
        }
        return moves.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    }

    /// The cheapest exchanges by which a judge gives back as many places as they got.
    private func ways(back helpful: [Int: [Exchange]]) -> [Int: [Exchange]] {
        let judges = loads.count
        var ways: [Int: [Exchange]] = [:]
        for place in helpful.keys { ways[place % judges * judges + place / judges] = [] }
        for (submission, panel) in panels.enumerated() {
            for candidate in problem.candidates[submission] {
                let into = Int(candidate.judge)
                guard !panel.contains(into) else { continue }
                for out in panel {
                    let place = out * judges + into
                    guard ways[place] != nil,
                        let exchange = exchange(submission, out, into, candidate)
                    else { continue }
                    Self.insert(exchange, &ways[place, default: []])
                }
            }
        }
        return ways
    }

    private func exchange(
        _ submission: Int, _ out: Int, _ into: Int, _ candidate: AssignmentProblem.Candidate
    ) -> Exchange? {
        let pair = AssignmentProblem.Pair(submission: submission, judge: out)
        guard !locked.contains(pair), let worth = problem.affinity(of: pair),
            problem.panelRules.isEmpty
                || problem.obeysRules(
                    panels[submission].filter { $0 != out } + [into], of: submission)
        else { return nil }
        return Exchange(
            submission: submission, moved: kept.contains(pair) ? 1 : 0,
            loss: worth - Int(candidate.affinity))
    }

    /// The moves that give one judge's places to another: alone where loads allow it, or against a
    /// place of the other's.
    private func exchanges(
        _ out: Int, _ into: Int, _ helpful: [Exchange], _ back: [Exchange]
    ) -> [Move] {
        var moves: [Move] = []
        let isFree =
            loads[out] > problem.loads[out].lowerBound
            && loads[into] < problem.loads[into].upperBound
        for exchange in helpful {
            let step = Move.Step(submission: exchange.submission, out: out, into: into)
            if isFree {
                moves.append(Move(steps: [step], moved: exchange.moved, loss: exchange.loss))
            }
            for other in back where other.submission != exchange.submission {
                moves.append(
                    Move(
                        steps: [step, .init(submission: other.submission, out: into, into: out)],
                        moved: exchange.moved + other.moved, loss: exchange.loss + other.loss))
            }
        }
        return moves
    }

    private static func insert(_ exchange: Exchange, _ list: inout [Exchange]) {
        func precedes(_ left: Exchange, _ right: Exchange) -> Bool {
            (left.moved, left.loss, left.submission) < (right.moved, right.loss, right.submission)
        }
        if list.count == keptMoves {
            guard let last = list.last, precedes(exchange, last) else { return }
            list.removeLast()
        }
        list.insert(exchange, at: list.firstIndex { precedes(exchange, $0) } ?? list.count)
    }
}
