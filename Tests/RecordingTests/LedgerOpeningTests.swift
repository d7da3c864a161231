import Contests
import Foundation
import GRDB
import Recording
import Testing

struct LedgerOpeningTests {
    let work: Workplace

    init() throws {
        work = try Workplace()
    }

    @Test func `a missing ledger is told with what to do`() {
        #expect(throws: LedgerError.missing(path: work.path)) {
            try Ledger.open(path: work.path, create: false)
        }
        let fault = LedgerError.missing(path: "contest.banyan").fault
        #expect(
            fault.description(in: .english)
                == "contest.banyan: error: there is no ledger. Load submissions first, which makes "
                + "it, or name the contest's folder with --contest.")
        #expect(fault.description(in: .chinese).hasPrefix("contest.banyan: 错误: 没有账本文件。"))
    }

    @Test func `a missing folder is told`() {
        let path = work.folder.appending(path: "none/contest.banyan").path
        #expect(throws: LedgerError.cannotOpen(path: path)) {
            try Ledger.open(path: path, create: true)
        }
    }

    @Test func `a folder in its place is told`() {
        #expect(throws: LedgerError.isFolder(path: work.folder.path)) {
            try Ledger.open(path: work.folder.path, create: true)
        }
    }

    @Test(arguments: [1, 500])
    func `a file of another kind is told and left as it is`(lines: Int) throws {
        let content = String(repeating: "not a database at all\n", count: lines)
        try content.write(toFile: work.path, atomically: true, encoding: .utf8)
        #expect(throws: LedgerError.notALedger(path: work.path)) {
            try Ledger.open(path: work.path, create: true)
        }
        #expect(try String(contentsOfFile: work.path, encoding: .utf8) == content)
    }

    @Test func `another program's database is told and left as it is`() throws {
        try work.sql("CREATE TABLE bookmark(url)")
        let before = try Data(contentsOf: URL(filePath: work.path))
        #expect(throws: LedgerError.notALedger(path: work.path)) {
            try Ledger.open(path: work.path, create: true)
        }
        #expect(try Data(contentsOf: URL(filePath: work.path)) == before)
    }

    @Test func `an empty file becomes a ledger only where one may be made`() throws {
        try Data().write(to: URL(filePath: work.path))
        #expect(throws: LedgerError.notALedger(path: work.path)) {
            try Ledger.open(path: work.path, create: false)
        }
        #expect(try Ledger.open(path: work.path, create: true).facts().isEmpty)
    }

    @Test func `a newer format is refused and left as it is`() throws {
        _ = try work.open()
        try work.sql("PRAGMA user_version = 1000")
        let known = LedgerFormat.current.version
        let error = LedgerError.newerFormat(path: work.path, found: 1000, known: known)
        #expect(throws: error) { try Ledger.open(path: work.path, create: true) }
        #expect(error.description.contains("the ledger has format 1000, made by a newer Banyan"))
        #expect(error.description.contains("Install the newer Banyan"))
        #expect(try work.number("PRAGMA user_version") == 1000)
    }

    @Test func `an older format is brought up to date with all its facts`() throws {
        let ledger = try work.open()
        try ledger.record(remark: "kept", about: "test", by: "office", at: Some.at)
        let facts = try ledger.facts()
        var next = LedgerFormat.current
        next.steps.append("CREATE TABLE made_up(number INTEGER PRIMARY KEY) STRICT;")

        let migrated = try Ledger.open(path: work.path, create: false, format: next)
        #expect(try migrated.facts() == facts)
        #expect(try work.number("PRAGMA user_version") == next.version)
        #expect(try work.number("SELECT count(*) FROM made_up") == 0)
        #expect(throws: LedgerError.self) { try Ledger.open(path: work.path, create: false) }
    }

    @Test func `a step that fails leaves the older format`() throws {
        try work.open().record(remark: "kept", about: "test", by: "office", at: Some.at)
        var next = LedgerFormat.current
        next.steps.append("CREATE TABLE made_up(number); SELECT nonsense;")
        #expect(throws: LedgerError.self) {
            try Ledger.open(path: work.path, create: false, format: next)
        }
        #expect(try work.open().facts().count == 1)
        #expect(try work.number("SELECT count(*) FROM sqlite_schema WHERE name = 'made_up'") == 0)
    }

    @Test func `a truncated file is told`() throws {
        do {
            let ledger = try work.open()
            let submissions = (1...500).map { Submission(id: .init("S\($0)"), track: "green") }
            try ledger.record(submissions, from: [], by: "office", at: Some.at)
        }
        let content = try Data(contentsOf: URL(filePath: work.path))
        for size in [content.count - 4096, content.count / 2, 4096, 2000, 100, 50] {
            try content.prefix(size).write(to: URL(filePath: work.path))
            let error = #expect(throws: LedgerError.self) {
                try Ledger.open(path: work.path, create: true).contestRecord()
            }
            switch error {
            case .damaged, .notALedger: break
            default: Issue.record("\(size) bytes: \(String(describing: error))")
            }
        }
    }

    @Test func `a text that is no field is told as damage`() throws {
        try work.open().record(
            [Submission(id: "S1", track: "green")], from: [], by: "office", at: Some.at)
        try work.sql(
            """
            DROP TRIGGER submission_is_not_changed;
            UPDATE submission SET body = 'nonsense' WHERE id = 'S1';
            """)
        #expect(throws: LedgerError.damaged(path: work.path, detail: "submission S1, row 1")) {
            try work.open().contestRecord()
        }
    }

    @Test func `a locked ledger is told once patience is over`() throws {
        let ledger = try Ledger.open(
            path: work.path, create: true, format: .current, patience: 0.1)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: work.path, configuration: configuration)
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        #expect(throws: LedgerError.locked(path: work.path)) {
            try ledger.record(remark: "late", about: "test", by: "office", at: Some.at)
        }
        #expect(try ledger.facts().isEmpty)
        try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
        try ledger.record(remark: "now", about: "test", by: "office", at: Some.at)
        #expect(try ledger.facts().count == 1)
    }

    @Test func `a ledger that may not be written is read, and refuses to record`() throws {
        try work.open().record(remark: "kept", about: "test", by: "office", at: Some.at)
        let before = try Data(contentsOf: URL(filePath: work.path))
        let ledger = try Ledger.open(
            path: work.path, create: true, format: .current, mayWrite: false)
        #expect(try ledger.facts().count == 1)
        #expect(throws: LedgerError.readOnly(path: work.path)) {
            try ledger.record(remark: "late", about: "test", by: "office", at: Some.at)
        }
        #expect(try ledger.facts().count == 1)
        #expect(try Data(contentsOf: URL(filePath: work.path)) == before)
    }

    @Test func `an older ledger that may not be written is told`() throws {
        _ = try work.open()
        var next = LedgerFormat.current
        next.steps.append("CREATE TABLE made_up(number INTEGER PRIMARY KEY) STRICT;")
        #expect(throws: LedgerError.readOnly(path: work.path)) {
            try Ledger.open(path: work.path, create: false, format: next, mayWrite: false)
        }
    }

    @Test func `every error says what is wrong and what to do, in both languages`() {
        let errors: [LedgerError] = [
            .missing(path: "x"), .notALedger(path: "x"), .isFolder(path: "x"),
            .cannotOpen(path: "x"), .newerFormat(path: "x", found: 2, known: 1),
            .locked(path: "x"), .readOnly(path: "x"), .diskFull(path: "x"),
            .disk(path: "x", code: 10), .damaged(path: "x", detail: "page 3"),
            .exists(path: "x"), .keyIsOpen(path: "x"), .keyIsUnusable(path: "x"),
            .keyIsMissing(path: "x"), .keyIsAnother(path: "x"),
            .nulCharacter(in: "judge J1"), .sql(path: "x", code: 1, message: "no such table"),
        ]
        for error in errors {
            for text in [error.problem, error.remedy] {
                #expect(!text.english.isEmpty && !text.chinese.isEmpty)
                #expect(text.chinese.unicodeScalars.contains { $0.value >= 0x4E00 })
            }
        }
    }

    @Test func `what is acknowledged is synced to the disk`() throws {
        let ledger = try work.open()
        #expect(try ledger.synchronous() == 2)  // FULL
    }
}
