import Foundation

/// How good a ranked list of answers to one question is, from 0 to 1; means over questions make
/// mAP@*k*, NDCG@*k* and MRR.
public enum RankedLists {
    /// The average precision of the first *k* of a list.
    ///
    /// - Parameters:
    ///   - hits: For each place of the list, from the first, whether what stands there is right.
    ///   - relevant: How many right ones there are, in the list or not.
    ///   - places: How many places count (*k*).
    /// - Complexity: O(*k*).
    /// - Throws: ``MetricRefusal/empty`` where nothing is right or no place counts, and
    ///   ``MetricRefusal/outOfRange(row:)`` where the list holds more right ones than there are.
    public static func averagePrecision(
        hits: [Bool], relevant: Int, places: Int
    ) throws(MetricRefusal) -> Double {
        guard relevant > 0, places > 0 else { throw .empty }
        var (sum, found) = (0.0, 0)
        for (place, isHit) in hits.prefix(places).enumerated() where isHit {
            found += 1
            guard found <= relevant else { throw .outOfRange(row: place) }
            sum += Double(found) / Double(place + 1)
        }
        return sum / Double(min(relevant, places))
    }

    /// The discounted gain of the first *k* of a list, as a share of the best list's (NDCG@*k*).
    ///
    /// Järvelin, K., Kekäläinen, J. (2002), ACM Transactions on Information Systems 20, 422–446,
    /// doi:10.1145/582415.582418; the gain itself is added, discounted by log₂ of place + 1.
    ///
    /// - Parameters:
    ///   - gains: For each place of the list, from the first, what stands there is worth.
    ///   - all: What each thing is worth, in the list or not; 0 or more.
    ///   - places: How many places count (*k*).
    /// - Complexity: O(*n* log *n*) for *n* things.
    /// - Throws: ``MetricRefusal/empty`` where nothing is worth anything.
    public static func discountedGain(
        gains: [Double], all: [Double], places: Int
    ) throws(MetricRefusal) -> Double {
        for column in [gains, all] {
            for (row, gain) in column.enumerated() {
                guard gain.isFinite else { throw .notFinite(row: row) }
                guard gain >= 0 else { throw .outOfRange(row: row) }
            }
        }
        let best = discounted(all.sorted(by: >), places)
        guard best > 0 else { throw .empty }
        return try Columns.finite(discounted(gains, places) / best)
    }

    /// One divided by the place of the first right one; 0 where the list holds none.
    public static func reciprocalRank(hits: [Bool]) -> Double {
        hits.firstIndex(of: true).map { 1 / Double($0 + 1) } ?? 0
    }

    private static func discounted(_ gains: [Double], _ places: Int) -> Double {
        var sum = 0.0
        for (place, gain) in gains.prefix(max(places, 0)).enumerated() {
            sum += gain / log2(Double(place + 2))
        }
        return sum
    }
}
