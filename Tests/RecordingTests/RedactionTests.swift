import Contests
import Foundation
import Recording
import Testing

struct RedactionTests {
    let work: Workplace
    let ledger: Ledger

    init() throws {
        work = try Workplace()
        ledger = try work.open()
        try ledger.record(by: "office", at: Some.at) { appender in
            for number in 1...300 {
                try appender.append(
                    Submission(
                        id: .init("S\(number)"), track: "green",
                        entrant: Entrant(
                            name: "Team \(number)",
                            members: [.init(name: "Zephyrine Quill \(number)")])))
            }
            try appender.append(Judge(id: "J1", name: "Ottoline Vane"))
            try appender.append(
                [Recusal(judge: "J1", stage: Some.stage, reason: "Ottoline is ill")])
            try appender.append(
                [Conflict(judge: "J1", target: .region("East"), reason: "Ottoline lives there")],
                isComplete: false)
            try appender.append(Some.sheet(comment: "so says Ottoline"), from: "J1.csv")
        }
        // A revision, so that an older copy of the name lies elsewhere in the file.
        try ledger.record(
            [Judge(id: "J1", name: "Dr Ottoline Vane")], from: [], by: "office", at: Some.at)
    }

    /// Whether a text stands anywhere in a file.
    private func holds(_ path: String, _ text: String) -> Bool {
        (try? Data(contentsOf: URL(filePath: path)))?.range(of: Data(text.utf8)) != nil
    }

    @Test func `an erased person is nowhere in the file, its log or a backup`() throws {
        #expect(holds(work.path, "Ottoline") || holds(work.path + "-wal", "Ottoline"))
        let result = try ledger.redact(.judge("J1"), decision: Some.decision("asked for it"))
        #expect(result.pieces == 5)
        #expect(result.isGone)
        let copy = work.folder.appending(path: "copy.banyan").path
        try ledger.backUp(to: copy)
        for path in [work.path, work.path + "-wal", copy] {
            #expect(!holds(path, "Ottoline"), "\(path)")
        }
        #expect(holds(copy, "Zephyrine Quill 7"))
    }

    @Test(.onEachEngine)
    func `every proof still holds, and the redaction is itself recorded`() throws {
        let before = try ledger.heads()
        _ = try ledger.redact(.judge("J1"), decision: Some.decision("asked for it"))
        let audit = try ledger.audit()
        #expect(audit.findings.isEmpty, "\(audit.findings)")
        #expect(audit.erased == 5)
        #expect(try ledger.heads().prefix(2) == before.prefix(2))
        guard case .redaction(let redaction) = try #require(ledger.facts().last).act else {
            Issue.record("the last fact is no redaction")
            return
        }
        #expect(redaction.subject == "judge J1")
        #expect(redaction.decision.reason == "asked for it")
        #expect(redaction.pieces.count == 5)
    }

    @Test(.onEachEngine) func `what is not personal stays`() throws {
        _ = try ledger.redact(.judge("J1"), decision: Some.decision())
        _ = try ledger.redact(.submission("S7", comments: false), decision: Some.decision())
        let record = try ledger.contestRecord()
        #expect(record.judges["J1"]?.name == "")
        #expect(record.recusals.first?.judge == "J1")
        #expect(record.submissions["S7"]?.track == "green")
        #expect(record.submissions["S7"]?.entrant.members.count == 1)
        #expect(record.submissions["S7"]?.entrant.members.first?.name == "")
        #expect(record.submissions["S8"]?.entrant.name == "Team 8")
        #expect(try ledger.sheets(of: Some.stage).first?.marks.count == 2)
    }

    @Test(.onEachEngine)
    func `a conflict stays in force when the reasons by which it was told apart go`() throws {
        let target = Conflict.Target.organisation("Reed")
        func load(_ reasons: [String]) throws {
            try ledger.record(
                reasons.map { Conflict(judge: "J1", target: target, reason: $0) },
                isComplete: true, from: [], by: "office", at: Some.at)
        }
        func inForce() throws -> [String] {
            try ledger.contestRecord().conflicts.filter { $0.target == target }.map(\.reason)
        }
        try load(["taught there", "works there"])
        try load(["works there"])
        #expect(try inForce() == ["works there"])
        _ = try ledger.redact(.judge("J1"), decision: Some.decision())
        #expect(try inForce() == [""])
        try load(["left", "was paid there"])
        _ = try ledger.redact(.judge("J1"), decision: Some.decision())
        #expect(try inForce() == [""])
        try load([])
        #expect(try inForce() == [])
        #expect(try ledger.audit().isSound)
    }

    @Test(.onEachEngine) func `erasing what is gone does nothing, and records nothing`() throws {
        _ = try ledger.redact(.submission("S7", comments: true), decision: Some.decision())
        let count = try ledger.facts().count
        let again = try ledger.redact(.submission("S7", comments: true), decision: Some.decision())
        #expect(again.pieces == 0)
        #expect(try ledger.facts().count == count)
    }

    @Test(.onEachEngine) func `the database allows nothing but the erasure`() throws {
        for sql in [
            "UPDATE personal SET content = 'else'", "UPDATE personal SET salt = NULL",
            "UPDATE personal SET content = ''", "DELETE FROM personal",
            "UPDATE personal SET content = '', salt = NULL, commitment = x'00'",
        ] {
            #expect(throws: (any Error).self, "\(sql)") { try work.sql(sql) }
        }
        try work.sql("UPDATE personal SET content = '', salt = NULL WHERE number = 1")
        #expect(try !ledger.audit().isSound)  // nobody recorded it
    }
}
