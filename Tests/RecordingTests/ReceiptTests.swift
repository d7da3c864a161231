import Contests
import Recording
import Testing

struct ReceiptTests {
    @Test func `each sheet has a receipt of its own, which proves it`() throws {
        let work = try AppendOnlyTests.filled(remarks: 300)
        let ledger = try work.open()
        try ledger.record(
            [Some.sheet(marks: [7, 7]), Some.sheet("J2", "S1")], from: Some.file, by: "office",
            at: Some.at)
        let receipts = try ledger.receipts()
        #expect(receipts.map(\.judge) == ["J1", "J1", "J2"])
        #expect(receipts.map(\.revision) == [1, 2, 1])
        #expect(Set(receipts.map(\.code)).count == 3)
        for receipt in receipts {
            let inclusion = try #require(try ledger.inclusion(ofLeaf: receipt.position))
            #expect(inclusion.holds)
            #expect(SheetReceipt.code(of: inclusion.leaf) == receipt.code)
        }
    }

    @Test func `a receipt is read as people write it`() throws {
        let leaf = MerkleTree.leaf([1, 2, 3])
        let code = SheetReceipt.code(of: leaf)
        #expect(code.count == 19)
        #expect(SheetReceipt.normalized(code) == code)
        let spoken = code.lowercased().replacing("-", with: " ").replacing("0", with: "o")
        #expect(SheetReceipt.normalized(spoken) == code)
        for bad in ["", "1234", code + "0", String(code.dropLast()), "UUUU-UUUU-UUUU-UUUU"] {
            #expect(SheetReceipt.normalized(bad) == nil, "\(bad)")
        }
    }

    @Test func `sealed records name nobody, and add up to the same`() throws {
        let work = try AppendOnlyTests.filled(remarks: 0)
        let ledger = try work.open()
        let adjustment = Adjustment(
            stage: Some.stage, submission: "S1", judge: "J1", points: .zero,
            decision: Some.decision("for Willow"))
        try ledger.record([adjustment])
        let pseudonyms = try ledger.pseudonyms(of: ["S1", "J1"]).map(\.hash.hex)
        var replay = SealedReplay(openings: [pseudonyms[0]: "S1", pseudonyms[1]: "J1"])
        var text = ""
        var heads = 0
        try ledger.sealedLines { line in
            switch line {
            case .leaf(let leaf):
                #expect(replay.add(leaf) != nil)
                text += String(decoding: leaf, as: UTF8.self)
            case .head: heads += 1
            }
        }
        #expect(heads == 2)
        for name in ["Willow", "Li", "East", "J1.csv", "office"] {
            #expect(!text.contains("\t\(name)"), "\(name)")
        }
        let record = try ledger.contestRecord()
        let found = replay.finish()
        #expect(found.assignments == record.assignments)
        #expect(found.advanced == record.advanced)
        #expect(found.lastFact == record.lastFact)
        #expect(found.adjustments.map(\.judge) == ["J1"])
        #expect(replay.sheets.map(\.marks.count) == [2])
        #expect(found.submissions["S1"]?.track == "green")
    }
}
