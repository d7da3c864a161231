import Numbers
import TestSupport
import Testing

struct RoundingTests {
    /// Halves and their neighbours in tenths, with what each mode makes of them.
    static let tenths: [(Int128, halfUp: Int, halfEven: Int, down: Int)] = [
        (0, 0, 0, 0), (4, 0, 0, 0), (5, 1, 0, 0), (6, 1, 1, 0), (10, 1, 1, 1), (14, 1, 1, 1),
        (15, 2, 2, 1), (16, 2, 2, 1), (25, 3, 2, 2), (35, 4, 4, 3), (95, 10, 10, 9),
    ]

    @Test(arguments: 0..<tenths.count)
    func `rounds halves as the mode says, below zero as above`(row: Int) throws {
        let (tenths, halfUp, halfEven, down) = Self.tenths[row]
        for (mode, expected) in [
            (Rounding.Mode.halfUp, halfUp), (.halfEven, halfEven), (.down, down),
        ] {
            let rounding = Rounding(digits: 0, mode: mode)
            #expect(try Ratio(tenths, over: 10).rounded(rounding) == Ratio(whole: expected))
            #expect(try Ratio(-tenths, over: 10).rounded(rounding) == Ratio(whole: -expected))
        }
    }

    @Test(arguments: SeededCases(20), Rounding.Mode.allCases)
    func `gives the nearest decimal, or cuts`(seed: SeededCases.Case, mode: Rounding.Mode) throws {
        var random = seed.random
        for _ in 0..<300 {
            let rounding = Rounding(digits: random.below(7), mode: mode)
            let scale = (0..<rounding.digits).reduce(Int128(1)) { power, _ in power * 10 }
            let value = try Ratio(
                random.signed(below: 1_000_000), over: Int128(random.below(2_000) + 1))
            let rounded = try value.rounded(rounding)
            let count = try rounded * Ratio(scale, over: 1)
            let distance = try ((rounded - value) * Ratio(scale, over: 1)).magnitude
            let half = try Ratio(1, over: 2)
            #expect(count.denominator == 1)
            switch mode {
            case .down: #expect(distance < .one && rounded.magnitude <= value.magnitude)
            case .halfUp:
                #expect(distance < half || distance == half && rounded.magnitude > value.magnitude)
            case .halfEven:
                #expect(distance < half || distance == half && count.numerator % 2 == 0)
            }
            #expect(try rounded.rounded(rounding) == rounded)
        }
    }

    @Test func `rounds what 128 bits hold even where the scaled value would not fit`() throws {
        let rounding = Rounding(digits: 12)
        let large = try Ratio(.max - 1, over: 1)
        #expect(try large.rounded(Rounding(digits: 0)) == large)
        #expect(throws: NumbersError.overflow) { try large.rounded(rounding) }
        #expect(try Ratio(1, over: .max).rounded(rounding) == .zero)
        #expect(try Ratio(.max - 1, over: .max).rounded(rounding) == .one)
        #expect(try Ratio(.max / 3, over: .max).decimal(digits: 12) == "0.333333333333")
        #expect(try Ratio(.max, over: 2).rounded(Rounding(digits: 0)).numerator == .max / 2 + 1)
    }

    @Test func `keeps 0 to 12 decimals`() {
        #expect(Rounding(digits: 13).digits == 12)
        #expect(Rounding(digits: -1).digits == 0)
    }
}
