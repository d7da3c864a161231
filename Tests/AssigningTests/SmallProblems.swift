import Assigning
import Computing
import Contests

/// Problems small enough to try every assignment.
enum SmallProblems {
    typealias Pair = AssignmentProblem.Pair

    /// A problem of a size, all else by chance.
    static func random(
        submissions: Int, judges: Int, _ random: inout SeededRandom, mostAffinity: Int = 4,
        openPercent: Int = 80
    ) -> AssignmentProblem {
        var problem = AssignmentProblem(
            stage: StageID(track: "t", name: "s"),
            submissions: (0..<submissions).map { SubmissionID("S\($0)") },
            judges: (0..<judges).map { JudgeID("J\($0)") }, demands: [], loads: [], candidates: [])
        for _ in 0..<submissions {
            let least = random.below(min(3, judges) + 1)
            problem.demands.append(least...least + random.below(2))
            problem.candidates.append(
                (0..<judges).compactMap { judge in
                    let affinity = random.below(mostAffinity + 1) - 1
                    return random.below(100) < openPercent
                        ? .init(judge: judge, affinity: affinity) : nil
                })
        }
        for _ in 0..<judges {
            let least = random.below(3) / 2
            problem.loads.append(least...least + random.below(submissions + 1))
        }
        for submission in 0..<submissions {
            for candidate in problem.candidates[submission] where random.below(6) == 0 {
                problem.kept.append(Pair(submission: submission, judge: Int(candidate.judge)))
            }
        }
        return problem
    }

    /// How well an assignment meets the aims, the first first; greater is better. Nothing where it
    /// takes what it may not.
    static func merit(_ pairs: Set<Pair>, _ problem: AssignmentProblem) -> [Int]? {
        var sizes = [Int](repeating: 0, count: problem.submissions.count)
        var loads = [Int](repeating: 0, count: problem.judges.count)
        var total = 0
        for pair in pairs {
            guard let affinity = problem.affinity(of: pair) else { return nil }
            sizes[pair.submission] += 1
            loads[pair.judge] += 1
            total += affinity
        }
        for (size, demand) in zip(sizes, problem.demands) where size > demand.upperBound {
            return nil
        }
        for (load, limits) in zip(loads, problem.loads) where load > limits.upperBound {
            return nil
        }
        for rule in problem.panelRules {
            for submission in sizes.indices {
                let count = rule.judges.count {
                    pairs.contains(Pair(submission: submission, judge: $0))
                }
                guard rule.count.contains(count) else { return nil }
            }
        }
        let short = zip(sizes, problem.demands).reduce(0) { $0 + max(0, $1.1.lowerBound - $1.0) }
        let idle = zip(loads, problem.loads).reduce(0) { $0 + max(0, $1.1.lowerBound - $1.0) }
        return [
            -short - idle, problem.kept.count(where: pairs.contains), total,
            -loads.reduce(0) { $0 + $1 * $1 },
        ]
    }

    /// The best that any assignment comes to, found by trying all; nothing where none obeys the
    /// panel rules.
    static func bestMerit(_ problem: AssignmentProblem) -> [Int]? {
        let allowed = problem.candidates.enumerated().flatMap { submission, candidates in
            candidates.map { Pair(submission: submission, judge: Int($0.judge)) }
        }
        var best: [Int]?
        for bits in 0..<(1 << allowed.count) {
            let pairs = Set(allowed.indices.filter { bits >> $0 & 1 == 1 }.map { allowed[$0] })
            guard let merit = merit(pairs, problem) else { continue }
            if let so = best, !so.lexicographicallyPrecedes(merit) { continue }
            best = merit
        }
        return best
    }

    /// The greatest total of all assignments without a want unmet whose panels pass a test.
    static func bestTotal(
        _ problem: AssignmentProblem, where isGood: ([[Int]]) -> Bool
    ) -> Int? {
        best(problem, where: isGood) { $0.reduce(0, +) }
    }

    /// The greatest value of all assignments without a want unmet whose panels pass a test.
    ///
    /// - Parameter value: What an assignment is worth by the affinities of its panels.
    static func best(
        _ problem: AssignmentProblem, where isGood: ([[Int]]) -> Bool,
        value: ([Int]) -> Int
    ) -> Int? {
        let allowed = problem.candidates.enumerated().flatMap { submission, candidates in
            candidates.map { Pair(submission: submission, judge: Int($0.judge)) }
        }
        var best: Int?
        for bits in 0..<(1 << allowed.count) {
            var panels = [[Int]](repeating: [], count: problem.submissions.count)
            var loads = [Int](repeating: 0, count: problem.judges.count)
            var sums = [Int](repeating: 0, count: problem.submissions.count)
            for place in allowed.indices where bits >> place & 1 == 1 {
                let pair = allowed[place]
                panels[pair.submission].append(pair.judge)
                loads[pair.judge] += 1
                sums[pair.submission] += problem.affinity(of: pair) ?? 0
            }
            guard zip(problem.demands, panels).allSatisfy({ $0.contains($1.count) }),
                zip(problem.loads, loads).allSatisfy({ $0.contains($1) }), isGood(panels)
            else { continue }
            best = max(best ?? Int.min, value(sums))
        }
        return best
    }
}
