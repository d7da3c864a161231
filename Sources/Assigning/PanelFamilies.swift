/// What panel rules have to do with one another and with judges, whatever judges are worth.
///
/// Limits about different judges, such as at most one of each organisation, make a family: the best
/// judges that a family lets onto a panel are found by taking them one after another, which bounds
/// what a panel can be worth under all rules.
struct PanelFamilies: Sendable {
    /// Families beyond so many add little to the bound.
    private static let mostFamilies = 3

    /// For each judge, the rules about them, in ascending order.
    let rulesOfJudge: [[Int]]
    /// Rules that ask for judges, or for all of theirs or none.
    let quotas: [Int]
    /// For each rule, its family of limits; −1 for none.
    let family: [Int]
    /// Families of limits.
    let count: Int
    /// Quotas that are about different judges, …
    let disjointQuotas: [Int]
    /// … and for each judge the one about them; −1 for none.
    let quotaOfJudge: [Int]

    /// For each judge, those who sit on a panel wherever they do; empty for most.
    let companions: [[Int]]
    /// Rules that ask for all of their judges or none.
    private let together: [Int]

    /// - Complexity: O(*n*) for *n* judges of all rules.
    init(_ rules: [AssignmentProblem.PanelLimit], judges: Int) {
        var rulesOfJudge = [[Int]](repeating: [], count: judges)
        var family = [Int](repeating: -1, count: rules.count)
        var taken: [[Bool]] = []
        for (number, rule) in rules.enumerated() {
            for judge in rule.judges { rulesOfJudge[judge].append(number) }
            guard rule.judges.count > rule.count.upperBound else { continue }
            var place = 0
            while place < taken.count, rule.judges.contains(where: { taken[place][$0] }) {
                place += 1
            }
            guard place < Self.mostFamilies else { continue }
            if place == taken.count { taken.append([Bool](repeating: false, count: judges)) }
            for judge in rule.judges { taken[place][judge] = true }
            family[number] = place
        }
        self.rulesOfJudge = rulesOfJudge
        self.family = family
        count = taken.count
        quotas = rules.indices.filter { rules[$0].count.lowerBound > 0 || rules[$0].isAllOrNone }
        companions = Self.companions(rules, judges: judges)
        together = rules.indices.filter { rules[$0].isAllOrNone }
        var quotaOfJudge = [Int](repeating: -1, count: judges)
        for quota in quotas where rules[quota].judges.allSatisfy({ quotaOfJudge[$0] < 0 }) {
            for judge in rules[quota].judges { quotaOfJudge[judge] = quota }
        }
        self.quotaOfJudge = quotaOfJudge
        disjointQuotas = quotas.filter { quota in
            rules[quota].judges.contains { quotaOfJudge[$0] == quota }
        }
    }

    /// Whether ``companions`` hold under rules of which some may be eased.
    func hasCompanions(_ rules: [AssignmentProblem.PanelLimit]) -> Bool {
        !together.isEmpty && together.allSatisfy { rules[$0].isAllOrNone }
    }

    /// Joined by rules that ask for all of their judges or none, directly or through others.
    private static func companions(
        _ rules: [AssignmentProblem.PanelLimit], judges: Int
    ) -> [[Int]] {
        var companions = [[Int]](repeating: [], count: judges)
        var sets = DisjointSets(judges)
        let together = rules.filter(\.isAllOrNone)
        guard !together.isEmpty else { return companions }
        for rule in together {
            for judge in rule.judges.dropFirst() { sets.join(rule.judges[0], judge) }
        }
        let members = Set(together.flatMap(\.judges)).sorted()
        for group in Dictionary(grouping: members, by: { sets.leader(of: $0) }).values {
            for judge in group { companions[judge] = group.filter { $0 != judge } }
        }
        return companions
    }
}
