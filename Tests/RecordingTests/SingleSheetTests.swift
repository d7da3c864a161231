import Contests
import Dispatch
import Recording
import Synchronization
import Testing

@Suite(.onEachEngine)
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

    @Test func `every acknowledged key is kept, also of a sheet that said the same`() throws {
        let ledger = try work.open()
        let (first, second) = (Some.sheet(marks: [8, 9]), Some.sheet(marks: [1, 1]))
        for (key, sheet) in [("k1", first), ("k2", first), ("k3", second)] {
            try ledger.record(sheet, from: "portal", key: key, by: "J1", at: Some.at)
        }
        let again = try ledger.record(first, from: "portal", key: "k2", by: "J1", at: Some.at)
        #expect(again == .unchanged)
        #expect(try ledger.sheets(of: Some.stage).map(\.marks) == [second.marks])
        #expect(try ledger.audit().isSound)
    }

    @Test func `where the disk is full, all who wait are told by one try`() throws {
        let tries = Mutex(0)
        let isFull = Mutex(false)
        let ledger = try work.open { () throws(LedgerError) in
            guard isFull.withLock({ $0 }) else { return }
            tries.withLock { $0 += 1 }
            throw .diskFull(path: "contest.banyan")
        }
        isFull.withLock { $0 = true }
        let failures = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 64) { caller in
            do {
                _ = try ledger.record(
                    Some.sheet(JudgeID("J\(caller)")), from: "portal", key: "\(caller)", by: "x",
                    at: Some.at)
            } catch LedgerError.diskFull { failures.withLock { $0 += 1 } } catch {}
        }
        #expect(failures.withLock { $0 } == 64)
        #expect(tries.withLock { $0 } <= 64)  // those who were alone in their batch; not one more
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
