import Contests
import Dispatch
import Recording
import Synchronization
import Testing

struct SingleSheetTests {
    let work: Workplace

    init() throws {
        work = try Workplace()
    }

    @Test func `sheets of 64 callers at once are all acknowledged and all there`() throws {
        let ledger = try work.open()
        let acknowledged = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 64) { caller in
            for number in 1...5 {
                let key = "\(caller)-\(number)"
                let sheet = Some.sheet(JudgeID("J\(caller)"), SubmissionID("S\(number)"))
                let change = try? ledger.record(
                    sheet, from: "portal", key: key, by: "J\(caller)", at: Some.at)
                if change == .new { acknowledged.withLock { $0.append(key) } }
            }
        }
        #expect(acknowledged.withLock { Set($0).count } == 320)
        #expect(try work.number("SELECT count(*) FROM sheet") == 320)
        let audit = try ledger.audit()
        #expect(audit.findings.isEmpty, "\(audit.findings)")
    }

    @Test func `a sheet that is sent again is not counted twice`() throws {
        let ledger = try work.open()
        let sheet = Some.sheet()
        func send(_ sheet: ScoreSheet, key: String) throws -> Appender.Change {
            try ledger.record(sheet, from: "portal", key: key, by: "J1", at: Some.at)
        }
        #expect(try send(sheet, key: "k1") == .new)
        #expect(try send(sheet, key: "k1") == .unchanged)
        #expect(try send(Some.sheet(marks: [1, 1]), key: "k1") == .unchanged)
        #expect(try send(Some.sheet(marks: [1, 1]), key: "k2") == .revised)
        #expect(try work.number("SELECT count(*) FROM sheet") == 2)
    }

    @Test func `one caller's bad sheet does not fail another's`() throws {
        let ledger = try work.open()
        let failures = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 16) { caller in
            let judge = JudgeID(caller == 3 ? "J\0" : "J\(caller)")
            do {
                _ = try ledger.record(
                    Some.sheet(judge), from: "portal", key: "\(caller)", by: "x", at: Some.at)
            } catch { failures.withLock { $0 += 1 } }
        }
        #expect(failures.withLock { $0 } == 1)
        #expect(try work.number("SELECT count(*) FROM sheet") == 15)
    }
}
