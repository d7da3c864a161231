public import Computing
import Foundation

/// Standard normal numbers from a seed.
///
/// Two uniform numbers give two normal ones by Box and Muller's transformation (Box, G. E. P. and
/// Muller, M. E. (1958), Annals of Mathematical Statistics 29, 610–611,
/// doi:10.1214/aoms/1177706645).
public struct NormalStream: Sendable {
    private var random: SeededRandom
    private var kept: Double?

    /// The numbers that follow from a stream of chance.
    public init(_ random: SeededRandom) {
        self.random = random
    }

    /// The next number.
    public mutating func next() -> Double {
        if let kept {
            self.kept = nil
            return kept
        }
        // Above 0 and at most 1, so that the logarithm is finite.
        let first = (Double(random.next() >> 11) + 1) * 0x1p-53
        let second = Double(random.next() >> 11) * 0x1p-53
        let radius = (-2 * log(first)).squareRoot()
        kept = radius * sin(2 * .pi * second)
        return radius * cos(2 * .pi * second)
    }
}
