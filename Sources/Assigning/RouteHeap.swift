/// Judges and submissions by their distance, the nearest first; equal distances by number.
///
/// A binary heap in memory that its owner frees.
struct RouteHeap {
    /// A judge by number, or a submission by the complement of its number.
    struct Node {
        var distance: Int64
        var number: Int32

        @inline(__always)
        static func < (left: Node, right: Node) -> Bool {
            left.distance < right.distance
                || (left.distance == right.distance && left.number < right.number)
        }
    }

    private var count = 0
    private var capacity = 256
    private var nodes = UnsafeMutablePointer<Node>.allocate(capacity: 256)

    func deallocate() { nodes.deallocate() }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func push(_ node: Node) {
        if count == capacity { grow() }
        var place = count
        count &+= 1
        while place > 0 {
            let parent = (place &- 1) >> 1
            guard node < nodes[parent] else { break }
            nodes[place] = nodes[parent]
            place = parent
        }
        nodes[place] = node
    }

    /// Takes the nearest out.
    @inline(__always)
    mutating func pop() -> Node? {
        guard count > 0 else { return nil }
        count &-= 1
        let (first, last) = (nodes[0], nodes[count])
        var place = 0
        while true {
            var child = 2 &* place &+ 1
            guard child < count else { break }
            if child &+ 1 < count, nodes[child &+ 1] < nodes[child] { child &+= 1 }
            guard nodes[child] < last else { break }
            nodes[place] = nodes[child]
            place = child
        }
        nodes[place] = last
        return first
    }

    private mutating func grow() {
        let wider = UnsafeMutablePointer<Node>.allocate(capacity: 2 * capacity)
        wider.moveInitialize(from: nodes, count: count)
        nodes.deallocate()
        (nodes, capacity) = (wider, 2 * capacity)
    }
}
