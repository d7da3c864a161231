import Contests
import Foundation
import GRDB
import Numbers
import Recording

/// A folder of its own for one test, removed when the test is over.
final class Workplace: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "banyan-ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Where the ledger lies.
    var path: String { folder.appending(path: "contest.banyan").path }

    /// Opens the ledger, and makes it where it is not there.
    func open(probe: Probe? = nil) throws -> Ledger {
        try Ledger.open(path: path, create: true, format: .current, probe: probe)
    }

    /// Runs SQL on the file, past the ledger.
    func sql(_ sql: String) throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// A number that a query on the file gives, past the ledger.
    func number(_ sql: String) throws -> Int {
        try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: sql) ?? -1 }
    }
}

/// Makes the stage, the names and the times that the tests share.
enum Some {
    static let stage = StageID(track: "green", name: "preliminary")
    static let final = StageID(track: "green", name: "final")
    static let at = Timestamp(seconds: 1_777_000_000)
    static let file = SourceFile(name: "submissions/a.xml", sha256: "00ff")

    static func decision(_ reason: String = "because") -> Decision {
        Decision(by: "office", at: at, reason: reason)
    }

    static func sheet(
        _ judge: JudgeID = "J1", _ submission: SubmissionID = "S1", marks: [Int] = [8, 9],
        comment: String = ""
    ) -> ScoreSheet {
        ScoreSheet(
            stage: stage, judge: judge, submission: submission, rubricHash: "abc",
            marks: marks.enumerated().map { index, mark in
                Mark(
                    criterion: CriterionID("c\(index)"),
                    value: .points(Points(millionths: Int64(mark) * 1_000_000)), comment: comment)
            })
    }
}
