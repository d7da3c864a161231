/// The submissions that one judge holds in an auction, each with its bid, the lowest bid first.
///
/// A binary heap in memory that the market frees.
struct JudgeSeats {
    /// A submission's claim to a judge.
    struct Seat {
        /// The price above which the submission would rather have another judge.
        var bid: Int64
        var submission: Int32

        /// Lower bids first; equal bids by submission.
        @inline(__always)
        static func < (left: Seat, right: Seat) -> Bool {
            left.bid < right.bid || (left.bid == right.bid && left.submission < right.submission)
        }
    }

    private(set) var count = 0
    private var capacity: Int
    private var seats: UnsafeMutablePointer<Seat>

    init(capacity: Int) {
        self.capacity = max(2, capacity)
        seats = .allocate(capacity: self.capacity)
    }

    func deallocate() { seats.deallocate() }

    /// The lowest bid; there must be one.
    @inline(__always)
    var lowest: Seat { seats[0] }

    @inline(__always)
    subscript(_ place: Int) -> Seat { seats[place] }

    mutating func removeAll() { count = 0 }

    /// Adds a seat in no order, with the worth of the pair in place of a bid.
    mutating func add(_ submission: Int32, worth: Int64) {
        if count == capacity { grow() }
        seats[count] = Seat(bid: worth, submission: submission)
        count &+= 1
    }

    /// Takes a submission out, where there is no order; returns what stood as its bid.
    mutating func remove(_ submission: Int32) -> Int64 {
        for place in 0..<count where seats[place].submission == submission {
            let seat = seats[place]
            count &-= 1
            seats[place] = seats[count]
            return seat.bid
        }
        return .min / 4
    }

    mutating func push(_ seat: Seat) {
        if count == capacity { grow() }
        var place = count
        count &+= 1
        while place > 0 {
            let parent = (place &- 1) >> 1
            guard seat < seats[parent] else { break }
            seats[place] = seats[parent]
            place = parent
        }
        seats[place] = seat
    }

    /// Takes the lowest bid out; there must be one.
    mutating func popLowest() -> Seat {
        count &-= 1
        let (first, last) = (seats[0], seats[count])
        var place = 0
        while true {
            var child = 2 &* place &+ 1
            guard child < count else { break }
            if child &+ 1 < count, seats[child &+ 1] < seats[child] { child &+= 1 }
            guard seats[child] < last else { break }
            seats[place] = seats[child]
            place = child
        }
        seats[place] = last
        return first
    }

    private mutating func grow() {
        let wider = UnsafeMutablePointer<Seat>.allocate(capacity: 2 * capacity)
        wider.moveInitialize(from: seats, count: count)
        seats.deallocate()
        seats = wider
        capacity *= 2
    }
}
