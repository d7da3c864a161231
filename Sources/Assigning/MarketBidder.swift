/// A submission in a market: its list of candidates and what it holds of them.
struct MarketBidder {
    /// Where its list begins, and how long it may be.
    var start: Int
    var room: Int32
    /// How long it is; the judges that the submission holds stand first.
    var listed: Int32 = 0
    var held: Int32 = 0
    /// How many judges it must have at least, and may have at most.
    var least: Int32
    var most: Int32
    /// No candidate outside the list has a greater surplus, value less price.
    var beyond = Int64.min
}

/// How a candidate stands in a list: its worth above the number of the judge, in one word.
struct CandidateWords {
    private let shift: Int64
    private let mask: Int64
    /// What one point of worth is in the unit of prices.
    let factor: Int64

    init(judges: Int, factor: Int64) {
        shift = Int64(Int.bitWidth - max(1, judges).leadingZeroBitCount)
        mask = 1 << shift - 1
        self.factor = factor
    }

    @inline(__always)
    func word(_ judge: Int32, worth: Int64) -> Int64 { worth &<< shift | Int64(judge) }

    @inline(__always)
    func judge(_ word: Int64) -> Int { Int(truncatingIfNeeded: word & mask) }

    @inline(__always)
    func value(_ word: Int64) -> Int64 { (word &>> shift) &* factor }
}
