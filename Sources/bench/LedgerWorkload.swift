import Contests
import Foundation
import Numbers
import Recording
import Synchronization

/// W13: a ledger of ten million marks: recorded, read back into columns, audited, and proofs of it.
///
/// 333,333 submissions with six judges each out of 5,000, five marks to a sheet, as in W3; the
/// check value sums the marks in half points.
struct LedgerWorkload: Workload {
    enum Task: String {
        case record, read, audit, proof
    }

    let task: Task

    private static let panel = 6
    private static let sheets = 333_333 * panel
    private static let judges = 5_000
    private static let stage = StageID(track: "t", name: "p")
    private static let criteria = (0..<5).map { CriterionID("c\($0)") }
    private static let at = Timestamp(seconds: 1_777_000_000)

    /// What is audited is a smaller ledger, of a million records.
    var name: String { "W13 ledger \(task.rawValue)" }

    private var count: Int { task == .audit ? Self.sheets / 2 : Self.sheets }
    private var folder: String { ProcessInfo.processInfo.environment["PERF_DATA"] ?? "perf-data" }
    private func path(_ count: Int) -> String { "\(folder)/w13-\(count)/contest.banyan" }

    /// What is read is what was recorded before.
    var isPossible: Bool {
        task == .record || FileManager.default.fileExists(atPath: path(Self.sheets))
    }

    var peers: [Peer] { [] }

    func run() throws -> Measurement {
        switch task {
        case .record:
            return try Measurement.of(name) { try record(Self.sheets) }
        case .audit:
            _ = try record(count)
            let ledger = try Ledger.open(path: path(count), create: false)
            return try Measurement.of(name) {
                let audit = try ledger.audit()
                return "\(audit.isSound ? "sound" : "not sound"), \(count) sheets"
            }
        case .read, .proof:
            let ledger = try Ledger.open(path: path(Self.sheets), create: false)
            return try Measurement.of(name) {
                try task == .read ? read(ledger) : prove(ledger)
            }
        }
    }

    private func record(_ count: Int) throws -> String {
        let path = path(count)
        let folder = String(path.dropLast("/contest.banyan".count))
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let ledger = try Ledger.open(path: path, create: true)
        let load = try ledger.record(
            (0..<count).lazy.map(Self.sheet), from: SourceFile(name: "marks"), by: "office",
            at: Self.at)
        return "\(load.new) sheets"
    }

    private static func mark(_ sheet: Int, _ criterion: Int) -> Int {
        (sheet * 7 + criterion * 13) % 21
    }

    private static func sheet(_ number: Int) -> ScoreSheet {
        ScoreSheet(
            stage: stage,
            judge: JudgeID("J\((number / panel * 7 + number % panel * 811) % judges)"),
            submission: SubmissionID("S\(number / panel)"), rubricHash: "abc",
            marks: criteria.indices.map { index in
                Mark(
                    criterion: criteria[index],
                    value: .points(Points(millionths: Int64(mark(number, index)) * 500_000)))
            })
    }

    private func read(_ ledger: Ledger) throws -> String {
        let table = try ledger.marks(of: Self.stage, criteria: Self.criteria)
        let halves = table.cells.reduce(0) { $0 + $1 / 500_000 }
        return "\(table.cells.count) marks, \(halves) half points"
    }

    /// A thousand proofs; the time is for one.
    private func prove(_ ledger: Ledger) throws -> String {
        var holding = 0
        for place in 0..<1_000 {
            let found = try ledger.inclusion(ofLeaf: place * (Self.sheets / 1_000))
            if found?.holds == true { holding += 1 }
        }
        return "\(holding) of 1000 proofs hold"
    }
}

/// W9: single sheets from 64 callers in one process, each acknowledged once it is on the disk.
struct SingleSheetWorkload: Workload {
    var name: String { "W9 single sheets" }
    var isPossible: Bool { true }
    var peers: [Peer] { [] }

    func run() throws -> Measurement {
        let folder = ProcessInfo.processInfo.environment["PERF_DATA"] ?? "perf-data"
        let place = "\(folder)/w9"
        try? FileManager.default.removeItem(atPath: place)
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let ledger = try Ledger.open(path: place + "/contest.banyan", create: true)
        let stage = StageID(track: "t", name: "p")
        let acknowledged = Atomic(0)
        return try Measurement.of(name) {
            let group = DispatchGroup()
            for caller in 0..<64 {
                Thread.detachNewThread(in: group) {
                    for number in 0..<400 {
                        let sheet = ScoreSheet(
                            stage: stage, judge: JudgeID("J\(caller)"),
                            submission: SubmissionID("S\(number)"), rubricHash: "abc",
                            marks: (0..<5).map {
                                Mark(
                                    criterion: CriterionID("c\($0)"),
                                    value: .points(Points(millionths: 1_000_000)))
                            })
                        let change = try? ledger.record(
                            sheet, from: "portal", key: "\(caller)-\(number)", by: "portal",
                            at: Timestamp(seconds: 1_777_000_000))
                        if change == .new { acknowledged.wrappingAdd(1, ordering: .relaxed) }
                    }
                }
            }
            group.wait()
            let found = try ledger.sheets(of: stage).count
            return "\(acknowledged.load(ordering: .relaxed)) acknowledged, \(found) there"
        }
    }
}

extension Thread {
    fileprivate static func detachNewThread(
        in group: DispatchGroup, _ body: @escaping @Sendable () -> Void
    ) {
        group.enter()
        detachNewThread {
            body()
            group.leave()
        }
    }
}
