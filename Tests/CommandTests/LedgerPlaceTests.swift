import Foundation
import TestSupport
import Testing

/// The ledger of the sample contest, moved to a server and back, and signed by another key.
struct LedgerPlaceTests {
    private let sample: SampleCopy

    init() throws {
        sample = try SampleCopy()
    }

    private func heads(_ options: String...) throws -> String {
        let output = try sample.run(["ledger", "heads", "--format", "csv"] + options)
        #expect(output.status == 0, "\(output)")
        return output.text
    }

    @Test(.enabled(if: PostgresServer.isInstalled))
    func `a ledger moves to a server and back, equal to the byte of its hashes`() throws {
        let address = try #require(PostgresServer.shared).newAddress()
        let before = try heads()
        let ranked = try sample.run(["rank", "party-building", "--format", "csv"]).text
        #expect(try sample.run(["ledger", "copy", address]).status == 0)
        #expect(try sample.run(["ledger", "copy", address]).status != 0)  // it holds one already
        #expect(try heads("--ledger", address) == before)
        let audit = try sample.run(["audit", "--ledger", address, "--lang", "en"])
        #expect(audit.status == 0 && audit.text.contains("all sound"), "\(audit.text)")
        let there = try sample.run(
            ["rank", "party-building", "--format", "csv"], environment: ["BANYAN_LEDGER": address])
        #expect(there.text == ranked && !ranked.isEmpty)
        let recorded = try sample.run(
            [
                "recuse", "J01", "party-building/final", "--reason", "x", "--ledger",
                address,
            ])
        #expect(recorded.status == 0, "\(recorded)")
        #expect(recorded.errors.contains("no synchronous standby"))
        #expect(try heads() == before)  // the file is no longer the one that is used
        try FileManager.default.removeItem(atPath: sample.folder + "/contest.banyan")
        let back = try sample.run(["ledger", "copy", "contest.banyan", "--ledger", address])
        #expect(back.status == 0, "\(back)")
        #expect(try heads() == heads("--ledger", address))
        #expect(try heads().hasPrefix(before))
        #expect(try sample.run(["audit"]).status == 0)
    }

    @Test func `an address that is none is refused, and a server that is not there told`() throws {
        let wrong = try sample.run(["log", "--ledger", "mysql://db/contest", "--lang", "zh"])
        #expect(wrong.status == 2 && wrong.errors.contains("postgres://用户@主机/数据库"))
        let gone = try sample.run(
            ["log", "--ledger", "postgres://office:hunter2@127.0.0.1:1/contest?connect_timeout=1"])
        #expect(gone.status == 3)
        #expect((gone.text + gone.errors).contains("cannot be reached"))
        #expect(!(gone.text + gone.errors).contains("hunter2"))
    }

    @Test func `nothing is recorded with another key until new-key has recorded that it is one`()
        throws
    {
        try FileManager.default.removeItem(atPath: sample.folder + "/contest.key")
        let recuse = ["recuse", "J01", "party-building/final", "--reason", "x"]
        let refused = try sample.run(recuse)
        #expect(refused.status == 3)
        #expect((refused.text + refused.errors).contains("banyan ledger new-key"))
        let begun = try sample.run(
            ["ledger", "new-key", "--reason", "lost with the laptop", "--lang", "en"])
        #expect(begun.status == 0, "\(begun)")
        #expect(try sample.run(recuse).status == 0)
        #expect(
            try sample.run(["log", "--last", "2", "--format", "csv"]).text.contains(
                "lost with the laptop"))
        let audit = try sample.run(["audit", "--lang", "en"])
        #expect(audit.text.contains("signed by 2 keys"))
        let key = FileManager.default
        let mode = try key.attributesOfItem(atPath: sample.folder + "/contest.key")
        #expect(mode[.posixPermissions] as? Int == 0o600)
    }
}
