import Contests
import Foundation
import GRDB
import Numbers
import Recording
import TestSupport

/// A folder of its own for one test, removed when the test is over.
final class Workplace: Sendable {
    let folder: URL
    fileprivate let address: String?

    /// A folder whose ledger lies in the engine that the test is run with.
    convenience init() throws { try self.init(TestedEngine.current) }

    init(_ engine: TestedEngine) throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "banyan-ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        address = engine == .sqlite ? nil : try PostgresServer.shared?.newAddress()
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Where the ledger lies: its file, or its address.
    var path: String { address ?? folder.appending(path: "contest.banyan").path }

    /// The file of the key that signs.
    var keyPath: String { folder.appending(path: "contest.key").path }

    /// Opens the ledger, and makes it where it is not there.
    func open(probe: Probe? = nil) throws -> Ledger {
        try Ledger.open(path: path, create: true, format: .current, probe: probe, keyPath: keyPath)
    }

    /// Runs SQL, past the ledger.
    func sql(_ sql: String) throws {
        if let address {
            try PostgresServer.run(sql, at: address)
            return
        }
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// A number that a query gives, past the ledger.
    func number(_ sql: String) throws -> Int {
        if let address {
            return try PostgresServer.run(sql, at: address).first.flatMap { Int($0) } ?? -1
        }
        return try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: sql) ?? -1 }
    }
}

extension Workplace {
    /// The columns of a table.
    func columns(of table: String) throws -> [String] {
        if let address {
            let names = try PostgresServer.run(
                """
                SELECT string_agg(attname, ' ') FROM pg_attribute
                WHERE attrelid = '\(table)'::regclass AND attnum > 0
                """, at: address)
            return names.flatMap { $0.split(separator: " ").map { String($0) } }
        }
        return try DatabaseQueue(path: path).read { try $0.columns(in: table).map(\.name) }
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
