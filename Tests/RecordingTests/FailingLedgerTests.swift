import Contests
import Foundation
import GRDB
import Recording
import Synchronization
import Testing

/// A ledger that fails at call *n* of its database, for every *n*.
struct FailingLedgerTests {
    /// Fails at one call, counted from 1 once it is armed.
    final class Countdown: Sendable {
        private let left = Mutex(Int.max)

        func arm(_ call: Int) { left.withLock { $0 = call } }

        func count() throws(LedgerError) {
            let isNow = left.withLock { left in
                left -= 1
                return left == 0
            }
            if isNow { throw .disk(path: "contest.banyan", code: 10) }
        }
    }

    /// Whether what is done fails because of the countdown.
    private func fails(_ body: () throws -> Void) throws -> Bool {
        do {
            try body()
            return false
        } catch LedgerError.disk {
            return true
        }
    }

    /// One transaction with something of everything.
    private static func recordAll(in ledger: Ledger) throws {
        try ledger.record(by: "office", at: Some.at) { appender in
            appender.note(submissionsFrom: [Some.file])
            for number in 1...3 {
                try appender.append(
                    Submission(
                        id: .init("S\(number)"), track: "green", entrant: Entrant(name: "Willow")))
            }
            try appender.append(Judge(id: "J1", name: "Li"))
            try appender.append(
                [Conflict(judge: "J1", target: .region("East"), reason: "home")], isComplete: true)
            try appender.append([Recusal(judge: "J2", stage: Some.stage, reason: "ill")])
            try appender.append([Assignment(judge: "J1", submission: "S1")], of: Some.stage)
            try appender.append(Some.sheet(comment: "good"), from: "J1.csv", key: "k")
            try appender.append(admissionsTo: Some.final, ["S1"])
            appender.append(closing: Some.stage, Some.decision())
            try appender.append(
                Ranking(scope: .overall, isOfficial: true, sha256: "aa", rule: "r", engine: "1"))
        }
    }

    /// The rows of each table.
    private static func rows(of work: Workplace) throws -> [Int] {
        try LedgerFormat.tableNames.map { try work.number("SELECT count(*) FROM \($0)") }
    }

    @Test(.onEachEngine) func `leaves all or nothing, whichever call fails`() throws {
        let work = try Workplace()
        let countdown = Countdown()
        let ledger = try work.open { () throws(LedgerError) in try countdown.count() }
        try ledger.record(remark: "before", about: "", by: "office", at: Some.at)
        let before = try Self.rows(of: work)
        var call = 0
        var hasFailed = true
        while hasFailed {
            call += 1
            countdown.arm(call)
            hasFailed = try fails { try Self.recordAll(in: ledger) }
            countdown.arm(.max)
            #expect(try ledger.facts().count == (hasFailed ? 1 : 10), "call \(call)")
            if hasFailed { #expect(try Self.rows(of: work) == before, "call \(call)") }
        }
        #expect(call > 50)
        #expect(try work.open().facts() == ledger.facts())
    }

    @Test(.onEachEngine)
    func `a reading that fails at any call fails whole, and the next one succeeds`() throws {
        let work = try Workplace()
        let countdown = Countdown()
        let ledger = try work.open { () throws(LedgerError) in try countdown.count() }
        try Self.recordAll(in: ledger)
        let record = try ledger.contestRecord()
        let sheets = try ledger.sheets(of: Some.stage)
        var call = 0
        var hasFailed = true
        while hasFailed {
            call += 1
            countdown.arm(call)
            hasFailed = try fails {
                let foundRecord = try ledger.contestRecord()
                let foundSheets = try ledger.sheets(of: Some.stage)
                let foundMarks = try ledger.marks(of: Some.stage, criteria: ["c0"])
                #expect(foundRecord.submissions == record.submissions)
                #expect(foundSheets == sheets)
                #expect(foundMarks.rowCount == 1)
            }
        }
        #expect(call > 20)
    }

    @Test func `a ledger whose making fails at any call can be made again`() throws {
        var call = 0
        var hasFailed = true
        while hasFailed {
            call += 1
            let work = try Workplace()
            let countdown = Countdown()
            countdown.arm(call)
            hasFailed = try fails {
                _ = try work.open { () throws(LedgerError) in try countdown.count() }
            }
            try Self.recordAll(in: work.open())
        }
        #expect(call > 2)
    }

    @Test func `a disk that is full is told, and what was there stays`() throws {
        let work = try Workplace()
        let ledger = try work.open()
        try ledger.record(remark: "before", about: "", by: "office", at: Some.at)
        try ledger.limitPages(to: try work.number("PRAGMA page_count") + 2)
        let many = (1...5_000).map { Submission(id: .init("S\($0)"), track: "green") }
        #expect(throws: LedgerError.diskFull(path: work.path)) {
            try ledger.record(many, from: [], by: "office", at: Some.at)
        }
        #expect(try ledger.facts().count == 1)
        try ledger.limitPages(to: 1 << 20)
        try ledger.record(many, from: [], by: "office", at: Some.at)
        #expect(try ledger.contestRecord().submissions.count == 5_000)
    }
}
