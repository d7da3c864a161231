/// Judges joined by the submissions that they share.
struct LinkGraph: Sendable {
    /// Two judges who share submissions.
    struct Edge: Sendable, Hashable {
        /// The lower position in ``LinkGraph/judges``.
        var one: Int
        /// The higher position.
        var other: Int
        /// Submissions that both mark.
        var shared: Int
        /// What these say of the difference of their severities: for each, one over the number of
        /// judges on its panel.
        var information: Double
    }

    /// Positions of the judges who have a submission, in ascending order.
    let judges: [Int]
    /// In ascending order.
    let edges: [Edge]

    /// - Parameter panels: The judges of each submission, by position.
    /// - Complexity: O(*p* log *p*) for *p* pairs of judges on panels.
    init(panels: [[Int]]) {
        let count = (panels.lazy.compactMap { $0.max() }.max() ?? -1) + 1
        var place = [Int](repeating: -1, count: count)
        for panel in panels { for judge in panel { place[judge] = 0 } }
        judges = place.indices.filter { place[$0] == 0 }
        for (position, judge) in judges.enumerated() { place[judge] = position }
        var meetings: [(key: Int, size: Int)] = []
        for panel in panels {
            let seats = panel.map { place[$0] }.sorted()
            for index in seats.indices {
                for other in seats[(index + 1)...] {
                    meetings.append((seats[index] * count + other, panel.count))
                }
            }
        }
        meetings.sort { ($0.key, $0.size) < ($1.key, $1.size) }
        var edges: [Edge] = []
        var last = -1
        for meeting in meetings {
            if meeting.key != last {
                last = meeting.key
                edges.append(
                    Edge(one: last / count, other: last % count, shared: 0, information: 0))
            }
            edges[edges.count - 1].shared += 1
            edges[edges.count - 1].information += 1 / Double(meeting.size)
        }
        self.edges = edges
    }

    /// Judges joined by links of so many shared submissions, directly or through others: the
    /// largest group first; positions of the problem.
    ///
    /// - Complexity: O(*e* log *n*) for *e* edges.
    func components(atLeast least: Int = 1) -> [[Int]] {
        var sets = DisjointSets(judges.count)
        for edge in edges where edge.shared >= least { sets.join(edge.one, edge.other) }
        let groups = Dictionary(grouping: judges.indices) { sets.leader(of: $0) }
        return groups.values.map { $0.map { judges[$0] } }
            .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }

    /// The most submissions that every link of some spanning set has: 0 for islands.
    ///
    /// A lone judge is linked to everyone there is.
    var strength: Int {
        guard judges.count > 1 else { return Int.max }
        var sets = DisjointSets(judges.count)
        var left = judges.count - 1
        for edge in edges.sorted(by: { $0.shared > $1.shared })
        where sets.join(edge.one, edge.other) {
            left -= 1
            if left == 0 { return edge.shared }
        }
        return 0
    }
}

/// Sets that are joined step by step.
///
/// > R. E. Tarjan. "Efficiency of a Good But Not Linear Set Union Algorithm." *Journal of the ACM*
/// > 22 (2), 1975. doi:10.1145/321879.321884
struct DisjointSets: Sendable {
    private var parent: [Int]

    /// So many sets of one number each.
    init(_ count: Int) { parent = Array(0..<count) }

    /// The lowest number of the set that a number is in.
    mutating func leader(of number: Int) -> Int {
        var number = number
        while parent[number] != number {
            parent[number] = parent[parent[number]]
            number = parent[number]
        }
        return number
    }

    /// Joins two sets; says whether they were apart.
    @discardableResult
    mutating func join(_ one: Int, _ other: Int) -> Bool {
        let (left, right) = (leader(of: one), leader(of: other))
        guard left != right else { return false }
        parent[max(left, right)] = min(left, right)
        return true
    }
}
