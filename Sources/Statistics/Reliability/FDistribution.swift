import Foundation

/// Fisher's distribution of the ratio of two variances.
public struct FDistribution: Sendable, Hashable {
    /// The degrees of freedom of the numerator; above 0, not always whole.
    public let numerator: Double
    /// The degrees of freedom of the denominator.
    public let denominator: Double

    /// The distribution with these degrees of freedom.
    public init(_ numerator: Double, _ denominator: Double) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The chance of a ratio of at most `value`.
    ///
    /// By the incomplete beta function (Abramowitz, M. and Stegun, I. A. (1964), Handbook of
    /// Mathematical Functions, 26.6.2).
    public func chance(upTo value: Double) -> Double {
        guard value > 0 else { return 0 }
        let share = numerator * value
        return Self.incompleteBeta(
            share / (share + denominator), denominator / (share + denominator), numerator / 2,
            denominator / 2)
    }

    /// The ratio that is not exceeded with a given chance, strictly between 0 and 1.
    ///
    /// - Complexity: about 60 evaluations of the chance, for all digits.
    public func quantile(_ chance: Double) -> Double {
        precondition(chance > 0 && chance < 1)
        var (low, high) = (0.0, 1.0)
        while self.chance(upTo: high) < chance { (low, high) = (high, 2 * high) }
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return middle }
            if self.chance(upTo: middle) < chance { low = middle } else { high = middle }
        }
    }

    /// The regularised incomplete beta function at *x*, of which 1 − *x* is given too.
    private static func incompleteBeta(
        _ x: Double, _ rest: Double, _ a: Double, _ b: Double
    ) -> Double {
        guard x > 0 else { return 0 }
        guard rest > 0 else { return 1 }
        // The fraction converges fast on this side only; the other follows by symmetry.
        guard x <= (a + 1) / (a + b + 2) else { return 1 - incompleteBeta(rest, x, b, a) }
        let front = exp(
            lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(rest))
        return front * betaFraction(x, a, b) / a
    }

    /// The continued fraction of the incomplete beta function (Abramowitz and Stegun, 26.5.8), by
    /// Lentz's method.
    private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var upper = 1.0
        var lower = 1 - (a + b) * x / (a + 1)
        lower = 1 / (abs(lower) < tiny ? tiny : lower)
        var fraction = lower
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            var change = 1.0
            for part in [even, odd] {
                lower = 1 + part * lower
                lower = 1 / (abs(lower) < tiny ? tiny : lower)
                upper = 1 + part / upper
                upper = abs(upper) < tiny ? tiny : upper
                change = upper * lower
                fraction *= change
            }
            if abs(change - 1) < 1e-16 { break }
        }
        return fraction
    }
}
