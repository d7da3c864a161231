import Numbers
import TestSupport
import Testing

struct RatioTests {
    /// The greatest value that a ratio holds.
    static let greatest = Int128.max

    @Test(arguments: SeededCases(20))
    func `adds, subtracts, multiplies, divides and compares as fractions do`(
        seed: SeededCases.Case
    ) throws {
        var random = seed.random
        for _ in 0..<500 {
            let bound = 1 << (1 + random.below(30))
            let (a, c) = (random.signed(below: bound), random.signed(below: bound))
            let (b, d) = (Int128(random.below(bound) + 1), Int128(random.below(bound) + 1))
            let (left, right) = (try Ratio(a, over: b), try Ratio(c, over: d))
            #expect(try left + right == Ratio(a * d + c * b, over: b * d))
            #expect(try left - right == Ratio(a * d - c * b, over: b * d))
            #expect(try left * right == Ratio(a * c, over: b * d))
            if c != 0 { #expect(try left / right == Ratio(a * d, over: b * c)) }
            #expect((left < right) == (a * d < c * b))
            #expect((left == right) == (a * d == c * b))
            #expect(abs(left.approximation - Double(a) / Double(b)) <= 1e-15 * abs(Double(a)))
        }
    }

    @Test(arguments: SeededCases(20))
    func `keeps every result in lowest terms`(seed: SeededCases.Case) throws {
        var random = seed.random
        for _ in 0..<500 {
            let left = try Ratio(random.signed(below: 500), over: Int128(random.below(60) + 1))
            let right = try Ratio(random.signed(below: 500), over: Int128(-random.below(60) - 1))
            for value in try [left, right, left + right, left - right, left * right] {
                let size = value.numerator.magnitude
                #expect(value.denominator > 0)
                for prime: UInt128 in [
                    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59,
                ] {
                    #expect(size % prime != 0 || value.denominator.magnitude % prime != 0)
                }
                #expect(value.numerator != 0 || value.denominator == 1)
            }
        }
    }

    @Test func `compares values whose products need 256 bits`() throws {
        let greatest = Self.greatest
        let below = try Ratio(greatest - 2, over: greatest - 1)
        let above = try Ratio(greatest - 1, over: greatest)
        #expect(below < above && !(above < below))
        #expect(-above < -below)
        #expect(-above < below)
        let pairs = try [
            Ratio(greatest, over: 2), Ratio(greatest, over: 3), Ratio(1, over: greatest),
        ]
        #expect(pairs.sorted() == [pairs[2], pairs[1], pairs[0]])
    }

    @Test func `throws overflow, and never traps`() throws {
        let large = try Ratio(Self.greatest, over: 1)
        let small = try Ratio(1, over: Self.greatest)
        let other = try Ratio(1, over: Self.greatest - 1)
        #expect(throws: NumbersError.overflow) { try large + .one }
        #expect(throws: NumbersError.overflow) { try -large - .one }
        #expect(throws: NumbersError.overflow) { try large + small }
        #expect(throws: NumbersError.overflow) { try small + other }
        #expect(throws: NumbersError.overflow) { try large * large }
        #expect(throws: NumbersError.overflow) { try small * other }
        #expect(throws: NumbersError.overflow) { try large / small }
        #expect(throws: NumbersError.overflow) { try Ratio(.min, over: 1) }
        #expect(throws: NumbersError.overflow) { try Ratio(1, over: .min) }
        #expect(throws: NumbersError.overflow) { try [large, large].sum() }
        #expect(throws: NumbersError.overflow) { try [large, large].mean() }
        #expect(try large * small == .one)
        #expect(try large - large == .zero)
        #expect(try small + (-small) == .zero)
    }

    @Test func `refuses to divide by zero`() {
        #expect(throws: NumbersError.divisionByZero) { try Ratio(1, over: 0) }
        #expect(throws: NumbersError.divisionByZero) { try Ratio.one / .zero }
        #expect(throws: NumbersError.divisionByZero) { try [Ratio]().mean() }
        #expect(throws: NumbersError.divisionByZero) { try [Ratio]().median() }
    }

    @Test func `sums thirds to one exactly, where floating point would not sum tenths`() throws {
        let third = try Ratio(1, over: 3)
        #expect(try [third, third, third].sum() == .one)
        #expect(try (0..<10).map { _ in try Ratio(1, over: 10) }.sum() == .one)
        #expect(try [Ratio]().sum() == .zero)
    }

    @Test func `takes the mean of marks`() throws {
        let marks = try ["87", "88.5", "91"].map { Ratio(try Points(parsing: $0)) }
        #expect(try marks.mean() == Ratio(533, over: 6))
        #expect(try marks[1...].mean() == Ratio(359, over: 4))
    }

    @Test func `takes the middle value, or the mean of the two middle ones, as the median`() throws
    {
        let values = [5, 1, 4, 2, 3].map { Ratio(whole: $0) }
        #expect(try values.median() == Ratio(whole: 3))
        #expect(try values.dropFirst().median() == Ratio(5, over: 2))
        #expect(try values[...0].median() == Ratio(whole: 5))
        #expect(try [Ratio(whole: 1), Ratio(whole: 1)].median() == .one)
    }

    @Test func `holds the exact value of points`() throws {
        #expect(Ratio(try Points(parsing: "-12.25")) == (try Ratio(-49, over: 4)))
        #expect(Ratio(Points.zero) == .zero)
        #expect(Ratio(Points(millionths: .min)).numerator == Int128(Int64.min) / 64)
    }

    @Test func `takes off the sign`() throws {
        let value = try Ratio(3, over: -4)
        #expect(value.isNegative && !value.magnitude.isNegative)
        #expect(value.magnitude == -value)
        #expect(!Ratio.zero.isNegative && -Ratio.zero == .zero)
    }
}
