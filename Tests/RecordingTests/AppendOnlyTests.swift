import Contests
import Recording
import Testing

struct AppendOnlyTests {
    /// A ledger with at least a row in each table.
    static func filled(remarks: Int = 256) throws -> Workplace {
        let work = try Workplace()
        let ledger = try work.open()
        try ledger.record(by: "office", at: Some.at) { appender in
            try appender.append(
                Submission(id: "S1", track: "green", entrant: Entrant(name: "Willow")))
            try appender.append(Judge(id: "J1", name: "Li"))
            try appender.append(
                [Conflict(judge: "J1", target: .region("East"))], isComplete: false)
            try appender.append([Recusal(judge: "J1", stage: Some.stage)])
            try appender.append([Assignment(judge: "J1", submission: "S1")], of: Some.stage)
            try appender.append(Some.sheet(comment: "good"), from: "J1.csv", key: "k")
            try appender.append(admissionsTo: Some.final, ["S1"])
            try appender.append(
                Ranking(
                    scope: .overall, isOfficial: false, sha256: "aa", rule: "r", engine: "1"))
            // So many that a subtree of the ledger's tree is kept.
            for number in 0..<remarks { appender.append(remark: "\(number)", about: "test") }
        }
        return work
    }

    @Test(.onEachEngine, arguments: LedgerFormat.tableNames)
    func `the database itself refuses to change a row`(table: String) throws {
        let work = try Self.filled()
        #expect(try work.number("SELECT count(*) FROM \(table)") > 0)
        for column in try work.columns(of: table) {
            #expect(throws: (any Error).self) {
                try work.sql("UPDATE \(table) SET \(column) = \(column)")
            }
        }
    }

    @Test(.onEachEngine(share: 3), arguments: LedgerFormat.tableNames)
    func `the database itself refuses to delete a row`(table: String) throws {
        let work = try Self.filled()
        let count = try work.number("SELECT count(*) FROM \(table)")
        #expect(throws: (any Error).self) { try work.sql("DELETE FROM \(table)") }
        #expect(try work.number("SELECT count(*) FROM \(table)") == count)
    }

    @Test(arguments: LedgerFormat.tableNames)
    func `the database itself refuses to replace a row`(table: String) throws {
        let work = try Self.filled()
        #expect(throws: (any Error).self) {
            try work.sql("INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)")
        }
    }

    @Test func `no table is left out of these tests`() throws {
        let work = try Self.filled()
        let tables = try work.number(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        #expect(tables == LedgerFormat.tableNames.count)
    }

    @Test(.onEachEngine) func `facts are numbered without a gap`() throws {
        let work = try Self.filled()
        let last = try work.number("SELECT max(sequence) FROM fact")
        #expect(last == (try work.number("SELECT count(*) FROM fact")))
        for sequence in [0, last, last + 2] {
            #expect(throws: (any Error).self) {
                try work.sql(
                    """
                    INSERT INTO fact(sequence, at, by, kind, detail)
                    VALUES (\(sequence), '2026-01-01T00:00:00Z', 'x', 'remark', '')
                    """)
            }
        }
    }
}
