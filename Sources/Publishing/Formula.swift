import Contests
import Formats
import Numbers

/// A calculation as it is written out, and what it comes to exactly.
///
/// What an explanation shows is computed again here: where the result is not that of the scoring,
/// as with a weight that was shared out, the formula is not shown.
struct Formula {
    let text: String
    let value: Ratio

    /// A combination without weights of one or more values.
    init?(_ method: CombineStep.Method, of values: [Ratio]) {
        guard !values.isEmpty else { return nil }
        let terms = values.map(\.term).joined(separator: " + ")
        switch method {
        case .sum:
            guard let sum = try? values.sum() else { return nil }
            (text, value) = (terms, sum)
        case .mean:
            guard let mean = try? values.mean() else { return nil }
            value = mean
            text = values.count == 1 ? terms : "(\(terms)) ÷ \(values.count)"
        case .median:
            guard let median = try? values.median() else { return nil }
            value = median
            text = "median(" + values.sorted().map(\.term).joined(separator: ", ") + ")"
        case .weightedSum, .weightedMean, .points: return nil
        }
    }

    /// A sum with weights, divided by the sum of the weights for a mean.
    init?(weighted parts: [(weight: Ratio, value: Ratio)], isMean: Bool) {
        guard !parts.isEmpty, let sum = try? parts.map({ try $0.weight * $0.value }).sum(),
            let weights = try? parts.map(\.weight).sum()
        else { return nil }
        let terms = parts.map { part in
            part.weight == .one ? part.value.term : "\(part.weight) × \(part.value.term)"
        }.joined(separator: " + ")
        guard isMean, weights != .one else {
            (text, value) = (terms, sum)
            return
        }
        guard let mean = try? sum / weights else { return nil }
        (text, value) = ("(\(terms)) ÷ \(ScoreText.short(weights))", mean)
    }

    /// `= 84.1667`; `≈` where the decimal is rounded.
    static func result(_ value: Ratio) -> String {
        let text = ScoreText(value, digits: ScoreText.digits(for: [value]))
        return (text.isRounded ? "≈ " : "= ") + text.decimal
    }
}

extension Ratio {
    /// The value within a formula, in brackets where it is below zero.
    var term: String {
        let text = ScoreText.short(self)
        return isNegative ? "(\(text))" : text
    }
}
