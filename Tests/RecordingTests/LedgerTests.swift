import Contests
import GRDB
import Recording
import Testing

@Suite(.onEachEngine)
struct LedgerTests {
    let work: Workplace
    let ledger: Ledger

    init() throws {
        work = try Workplace()
        ledger = try work.open()
    }

    private func load(_ submissions: [Submission]) throws -> Act.Load {
        try ledger.record(submissions, from: [Some.file], by: "office", at: Some.at)
    }

    private func collect(_ sheets: [ScoreSheet], from file: String) throws -> Act.Load {
        try ledger.record(sheets, from: SourceFile(name: file), by: "office", at: Some.at)
    }

    @Test func `loading twice changes nothing`() throws {
        let submissions = [
            Submission(id: "S1", track: "green"), Submission(id: "S2", track: "green"),
        ]
        let first = try load(submissions)
        #expect(first.new == 2 && first.unchanged == 0)
        let facts = try ledger.facts()

        let second = try load(submissions)
        #expect(second.new == 0 && second.revised == 0 && second.unchanged == 2)
        #expect(try ledger.facts() == facts)
        #expect(try work.number("SELECT count(*) FROM submission") == 2)
    }

    @Test func `a changed submission becomes a new revision`() throws {
        _ = try load([Submission(id: "S1", track: "green"), Submission(id: "S2", track: "green")])
        let again = try load([
            Submission(id: "S1", track: "green"),
            Submission(id: "S2", track: "green", entrant: Entrant(name: "Willow")),
        ])
        #expect(again.revised == 1 && again.unchanged == 1)
        let record = try ledger.contestRecord()
        #expect(record.submissions["S2"]?.entrant.name == "Willow")
        #expect(record.loadOrder == ["S1": 0, "S2": 1])
        #expect(try work.number("SELECT max(revision) FROM submission") == 2)
    }

    @Test func `a changed judge becomes a new revision, and an unchanged one leaves no trace`()
        throws
    {
        let judge = Judge(id: "J1", name: "Li", organisations: ["Fuzhou University"])
        let first = try ledger.record([judge], from: [], by: "office", at: Some.at)
        #expect(first.new == 1)
        var changed = judge
        changed.maximumLoad = 7
        let second = try ledger.record([judge, changed], from: [], by: "office", at: Some.at)
        #expect(second.unchanged == 1 && second.revised == 1)
        #expect(try ledger.contestRecord().judges == ["J1": changed])
    }

    @Test func `conflicts that a complete list lacks are taken back, and may come back`() throws {
        let first = Conflict(judge: "J1", target: .submission("S1"), reason: "supervisor")
        let second = Conflict(judge: "J1", target: .region("East"))
        func record(_ conflicts: [Conflict], isComplete: Bool) throws -> Act.Load {
            try ledger.record(
                conflicts, isComplete: isComplete, from: [], by: "office", at: Some.at)
        }
        #expect(try record([first, second], isComplete: true).new == 2)
        #expect(try record([first, second], isComplete: true).changesAnything == false)
        #expect(try record([first], isComplete: false).changesAnything == false)
        #expect(try record([second], isComplete: true).removed == 1)
        #expect(try ledger.contestRecord().conflicts == [second])
        #expect(try record([first, second], isComplete: true).new == 1)
        #expect(try ledger.contestRecord().conflicts == [second, first])
        #expect(try ledger.facts().count == 3)
    }

    @Test func `a recusal that is known leaves no trace`() throws {
        let one = Recusal(judge: "J1", stage: Some.stage, submission: "S1", reason: "a friend")
        let all = Recusal(judge: "J1", stage: Some.stage)
        try ledger.record([one, all, one], by: "J1", at: Some.at)
        let again = try ledger.record([all, one], by: "J1", at: Some.at)
        #expect(again.unchanged == 2)
        #expect(try ledger.contestRecord().recusals == [one, all])
        #expect(try ledger.facts().count == 1)
    }

    @Test func `an assignment is recorded as the difference to the duties in force`() throws {
        let old = [
            Assignment(judge: "J1", submission: "S1"), Assignment(judge: "J2", submission: "S1"),
        ]
        let new = [
            Assignment(judge: "J2", submission: "S1"), Assignment(judge: "J1", submission: "S2"),
        ]
        func assign(_ assignments: [Assignment]) throws -> [Int] {
            let done = try ledger.record(assignments, of: Some.stage, by: "office", at: Some.at)
            return [done.added, done.removed]
        }
        #expect(try assign(old) == [2, 0])
        #expect(try assign(old) == [0, 0])
        #expect(try assign(new) == [1, 1])
        #expect(try ledger.contestRecord().assignments == [Some.stage: new])
        #expect(try assign([]) == [0, 2])
        #expect(try ledger.contestRecord().assignments.isEmpty)
        #expect(try work.number("SELECT count(*) FROM assignment") == 6)
    }

    @Test func `a sheet with other content from the same file is the next revision`() throws {
        #expect(try collect([Some.sheet()], from: "J1.csv").new == 1)
        #expect(try collect([Some.sheet()], from: "J1.csv").unchanged == 1)
        #expect(try collect([Some.sheet(marks: [8, 7])], from: "J1.csv").revised == 1)
        let commented = Some.sheet(marks: [8, 7], comment: "!")
        #expect(try collect([commented], from: "J1.csv").revised == 1)
        let last = try ledger.sheets(of: Some.stage)
        #expect(last.map(\.revision) == [3])
        #expect(last.first?.marks.first?.comment == "!")
        let history = try ledger.sheetHistory(stage: Some.stage, judge: "J1", submission: "S1")
        #expect(history.map(\.sheet.revision) == [1, 2, 3])
        #expect(history.map(\.source) == ["J1.csv", "J1.csv", "J1.csv"])
        #expect(history.map(\.fact) == [1, 2, 3])
    }

    @Test func `files that disagree may be read any number of times`() throws {
        for round in 1...3 {
            let first = try collect([Some.sheet(marks: [5, 5])], from: "a.csv")
            let second = try collect([Some.sheet(marks: [6, 6])], from: "b.csv")
            #expect(first.changesAnything == (round == 1))
            #expect(second.changesAnything == (round == 1))
        }
        let history = try ledger.recordedSheets(of: Some.stage)
        #expect(history.map(\.source) == ["a.csv", "b.csv"])
    }

    @Test func `a sheet whose key is known is never recorded again`() throws {
        func send(_ sheet: ScoreSheet, key: String) throws -> Appender.Change {
            try ledger.record(by: "portal", at: Some.at) { appender in
                try appender.append(sheet, from: "portal", key: key)
            }
        }
        #expect(try send(Some.sheet(marks: [1, 1]), key: "a") == .new)
        #expect(try send(Some.sheet(marks: [2, 2]), key: "b") == .revised)
        #expect(try send(Some.sheet(marks: [1, 1]), key: "a") == .unchanged)
        let last = try ledger.sheets(of: Some.stage)
        #expect(last.map(\.marks) == [Some.sheet(marks: [2, 2]).marks])
    }

    @Test func `admissions to a stage replace the earlier ones, down to none`() throws {
        func admit(_ submissions: [SubmissionID]) throws -> Bool {
            try ledger.record(
                admissionsTo: Some.final, submissions, by: "office", at: Some.at)
        }
        #expect(try admit(["S2", "S1"]))
        #expect(try !admit(["S1", "S2"]))
        #expect(try ledger.contestRecord().advanced == [Some.final: ["S1", "S2"]])
        #expect(try admit([]))
        #expect(try ledger.contestRecord().advanced == [Some.final: []])
    }

    @Test func `closing and reopening leave both facts, and the stage open`() throws {
        try ledger.record(closing: Some.stage, Some.decision("all in"))
        #expect(try ledger.contestRecord().closings == [Some.stage: Some.decision("all in")])
        try ledger.record(reopening: Some.stage, Some.decision("one was late"))
        #expect(try ledger.contestRecord().closings.isEmpty)
        #expect(
            try ledger.facts().map(\.act) == [
                .closing(Some.stage, Some.decision("all in")),
                .reopening(Some.stage, Some.decision("one was late")),
            ])
    }

    @Test func `a ranking keeps the full text of its rules, once`() throws {
        let ranking = Ranking(
            scope: .overall, isOfficial: true, sha256: "aa", rule: "<scoring/>\n", engine: "1")
        for _ in 1...2 { try ledger.record(ranking, by: "office", at: Some.at) }
        #expect(try ledger.facts().map(\.act) == [.ranking(ranking), .ranking(ranking)])
        #expect(try work.number("SELECT count(*) FROM document") == 1)
    }

    @Test func `the facts can be read piece by piece`() throws {
        for number in 1...5 {
            try ledger.record(remark: "\(number)", about: "test", by: "office", at: Some.at)
        }
        #expect(try ledger.facts(after: 1, limit: 2).map(\.sequence) == [2, 3])
        #expect(try ledger.facts(after: 5, limit: 2).isEmpty)
        #expect(try ledger.contestRecord().lastFact == Some.at)
    }

    @Test func `nothing is recorded when the body throws`() throws {
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try ledger.record(by: "office", at: Some.at) { appender in
                try appender.append(Submission(id: "S1", track: "green"))
                throw Stop()
            }
        }
        #expect(try ledger.facts().isEmpty)
        #expect(try ledger.contestRecord().submissions.isEmpty)
    }

    @Test func `a stage without sheets has none`() throws {
        #expect(try ledger.sheets(of: Some.final).isEmpty)
        #expect(try ledger.marks(of: Some.final, criteria: ["c0"]).rowCount == 0)
        #expect(
            try ledger.sheetHistory(stage: Some.final, judge: "J1", submission: "S1").isEmpty)
    }
}
