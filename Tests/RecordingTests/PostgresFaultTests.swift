import Contests
import Foundation
import Recording
import TestSupport
import Testing

/// Disks, rights, locks and clocks that fail, where the ledger lies on a server.
@Suite(.enabled(if: PostgresServer.isInstalled), .serialized)
struct PostgresFaultTests {
    private let work: Workplace

    init() throws {
        work = try Workplace(.postgres)
    }

    private func open(_ address: String, patience: Double = 60) throws -> Ledger {
        try Ledger.open(
            path: address, create: true, format: .current, patience: patience,
            keyPath: work.keyPath)
    }

    @Test func `a ledger that may not be written is read, and refuses to record`() throws {
        try work.open().record(remark: "kept", about: "test", by: "office", at: Some.at)
        // libpq would look for a server that may be written.
        let reader = try open(
            work.path.replacing(
                "search_path", with: "default_transaction_read_only%3Don%20-csearch_path")
                + "&target_session_attrs=any", patience: 1)
        #expect(try reader.facts().count == 1)
        let error = #expect(throws: LedgerError.self) {
            try reader.record(remark: "late", about: "test", by: "office", at: Some.at)
        }
        #expect(error?.problem.english == "the ledger may not be written")
        #expect(try reader.facts().count == 1)
    }

    @Test func `a locked ledger is told once patience is over`() throws {
        let ledger = try open(work.path, patience: 0.3)
        try ledger.record(remark: "first", about: "test", by: "office", at: Some.at)
        let server = try #require(PostgresServer.shared)
        let schema = try PostgresServer.run("SELECT current_schema()", at: work.path)[0]
        let holder = Thread {
            // Holds the lock of those who write for two seconds.
            _ = try? server.run(
                """
                SELECT pg_advisory_xact_lock('\(schema).fact'::regclass::oid::bigint), pg_sleep(2)
                """)
        }
        holder.start()
        usleep(500_000)
        let error = #expect(throws: LedgerError.self) {
            try ledger.record(remark: "late", about: "test", by: "office", at: Some.at)
        }
        #expect(error?.problem.english == "another program keeps the ledger locked")
        while !holder.isFinished { usleep(50_000) }
        try ledger.record(remark: "now", about: "test", by: "office", at: Some.at)
        #expect(try ledger.facts().count == 2)
    }

    @Test(.enabled(if: getuid() == 0))
    func `a server whose disk is full is told of, and what was there stays`() throws {
        let disk = work.folder.appending(path: "disk").path
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        try #require(system("mount -t tmpfs -o size=120m tmpfs '\(disk)'") == 0)
        defer { _ = system("umount -l '\(disk)'") }
        let server = try PostgresServer(
            settings: "-c fsync=on -c max_wal_size=32MB -c min_wal_size=32MB", in: disk)
        defer { server.stop() }
        let ledger = try open(server.address, patience: 3)
        try ledger.record(
            [Some.sheet("J1", "S1")], from: Some.file, by: "office", at: Some.at)
        // Whatever room there is is taken by something else.
        _ = system("dd if=/dev/zero of='\(disk)/filler' bs=1M 2>/dev/null")
        let many = (1...60_000).map { Submission(id: .init("S\($0)"), track: "green") }
        let error = #expect(throws: LedgerError.self) {
            try ledger.record(many, from: [], by: "office", at: Some.at)
        }
        let told = error?.problem.english ?? ""
        // A server that cannot even write its own log gives up altogether.
        #expect(
            told.contains("the disk is full; nothing was recorded")
                || told.contains("cannot be reached; nothing was recorded"), "\(told)")
        try FileManager.default.removeItem(atPath: disk + "/filler")
        server.stop()
        try server.start()
        let later = try open(server.address)
        #expect(try later.sheets(of: Some.stage).count == 1)
        #expect(try later.contestRecord().submissions.isEmpty)
        try later.record(
            [Some.sheet("J1", "S2")], from: Some.file, by: "office", at: Some.at)
        #expect(try later.audit().isSound)
    }

    @Test(.onEachEngine) func `a clock that goes backwards changes neither order nor what counts`()
        throws
    {
        let work = try Workplace()
        let ledger = try work.open()
        for (number, marks) in [[8, 9], [7, 7], [6, 6]].enumerated() {
            try ledger.record(
                [Some.sheet(marks: marks)], from: SourceFile(name: "\(number)"), by: "office",
                at: Timestamp(seconds: Some.at.seconds - Int64(number) * 86_400))
        }
        #expect(try ledger.facts().map(\.sequence) == [1, 2, 3])
        let history = try ledger.sheetHistory(
            stage: Some.stage, judge: "J1", submission: "S1")
        #expect(history.map(\.sheet.revision) == [1, 2, 3])
        let last = try #require(try ledger.sheets(of: Some.stage).first)
        #expect(last.marks.first?.value == Some.sheet(marks: [6, 6]).marks.first?.value)
        #expect(try ledger.audit().isSound)
    }
}
