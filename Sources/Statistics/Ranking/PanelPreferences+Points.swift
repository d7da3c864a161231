extension PanelPreferences {
    /// Points that say how well each submission did, and the places that follow.
    public struct Points: Sendable, Hashable {
        /// The points of each submission, more being better.
        public let points: [Int]
        /// Each submission's place, from 1; equal points share a place.
        public let places: [Int]

        init(_ points: [Int]) {
            self.points = points
            places = PanelPreferences.places(points)
        }
    }

    /// Borda's count: from each ranking, 2 points for each submission below and 1 for each tied.
    ///
    /// Twice the usual points, so that ties stay whole (Borda, J.-C. de (1784), Mémoire sur les
    /// élections au scrutin; Black, D. (1976), Public Choice 28, 1–15, doi:10.1007/BF01718454).
    ///
    /// - Throws: ``PreferenceRefusal/notRanked(ranking:submission:)`` where a ranking leaves a
    ///   submission out.
    public func borda() throws(PreferenceRefusal) -> Points {
        if let gap { throw gap }
        return Points(
            (0..<count).map { one in
                // Above, tied and below make up all rankings: 2·above + tied is all and the margin.
                let margins = (0..<count).reduce(0) { $0 + margin(one, over: $1) }
                return (count - 1) * rankingWeight + margins
            })
    }

    /// Copeland's points: 2 for each submission that more judges place below than above, 1 for each
    /// on which they are even.
    ///
    /// Twice the usual points (Copeland, A. H. (1951), A "reasonable" social welfare function,
    /// University of Michigan). Whoever beats every other is first.
    public func copeland() -> Points {
        Points(
            (0..<count).map { one in
                (0..<count).reduce(-1) { $0 + 1 + margin(one, over: $1).signum() }
            })
    }
}
