import Computing

/// Rounds a plan in chances to an assignment, every pair assigned with exactly its chance.
///
/// While some arcs hold a part of a unit, walks along such arcs until a circuit closes, and moves
/// flow around it, one way or the other, until an arc is whole; the ways are as likely as it takes
/// for every arc to stay as it was in expectation. A node's sum moves only between the whole
/// numbers around it, so demands and loads are kept in every draw. Each circuit makes an arc whole
/// for good.
///
/// > R. Gandhi, S. Khuller, S. Parthasarathy, A. Srinivasan. "Dependent Rounding and Its >
/// Applications to Approximation Algorithms." *Journal of the ACM* 53 (3), 2006, pp. 324–360. >
/// doi:10.1145/1147954.1147956
struct ChanceDraw {
    /// The units that make one sheet.
    private let whole: Int
    private var tails: [Int] = []
    private var heads: [Int] = []
    private(set) var values: [Int] = []
    /// For each node, its arcs that hold a part of a unit; whole ones are taken out when met.
    private var open: [[Int]]

    init(nodeCount: Int, whole: Int) {
        self.whole = whole
        open = [[Int]](repeating: [], count: nodeCount)
    }

    /// Adds an arc with what it carries; all arcs together must be a circulation.
    mutating func add(from tail: Int, to head: Int, value: Int) {
        if value % whole != 0 {
            open[tail].append(values.count)
            open[head].append(values.count)
        }
        tails.append(tail)
        heads.append(head)
        values.append(value)
    }

    /// Makes every arc whole.
    ///
    /// - Complexity: O(*a* · *c*) for *a* arcs with parts and circuits of *c* arcs.
    mutating func settle(_ random: inout SeededRandom) {
        var place = [Int](repeating: -1, count: open.count)
        for start in open.indices {
            var nodes = [start]
            var arcs: [Int] = []
            place[start] = 0
            while let node = nodes.last, let arc = nextArc(at: node, besides: arcs.last) {
                let next = tails[arc] == node ? heads[arc] : tails[arc]
                arcs.append(arc)
                guard place[next] >= 0 else {
                    place[next] = nodes.count
                    nodes.append(next)
                    continue
                }
                let from = place[next]
                move(around: Array(arcs[from...]), from: next, &random)
                for node in nodes[(from + 1)...] { place[node] = -1 }
                nodes.removeSubrange((from + 1)...)
                arcs.removeSubrange(from...)
            }
            for node in nodes { place[node] = -1 }
        }
    }

    /// An arc with a part of a unit at a node, other than the one that led there.
    private mutating func nextArc(at node: Int, besides last: Int?) -> Int? {
        while let arc = open[node].last, values[arc] % whole == 0 { open[node].removeLast() }
        guard let arc = open[node].last, arc == last else { return open[node].last }
        while open[node].count > 1 {
            let place = open[node].count - 2
            if values[open[node][place]] % whole != 0 { return open[node][place] }
            open[node].remove(at: place)
        }
        return nil
    }

    private mutating func move(
        around circuit: [Int], from start: Int, _ random: inout SeededRandom
    ) {
        var (node, up, down) = (start, whole, whole)
        var isAlong: [Bool] = []
        for arc in circuit {
            let along = tails[arc] == node
            let part = values[arc] % whole
            up = min(up, along ? whole - part : part)
            down = min(down, along ? part : whole - part)
            isAlong.append(along)
            node = along ? heads[arc] : tails[arc]
        }
        // Up by `up` as often as `down` of `up + down` times: nothing changes in expectation.
        let step = random.below(up + down) < down ? up : -down
        for (arc, along) in zip(circuit, isAlong) { values[arc] += along ? step : -step }
    }
}
