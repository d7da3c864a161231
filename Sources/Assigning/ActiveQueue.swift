/// Nodes that wait for their turn, each at most once, in the order in which they came.
struct ActiveQueue {
    private var ring: [Int32]
    private var isWaiting: [Bool]
    private var start = 0
    private var count = 0

    /// - Parameter nodeCount: Nodes are numbered from 0 to below it.
    init(_ nodeCount: Int) {
        ring = [Int32](repeating: 0, count: max(1, nodeCount))
        isWaiting = [Bool](repeating: false, count: nodeCount)
    }

    /// Puts a node at the end, unless it waits already.
    mutating func append(_ node: Int) {
        guard !isWaiting[node] else { return }
        isWaiting[node] = true
        var place = start + count
        if place >= ring.count { place -= ring.count }
        ring[place] = Int32(node)
        count += 1
    }

    /// Takes the first node.
    mutating func next() -> Int? {
        guard count > 0 else { return nil }
        let node = Int(ring[start])
        start = start + 1 == ring.count ? 0 : start + 1
        count -= 1
        isWaiting[node] = false
        return node
    }
}

/// Nodes by their distance, the nearest first; equal distances by number.
struct DistanceHeap {
    private var heap: [(distance: Int64, node: Int32)] = []

    mutating func push(_ distance: Int64, _ node: Int32) {
        heap.append((distance, node))
        var place = heap.count - 1
        while place > 0 {
            let parent = (place - 1) / 2
            guard heap[place] < heap[parent] else { return }
            heap.swapAt(place, parent)
            place = parent
        }
    }

    mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

    mutating func pop() -> (distance: Int64, node: Int32)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var place = 0
        while true {
            var least = place
            let (left, right) = (2 * place + 1, 2 * place + 2)
            if left < heap.count, heap[left] < heap[least] { least = left }
            if right < heap.count, heap[right] < heap[least] { least = right }
            guard least != place else { return first }
            heap.swapAt(place, least)
            place = least
        }
    }
}
