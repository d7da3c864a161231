/// Room for the candidates of one submission that it gains the most by, the best first.
///
/// In memory that the market frees; every choice overwrites the one before.
struct BestCandidates {
    /// What the submission gains by each.
    let surplus: UnsafeMutablePointer<Int64>
    /// Where each stands in the submission's list.
    let place: UnsafeMutablePointer<Int32>
    private let room: Int

    /// - Parameter room: The most that are asked for.
    init(room: Int) {
        self.room = room
        surplus = .allocate(capacity: room + 1)
        place = .allocate(capacity: room + 1)
    }

    func deallocate() {
        surplus.deallocate()
        place.deallocate()
    }

    /// Chooses the best of a submission's list; of equals the first.
    ///
    /// - Parameters:
    ///   - wanted: How many; at least one, at most the room.
    ///   - places: The part of the list that is looked through.
    /// - Returns: How many there are.
    /// - Complexity: O(*n* *k*) for *k* of *n* candidates at worst, O(*n*) in random order.
    @inline(__always)
    func choose(
        _ wanted: Int, of list: UnsafeMutablePointer<Int64>, at places: Range<Int>,
        _ words: CandidateWords, _ price: UnsafeMutablePointer<Int64>
    ) -> Int {
        var count = 0
        var worst = Int64.min
        var candidate = places.lowerBound
        while candidate < places.upperBound {
            let word = list[candidate]
            let gain = words.value(word) &- price[words.judge(word)]
            if gain > worst || count < wanted {
                insert(gain, candidate, count < wanted ? count : wanted &- 1)
                if count < wanted { count &+= 1 }
                if count == wanted { worst = surplus[wanted &- 1] }
            }
            candidate &+= 1
        }
        return count
    }

    /// Puts a candidate in its place among the first, in the place of the last.
    @inline(__always)
    private func insert(_ gain: Int64, _ candidate: Int, _ last: Int) {
        var rank = last
        while rank > 0, surplus[rank &- 1] < gain {
            surplus[rank] = surplus[rank &- 1]
            place[rank] = place[rank &- 1]
            rank &-= 1
        }
        surplus[rank] = gain
        place[rank] = Int32(truncatingIfNeeded: candidate)
    }

    /// Puts the places of the first few in ascending order; their surpluses are no longer theirs.
    @inline(__always)
    func sortPlaces(_ count: Int) {
        var next = 1
        while next < count {
            let moved = place[next]
            var rank = next
            while rank > 0, place[rank &- 1] > moved {
                place[rank] = place[rank &- 1]
                rank &-= 1
            }
            place[rank] = moved
            next &+= 1
        }
    }
}
