import Contests
import Numbers
import Publishing
import Testing

struct ScoreTextTests {
    @Test func `a third is shown with four digits, and its exact value is kept`() throws {
        let third = ScoreText(try Ratio(1, over: 3), digits: 4)
        #expect(third.decimal == "0.3333")
        #expect(third.exact == "1/3")
        #expect(third.isRounded)
    }
}
