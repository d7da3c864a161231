public import Numbers

/// Who goes on to the next stage.
///
/// Quotas are filled first, each by its own best; the places that ``count`` or ``share`` leave
/// after that go to the best of the rest. Nobody below ``minimumScore`` goes on.
public struct Advancement: Sendable, Hashable {
    /// A number of places that is set aside.
    public struct Quota: Sendable, Hashable {
        /// What the places are set aside for.
        public enum Axis: String, Sendable, Hashable, CaseIterable {
            /// Each heat.
            case heat
            /// Each region.
            case region
        }

        /// What the places are set aside for.
        public var axis: Axis
        /// The heat or region; none for every one that there is.
        public var value: String?
        /// How many places.
        public var count: Int

        /// A quota.
        public init(axis: Axis, value: String? = nil, count: Int) {
            self.axis = axis
            self.value = value
            self.count = count
        }
    }

    /// The name of the next stage within the track.
    public var to: String
    /// How many go on; none if only the other limits count.
    public var count: Int?
    /// Which share of the ranked goes on; none if only the other limits count.
    public var share: Ratio?
    /// How a share that is no whole number is rounded.
    public var shareRounding: ShareRounding
    /// The lowest score that goes on.
    public var minimumScore: Ratio?
    /// Places set aside.
    public var quotas: [Quota]
    /// What happens where the line falls into a tie.
    public var ties: TiesAtLine

    /// An advancement.
    public init(
        to: String, count: Int? = nil, share: Ratio? = nil, shareRounding: ShareRounding = .up,
        minimumScore: Ratio? = nil, quotas: [Quota] = [], ties: TiesAtLine = .decide
    ) {
        self.to = to
        self.count = count
        self.share = share
        self.shareRounding = shareRounding
        self.minimumScore = minimumScore
        self.quotas = quotas
        self.ties = ties
    }
}

/// How a share of submissions becomes a whole number.
public enum ShareRounding: String, Sendable, Hashable, CaseIterable {
    /// To the next whole number above.
    case up
    /// To the next whole number below.
    case down
    /// To the nearest; a half goes up.
    case nearest

    /// The whole number that a share of a count makes.
    ///
    /// - Throws: `NumbersError.overflow`.
    public func count(of share: Ratio, in total: Int) throws(NumbersError) -> Int {
        let exact = try share * Ratio(whole: total)
        let down = Int(exact.numerator / exact.denominator)
        switch self {
        case .down: return down
        case .up: return exact == Ratio(whole: down) ? down : down + 1
        case .nearest:
            let rest = try exact - Ratio(whole: down)
            return try rest + rest >= .one ? down + 1 : down
        }
    }
}
