import Contests
public import Numbers

/// A score as people read it, beside its exact value.
public struct ScoreText: Sendable, Hashable {
    /// The decimal that is shown, such as `84.1667`.
    public let decimal: String
    /// The exact value, a decimal or a fraction such as `505/6`.
    public let exact: String
    /// Whether ``decimal`` is not the whole of it.
    public var isRounded: Bool { decimal.trimmingZeros != exact }

    /// A score with so many digits after the point.
    public init(_ value: Ratio, digits: Int) {
        decimal = value.decimal(digits: digits)
        exact = value.description
    }

    /// Digits that are shown where a rule states none.
    public static let standardDigits = 4

    /// How many digits a column of scores is shown with.
    ///
    /// As many as the rule states; without, as many as the values have, up to four, and more where
    /// two different values would look alike.
    ///
    /// - Complexity: O(*n* log *n*).
    public static func digits(for values: [Ratio], stated: Int? = nil) -> Int {
        if let stated { return stated }
        var digits = 0
        while digits < standardDigits, values.contains(where: { $0.needsMore(than: digits) }) {
            digits += 1
        }
        let distinct = Set(values).sorted()
        while digits < Rounding.allowedDigits.upperBound,
            zip(distinct, distinct.dropFirst()).contains(where: {
                $0.decimal(digits: digits) == $1.decimal(digits: digits)
            })
        { digits += 1 }
        return digits
    }

    /// One value by itself, with as many digits as it has, up to four.
    public static func short(_ value: Ratio) -> String {
        value.decimal(digits: digits(for: [value]))
    }
}

extension ScoringRule {
    /// The decimals that the rule's last word rounds scores to; none if it does not end in one.
    var statedDigits: Int? {
        for step in steps.reversed() {
            switch step {
            case .round(let round) where round.of.isEmpty: return round.rounding.digits
            case .range: continue
            default: return nil
            }
        }
        return nil
    }
}

extension Ratio {
    /// Whether so many digits after the point do not hold the value.
    fileprivate func needsMore(than digits: Int) -> Bool {
        var scale: Int128 = 1
        for _ in 0..<digits { scale *= 10 }
        return scale % denominator != 0
    }

    /// The value in per cent, such as `70 %`.
    var percent: String {
        guard let hundredfold = try? self * Ratio(whole: 100) else { return description }
        return ScoreText.short(hundredfold) + "%"
    }
}

extension String {
    /// A decimal without the zeros that end it.
    var trimmingZeros: String {
        guard contains(".") else { return self }
        var text = self[...]
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return String(text)
    }

    /// A whole number or decimal with a comma between groups of three digits.
    var grouped: String {
        let whole = prefix { $0 != "." }
        let isBelowZero = whole.first == "-"
        let digits = Array(isBelowZero ? whole.dropFirst() : whole)
        var text = isBelowZero ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text + dropFirst(whole.count)
    }
}
