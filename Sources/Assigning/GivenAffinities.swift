public import Contests

/// Affinities and bids from tables of the contest's own.
public struct GivenAffinities: Sendable, Hashable {
    /// What a judge wishes about a submission.
    public enum Bid: String, Sendable, Hashable, CaseIterable {
        /// The judge would gladly mark it.
        case willing
        /// The judge does not mind.
        case neutral
        /// The judge would rather not.
        case unwilling
    }

    /// What a judge's bid adds to, or takes from, an affinity of the formula.
    public static let bidWorth = 300

    /// The affinities, in whole units, that replace the formula; a pair that is missing has none.
    /// Nothing where the formula stands.
    public var matrix: [Assignment: Int]? {
        didSet { greatest = matrix?.values.lazy.map { Int($0.magnitude) }.max() ?? 0 }
    }
    private var greatest = 0
    /// Decimals of the table: 10 to their number is one whole affinity.
    public var decimals = 0
    /// The judges' bids; a pair that is missing is neutral.
    public var bids: [Assignment: Bid] = [:]

    /// The formula, and no bids.
    public init() {}
}

extension GivenAffinities {
    /// What a bid is worth: with a table of affinities, three tenths of the greatest in it.
    var worthOfBid: Int {
        matrix == nil ? Self.bidWorth : greatest * 3 / 10
    }

    /// The affinity of every judge for a submission.
    func row(
        for submission: SubmissionID, judges: [Judge], formula: () -> [Int32]
    ) -> [Int32] {
        guard matrix != nil || !bids.isEmpty else { return formula() }
        var row = matrix == nil ? formula() : [Int32](repeating: 0, count: judges.count)
        let worth = worthOfBid
        for (position, judge) in judges.enumerated() {
            let pair = Assignment(judge: judge.id, submission: submission)
            var value = matrix.map { $0[pair] ?? 0 } ?? Int(row[position])
            switch bids[pair] {
            case .willing: value += worth
            case .unwilling: value -= worth
            case .neutral, nil: break
            }
            row[position] = Int32(clamping: value)
        }
        return row
    }
}
