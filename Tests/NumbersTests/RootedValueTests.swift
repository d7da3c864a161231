import Numbers
import TestSupport
import Testing

struct RootedValueTests {
    /// −1, 0 or 1 as *offset* ± √*radicand* is below, equal to or above a number: by squares alone.
    private func side(_ value: RootedValue, of other: Ratio) throws -> Int {
        let distance = try other - value.offset
        let square = try distance * distance
        let order = value.radicand < square ? -1 : value.radicand == square ? 0 : 1
        guard value.radicand != .zero else {
            return distance == .zero ? 0 : distance.isNegative ? 1 : -1
        }
        if value.isNegative {
            return distance.isNegative ? -order : -1
        }
        return distance.isNegative ? 1 : order
    }

    private func expectRight(_ value: RootedValue, _ rounding: Rounding) throws {
        let scale = (0..<rounding.digits).reduce(Int128(1)) { power, _ in power * 10 }
        let rounded = try value.rounded(rounding)
        let unit = try Ratio(1, over: scale)
        let half = try Ratio(1, over: 2 * scale)
        let count = try rounded / unit
        let isBelowZero = try side(value, of: .zero) < 0
        #expect(count.denominator == 1)
        guard rounding.mode != .down else {
            let (low, high) = isBelowZero ? (-unit, Ratio.zero) : (Ratio.zero, unit)
            #expect(try side(value, of: rounded + low) >= (isBelowZero ? 1 : 0))
            #expect(try side(value, of: rounded + high) <= (isBelowZero ? 0 : -1))
            return
        }
        let low = try side(value, of: rounded - half)
        let high = try side(value, of: rounded + half)
        #expect(low >= 0 && high <= 0, "\(value) to \(rounded)")
        if low == 0 || high == 0 {
            let isRight =
                rounding.mode == .halfEven
                ? count.numerator % 2 == 0 : (isBelowZero ? high == 0 : low == 0)
            #expect(isRight, "\(value) is a half, and went to \(rounded)")
        }
    }

    @Test(arguments: SeededCases(20), Rounding.Mode.allCases)
    func `rounds roots rightly in every case`(seed: SeededCases.Case, mode: Rounding.Mode) throws {
        var random = seed.random
        for _ in 0..<200 {
            let value = RootedValue(
                offset: try Ratio(
                    random.signed(below: 10_000), over: Int128(random.below(12) + 1)),
                radicand: try Ratio(
                    Int128(random.below(100_000)), over: Int128(random.below(500) + 1)),
                isNegative: random.below(2) == 0)
            try expectRight(value, Rounding(digits: random.below(5), mode: mode))
        }
    }

    @Test(arguments: SeededCases(20), Rounding.Mode.allCases)
    func `rounds exact halves as the mode says`(seed: SeededCases.Case, mode: Rounding.Mode) throws
    {
        var random = seed.random
        for _ in 0..<200 {
            let digits = random.below(4)
            let scale = (0..<digits).reduce(Int128(1)) { power, _ in power * 10 }
            // A root that is rational, and an offset that brings the value onto a half.
            let root = try Ratio(Int128(random.below(2_000)), over: Int128(random.below(40) + 1))
            let half = try Ratio(2 * random.signed(below: 5_000) + 1, over: 2 * scale)
            let isNegative = random.below(2) == 0
            let value = RootedValue(
                offset: try isNegative ? half + root : half - root,
                radicand: try root * root,
                isNegative: isNegative)
            #expect(try side(value, of: half) == 0)
            let rounding = Rounding(digits: digits, mode: mode)
            #expect(try value.rounded(rounding) == half.rounded(rounding))
            try expectRight(value, rounding)
        }
    }

    @Test func `rounds √2 to 12 decimals`() throws {
        let root = RootedValue(offset: .zero, radicand: Ratio(whole: 2), isNegative: false)
        #expect(try root.rounded(Rounding(digits: 12)).description == "1.414213562373")
        #expect(try root.rounded(Rounding(digits: 0)) == .one)
        let below = RootedValue(offset: .zero, radicand: Ratio(whole: 2), isNegative: true)
        #expect(try below.rounded(Rounding(digits: 2)).description == "-1.41")
        #expect(try below.rounded(Rounding(digits: 3, mode: .down)).description == "-1.414")
    }

    /// 50 + 10 · (x − mean) ÷ s for marks of 70, 80 and 90: the deviation is 10.
    @Test func `gives a standard score that is a whole number as that number`() throws {
        let score = RootedValue(
            offset: Ratio(whole: 50), radicand: Ratio(whole: 100), isNegative: true)
        for digits in 0...12 {
            #expect(try score.rounded(Rounding(digits: digits)) == Ratio(whole: 40))
        }
    }

    @Test func `tells a number from one that floating point cannot tell from it`() throws {
        // √(k² + 1) lies above k by less than 10⁻¹¹, too little for a Double of this size.
        let k: Int128 = 100_000_000_000
        let above = RootedValue(
            offset: try Ratio(1, over: 2), radicand: try Ratio(k * k + 1, over: 1),
            isNegative: false)
        let below = RootedValue(
            offset: try Ratio(1, over: 2), radicand: try Ratio(k * k - 1, over: 1),
            isNegative: false)
        let exact = RootedValue(
            offset: try Ratio(1, over: 2), radicand: try Ratio(k * k, over: 1), isNegative: false)
        let even = Rounding(digits: 0, mode: .halfEven)
        #expect(try above.rounded(even).numerator == k + 1)
        #expect(try below.rounded(even).numerator == k)
        #expect(try exact.rounded(even).numerator == k)
    }

    @Test func `throws overflow at once, and refuses the root of a negative number`() throws {
        let large = try Ratio(.max, over: 1)
        let values = [
            RootedValue(offset: .zero, radicand: large, isNegative: false),
            RootedValue(offset: large, radicand: .one, isNegative: true),
            RootedValue(offset: try Ratio(1, over: .max), radicand: .one, isNegative: true),
        ]
        for value in values {
            #expect(throws: NumbersError.overflow) { try value.rounded(Rounding(digits: 12)) }
        }
        #expect(throws: NumbersError.notANumber("√-1")) {
            try RootedValue(offset: .zero, radicand: -.one, isNegative: false)
                .rounded(Rounding(digits: 2))
        }
        let cancelling = RootedValue(
            offset: Ratio(whole: 10_000_000_000),
            radicand: try Ratio(
                100_000_000_000_000_000_001, over: 1), isNegative: true)
        #expect(try cancelling.rounded(Rounding(digits: 2)).description == "0")
    }
}
