import Contests

/// A problem with its submissions and judges in ascending order of identifier, and the way back.
///
/// The seed and the positions decide between equals; with positions that follow from the
/// identifiers, the order in which rows were given decides nothing.
struct OrderedProblem {
    let problem: AssignmentProblem
    /// For each position in order, the position as given.
    private let submissions: [Int]
    private let judges: [Int]

    /// Nothing where the problem is in order already.
    ///
    /// - Complexity: O(*s* + *j*) in order, or else O(*n* log *n*) for *n* allowed pairs.
    init?(_ given: AssignmentProblem) {
        guard !Self.isAscending(given.submissions) || !Self.isAscending(given.judges) else {
            return nil
        }
        submissions = given.submissions.indices.sorted {
            (given.submissions[$0], $0) < (given.submissions[$1], $1)
        }
        judges = given.judges.indices.sorted { (given.judges[$0], $0) < (given.judges[$1], $1) }
        let (work, judge) = (Self.inverse(submissions), Self.inverse(judges))
        func moved(_ pair: AssignmentProblem.Pair) -> AssignmentProblem.Pair {
            .init(submission: work[pair.submission], judge: judge[pair.judge])
        }
        var other = given
        other.submissions = submissions.map { given.submissions[$0] }
        other.judges = judges.map { given.judges[$0] }
        other.demands = submissions.map { given.demands[$0] }
        other.loads = judges.map { given.loads[$0] }
        other.candidates = submissions.map { submission in
            given.candidates[submission].map {
                .init(judge: judge[Int($0.judge)], affinity: Int($0.affinity))
            }.sorted { $0.judge < $1.judge }
        }
        other.panelRules = given.panelRules.map { rule in
            var rule = rule
            rule.judges = rule.judges.map { judge[$0] }.sorted()
            return rule
        }
        other.locked = given.locked.map(moved).sorted()
        other.kept = given.kept.map(moved).sorted()
        other.ruledOut = given.ruledOut.map { .init(pair: moved($0.pair), reason: $0.reason) }
            .sorted { $0.pair < $1.pair }
        other.anchors = given.anchors.map { work[$0] }.sorted()
        problem = other
    }

    private static func isAscending<Key: Comparable>(_ keys: [Key]) -> Bool {
        zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }
    }

    private static func inverse(_ order: [Int]) -> [Int] {
        var inverse = order
        for (place, position) in order.enumerated() { inverse[position] = place }
        return inverse
    }

    /// A solution of the ordered problem as one of the problem as it was given.
    func restored(_ solution: AssignmentSolution) -> AssignmentSolution {
        var restored = solution
        restored.pairs = solution.pairs.map {
            .init(submission: submissions[$0.submission], judge: judges[$0.judge])
        }.sorted()
        restored.unlinked = solution.unlinked?.map {
            .init(submission: submissions[$0.submission], judge: judges[$0.judge])
        }.sorted()
        let (work, judge) = (Self.inverse(submissions), Self.inverse(judges))
        func moved(_ group: AssignmentNetwork.Group) -> AssignmentNetwork.Group {
            .init(submission: submissions[group.submission], rule: group.rule)
        }
        restored.groups = solution.groups.map(moved)
        restored.excused = solution.excused?.map(moved)
        if let prices = solution.prices {
            restored.prices = .init(
                root: prices.root, submissions: work.map { prices.submissions[$0] },
                judges: judge.map { prices.judges[$0] })
        }
        func moved(_ certificate: BoundCertificate) -> BoundCertificate {
            var moved = certificate
            moved.judgePrices = judge.map { certificate.judgePrices[$0] }
            if !certificate.weights.isEmpty {
                moved.weights = work.map { certificate.weights[$0] }
            }
            return moved
        }
        restored.certificate = solution.certificate.map(moved)
        restored.worstCertificate = solution.worstCertificate.map(moved)
        return restored
    }
}
