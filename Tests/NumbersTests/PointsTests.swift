import Numbers
import TestSupport
import Testing

struct PointsTests {
    @Test(arguments: [
        ("87", 87_000_000), ("-0.5", -500_000), ("+3", 3_000_000), ("12.25", 12_250_000),
        ("0", 0), ("-0", 0), ("007", 7_000_000), ("0.000001", 1), ("1.500000000", 1_500_000),
        ("999999999999", 999_999_999_999_000_000), ("123456.654321", 123_456_654_321),
        ("000000000000000000000000012", 12_000_000), ("0.00000000000000000000000", 0),
    ])
    func `reads a decimal`(text: String, millionths: Int64) throws {
        #expect(try Points(parsing: text).millionths == millionths)
    }

    @Test(arguments: [
        "", "-", "+", ".", "-.", ".5", "5.", "-.5", "1,000", "1 000", " 1", "1 ", "1\n", "1e3",
        "0x10", "１", "１２.５", "٣", "1.2.3", "1..2", "--1", "+-1", "1-", "1.-5", "1.+5", "NaN",
        "inf", "½", "1/2", "1.5 ", "1\u{0}", "八十",
    ])
    func `refuses what is not a plain decimal`(text: String) {
        #expect(throws: NumbersError.notANumber(text)) { try Points(parsing: text) }
    }

    @Test(arguments: [
        "0.0000001", "1.1234567", "1000000000000", "1234567890123", "1234567.654321",
        "-1000000000000", "99999999999999999999999999999999999999999",
        "0.00000000000000000000000000000000000001",
    ])
    func `refuses more than 6 decimals or 12 digits`(text: String) {
        #expect(throws: NumbersError.tooPrecise(text)) { try Points(parsing: text) }
    }

    @Test func `refuses whole points of 13 digits`() throws {
        #expect(try Points(999_999_999_999).description == "999999999999")
        for whole in [1_000_000_000_000, -1_000_000_000_000, Int.max, Int.min] {
            #expect(throws: NumbersError.overflow) { try Points(whole) }
        }
    }

    @Test(arguments: SeededCases(20))
    func `reads back what it writes`(seed: SeededCases.Case) throws {
        var random = seed.random
        for _ in 0..<1_000 {
            let size = Int64(random.below(Int(1) << (1 + random.below(39))))
            let points = Points(millionths: random.below(2) == 0 ? size : -size)
            #expect(try Points(parsing: points.description) == points)
            #expect(Double(points.description) == Double(points.millionths) / 1_000_000)
        }
    }

    @Test func `tells whether a mark stands on a step`() throws {
        let step = try Points(parsing: "0.5")
        let start = try Points(parsing: "-1")
        #expect(try Points(parsing: "2.5").isOnStep(step, from: start))
        #expect(try Points(parsing: "-3").isOnStep(step, from: start))
        #expect(try !Points(parsing: "2.25").isOnStep(step, from: start))
        #expect(!Points.zero.isOnStep(.zero, from: start))
        #expect(!Points(millionths: .max).isOnStep(step, from: Points(millionths: .min)))
    }

    @Test func `orders by value`() throws {
        let texts = ["10", "9.5", "-1", "0", "-0.000001"]
        let ordered = try texts.map { try Points(parsing: $0) }.sorted().map(\.description)
        #expect(ordered == ["-1", "-0.000001", "0", "9.5", "10"])
    }
}
