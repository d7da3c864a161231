import Contests
import Recording
import TestSupport
import Testing

/// How workers share rows of a server, without any programs.
@Suite(.enabled(if: PostgresServer.isInstalled))
struct WorkLeasesTests {
    private let work: Workplace
    private let ledger: Ledger
    private static let rubric = "abc"

    init() throws {
        work = try Workplace(.postgres)
        ledger = try work.open()
    }

    private func pairs(_ count: Int) -> [Assignment] {
        (1...count).map { Assignment(judge: "J1", submission: SubmissionID("作品-\($0)")) }
    }

    private func worker(length: Int = 60, again: Bool = false) throws -> WorkLeases {
        try #require(ledger.leases(of: Some.stage, length: length, again: again))
    }

    /// Records a sheet as a worker does; says whether it was its own to record.
    private func record(_ pair: Assignment, by worker: WorkLeases) throws -> Bool {
        try ledger.record(by: "office", at: Some.at) { appender in
            guard try appender.end(pair, of: worker) else { return false }
            try appender.append(Some.sheet(pair.judge, pair.submission), from: "programs")
            return true
        }
    }

    private func fail(_ pair: Assignment, by worker: WorkLeases) throws -> Bool {
        try ledger.record(by: "office", at: Some.at) { try $0.fail(pair, of: worker) }
    }

    @Test func `two workers hold no pair in common, and each gets the first ones that are free`()
        throws
    {
        let (one, other) = (try worker(), try worker())
        #expect(try one.join(pairs(2_500), rubric: Self.rubric) == .joined(open: 2_500))
        #expect(try other.join(pairs(2_500), rubric: Self.rubric) == .joined(open: 2_500))
        let all = pairs(2_500).map(\.submission)
        #expect(try one.take(3, of: "J1") == Array(all[..<3]))
        #expect(try other.take(4, of: "J1") == Array(all[3..<7]))
        #expect(try one.take(2, of: "J1") == Array(all[..<2]))  // it is at none of them
        try one.release("J1")
        #expect(try other.take(7, of: "J1") == Array(all[..<7]))
        #expect(try other.take(1, of: "J2") == [])
        #expect(try one.open().pairs == ["J1": 2_500])
        #expect(try one.open().workers == 2)
    }

    @Test func `what a worker held is free when it leaves or is silent, and not its own any more`()
        throws
    {
        let (silent, other) = (try worker(length: 1), try worker())
        let (first, second) = (pairs(2)[0], pairs(2)[1])
        _ = try silent.join(pairs(2), rubric: Self.rubric)
        _ = try other.join(pairs(2), rubric: Self.rubric)
        #expect(try silent.take(2, of: "J1").count == 2)
        #expect(try other.take(2, of: "J1") == [])
        #expect(try record(first, by: silent))
        try work.sql("SELECT pg_sleep(1.2)")
        #expect(try other.take(2, of: "J1") == [second.submission])
        #expect(try !record(second, by: silent))
        #expect(try !fail(second, by: silent))
        try other.leave()
        #expect(try silent.take(2, of: "J1") == [second.submission])
        #expect(try record(second, by: silent))
        #expect(try ledger.sheets(of: Some.stage).count == 2)
        #expect(try work.number("SELECT count(*) FROM lease") == 0)
    }

    @Test func `who signs keeps what it holds`() throws {
        let (signing, other) = (try worker(length: 1), try worker())
        _ = try signing.join(pairs(2), rubric: Self.rubric)
        _ = try other.join(pairs(2), rubric: Self.rubric)
        _ = try signing.take(2, of: "J1")
        signing.keepSigning()
        try work.sql("SELECT pg_sleep(2.5)")
        #expect(try other.take(2, of: "J1") == [])
        #expect(try record(pairs(1)[0], by: signing))
        try signing.leave()
        try other.leave()
        try work.sql("SELECT pg_sleep(0.8)")
        #expect(try work.number("SELECT count(*) FROM worker") == 0)  // nobody signs after leaving
    }

    @Test func `what is judged or has failed is open to nobody until the work begins anew`() throws
    {
        let (one, other) = (try worker(), try worker())
        _ = try one.join(pairs(3), rubric: Self.rubric)
        _ = try one.take(3, of: "J1")
        #expect(try record(pairs(3)[0], by: one))
        #expect(try fail(pairs(3)[1], by: one))
        #expect(try other.join(pairs(3), rubric: Self.rubric) == .joined(open: 1))
        #expect(try other.take(3, of: "J1") == [])
        try one.leave()
        try other.leave()
        let next = try worker()
        #expect(try next.join(pairs(3), rubric: Self.rubric) == .joined(open: 2))
        #expect(try next.take(3, of: "J1") == pairs(3).dropFirst().map(\.submission))
        try next.leave()
        // Another rubric than the one that the sheet was given by.
        let later = try worker()
        #expect(try later.join(pairs(3), rubric: "def") == .joined(open: 3))
    }

    @Test func `who judges again does not mix with who does not`() throws {
        let again = try worker(again: true)
        let pair = pairs(1)[0]
        try ledger.record(
            [Some.sheet(pair.judge, pair.submission)], from: SourceFile(name: "a"), by: "office",
            at: Some.at)
        #expect(try again.join([pair], rubric: Self.rubric) == .joined(open: 1))
        #expect(try worker().join([pair], rubric: Self.rubric) == .othersDiffer)
        let helper = try worker(again: true)
        #expect(try again.take(1, of: "J1").count == 1)
        #expect(try record(pair, by: again))
        // What was judged again while it goes on is not judged again once more.
        #expect(try helper.join([pair], rubric: Self.rubric) == .joined(open: 0))
    }

    @Test func `a ledger of the format before leases gets them when it is opened`() throws {
        try work.sql("DROP TABLE lease; DROP TABLE worker")
        try work.sql("DELETE FROM banyan_format WHERE number = 2")
        let ledger = try work.open()
        let leases = try #require(ledger.leases(of: Some.stage, length: 60, again: false))
        #expect(try leases.join(pairs(1), rubric: Self.rubric) == .joined(open: 1))
    }

    @Test func `a file has no leases`() throws {
        let work = try Workplace(.sqlite)
        let leases = try work.open().leases(of: Some.stage, length: 60, again: false)
        #expect(leases.map { _ in "leases" } == nil)
    }
}
