/// Round values on an axis that covers a range.
struct Ticks {
    let low: Double
    let high: Double
    private let step: Double
    private let count: Int

    /// Ticks for values between two different ones.
    init(low: Double, high: Double) {
        step = Self.nice((high - low) / 4)
        self.low = (low / step).rounded(.down) * step
        count = Int(((high - self.low) / step).rounded(.up))
        self.high = self.low + Double(count) * step
    }

    /// The ticks, from the lowest.
    var values: [Double] { (0...count).map { low + Double($0) * step } }

    /// A tick in as few decimals as tell the ticks apart.
    func text(_ value: Double) -> String {
        var (decimals, unit) = (0, step)
        while decimals < 6, (unit - unit.rounded()).magnitude > 1e-6 {
            unit *= 10
            decimals += 1
        }
        return value.text(decimals: decimals)
    }

    /// The smallest of 1, 2 or 5 times a power of ten that is not below a positive number.
    static func nice(_ number: Double) -> Double {
        var power = 1.0
        while power > number { power /= 10 }
        while power * 10 <= number { power *= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= number * 0.999_999 } ?? power * 10
    }
}

extension Double {
    /// The number with one decimal at most, for coordinates.
    var short: String { text(decimals: 1).trimmingZeros }

    /// The number with so many decimals, by whole numbers: the same text on every machine.
    func text(decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let scaled = (self * Double(scale)).rounded()
        guard scaled.magnitude < 1e15 else { return "" }
        let whole = Int(scaled)
        let digits = String(whole.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = whole < 0 ? "-" : ""
        guard decimals > 0 else { return sign + padded }
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
