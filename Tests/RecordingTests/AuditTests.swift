import Contests
import Foundation
import GRDB
import Recording
import TestSupport
import Testing

/// What `audit` finds in a ledger that somebody meddled with.
struct AuditTests {
    /// A ledger with two transactions that hold something of everything.
    private static func filled() throws -> Workplace {
        let work = try AppendOnlyTests.filled(remarks: 0)
        let ledger = try work.open()
        try ledger.record(by: "office", at: Some.at) { appender in
            try appender.append(
                Submission(id: "S2", track: "green", entrant: Entrant(name: "Reed")))
            try appender.append(Some.sheet("J2", "S2", comment: "fine"), from: "J2.csv")
            appender.append(closing: Some.stage, Some.decision())
        }
        return work
    }

    /// Whatever forbids changes, taken away as somebody with the file could.
    private static func unlock(_ work: Workplace) throws {
        let triggers = try DatabaseQueue(path: work.path).read {
            try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        }
        for trigger in triggers { try work.sql("DROP TRIGGER \(trigger)") }
    }

    @Test(.onEachEngine) func `an honest ledger is sound`() throws {
        let work = try Self.filled()
        let audit = try work.open().audit()
        #expect(audit.findings.isEmpty, "\(audit.findings)")
        #expect(audit.heads == 2)
        #expect(audit.facts == (try work.open().facts().count))
        #expect(audit.keys.count == 1)
        let rows = try LedgerTable.allCases.reduce(0) {
            $0 + (try work.number("SELECT count(*) FROM \($1.name)"))
        }
        #expect(audit.leaves == rows)
    }

    @Test(.onEachEngine(share: 5), arguments: SeededCases(20))
    func `whatever is recorded, the audit computes the same leaves`(
        sample: SeededCases.Case
    ) throws {
        let work = try Workplace()
        let ledger = try work.open()
        var nouns = RandomNouns(random: sample.random)
        for _ in 0..<8 {
            try ledger.record(by: nouns.text(), at: nouns.time()) { appender in
                let submission = SubmissionID("S\(nouns.random.below(3))" + nouns.text())
                let judge = JudgeID("J\(nouns.random.below(3))" + nouns.text())
                try appender.append(nouns.submission(submission))
                try appender.append(nouns.judge(judge))
                let stage = nouns.stage()
                try appender.append(nouns.sheet(stage, judge, submission), from: nouns.text())
                try appender.append([Assignment(judge: judge, submission: submission)], of: stage)
                try appender.append(
                    [Conflict(judge: judge, target: .region(nouns.text()), reason: nouns.text())],
                    isComplete: nouns.chance(2))
                try appender.append(
                    [Recusal(judge: judge, stage: stage, reason: nouns.text())])
                try appender.append(admissionsTo: stage, [submission])
                appender.append(.withdrawn(nouns.decision()), of: submission)
                appender.append(remark: nouns.text(), about: nouns.text())
            }
        }
        let audit = try ledger.audit()
        #expect(audit.findings.isEmpty, "\(audit.findings)")
    }

    /// Values of rows that nothing rests on: where a row lies, and the salts of what was erased.
    private static let free: Set<String> = [
        "judge.number", "submission.number", "conflict.number", "recusal.number",
        "assignment.number", "sheet.number", "admission.number", "identity.number",
    ]

    @Test func `a changed byte in every stored fact is found`() throws {
        let work = try Self.filled()
        try Self.unlock(work)
        let clean = try Data(contentsOf: URL(filePath: work.path))
        for table in LedgerFormat.tableNames {
            let columns = try DatabaseQueue(path: work.path).read { try $0.columns(in: table) }
            let rows = try work.number("SELECT count(*) FROM \(table)")
            for column in columns where !Self.free.contains("\(table).\(column.name)") {
                for row in 0..<rows {
                    try meddle(table, column.name, row, in: work)
                    let isFound: Bool
                    do { isFound = try !work.open().audit().isSound } catch is LedgerError {
                        isFound = true
                    }
                    #expect(isFound, "\(table).\(column.name) of row \(row)")
                    for suffix in ["-wal", "-shm"] {
                        try? FileManager.default.removeItem(atPath: work.path + suffix)
                    }
                    try clean.write(to: URL(filePath: work.path))
                }
            }
        }
    }

    /// Changes one value: a number by one, the last character of a text, the last byte of a blob.
    private func meddle(
        _ table: String, _ column: String, _ row: Int, in work: Workplace
    ) throws {
        let key = table == "node" ? "position" : "rowid"
        let place = "(SELECT \(key) FROM \(table) ORDER BY \(key) LIMIT 1 OFFSET \(row))"
        let queue = try DatabaseQueue(path: work.path)
        try queue.writeWithoutTransaction { database in
            try database.execute(
                sql: "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
            let row = try Row.fetchOne(
                database, sql: "SELECT \(column) FROM \(table) WHERE \(key) = \(place)")
            let old = row?.databaseValues.first ?? .null
            let new: DatabaseValue =
                switch old.storage {
                case .null: Data([1]).databaseValue
                case .int64(let number): (number + 1000).databaseValue
                case .double(let number): (number + 1).databaseValue
                case .string(let text): (String(text.dropLast()) + "~").databaseValue
                case .blob(let data):
                    (data.dropLast() + Data([(data.last ?? 0) ^ 1])).databaseValue
                }
            // A column of numbers or texts that is empty takes what fits it.
            for value in [new, "~".databaseValue, 1000.databaseValue] {
                do {
                    try database.execute(
                        sql: "UPDATE \(table) SET \(column) = ? WHERE \(key) = \(place)",
                        arguments: [value])
                    break
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {}
            }
        }
        try queue.close()
    }

    @Test func `a meddled sheet is told with its fact, its time and what rests on it`() throws {
        let work = try Self.filled()
        try Self.unlock(work)
        try work.sql("UPDATE sheet SET marks = '9 9' WHERE number = 1")
        let audit = try work.open().audit()
        let finding = try #require(audit.findings.first { $0.problem.english.contains("sheet") })
        let facts = try work.open().facts()
        let fact = try #require(facts.first { if case .sheets = $0.act { true } else { false } })
        #expect(finding.problem.english == "sheet row 1 is not what was sealed")
        #expect(finding.fact == fact.sequence)
        #expect(finding.at == Some.at.text)
        let closing = try #require(facts.last)
        #expect(finding.dependents.contains(closing.sequence))
    }

    @Test func `of many meddled records each is told by its row and its fact`() throws {
        let work = try Workplace()
        let ledger = try work.open()
        for batch in 0..<3 {
            let sheets = (0..<5).map { Some.sheet(JudgeID("J\(batch)"), SubmissionID("S\($0)")) }
            try ledger.record(sheets, from: SourceFile(name: "a"), by: "x", at: Some.at)
        }
        try Self.unlock(work)
        try work.sql("UPDATE sheet SET marks = '9 9' WHERE number IN (2, 5, 6, 15)")
        let findings = try work.open().audit().findings.filter {
            $0.problem.english.hasPrefix("sheet row")
        }
        #expect(findings.map(\.fact) == [1, 1, 2, 3])
        let rows = findings.map { $0.problem.english.split(separator: " ")[2] }
        #expect(rows == ["2", "5", "6", "15"])
    }

    @Test func `a deleted, an added and a swapped row are found`() throws {
        for sql in [
            "DELETE FROM sheet WHERE number = 1",
            "INSERT INTO sheet SELECT 99, fact, 'z', source, stage, submission, judge, 9, rubric, "
                + "confidence, layout, marks, NULL FROM sheet WHERE number = 1",
            "UPDATE sheet SET number = -number",
            "DELETE FROM seal WHERE number = 2", "DELETE FROM leaf", "DELETE FROM personal",
        ] {
            let work = try Self.filled()
            try Self.unlock(work)
            try work.sql("PRAGMA foreign_keys = OFF; " + sql)
            #expect(try !work.open().audit().isSound, "\(sql)")
        }
    }

    @Test func `a ledger written anew from the start has another key`() throws {
        let work = try Self.filled()
        let honest = try work.open().audit()
        let other = try Self.filled()
        #expect(try other.open().audit().keys != honest.keys)
    }
}
