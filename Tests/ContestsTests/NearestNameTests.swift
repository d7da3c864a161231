import Contests
import Testing

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("dedline", "deadline"), ("Panel", "panel"), ("pnael", "panel"), ("赛到", "赛道"),
        ("submision", "submission"),
    ])
    func `a misspelt name is found`(_ text: String, _ name: String) {
        let names = ["deadline", "panel", "赛道", "submission", "stage"]
        #expect(NearestName.of(text, among: names) == name)
    }

    @Test(arguments: ["", "x", "colour", "赛区域名", String(repeating: "a", count: 10_000)])
    func `what is near to nothing has no suggestion`(_ text: String) {
        #expect(NearestName.of(text, among: ["deadline", "panel", "p", ""]) == nil)
    }

    @Test func `the first of equally near names is taken`() {
        #expect(NearestName.of("cot", among: ["cat", "cut"]) == "cat")
    }
}
