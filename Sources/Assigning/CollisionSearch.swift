package import Contests

/// Finds an irreducible set of rules that collide: no assignment obeys all of them, and with any
/// one left out, one does.
///
/// Halves are tried first (U. Junker, QuickXplain, AAAI 2004, pages 167–172), so that few solutions
/// are needed where few of many rules collide; then each rule that is left is left out once more
/// (the deletion filter of J. Chinneck and E. Dravnieks, doi:10.1287/ijoc.3.2.157).
///
/// That the others can be obeyed is shown by an assignment. That all collide is certain where the
/// rules of panels are nested or apart; where they cross, no search within its limit obeyed them.
package struct CollisionSearch {
    private let book: RuleBook
    /// What one solution costs.
    private let pairs: Int
    private var solved = 0

    /// Pairs of all problems solved, beyond which a search is given up; rules of panels cost more.
    private static let mostPairs = 40_000_000
    private static let panelCost = 80
    private static let mostSolved = 1_500

    /// A search in a problem.
    package init(_ problem: AssignmentProblem) {
        book = RuleBook(problem)
        let cost = problem.panelRules.isEmpty ? 1 : Self.panelCost
        pairs = max(1, problem.submissions.count * problem.judges.count * cost)
    }

    /// The rules, in the order of ``RuleBook/rules``; nothing where all of them can be obeyed, or
    /// the problem is too large to find out.
    ///
    /// - Parameter isSearched: Which of the rules may be among them.
    /// - Complexity: About 2 *k* · log₂(*n* / *k*) + 3 *k* solutions, for *k* of *n* rules.
    package mutating func run(
        among isSearched: (CollidingRule) -> Bool = { _ in true }
    ) -> [CollidingRule] {
        let rules = book.rules.filter(isSearched)
        guard !isPossible(rules) else { return [] }
        let few = Set(narrowed(rules, beside: [], isNew: false))
        var found = rules.filter(few.contains)
        for rule in found {
            let others = found.filter { $0 != rule }
            if !isPossible(others) { found = others }
        }
        return isSpent ? [] : found
    }

    private var isSpent: Bool {
        solved > Self.mostSolved || solved * pairs > Self.mostPairs
    }

    /// The few of some rules that collide with others.
    ///
    /// - Parameter isNew: Whether anything was added to the others since they were last tried.
    private mutating func narrowed(
        _ rules: [CollidingRule], beside others: [CollidingRule], isNew: Bool
    ) -> [CollidingRule] {
        if isSpent || isNew && !isPossible(others) { return [] }
        guard rules.count > 1 else { return rules }
        let (front, back) = (Array(rules[..<(rules.count / 2)]), rules[(rules.count / 2)...])
        let ofBack = narrowed(Array(back), beside: others + front, isNew: true)
        let ofFront = narrowed(front, beside: others + ofBack, isNew: !ofBack.isEmpty)
        return ofFront + ofBack
    }

    private mutating func isPossible(_ rules: [CollidingRule]) -> Bool {
        if isSpent { return true }
        solved += 1
        return book.canObey(rules)
    }
}
