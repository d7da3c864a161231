import Contests
import Dispatch
import Foundation
import Recording
import Synchronization
import TestSupport
import Testing

/// What only a server can do, and suffer.
@Suite(.enabled(if: PostgresServer.isInstalled), .serialized)
struct PostgresTests {
    /// A folder for the key.
    let work: Workplace

    init() throws {
        work = try Workplace(.sqlite)
    }

    private func open(_ address: String, patience: Double = 60) throws -> Ledger {
        try Ledger.open(
            path: address, create: true, format: .current, patience: patience,
            keyPath: work.keyPath)
    }

    private func sheet(_ number: Int) -> ScoreSheet {
        Some.sheet("J1", SubmissionID("S\(number)"))
    }

    /// Records sheets from many callers at once, and gives the keys of those that were
    /// acknowledged.
    private func load(_ ledger: Ledger, callers: Int, sheets: Int) -> Set<String> {
        let acknowledged = Mutex(Set<String>())
        DispatchQueue.concurrentPerform(iterations: callers) { caller in
            for number in 0..<sheets {
                let key = "\(caller)-\(number)"
                let sheet = Some.sheet(JudgeID("J\(caller)"), SubmissionID("S\(number)"))
                let change = try? ledger.record(
                    sheet, from: "portal", key: key, by: "portal", at: Some.at)
                if change != nil { acknowledged.withLock { _ = $0.insert(key) } }
            }
        }
        return acknowledged.withLock { $0 }
    }

    /// Whether every acknowledged sheet is there, and none twice.
    private func expect(_ acknowledged: Set<String>, at address: String) throws {
        let ledger = try open(address)
        let sheets = try ledger.recordedSheets(of: Some.stage)
        #expect(sheets.allSatisfy { $0.sheet.revision == 1 })
        let keys = sheets.map { found in
            "\(found.sheet.judge.text.dropFirst())-\(found.sheet.submission.text.dropFirst())"
        }
        #expect(Set(keys).count == keys.count)
        #expect(acknowledged.isSubset(of: keys))
        let audit = try ledger.audit()
        #expect(audit.isSound, "\(audit.findings)")
    }

    @Test func `an address shows no password`() {
        let error = #expect(throws: LedgerError.self) {
            try open("postgres://office:hunter2@127.0.0.1:1/contest?connect_timeout=1", patience: 0)
        }
        #expect(error?.path == "postgres://office@127.0.0.1:1/contest")
        #expect(error?.description.contains("hunter2") == false)
    }

    @Test func `an empty database is no ledger unless one is to be made`() throws {
        let server = try #require(PostgresServer.shared)
        let address = try server.newAddress()
        let place = "postgres://postgres@\(server.folder.path)/postgres"
        #expect(throws: LedgerError.missing(path: place)) {
            try Ledger.open(path: address, create: false)
        }
        try PostgresServer.run("CREATE TABLE fact(x int)", at: address)
        #expect(throws: LedgerError.notALedger(path: place)) {
            try open(address)
        }
    }

    @Test func `not even the owner of the tables may change what is recorded`() throws {
        let server = try #require(PostgresServer.shared)
        let address = try server.newAddress()
        let schema = try PostgresServer.run("SELECT current_schema()", at: address)[0]
        let role = "office_" + schema
        try server.run("CREATE ROLE \(role) LOGIN; GRANT ALL ON SCHEMA \(schema) TO \(role)")
        let own = address.replacing("user=postgres", with: "user=\(role)")
        try open(own).record(sheet(1), from: "x", key: "1", by: "x", at: Some.at)
        for table in LedgerFormat.tableNames {
            for sql in ["DELETE FROM \(table)", "TRUNCATE \(table) CASCADE"] {
                let refusal = #expect(throws: PostgresServer.Refusal.self) {
                    try PostgresServer.run(sql, at: own)
                }
                #expect(refusal?.message.contains("permission denied") == true, "\(table)")
            }
        }
        #expect(try open(own).audit().isSound)
    }

    @Test func `an audit tells of a trigger that was disabled`() throws {
        let address = try #require(PostgresServer.shared).newAddress()
        let ledger = try open(address)
        try ledger.record(sheet(1), from: "x", key: "1", by: "x", at: Some.at)
        #expect(try ledger.audit().isSound)
        try PostgresServer.run("ALTER TABLE sheet DISABLE TRIGGER ALL", at: address)
        #expect(try !ledger.audit().isSound)
    }

    @Test func `a changed fact is found`() throws {
        let address = try #require(PostgresServer.shared).newAddress()
        let ledger = try open(address)
        try ledger.record(sheet(1), from: "x", key: "1", by: "x", at: Some.at)
        try PostgresServer.run(
            """
            ALTER TABLE sheet DISABLE TRIGGER ALL; UPDATE sheet SET marks = '9 9';
            ALTER TABLE sheet ENABLE ALWAYS TRIGGER sheet_is_not_changed
            """, at: address)
        #expect(try ledger.audit().findings.first?.fact == 1)
    }

    @Test func `connections that are cut lose nothing and count nothing twice`() throws {
        let server = try #require(PostgresServer.shared)
        let address = try server.newAddress()
        let ledger = try open(address)
        let schema = try PostgresServer.run("SELECT current_schema()", at: address)[0]
        let isDone = Mutex(false)
        let acknowledged = Mutex(Set<String>())
        DispatchQueue.concurrentPerform(iterations: 2) { side in
            if side == 0 {
                let keys = load(ledger, callers: 8, sheets: 12)
                acknowledged.withLock { $0 = keys }
                isDone.withLock { $0 = true }
            } else {
                while !isDone.withLock({ $0 }) {
                    _ = try? server.run(
                        """
                        SELECT pg_terminate_backend(pid) FROM pg_locks
                        WHERE locktype = 'advisory' AND granted
                            AND objid = '\(schema).fact'::regclass::oid
                        """)
                    usleep(40_000)
                }
            }
        }
        try expect(acknowledged.withLock { $0 }, at: address)
    }

    @Test func `a server that is restarted in the middle loses nothing`() throws {
        let server = try PostgresServer(settings: "-c fsync=on")
        let ledger = try open(server.address)
        let acknowledged = Mutex(Set<String>())
        DispatchQueue.concurrentPerform(iterations: 2) { side in
            if side == 0 {
                let keys = load(ledger, callers: 8, sheets: 30)
                acknowledged.withLock { $0 = keys }
            } else {
                for _ in 0..<2 {
                    usleep(100_000)
                    #expect(throws: Never.self) {
                        try server.crash()
                        try server.start()
                    }
                }
            }
        }
        #expect(acknowledged.withLock { $0.count } == 8 * 30)
        try expect(acknowledged.withLock { $0 }, at: server.address)
    }

    @Test func `a synchronous standby that is promoted in the middle has every sheet`() throws {
        let primary = try PostgresServer(settings: "-c fsync=on")
        let standby = try PostgresServer(settings: "-c fsync=on", following: primary)
        #expect(try open(primary.address).risks().count == 1)
        try primary.run("ALTER SYSTEM SET synchronous_standby_names = '*'")
        try primary.run("SELECT pg_reload_conf()")
        usleep(200_000)
        let both =
            "postgres:///postgres?host=\(primary.folder.path),\(standby.folder.path)"
            + "&user=postgres"
        let ledger = try open(both)
        #expect(try ledger.risks().isEmpty)
        let acknowledged = Mutex(Set<String>())
        DispatchQueue.concurrentPerform(iterations: 2) { side in
            if side == 0 {
                let keys = load(ledger, callers: 8, sheets: 25)
                acknowledged.withLock { $0 = keys }
            } else {
                usleep(100_000)
                #expect(throws: Never.self) {
                    try primary.crash()
                    try standby.promote()
                    // It has no standby of its own now, for which it would wait.
                    try standby.run("ALTER SYSTEM RESET synchronous_standby_names")
                    try standby.run("SELECT pg_reload_conf()")
                }
            }
        }
        #expect(acknowledged.withLock { $0.count } == 8 * 25)
        try expect(acknowledged.withLock { $0 }, at: standby.address)
    }
}
