/// Room to choose the best few of many candidates in.
struct CandidateChoice {
    struct Entry {
        var surplus: Int64
        var place: Int32
        var judge: Int32

        /// Greater surpluses first; equal ones by place.
        @inline(__always)
        static func < (left: Entry, right: Entry) -> Bool {
            left.surplus > right.surplus
                || (left.surplus == right.surplus && left.place < right.place)
        }
    }

    private(set) var count = 0
    /// The greatest surplus that was let go.
    private(set) var beyond = Int64.min
    private var capacity: Int
    private var wanted = 0
    private var entries: UnsafeMutablePointer<Entry>

    init(capacity: Int) {
        self.capacity = capacity
        entries = .allocate(capacity: capacity)
    }

    func deallocate() { entries.deallocate() }

    @inline(__always)
    subscript(_ place: Int) -> Entry { entries[place] }

    /// Begins to choose so many.
    mutating func begin(_ wanted: Int) {
        self.wanted = wanted
        count = 0
        beyond = .min
        guard capacity < 2 * wanted + 2 else { return }
        entries.deallocate()
        capacity = 2 * wanted + 2
        entries = .allocate(capacity: capacity)
    }

    /// Whether a surplus may be among the best.
    @inline(__always)
    func wants(_ surplus: Int64) -> Bool { surplus > beyond || beyond == .min }

    /// Adds a candidate that may be among the best.
    @inline(__always)
    mutating func add(_ entry: Entry) {
        entries[count] = entry
        count &+= 1
        if count == capacity { trim() }
    }

    /// Lets all go but the best that are wanted.
    mutating func trim() {
        guard count > wanted else { return }
        var (low, high) = (0, count - 1)
        while low < high {
            let pivot = entries[(low + high) >> 1]
            var (left, right) = (low, high)
            while left <= right {
                while entries[left] < pivot { left += 1 }
                while pivot < entries[right] { right -= 1 }
                guard left <= right else { break }
                swap(left, right)
                left += 1
                right -= 1
            }
            if wanted <= right { high = right } else if wanted >= left { low = left } else { break }
        }
        for place in wanted..<count { beyond = max(beyond, entries[place].surplus) }
        count = wanted
    }

    private func swap(_ one: Int, _ other: Int) {
        let entry = entries[one]
        entries[one] = entries[other]
        entries[other] = entry
    }
}
