import Contests
import Foundation
import Recording
import TestSupport
import Testing

struct SealTests {
    let work: Workplace

    init() throws {
        work = try Workplace()
    }

    private var keyPath: String { work.keyPath }

    private func recordRemarks(_ count: Int, in ledger: Ledger) throws {
        try ledger.record(by: "office", at: Some.at) { appender in
            for number in 1...count { appender.append(remark: "\(number)", about: "test") }
        }
    }

    @Test(.onEachEngine)
    func `every transaction is sealed by a head that is chained and signed`() throws {
        let ledger = try work.open()
        for _ in 1...3 { try recordRemarks(2, in: ledger) }
        let heads = try ledger.heads()
        #expect(heads.map(\.head.number) == [1, 2, 3])
        #expect(heads.map(\.head.fact) == [2, 4, 6])
        #expect(heads.map(\.head.leaves) == [2, 4, 6])
        #expect(heads.map(\.isSigned) == [true, true, true])
        #expect(heads[0].head.previous == .zero)
        #expect(heads[1].head.previous == heads[0].head.hash)
        #expect(LedgerHead(text: heads[2].head.text) == heads[2].head)
        var forged = heads[2]
        forged.head.fact = 5
        #expect(!forged.isSigned)
    }

    @Test(
        .onEachEngine,
        arguments: [
            ("head\t1", "head\t9223372036854775807"), ("head\t1", "head\t-1"),
            ("head\t1", "head\t0"),
            ("fact\t2\nl", "fact\t-2\nl"), ("leaves\t2", "leaves\t-2"),
            ("leaves\t2", "leaves\t9223372036854775807"), ("leaves\t2", "leaves\t1"),
            ("rows\tfact\t2", "rows\tfact\t3"), ("rows\tfact\t2", "rows\tfact\t-2"),
            (
                "rows\tfact\t2",
                "rows\tsheet\t9223372036854775807\nrows\tfact\t9223372036854775807"
            ),
        ])
    func `a head of numbers that none can have is refused`(honest: String, forged: String) throws {
        let ledger = try work.open()
        try recordRemarks(2, in: ledger)
        let text = String(decoding: try #require(ledger.heads().first).head.text, as: UTF8.self)
        #expect(text.contains(honest))
        #expect(LedgerHead(text: Array(text.utf8)) != nil)
        #expect(LedgerHead(text: Array(text.replacing(honest, with: forged).utf8)) == nil)
    }

    @Test func `a head that states more than there is traps nothing`() throws {
        let ledger = try work.open()
        try recordRemarks(2, in: ledger)
        try ledger.record([Some.sheet()], from: SourceFile(name: "a"), by: "office", at: Some.at)
        let honest = try #require(ledger.heads().last).head
        let rows = honest.rows.map { $0 == 0 ? 0 : 1 << 40 }
        let forged = LedgerHead(
            number: honest.number, ledger: honest.ledger, fact: honest.fact, leaves: 3 << 44,
            rows: rows, root: honest.root, previous: honest.previous)
        let head = String(decoding: forged.text, as: UTF8.self)
        try work.sql("DROP TRIGGER seal_is_not_changed")
        try work.sql("UPDATE seal SET head = CAST('\(head)' AS BLOB) WHERE number = 2")
        #expect(try !ledger.audit().isSound)
        #expect(throws: LedgerError.self) { try ledger.receipts() }
        #expect(throws: LedgerError.self) { try ledger.inclusion(ofLeaf: 0) }
        #expect(throws: LedgerError.self) { try ledger.consistency(from: 2) }
        #expect(throws: LedgerError.self) { try recordRemarks(1, in: ledger) }
    }

    @Test(.onEachEngine) func `what changes nothing is not sealed`() throws {
        let ledger = try work.open()
        let submission = Submission(id: "S1", track: "green")
        for _ in 1...2 {
            try ledger.record([submission], from: [Some.file], by: "office", at: Some.at)
        }
        #expect(try ledger.heads().count == 1)
    }

    @Test(.onEachEngine) func `each record is proved to be under the last head`() throws {
        let ledger = try work.open()
        try recordRemarks(700, in: ledger)
        try recordRemarks(45, in: ledger)
        for position in [0, 1, 255, 256, 511, 512, 699, 700, 744] {
            let inclusion = try #require(try ledger.inclusion(ofLeaf: position))
            #expect(inclusion.holds, "leaf \(position)")
            #expect(inclusion.proof.count <= 10)
        }
        #expect(try ledger.inclusion(ofLeaf: 745) == nil)
        #expect(try ledger.inclusion(ofLeaf: -1) == nil)
        let heads = try ledger.heads()
        #expect(
            MerkleProof.grew(
                from: 700, root: heads[0].head.root, to: 745, root: heads[1].head.root,
                proof: try ledger.consistency(from: 700)))
    }

    @Test(.onEachEngine) func `the signing key is its owner's alone`() throws {
        try recordRemarks(1, in: work.open())
        let mode = try FileManager.default.attributesOfItem(atPath: keyPath)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640], ofItemAtPath: keyPath)
        #expect(throws: LedgerError.keyIsOpen(path: keyPath)) {
            try recordRemarks(1, in: work.open())
        }
        #expect(try work.open().facts().count == 1)
    }

    @Test(.onEachEngine) func `a link that leads nowhere is no missing key`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: keyPath, withDestinationPath: "unmounted/contest.key")
        #expect(throws: LedgerError.keyIsUnusable(path: keyPath)) {
            try recordRemarks(1, in: work.open())
        }
        #expect(try work.open().facts().isEmpty)
    }

    @Test(.onEachEngine) func `a file that holds no key is told, and nothing is recorded`() throws {
        try "nonsense".write(toFile: keyPath, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: keyPath)
        #expect(throws: LedgerError.keyIsUnusable(path: keyPath)) {
            try recordRemarks(1, in: work.open())
        }
    }

    @Test(.onEachEngine)
    func `a lost key is told, and a new one begins only where the office says so`() throws {
        let ledger = try work.open()
        try recordRemarks(1, in: ledger)
        try FileManager.default.removeItem(atPath: keyPath)
        #expect(throws: LedgerError.keyIsMissing(path: keyPath)) {
            try recordRemarks(1, in: ledger)
        }
        #expect(throws: LedgerError.keyIsMissing(path: keyPath)) { try SigningKey(path: keyPath) }
        #expect(!FileManager.default.fileExists(atPath: keyPath))
        #expect(try ledger.facts().count == 1)
        let key = try ledger.beginKey(Some.decision("lost"))
        try recordRemarks(1, in: ledger)
        let audit = try work.open().audit()
        #expect(audit.isSound)
        #expect(audit.keys.count == 2)
        #expect(try ledger.heads().map { $0.key == key } == [false, true, true])
        guard case .remark(Ledger.keySubject, let text) = try ledger.facts()[1].act else {
            Issue.record("the new key is not recorded")
            return
        }
        #expect(text == audit.keys[1] + ": lost")
    }

    @Test(.onEachEngine)
    func `another key does not sign over the last head unless the office says so`() throws {
        let ledger = try work.open()
        try recordRemarks(1, in: ledger)
        try FileManager.default.removeItem(atPath: keyPath)
        try Data(String(repeating: "5a", count: 32).utf8).write(to: URL(filePath: keyPath))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: keyPath)
        #expect(throws: LedgerError.keyIsAnother(path: keyPath)) {
            try recordRemarks(1, in: ledger)
        }
        #expect(try ledger.facts().count == 1)
        let key = try ledger.beginKey(Some.decision())
        #expect(try SigningKey(path: keyPath).publicKey == key)
        try recordRemarks(1, in: ledger)
        #expect(try ledger.audit().isSound)
    }

    @Test(.onEachEngine) func `signatures are those of RFC 8032`() throws {
        // Section 7.1, test 2: one byte.
        let secret = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
        let key = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
        let signature =
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        try secret.write(toFile: keyPath, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: keyPath)
        let signer = try SigningKey(path: keyPath)
        #expect(signer.publicKey == Self.bytes(key))
        #expect(SigningKey.isValid(Self.bytes(signature), of: [0x72], by: signer.publicKey))
        #expect(!SigningKey.isValid(Self.bytes(signature), of: [0x73], by: signer.publicKey))
        #expect(
            SigningKey.isValid(try signer.sign([1, 2]), of: [1, 2], by: signer.publicKey))
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        stride(from: 0, to: hex.count, by: 2).compactMap { offset in
            UInt8(hex.dropFirst(offset).prefix(2), radix: 16)
        }
    }

    @Test func `a ledger of format 1 is migrated with all its facts, and then sealed`() throws {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/version-1.sql")
        try work.sql(try String(contentsOf: fixture, encoding: .utf8))
        let people = try work.number("SELECT count(*) FROM personal")
        let ledger = try work.open()
        #expect(try ledger.facts().count == 12)
        let record = try ledger.contestRecord()
        #expect(record.submissions.count == 2)
        #expect(record.submissions["S001"]?.entrant.members.map(\.name) == ["Eve Hill", "Guo Lan"])
        #expect(record.judges["J02"]?.name == "Chen Min")
        #expect(record.recusals.first?.reason == "taught the team")
        let sheets = try ledger.sheets(of: StageID(track: "open", name: "preliminary"))
        #expect(sheets.count == 5)
        #expect(sheets.first?.marks.first?.comment == "A fine idea")
        #expect(people > 5)
        try recordRemarks(1, in: ledger)
        let audit = try ledger.audit()
        #expect(audit.findings.isEmpty, "\(audit.findings)")
        #expect(audit.heads == 2)
        #expect(try work.number("SELECT count(*) FROM personal WHERE commitment IS NULL") == 0)
    }
}
