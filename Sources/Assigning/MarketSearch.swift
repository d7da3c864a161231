/// What a search for shortest paths through a market notes on its way.
struct MarketSearch {
    /// What is known of a way to a judge, where the mark is this search's.
    private struct JudgeNote {
        var distance: Int64 = 0
        var mark: Int32 = 0
        /// The submission through which the judge is reached, and the judge before it.
        var through: Int32 = 0
        var from: Int32 = 0
    }

    /// What is known of a way to a submission.
    struct SubmissionNote {
        var distance: Int64 = 0
        /// How near whatever comes after it can be.
        var nearest: Int64 = 0
        var mark: Int32 = 0
        /// The judge before it.
        var from: Int32 = 0
    }

    private let judges: UnsafeMutablePointer<JudgeNote>
    private let submissions: UnsafeMutablePointer<SubmissionNote>
    private var mark: Int32 = 0
    private var heap = RouteHeap()
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

    /// Where a search goes on.
    enum Step {
        case judge(Int, distance: Int64)
        case submission(Int)
    }

    init(judges judgeCount: Int, submissions submissionCount: Int) {
        judges = .allocate(capacity: judgeCount)
        judges.initialize(repeating: JudgeNote(), count: judgeCount)
        submissions = .allocate(capacity: submissionCount)
        submissions.initialize(repeating: SubmissionNote(), count: submissionCount)
    }

    func deallocate() {
        judges.deallocate()
        submissions.deallocate()
        heap.deallocate()
    }

    /// Begins at a judge, with the length of the path that goes nowhere.
    mutating func begin(at source: Int, length: Int64) {
        mark += 1
        reached.removeAll(keepingCapacity: true)
        heap.removeAll()
        end = End(length: length, judge: source, submission: -1)
        note(source, 0, through: -1, from: -1)
    }

    /// The nearest judge or submission not yet left; none once the end is nearer.
    @inline(__always)
    mutating func next() -> Step? {
        while let node = heap.pop(), node.distance < end.length {
            let number = Int(node.number)
            if number < 0 {
                if submissions[~number].nearest == node.distance { return .submission(~number) }
            } else if judges[number].distance == node.distance {
                return .judge(number, distance: node.distance)
            }
        }
        return nil
    }

    @inline(__always)
    private mutating func note(
        _ judge: Int, _ distance: Int64, through submission: Int, from other: Int
    ) {
        if judges[judge].mark != mark { reached.append(Int32(truncatingIfNeeded: judge)) }
        judges[judge] = JudgeNote(
            distance: distance, mark: mark, through: Int32(truncatingIfNeeded: submission),
            from: Int32(truncatingIfNeeded: other))
        heap.push(.init(distance: distance, number: Int32(truncatingIfNeeded: judge)))
    }

    /// Notes a way to a judge; false where one as short is known.
    @inline(__always)
    mutating func reach(
        _ judge: Int, _ distance: Int64, through submission: Int, from other: Int
    ) -> Bool {
        if judges[judge].mark == mark, judges[judge].distance <= distance { return false }
        note(judge, distance, through: submission, from: other)
        return true
    }

    /// Notes a way to a submission, unless one as short is known.
    ///
    /// - Parameter nearest: How near whatever comes after it can be. The submission waits until
    ///   nothing else is as near.
    @inline(__always)
    mutating func pass(_ submission: Int, _ distance: Int64, nearest: Int64, from judge: Int) {
        let known = submissions[submission]
        if known.mark == mark, known.distance <= distance { return }
        submissions[submission] = SubmissionNote(
            distance: distance, nearest: nearest, mark: mark,
            from: Int32(truncatingIfNeeded: judge))
        heap.push(.init(distance: nearest, number: ~Int32(truncatingIfNeeded: submission)))
    }

    @inline(__always)
    func note(of submission: Int) -> SubmissionNote { submissions[submission] }

    /// By how much a judge is nearer than the end; 0 or less where it is not.
    func lead(of judge: Int32) -> Int64 { end.length - judges[Int(judge)].distance }

    func step(to judge: Int) -> (submission: Int, from: Int) {
        (Int(judges[judge].through), Int(judges[judge].from))
    }
}
