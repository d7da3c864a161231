import Contests
import Recording
import Testing

@Suite(.onEachEngine)
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
        let submission = try #require(try ledger.pseudonyms(of: ["S1"], as: .submission).first)
        let judge = try #require(try ledger.pseudonyms(of: ["J1"], as: .judge).first)
        var replay = SealedReplay(openings: [submission.hash.hex: "S1", judge.hash.hex: "J1"])
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

    @Test func `an advancement that admits nobody is replayed as it is recorded`() throws {
        let work = try Workplace()
        let ledger = try work.open()
        for admitted in [["S1", "S2"], ["S2"], []] as [[SubmissionID]] {
            try ledger.record(admissionsTo: Some.final, admitted, by: "office", at: Some.at)
            var replay = SealedReplay(openings: [:])
            try ledger.sealedLines { line in
                if case .leaf(let leaf) = line { #expect(replay.add(leaf) != nil) }
            }
            #expect(replay.finish().advanced[Some.final]?.count == admitted.count)
            #expect(try ledger.contestRecord().advanced[Some.final] == admitted)
        }
    }

    @Test func `opening a text opens it in its place alone`() throws {
        let work = try Workplace()
        let ledger = try work.open()
        let text = "7\t7"
        let places: [Pseudonym.Place] = [
            .submission, .judge, .field("a"), .field("b"), .subject, .text, .result,
        ]
        let pseudonyms = try places.map { place in
            try #require(try ledger.pseudonyms(of: [text], as: place).first)
        }
        #expect(Set(pseudonyms.map(\.hash)).count == places.count)
        #expect(Set(pseudonyms.map(\.salt)).count == places.count)
        try ledger.record(by: text, at: Some.at) { appender in
            try appender.append(
                Submission(id: .init(text), track: "green", fields: ["a": text, "b": text]))
            try appender.append(Judge(id: .init(text)))
            try appender.append(Some.sheet(.init(text), .init(text)), from: text, key: text)
            try appender.append(
                [Conflict(judge: .init(text), target: .submission(.init(text)))],
                isComplete: false)
            appender.append(remark: text, about: text)
        }
        for (place, pseudonym) in zip(places.dropLast(), pseudonyms) {
            let lines = try lines(of: ledger, with: pseudonym.hash.hex)
            #expect(lines == [Self.line(of: place)])
            #expect(
                Pseudonym.opened(salt: pseudonym.salt, text: Ledger.escaped(text))
                    == pseudonym.hash)
        }
    }

    private static func line(of place: Pseudonym.Place) -> String {
        if case .field(let name) = place { "field\t\(name)" } else { "\(place)" }
    }

    /// What stands before a pseudonym in the lines that show it.
    private func lines(of ledger: Ledger, with hash: String) throws -> Set<String> {
        var found = Set<String>()
        try ledger.sealedLines { line in
            guard case .leaf(let leaf) = line else { return }
            for line in String(decoding: leaf, as: UTF8.self).split(separator: "\n") {
                guard line.hasSuffix("\t" + hash) else { continue }
                found.insert(String(line.dropLast(hash.count + 1)))
            }
        }
        return found
    }
}
