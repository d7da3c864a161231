import Foundation

/// How well the marks of one submission, judge or criterion fit the Rasch model.
///
/// A mean square is 1 where the marks scatter as the model expects, above 1 where they scatter more
/// and below 1 where they follow the model too closely. As *z*, it is about standard normal where
/// the model holds, by Wilson and Hilferty's cube root.
///
/// > B. D. Wright, G. N. Masters. *Rating Scale Analysis.* MESA Press, Chicago, 1982, chapter 5.
public struct RaschFit: Sendable, Hashable {
    /// The number of marks.
    public let count: Int
    /// The mean square weighted by information, which marks near the own level decide.
    public let infit: Double
    /// The plain mean square of standardised residuals, which single surprising marks decide.
    public let outfit: Double
    /// The infit as *z*.
    public let infitZ: Double
    /// The outfit as *z*.
    public let outfitZ: Double
}

/// The sums that fit statistics are made of.
struct RaschResiduals {
    private var count = 0
    private var squares = 0.0
    private var information = 0.0
    private var standardSquares = 0.0
    private var infitVariance = 0.0
    private var outfitVariance = 0.0

    /// Adds a mark's residual, with the variance and the fourth moment that the model expects.
    mutating func add(_ residual: Double, variance: Double, fourth: Double) {
        count += 1
        squares += residual * residual
        information += variance
        standardSquares += residual * residual / variance
        infitVariance += fourth - variance * variance
        outfitVariance += fourth / (variance * variance) - 1
    }

    /// What they say.
    var fit: RaschFit {
        let number = Double(count)
        let (infit, outfit) = (squares / information, standardSquares / number)
        return RaschFit(
            count: count, infit: infit, outfit: outfit,
            infitZ: Self.z(infit, deviation: infitVariance.squareRoot() / information),
            outfitZ: Self.z(outfit, deviation: outfitVariance.squareRoot() / number))
    }

    private static func z(_ meanSquare: Double, deviation: Double) -> Double {
        (cbrt(meanSquare) - 1) * 3 / deviation + deviation / 3
    }
}
