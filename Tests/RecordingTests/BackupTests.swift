import Contests
import Foundation
import Recording
import Testing

/// Copies of a ledger, and a ledger made from one.
struct BackupTests {
    let work: Workplace
    let other: Workplace

    init() throws {
        work = try Workplace()
        other = try Workplace()
    }

    private var copy: String { work.folder.appending(path: "copy.banyan").path }

    private func backedUp() throws -> [Fact] {
        let ledger = try work.open()
        try ledger.record(remark: "kept", about: "test", by: "office", at: Some.at)
        try ledger.backUp(to: copy)
        return try ledger.facts()
    }

    private func names(_ work: Workplace) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: work.folder.path).sorted()
    }

    @Test func `a backup is its owner's alone, and never takes another file's place`() throws {
        _ = try backedUp()
        let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let content = try Data(contentsOf: URL(filePath: copy))
        #expect(throws: LedgerError.exists(path: copy)) { try work.open().backUp(to: copy) }
        #expect(try Data(contentsOf: URL(filePath: copy)) == content)
        let path = work.folder.appending(path: "none/copy.banyan").path
        #expect(throws: LedgerError.cannotOpen(path: path)) { try work.open().backUp(to: path) }
    }

    @Test func `a ledger made from a copy holds what it does, and nothing is left over`() throws {
        let facts = try backedUp()
        let content = try Data(contentsOf: URL(filePath: copy))
        #expect(try Ledger.restore(from: copy, to: other.path).isSound)
        #expect(try names(other) == ["contest.banyan"])
        #expect(try other.open().facts() == facts)
        #expect(try Data(contentsOf: URL(filePath: copy)) == content)
        #expect(throws: LedgerError.exists(path: other.path)) {
            try Ledger.restore(from: copy, to: other.path)
        }
    }

    @Test func `a copy of format 1 is brought up to date where the ledger is made`() throws {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/version-1.sql")
        try work.sql(try String(contentsOf: fixture, encoding: .utf8))
        let content = try Data(contentsOf: URL(filePath: work.path))
        let audit = try Ledger.restore(from: work.path, to: other.path)
        #expect(audit.findings.isEmpty, "\(audit.findings)")
        #expect(audit.heads == 1)
        #expect(try names(other) == ["contest.banyan", "contest.key"])
        #expect(try other.open().facts().count == 12)
        #expect(try Data(contentsOf: URL(filePath: work.path)) == content)
        #expect(try names(work) == ["contest.banyan"])
    }

    @Test func `what is unsound or no ledger is not restored, and leaves nothing`() throws {
        _ = try backedUp()
        let missing = work.folder.appending(path: "none").path
        #expect(throws: LedgerError.missing(path: missing)) {
            try Ledger.restore(from: missing, to: other.path)
        }
        let text = work.folder.appending(path: "text").path
        try "not a ledger".write(toFile: text, atomically: true, encoding: .utf8)
        #expect(throws: LedgerError.notALedger(path: text)) {
            try Ledger.restore(from: text, to: other.path)
        }
        try work.sql("DROP TRIGGER fact_is_not_changed; UPDATE fact SET by = 'else'")
        try FileManager.default.removeItem(atPath: copy)
        try work.open().backUp(to: copy)
        #expect(try !Ledger.restore(from: copy, to: other.path).isSound)
        #expect(try names(other) == [])
    }
}
