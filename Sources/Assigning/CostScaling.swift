/// Finds a circulation of least cost by scaling costs (push and relabel).
///
/// Works through ever smaller tolerances ε: a flow is ε-optimal if no arc with room has a reduced
/// cost below −ε. With costs multiplied by one more than the number of nodes, ε = 1 means optimal.
/// Every node with an excess pushes it along arcs of negative reduced cost, and lowers its price
/// where there is none; from time to time all prices are lowered at once by their distance from
/// the nearest deficit.
///
/// > A. V. Goldberg. "An Efficient Implementation of a Scaling Minimum-Cost Flow Algorithm."
/// > *Journal of Algorithms* 22 (1), 1997, pp. 1–29. doi:10.1006/jagm.1995.0805
///
/// One thread, and every choice follows from the order of nodes and arcs.
struct CostScaling {
    /// By what ε shrinks from phase to phase.
    private static let shrinking: Int64 = 12

    private let nodeCount: Int
    private let arcCount: Int
    /// Where the arcs of each node begin; each arc of the network stands at both its ends.
    private let first: UnsafeMutablePointer<Int32>
    private let head: UnsafeMutablePointer<Int32>
    private let mate: UnsafeMutablePointer<Int32>
    private let room: UnsafeMutablePointer<Int32>
    private let cost: UnsafeMutablePointer<Int64>
    private let price: UnsafeMutablePointer<Int64>
    private let excess: UnsafeMutablePointer<Int>
    private let current: UnsafeMutablePointer<Int32>
    private var queue: ActiveQueue
    /// Where each arc of the network stands.
    private var place: [Int32] = []

    /// Solves a network that has a feasible circulation.
    ///
    /// - Complexity: O(*n*² *m* log(*n* *C*)) for *n* nodes, *m* arcs and costs up to *C*; on
    ///   assignments about linear in *m*.
    static func solve(_ network: FlowNetwork) -> FlowSolution {
        var solver = CostScaling(network)
        defer { solver.deallocate() }
        solver.run()
        return solver.solution(network)
    }

    private init(_ network: FlowNetwork) {
        nodeCount = network.nodeCount
        arcCount = 2 * network.arcCount
        first = .allocate(capacity: nodeCount + 1)
        head = .allocate(capacity: arcCount)
        mate = .allocate(capacity: arcCount)
        room = .allocate(capacity: arcCount)
        cost = .allocate(capacity: arcCount)
        price = .allocate(capacity: nodeCount)
        excess = .allocate(capacity: nodeCount)
        current = .allocate(capacity: nodeCount)
        queue = ActiveQueue(nodeCount)
        price.initialize(repeating: 0, count: nodeCount)
        current.initialize(repeating: 0, count: nodeCount)
        for node in 0..<nodeCount { (excess + node).initialize(to: network.supplies[node]) }
        layOut(network)
    }

    private func deallocate() {
        first.deallocate()
        head.deallocate()
        mate.deallocate()
        room.deallocate()
        cost.deallocate()
        price.deallocate()
        excess.deallocate()
        current.deallocate()
    }

    /// Puts each node's arcs side by side.
    private mutating func layOut(_ network: FlowNetwork) {
        first.initialize(repeating: 0, count: nodeCount + 1)
        for arc in 0..<network.arcCount {
            first[Int(network.tails[arc]) + 1] += 1
            first[Int(network.heads[arc]) + 1] += 1
        }
        for node in 0..<nodeCount { first[node + 1] += first[node] }
        var next = (0..<nodeCount).map { first[$0] }
        place.reserveCapacity(network.arcCount)
        let scale = Int64(nodeCount + 1)
        for arc in 0..<network.arcCount {
            let (tail, end) = (Int(network.tails[arc]), Int(network.heads[arc]))
            let (there, back) = (Int(next[tail]), Int(next[end]))
            next[tail] += 1
            next[end] += 1
            (head + there).initialize(to: Int32(end))
            (head + back).initialize(to: Int32(tail))
            (mate + there).initialize(to: Int32(back))
            (mate + back).initialize(to: Int32(there))
            (room + there).initialize(to: network.capacities[arc])
            (room + back).initialize(to: 0)
            (cost + there).initialize(to: network.costs[arc] * scale)
            (cost + back).initialize(to: -network.costs[arc] * scale)
            place.append(Int32(there))
        }
    }

    private mutating func run() {
        var tolerance: Int64 = 1
        for arc in 0..<arcCount where room[arc] > 0 { tolerance = max(tolerance, -cost[arc]) }
        while true {
            tolerance = max(1, tolerance / Self.shrinking)
            refine(tolerance)
            if tolerance == 1 { return }
        }
    }

    /// Makes the flow ε-optimal.
    private mutating func refine(_ tolerance: Int64) {
        for node in 0..<nodeCount {
            current[node] = first[node]
            for arc in Int(first[node])..<Int(first[node + 1])
            where room[arc] > 0 && cost[arc] + price[node] < price[Int(head[arc])] {
                push(arc, from: node, Int(room[arc]))
            }
        }
        updatePrices(tolerance)
        for node in 0..<nodeCount where excess[node] > 0 { queue.append(node) }
        var relabels = 0
        while let node = queue.next() {
            relabels += discharge(node, tolerance)
            if relabels > nodeCount {
                updatePrices(tolerance)
                relabels = 0
            }
        }
    }

    private func push(_ arc: Int, from node: Int, _ amount: Int) {
        room[arc] -= Int32(amount)
        room[Int(mate[arc])] += Int32(amount)
        excess[node] -= amount
        excess[Int(head[arc])] += amount
    }

    /// Sends a node's excess away; returns how often its price had to be lowered.
    private mutating func discharge(_ node: Int, _ tolerance: Int64) -> Int {
        var relabels = 0
        let end = Int(first[node + 1])
        var arc = Int(current[node])
        while excess[node] > 0 {
            if arc == end {
                relabel(node, tolerance)
                relabels += 1
                arc = Int(first[node])
                continue
            }
            if room[arc] > 0 {
                let target = Int(head[arc])
                if cost[arc] + price[node] < price[target] {
                    let wasActive = excess[target] > 0
                    push(arc, from: node, min(excess[node], Int(room[arc])))
                    if !wasActive, excess[target] > 0 { queue.append(target) }
                    continue
                }
            }
            arc += 1
        }
        current[node] = Int32(arc)
        return relabels
    }

    private func relabel(_ node: Int, _ tolerance: Int64) {
        var best = Int64.min
        for arc in Int(first[node])..<Int(first[node + 1]) where room[arc] > 0 {
            best = max(best, price[Int(head[arc])] - cost[arc])
        }
        // A feasible network leaves every excess a way out.
        price[node] = best == .min ? price[node] - tolerance : best - tolerance
    }

    /// Lowers every price by ε times the node's distance from the nearest deficit, an arc's length
    /// being its reduced cost in whole ε and one more.
    private mutating func updatePrices(_ tolerance: Int64) {
        var distance = [Int64](repeating: .max, count: nodeCount)
        var isSettled = [Bool](repeating: false, count: nodeCount)
        var heap = DistanceHeap()
        var waiting = 0
        for node in 0..<nodeCount {
            if excess[node] > 0 { waiting += 1 }
            guard excess[node] < 0 else { continue }
            distance[node] = 0
            heap.push(0, Int32(node))
        }
        guard waiting > 0 else { return }
        var reached: Int64 = 0
        while waiting > 0, let (far, settled) = heap.pop() {
            let node = Int(settled)
            guard !isSettled[node] else { continue }
            isSettled[node] = true
            reached = far
            if excess[node] > 0 { waiting -= 1 }
            for arc in Int(first[node])..<Int(first[node + 1]) where room[Int(mate[arc])] > 0 {
                let other = Int(head[arc])
                guard !isSettled[other] else { continue }
                let reduced = price[other] - cost[arc] - price[node]
                let length = far + max(0, floored(reduced, tolerance) + 1)
                guard length < distance[other] else { continue }
                distance[other] = length
                heap.push(length, Int32(other))
            }
        }
        for node in 0..<nodeCount {
            let far = isSettled[node] ? distance[node] : reached
            price[node] -= far * tolerance
            current[node] = first[node]
        }
    }

    private func floored(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    /// The flow, with prices in the unit of the network's costs.
    private func solution(_ network: FlowNetwork) -> FlowSolution {
        let scale = Int64(nodeCount + 1)
        for arc in 0..<arcCount { cost[arc] /= scale }
        for node in 0..<nodeCount { price[node] = floored(price[node], scale) }
        settlePrices()
        let flows = place.map { room[Int(mate[Int($0)])] }
        return FlowSolution(flows: flows, prices: (0..<nodeCount).map { price[$0] })
    }

    /// Lowers prices until they are those of shortest paths, which are whole numbers (Bellman and
    /// Ford); after rounding few are left to lower.
    private func settlePrices() {
        var queue = ActiveQueue(nodeCount)
        for node in 0..<nodeCount { queue.append(node) }
        while let node = queue.next() {
            for arc in Int(first[node])..<Int(first[node + 1])
            where room[arc] > 0 && price[Int(head[arc])] > price[node] + cost[arc] {
                price[Int(head[arc])] = price[node] + cost[arc]
                queue.append(Int(head[arc]))
            }
        }
    }
}
