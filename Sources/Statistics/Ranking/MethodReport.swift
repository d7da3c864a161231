/// Which submissions would have another award under another method of scoring, and by how much.
///
/// It informs: no method is the right one, but an award that changes with the method should be
/// looked at.
public struct MethodReport: Sendable {
    /// What a method makes of the order.
    public struct Outcome: Sendable, Hashable {
        /// The score of each submission of the order.
        public let scores: [Double]
        /// The place of each, from 1; scores within 10⁻⁹ of each other share a place.
        public let places: [Int]
        /// The submissions that have another award, in the order.
        public let changes: [Change]
    }

    /// A submission that would have another award.
    public struct Change: Sendable, Hashable {
        /// Its position in the order, from 0.
        public let position: Int
        /// The line that it is above in the order, as a number from 0; none below all.
        public let before: Int?
        /// The line that the method has it above.
        public let after: Int?
        /// How many places it gains, or loses below 0.
        public let places: Int
        /// How far its score is past the line that it crosses, in the method's points: above 0 if
        /// it gains, below if it loses. Of several lines, the one farthest from where it was.
        public let margin: Double
    }

    /// What is compared.
    public let outcomes: [ScoringMethod: Result<Outcome, MethodRefusal>]

    /// Compares methods with an order.
    ///
    /// - Parameters:
    ///   - marks: One mark for each judge and submission, higher ones better.
    ///   - order: The submissions in their official order, the best first; all have marks.
    ///   - lines: How many places each award reaches down to, the best award first.
    ///   - methods: What to compare.
    /// - Complexity: O(*n* log *n*) for each method besides its scores.
    public init(
        _ marks: MarkColumns, order: [Int], lines: [Int],
        methods: [ScoringMethod] = ScoringMethod.allCases
    ) {
        var outcomes: [ScoringMethod: Result<Outcome, MethodRefusal>] = [:]
        for method in methods {
            do throws(MethodRefusal) {
                let scores = try method.scores(marks)
                let own = try order.map { submission throws(MethodRefusal) in
                    guard let score = scores[submission] else {
                        throw .tooFewMarks(submission: submission, needed: 1)
                    }
                    return score
                }
                outcomes[method] = .success(Outcome(own, lines: lines))
            } catch {
                outcomes[method] = .failure(error)
            }
        }
        self.outcomes = outcomes
    }
}

extension MethodReport.Outcome {
    fileprivate init(_ scores: [Double], lines: [Int]) {
        let steps = scores.map { ($0 * 1e9).rounded() }
        let falling = scores.indices.sorted { (-steps[$0], $0) < (-steps[$1], $1) }
        var places = [Int](repeating: 1, count: scores.count)
        for (rank, position) in falling.enumerated() where rank > 0 {
            let ahead = falling[rank - 1]
            places[position] = steps[ahead] == steps[position] ? places[ahead] : rank + 1
        }
        changes = scores.indices.compactMap { position in
            let before = lines.firstIndex { position < $0 }
            let after = lines.firstIndex { places[position] <= $0 }
            guard before != after else { return nil }
            let gains = (after ?? lines.count) < (before ?? lines.count)
            // Who gains has passed the best that is left outside; who loses, the last inside.
            let line = min(lines[gains ? after ?? 0 : before ?? 0], scores.count)
            let beside = gains ? min(line, scores.count - 1) : line - 1
            return MethodReport.Change(
                position: position, before: before, after: after,
                places: position + 1 - places[position],
                margin: scores[position] - scores[falling[beside]])
        }
        (self.scores, self.places) = (scores, places)
    }
}
