import Contests
import Numbers
import Publishing
import Testing

struct ScoreTextTests {
    @Test func `a third is shown with four digits, and its exact value is kept`() throws {
        let third = try Ratio(1, over: 3)
        let text = ScoreText(third, digits: ScoreText.digits(for: [third]))
        #expect(text.decimal == "0.3333")
        #expect(text.exact == "1/3")
        #expect(text.isRounded)
    }

    @Test func `a column has the digits that its values have`() throws {
        let values = [Ratio(whole: 80), try Ratio(169, over: 2)]
        #expect(ScoreText.digits(for: values) == 1)
        #expect(ScoreText.digits(for: []) == 0)
        #expect(ScoreText(values[0], digits: 1).decimal == "80.0")
        #expect(!ScoreText(values[0], digits: 1).isRounded)
    }

    @Test func `a rule's own digits are kept, fewer or more`() {
        #expect(ScoreText.digits(for: [Ratio(whole: 80)], stated: 2) == 2)
    }

    @Test func `different scores never look alike`() throws {
        let values = [try Ratio(1, over: 3), try Ratio(333_331, over: 1_000_000)]
        let digits = ScoreText.digits(for: values)
        #expect(Set(values.map { $0.decimal(digits: digits) }).count == 2)
    }

    @Test func `zero is a score`() {
        #expect(ScoreText(.zero, digits: 2).decimal == "0.00")
    }
}
