/// Finds the name that was probably meant by one that is not there.
public enum NearestName {
    /// The name of a list that differs least from a text; nothing where none is near.
    ///
    /// Near is at most one change for each three characters, an added, missing, other or swapped
    /// character counting one, and upper and lower case counting nothing. The first of equally
    /// near names is taken.
    ///
    /// - Complexity: O(*n* · *a* · *b*) for *n* names and texts of *a* and *b* characters; names
    ///   whose lengths differ too much cost nothing.
    public static func of(_ text: String, among names: some Sequence<String>) -> String? {
        let wanted = Array(text.lowercased().unicodeScalars.prefix(longest))
        guard !wanted.isEmpty else { return nil }
        var best: (name: String, distance: Int)?
        for name in names {
            let other = Array(name.lowercased().unicodeScalars.prefix(longest))
            let allowed = max(1, max(wanted.count, other.count) / 3)
            guard !other.isEmpty, abs(other.count - wanted.count) <= allowed else { continue }
            let distance = distance(wanted, other)
            // A single character resembles every other.
            guard distance <= allowed, distance < max(wanted.count, other.count) else { continue }
            if distance < best?.distance ?? .max { best = (name, distance) }
        }
        return best?.name
    }

    private static let longest = 100

    /// Changes between two texts, a swap of neighbours being one (optimal string alignment).
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for i in 1...left.count {
            var row = [i]
            for j in 1...right.count {
                let isSame = left[i - 1] == right[j - 1]
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1))
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    cost = min(cost, beforeLast[j - 2] + 1)
                }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[right.count]
    }
}
