/// What waits, what is under way and what has ended: the dispatcher's book, kept under its lock.
///
/// A piece of work is known by its position: the first of each queue, then the second of each, and
/// so on, so that no judge's work waits for all of another's.
struct WorkBoard<Outcome> {
    /// A piece of work: which queue, and where in it.
    struct Piece {
        var queue: Int
        var index: Int
    }

    /// All work, by position.
    let pieces: [Piece]
    private let limits: [Int]
    private let limit: Int
    /// Positions that wait, by queue; the next one last.
    private var waiting: [[Int]]
    private var running: [Int]
    /// Queues that take no more work.
    private var isClosed: [Bool]
    /// Outcomes by position that were not yet taken.
    private var outcomes: [Int: Outcome] = [:]
    /// Tries by position.
    private var tries: [Int: Int] = [:]
    /// Positions whose next try waits for its time.
    private var delayed = Set<Int>()
    /// Positions that were begun and have not ended.
    private var underWay = Set<Int>()

    init(_ queues: [JudgeQueue], limit: Int) {
        var pieces: [Piece] = []
        for index in 0..<(queues.map(\.submissions.count).max() ?? 0) {
            for queue in queues.indices where index < queues[queue].submissions.count {
                pieces.append(Piece(queue: queue, index: index))
            }
        }
        self.pieces = pieces
        self.limit = max(1, limit)
        limits = queues.map(\.atOnce)
        waiting = queues.map { _ in [] }
        for position in pieces.indices.reversed() {
            waiting[pieces[position].queue].append(position)
        }
        running = queues.map { _ in 0 }
        isClosed = queues.map { _ in false }
    }

    /// Whether nothing is under way.
    var isIdle: Bool { running.allSatisfy { $0 == 0 } }

    /// Takes the positions that may begin now, the earliest first.
    mutating func begin() -> [Int] {
        var begun: [Int] = []
        while running.reduce(0, +) < limit {
            let ready = waiting.indices.filter {
                !isClosed[$0] && running[$0] < limits[$0] && !waiting[$0].isEmpty
            }
            let next = ready.min { (waiting[$0].last ?? 0) < (waiting[$1].last ?? 0) }
            guard let next, let position = waiting[next].popLast() else { break }
            running[next] += 1
            tries[position, default: 0] += 1
            underWay.insert(position)
            begun.append(position)
        }
        return begun
    }

    /// How often a position was tried.
    func tries(_ position: Int) -> Int { tries[position] ?? 0 }

    /// A piece of work has ended for good; without an outcome where it was stopped.
    mutating func end(_ position: Int, _ outcome: Outcome?) {
        running[pieces[position].queue] -= 1
        underWay.remove(position)
        outcomes[position] = outcome
    }

    /// A try has ended, and another is to be made after a wait.
    mutating func delay(_ position: Int) {
        running[pieces[position].queue] -= 1
        underWay.remove(position)
        delayed.insert(position)
    }

    /// The wait before a further try is over.
    mutating func resume(_ position: Int) {
        guard delayed.remove(position) != nil else { return }
        waiting[pieces[position].queue].append(position)
    }

    /// No more work of a queue is begun.
    mutating func close(_ queue: Int) { isClosed[queue] = true }

    /// What is known of a position.
    enum State {
        /// It has ended, and this came of it.
        case ended(Outcome)
        /// It will not be begun any more.
        case givenUp
        /// It may still end.
        case open
    }

    /// Takes the outcome of a position, if there is one by now.
    mutating func take(_ position: Int) -> State {
        if let outcome = outcomes.removeValue(forKey: position) { return .ended(outcome) }
        let isBegun = underWay.contains(position)
        return isClosed[pieces[position].queue] && !isBegun ? .givenUp : .open
    }
}
