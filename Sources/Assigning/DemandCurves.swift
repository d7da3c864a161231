/// How many submissions want each judge at prices around the present one: their demand.
///
/// A curve counts, for steps of the price, how many offers lie in each.
struct DemandCurves {
    /// How many steps a curve has, half of them below the present price.
    private static let width = 32

    private let judgeCount: Int
    private let counts: UnsafeMutablePointer<Int32>
    /// The height of a step as a power of two.
    private var shift: Int64 = 0
    /// How far a curve reaches up and down.
    private var reach: Int64 = 0

    init(judges: Int) {
        judgeCount = judges
        counts = .allocate(capacity: max(1, judges * Self.width))
    }

    func deallocate() { counts.deallocate() }

    /// Begins anew with curves that reach so far up and down, rounded down to a power of two.
    mutating func begin(reach asked: Int64) {
        let most = max(Int64(Self.width), asked)
        shift = Int64(most.bitWidth - 1 - most.leadingZeroBitCount - 4)
        reach = Int64(Self.width / 2) << shift
        counts.initialize(repeating: 0, count: judgeCount * Self.width)
    }

    /// Notes an offer for a judge, by how much it exceeds the present price.
    @inline(__always)
    func note(_ judge: Int, _ offer: Int64) {
        let above = offer &+ reach
        guard above >= 0 else { return }
        let step = min(Self.width &- 1, Int(truncatingIfNeeded: above &>> shift))
        counts[judge &* Self.width &+ step] &+= 1
    }

    /// By how much a price changes so that as many want the judge as may have them; none where
    /// too few would want them even at the lowest.
    ///
    /// - Parameter cost: What one more asks, where so many have the judge already.
    func change(of judge: Int, price: Int64, cost: (Int) -> Int64) -> Int64? {
        let curve = counts + judge * Self.width
        var (count, step) = (0, Self.width - 1)
        while step >= 0 {
            let bottom = Int64(step) << shift - reach
            let offers = Int(curve[step])
            if offers > 0, cost(count + offers - 1) > price + bottom {
                var kept = 0
                while kept < offers, cost(count + kept) <= price + bottom { kept += 1 }
                // Offers are taken to be spread evenly over the step.
                let height = Int64(1) << shift
                return bottom + height - height / Int64(offers) * Int64(kept)
            }
            count += offers
            step -= 1
        }
        return nil
    }

    /// The lowest price that the curves reach, as a change.
    var lowest: Int64 { -reach }
}
