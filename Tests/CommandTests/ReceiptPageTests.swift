import Foundation
import TestSupport
import Testing

/// Receipts of sheets on paper, by the built program on the sample contest.
struct ReceiptPageTests {
    @Test func `a page for each judge has the codes of that judge's sheets, each as a picture too`()
        throws
    {
        let demo = try SampleContestTests.demo.get()
        let workshop = try ContestWorkshop()
        let stage = "party-building/final"
        let output = try Program.run(
            ["ledger", "receipts", stage, "--out", workshop.inside("r"), "--lang", "en"],
            in: demo.folder)
        #expect(output.status == 0 && output.text.contains("7 page(s) of receipts written to"))
        let listed = try Program.run(
            ["ledger", "receipts", stage, "--judge", "J01", "--format", "csv"], in: demo.folder)
        let codes = DataTable(text: listed.text).rows.compactMap { $0["Receipt"] ?? $0["receipt"] }
        let page = try String(
            contentsOfFile: workshop.inside("r/party-building.final.J01.html"), encoding: .utf8)
        #expect(codes.count == 8)
        for code in codes { #expect(page.contains("<p class=\"receipt\">\(code)</p>")) }
        #expect(page.components(separatedBy: "<svg class=\"code\"").count == 9)
        #expect(page.contains("沈望舒") && !page.contains("高景行"))
    }
}
