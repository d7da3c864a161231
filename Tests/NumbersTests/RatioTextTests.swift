import Numbers
import TestSupport
import Testing

struct RatioTextTests {
    @Test(arguments: [
        ("12.5", 25, 2), ("1/3", 1, 3), ("-2/6", -1, 3), ("4/-6", -2, 3), ("0/5", 0, 1),
        ("7", 7, 1), ("3.0/4", 3, 4),
    ])
    func `reads a decimal or a fraction`(text: String, numerator: Int128, denominator: Int128)
        throws
    {
        #expect(try Ratio(parsing: text) == Ratio(numerator, over: denominator))
    }

    @Test func `refuses a fraction of decimals, of nothing and of zero`() {
        for text in ["1.5/2", "1/2.5"] {
            #expect(throws: NumbersError.notANumber(text)) { try Ratio(parsing: text) }
        }
        for text in ["", "/", "1/", "/2", "1/2/3", "1 / 2", "x/2", ".5", "1/3 "] {
            #expect(throws: NumbersError.self) { try Ratio(parsing: text) }
        }
        #expect(throws: NumbersError.divisionByZero) { try Ratio(parsing: "1/0") }
        #expect(throws: NumbersError.tooPrecise("0.1234567")) { try Ratio(parsing: "0.1234567") }
    }

    @Test func `writes a decimal where one exists and a fraction elsewhere`() throws {
        #expect(try Ratio(25, over: 2).description == "12.5")
        #expect(try Ratio(-1, over: 8).description == "-0.125")
        #expect(try Ratio(1, over: 3).description == "1/3")
        #expect(try Ratio(-22, over: 7).description == "-22/7")
        #expect(Ratio(whole: -40).description == "-40")
        #expect(try Ratio(1, over: 1_000_000_000_000).description == "0.000000000001")
        #expect(try Ratio(1, over: 10_000_000_000_000).description == "1/10000000000000")
        #expect(try Ratio(1, over: 3).exactDecimal == nil)
    }

    @Test func `writes the greatest values, whose decimals pass 128 bits`() throws {
        let greatest = "170141183460469231731687303715884105727"
        #expect(try Ratio(.max, over: 1).description == greatest)
        #expect(try Ratio(.max, over: 1).decimal(digits: 2) == greatest + ".00")
        #expect(try Ratio(.max, over: 4096).description.hasSuffix(".999755859375"))
        #expect(try Ratio(1, over: .max).decimal(digits: 12) == "0.000000000000")
        #expect(try Ratio(.max - 1, over: .max).decimal(digits: 12) == "1.000000000000")
        #expect(try Ratio(-.max, over: 2).decimal(digits: 0).hasSuffix("864"))
    }

    @Test(arguments: [
        (1, 3, 2, "0.33"), (2, 3, 2, "0.67"), (-2, 3, 2, "-0.67"), (1, 2, 0, "1"),
        (-1, 2, 0, "-1"), (1, 200, 2, "0.01"), (-1, 200, 2, "-0.01"), (-1, 201, 2, "0.00"),
        (199, 200, 2, "1.00"), (1999, 200, 2, "10.00"), (7, 1, 3, "7.000"), (0, 1, 1, "0.0"),
        (1, 3, -5, "0"), (1, 3, 12, "0.333333333333"), (1, 3, 40, "0.333333333333"),
    ])
    func `writes so many decimals, a half rounded up`(
        numerator: Int128, denominator: Int128, digits: Int, text: String
    ) throws {
        #expect(try Ratio(numerator, over: denominator).decimal(digits: digits) == text)
    }
}
