extension AssignmentProblem {
    /// The largest size of an affinity, whatever its sign.
    ///
    /// - Complexity: O(*n*) for *n* allowed pairs.
    var largestAffinity: Int64 {
        var (least, most) = (Int64(0), Int64(0))
        for row in candidates {
            row.withUnsafeBufferPointer { row in
                for candidate in row {
                    let affinity = Int64(candidate.affinity)
                    least = min(least, affinity)
                    most = max(most, affinity)
                }
            }
        }
        return max(most, -least)
    }
}
