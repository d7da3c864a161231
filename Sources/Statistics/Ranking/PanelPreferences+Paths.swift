extension PanelPreferences {
    /// Schulze's method: what the strongest chains of majorities say.
    public struct Paths: Sendable, Hashable {
        /// For each two, row by row, the strength of the strongest path from the first to the
        /// second: the least number of judges behind any of its steps; 0 without a path.
        public let strengths: [Int]
        /// Each submission's place, from 1: one more than how many have a stronger path to it than
        /// it has to them.
        public let places: [Int]
    }

    /// Ranks by the strongest paths of majorities, each as strong as the judges who are behind it.
    ///
    /// A step leads from one submission to another if more judges place the first above (Schulze,
    /// M. (2011), Social Choice and Welfare 36, 267–303, doi:10.1007/s00355-010-0475-4).
    ///
    /// - Complexity: O(*n*³).
    public func schulze() -> Paths {
        var strengths = (0..<count * count).map { pair in
            margin(pair / count, over: pair % count) > 0 ? above[pair] : 0
        }
        for middle in 0..<count {
            for one in 0..<count where one != middle {
                let first = strengths[one * count + middle]
                for other in 0..<count where other != one && other != middle {
                    let through = min(first, strengths[middle * count + other])
                    let pair = one * count + other
                    strengths[pair] = max(strengths[pair], through)
                }
            }
        }
        let places = (0..<count).map { one in
            1 + (0..<count).count { strengths[$0 * count + one] > strengths[one * count + $0] }
        }
        return Paths(strengths: strengths, places: places)
    }
}
