/// Submissions that lost a judge in an auction and have not bid again yet, the oldest first.
///
/// What is known of a submission is seldom in the processor's cache when it loses. A queue of a few
/// leaves the memory time to answer while others bid, if their data is read ahead.
struct LoserQueue {
    /// A submission and the judge whom it lost.
    struct Loss {
        var submission: Int32
        var judge: Int32
    }

    /// How many losses wait before the oldest is dealt with.
    static let depth = 6

    private(set) var count = 0
    private var start = 0
    private var capacity = 1024
    private var ring = UnsafeMutablePointer<Loss>.allocate(capacity: 1024)
    /// Where what was read ahead is noted, so that it is read.
    private let echo = UnsafeMutablePointer<Int64>.allocate(capacity: 1)

    init() { echo.initialize(to: 0) }

    func deallocate() {
        ring.deallocate()
        echo.deallocate()
    }

    @inline(__always)
    subscript(_ place: Int) -> Loss { ring[(start &+ place) & (capacity &- 1)] }

    @inline(__always)
    mutating func append(_ loss: Loss) {
        if count == capacity { grow() }
        ring[(start &+ count) & (capacity &- 1)] = loss
        count &+= 1
    }

    /// Takes the oldest; there must be one.
    @inline(__always)
    mutating func removeFirst() -> Loss {
        let loss = ring[start]
        start = (start &+ 1) & (capacity &- 1)
        count &-= 1
        return loss
    }

    @inline(__always)
    func note(_ word: Int64) { echo.pointee ^= word }

    private mutating func grow() {
        let wider = UnsafeMutablePointer<Loss>.allocate(capacity: 2 * capacity)
        for place in 0..<count { wider[place] = self[place] }
        ring.deallocate()
        (ring, start, capacity) = (wider, 0, 2 * capacity)
    }
}
