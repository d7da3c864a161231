/// A directed graph through which a circulation of least cost is sought.
///
/// Supplies sum to zero; an arc carries from nothing to its capacity.
struct FlowNetwork {
    /// Nodes, numbered from 0.
    private(set) var nodeCount: Int
    /// What each node sends out beyond what it takes in; negative where it takes in more.
    private(set) var supplies: [Int]
    private(set) var tails: [Int32] = []
    private(set) var heads: [Int32] = []
    private(set) var capacities: [Int32] = []
    private(set) var costs: [Int64] = []

    init(nodeCount: Int) {
        self.nodeCount = nodeCount
        supplies = [Int](repeating: 0, count: nodeCount)
    }

    /// Arcs, numbered from 0 in the order in which they were added.
    var arcCount: Int { heads.count }

    mutating func reserve(arcs: Int) {
        tails.reserveCapacity(arcs)
        heads.reserveCapacity(arcs)
        capacities.reserveCapacity(arcs)
        costs.reserveCapacity(arcs)
    }

    mutating func addNode() -> Int {
        supplies.append(0)
        nodeCount += 1
        return nodeCount - 1
    }

    /// Adds an arc and returns its number.
    @discardableResult
    mutating func addArc(from tail: Int, to head: Int, capacity: Int, cost: Int64) -> Int {
        tails.append(Int32(tail))
        heads.append(Int32(head))
        capacities.append(Int32(clamping: capacity))
        costs.append(cost)
        return heads.count - 1
    }

    /// Sends a fixed flow from one node to another.
    mutating func fix(_ flow: Int, from tail: Int, to head: Int) {
        supplies[tail] -= flow
        supplies[head] += flow
    }
}

/// A circulation of least cost and the prices that prove it.
struct FlowSolution {
    /// What each arc of the network carries.
    var flows: [Int32]
    /// A price for each node: for every arc that could carry more, its cost and the price of its
    /// tail are together at least the price of its head; for every arc that could carry less, at
    /// most.
    var prices: [Int64]
}
