import Contests
import Dispatch
import Foundation
import GRDB
import Recording
import Testing

/// Several connections, threads and processes at once.
struct ConcurrentLedgerTests {
    /// Records sheets of one judge, one at a time, as a process of its own would.
    private static func record(_ count: Int, of judge: Int, path: String) throws {
        let ledger = try Ledger.open(path: path, create: true)
        for number in 1...count {
            let sheet = Some.sheet(JudgeID("J\(judge)"), SubmissionID("S\(number)"))
            try ledger.record(
                [sheet], from: SourceFile(name: "J\(judge)"), by: "J\(judge)", at: Some.at)
        }
    }

    private func expectSheets(_ count: Int, from judges: Int, in ledger: Ledger) throws {
        let sheets = try ledger.sheets(of: Some.stage)
        #expect(sheets.count == count * judges)
        #expect(sheets.allSatisfy { $0.revision == 1 })
        #expect(try ledger.facts().map(\.sequence) == Array(1...count * judges))
    }

    @Test func `connections that make and use a ledger at once lose nothing`() throws {
        let work = try Workplace()
        let path = work.path
        DispatchQueue.concurrentPerform(iterations: 8) { judge in
            #expect(throws: Never.self) { try Self.record(20, of: judge, path: path) }
        }
        try expectSheets(20, from: 8, in: work.open())
    }

    @Test func `traces that a reader kept in the log are erased by the next redaction`() throws {
        let work = try Workplace()
        let ledger = try Ledger.open(
            path: work.path, create: true, format: .current, patience: 0.1)
        try ledger.record([Judge(id: "J1", name: "Ottoline")], from: [], by: "x", at: Some.at)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let reader = try DatabaseQueue(path: work.path, configuration: configuration)
        try reader.inDatabase { try $0.execute(sql: "BEGIN; SELECT * FROM judge") }
        func redact() throws -> Ledger.RedactionResult {
            try ledger.redact(.judge("J1"), decision: Some.decision())
        }
        #expect(try redact() == .init(pieces: 1, isGone: false))
        #expect(try redact() == .init(pieces: 0, isGone: false))
        try reader.inDatabase { try $0.execute(sql: "COMMIT") }
        #expect(try redact() == .init(pieces: 0, isGone: true))
        #expect(try ledger.facts().count == 2)
    }

    @Test(.onEachEngine) func `threads that share a ledger lose nothing`() throws {
        let work = try Workplace()
        let ledger = try work.open()
        DispatchQueue.concurrentPerform(iterations: 8) { judge in
            for number in 1...20 {
                #expect(throws: Never.self) {
                    try ledger.record(
                        [Some.sheet(JudgeID("J\(judge)"), SubmissionID("S\(number)"))],
                        from: Some.file, by: "J\(judge)", at: Some.at)
                    _ = try ledger.facts(after: number, limit: 3)
                }
            }
        }
        try expectSheets(20, from: 8, in: ledger)
    }

    @Test func `processes at once lose nothing`() async throws {
        let work = try Workplace()
        let path = work.path
        await withTaskGroup(of: Void.self) { group in
            for judge in 0..<4 {
                group.addTask {
                    await #expect(processExitsWith: .success) {
                        [path = path as String, judge = judge as Int] in
                        try Self.record(20, of: judge, path: path)
                    }
                }
            }
        }
        try expectSheets(20, from: 4, in: work.open())
    }

    @Test func `the same sheet from two sides at once is recorded once`() throws {
        let work = try Workplace()
        let path = work.path
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            #expect(throws: Never.self) { try Self.record(20, of: 1, path: path) }
        }
        try expectSheets(20, from: 1, in: work.open())
    }

    @Test func `a process that is killed in the middle leaves the earlier state`() async throws {
        let work = try Workplace()
        let path = work.path
        try Self.record(3, of: 1, path: path)
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let ledger = try Ledger.open(path: path, create: false)
            try ledger.record(by: "office", at: Some.at) { appender in
                for number in 1...50_000 {
                    try appender.append(Submission(id: .init("S\(number)"), track: "green"))
                }
                kill(getpid(), SIGKILL)
            }
        }
        let ledger = try work.open()
        try expectSheets(3, from: 1, in: ledger)
        #expect(try ledger.contestRecord().submissions.isEmpty)
        try Self.record(4, of: 1, path: path)
        try expectSheets(4, from: 1, in: ledger)
    }

    @Test func `a process that is killed after a call keeps what the call recorded`() async throws {
        let work = try Workplace()
        let path = work.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            try Self.record(5, of: 1, path: path)
            kill(getpid(), SIGKILL)
        }
        try expectSheets(5, from: 1, in: work.open())
    }

    @Test func `a reading sees one state while others record`() throws {
        let work = try Workplace()
        let ledger = try work.open()
        let path = work.path
        DispatchQueue.concurrentPerform(iterations: 2) { side in
            #expect(throws: Never.self) {
                for number in 1...30 where side == 0 {
                    try Ledger.open(path: path, create: false).record(by: "x", at: Some.at) {
                        try $0.append(Submission(id: .init("S\(number)"), track: "green"))
                        try $0.append(Judge(id: .init("J\(number)")))
                    }
                }
                for _ in 1...30 where side == 1 {
                    let record = try ledger.contestRecord()
                    #expect(record.submissions.count == record.judges.count)
                }
            }
        }
    }
}
