/// What a search for shortest paths through a market notes on its way.
struct MarketSearch {
    /// How far each judge and each submission is, where its mark is this search's.
    private let judgeDistance: UnsafeMutablePointer<Int64>
    private let submissionDistance: UnsafeMutablePointer<Int64>
    private let judgeMark: UnsafeMutablePointer<Int32>
    private let submissionMark: UnsafeMutablePointer<Int32>
    /// The submission through which each judge is reached, and the judge before it.
    private let through: UnsafeMutablePointer<Int32>
    private let from: UnsafeMutablePointer<Int32>
    private var mark: Int32 = 0
    private var heap = DistanceHeap()
    /// The judges reached.
    private(set) var reached: [Int32] = []
    /// Where the shortest path so far ends.
    var end = End(length: .max, judge: -1, submission: -1)

    /// The end of a path: at a judge, or after it with a submission that gives one up or gets one.
    struct End {
        var length: Int64
        var judge: Int
        var submission: Int
    }

    init(judges: Int, submissions: Int) {
        judgeDistance = .allocate(capacity: judges)
        judgeMark = .allocate(capacity: judges)
        through = .allocate(capacity: judges)
        from = .allocate(capacity: judges)
        submissionDistance = .allocate(capacity: submissions)
        submissionMark = .allocate(capacity: submissions)
        judgeMark.initialize(repeating: 0, count: judges)
        submissionMark.initialize(repeating: 0, count: submissions)
    }

    func deallocate() {
        for array in [judgeMark, submissionMark, through, from] { array.deallocate() }
        judgeDistance.deallocate()
        submissionDistance.deallocate()
    }

    /// Begins at a judge, with the length of the path that goes nowhere.
    mutating func begin(at source: Int, length: Int64) {
        mark += 1
        reached.removeAll(keepingCapacity: true)
        heap.removeAll()
        end = End(length: length, judge: source, submission: -1)
        note(source, 0)
    }

    /// The nearest judge not yet left; none once the end is nearer.
    mutating func next() -> (judge: Int, distance: Int64)? {
        while let (distance, judge) = heap.pop(), distance < end.length {
            if distance == judgeDistance[Int(judge)] { return (Int(judge), distance) }
        }
        return nil
    }

    private mutating func note(_ judge: Int, _ distance: Int64) {
        if judgeMark[judge] != mark {
            judgeMark[judge] = mark
            reached.append(Int32(truncatingIfNeeded: judge))
        }
        judgeDistance[judge] = distance
        heap.push(distance, Int32(truncatingIfNeeded: judge))
    }

    /// Notes a way to a judge; false where one as short is known.
    @inline(__always)
    mutating func reach(
        _ judge: Int, _ distance: Int64, through submission: Int, from other: Int
    ) -> Bool {
        if judgeMark[judge] == mark, judgeDistance[judge] <= distance { return false }
        through[judge] = Int32(truncatingIfNeeded: submission)
        from[judge] = Int32(truncatingIfNeeded: other)
        note(judge, distance)
        return true
    }

    /// Notes a way to a submission; false where one as short is known.
    @inline(__always)
    mutating func pass(_ submission: Int, _ distance: Int64) -> Bool {
        if submissionMark[submission] == mark, submissionDistance[submission] <= distance {
            return false
        }
        submissionMark[submission] = mark
        submissionDistance[submission] = distance
        return true
    }

    /// By how much a judge is nearer than the end; 0 or less where it is not.
    func lead(of judge: Int32) -> Int64 { end.length - judgeDistance[Int(judge)] }

    func step(to judge: Int) -> (submission: Int, from: Int) {
        (Int(through[judge]), Int(from[judge]))
    }
}
