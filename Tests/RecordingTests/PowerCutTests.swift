import CDiskLog
import Computing
import Contests
import Foundation
import Recording
import TestSupport
import Testing

/// A power cut at any moment: whatever was not synced may be lost, torn, or there.
///
/// All that SQLite writes is kept by a layer below it. A disk after a cut is made from what was
/// synced by then, and of each later write any of its sectors of 512 bytes, or none.
@Suite(.serialized) struct PowerCutTests {
    /// Bytes that a disk writes whole.
    private static let sector = 512

    /// Sheets that are recorded before the log is written back.
    private static let batch = 8

    /// What the disk has of a file.
    private struct StoredFile {
        var bytes: [UInt8] = []
        var isThere = false
        /// What was done since the last sync, in its order.
        var pending: [cdisklog_event] = []

        mutating func apply(_ event: cdisklog_event, sector: (Int) -> Bool = { _ in true }) {
            let offset = Int(event.offset)
            if event.kind == CDISKLOG_TRUNCATE {
                bytes = Array(bytes.prefix(offset))
                bytes += [UInt8](repeating: 0, count: max(0, offset - bytes.count))
                return
            }
            let new = UnsafeRawBufferPointer(start: event.bytes, count: event.count)
            for start in stride(from: 0, to: new.count, by: PowerCutTests.sector)
            where sector(start) {
                let part = new[start..<min(start + PowerCutTests.sector, new.count)]
                let end = offset + part.endIndex
                if bytes.count < end {
                    bytes += [UInt8](repeating: 0, count: end - bytes.count)
                }
                bytes.replaceSubrange(offset + start..<end, with: part)
            }
        }
    }

    /// The files of a disk after the power was cut when so many things had happened.
    private func disk(after count: Int, _ random: inout SeededRandom) -> [String: [UInt8]] {
        var files: [String: StoredFile] = [:]
        for index in 0..<count {
            let event = cdisklog_event_at(Int64(index))
            let name = URL(filePath: String(cString: event.path)).lastPathComponent
            var file = files[name] ?? StoredFile()
            switch event.kind {
            case CDISKLOG_SYNC:
                for event in file.pending { file.apply(event) }
                file.pending = []
                file.isThere = true
            case CDISKLOG_DELETE: file = StoredFile()
            default: file.pending.append(event)
            }
            files[name] = file
        }
        var disk: [String: [UInt8]] = [:]
        for name in files.keys.sorted() {
            guard var file = files[name] else { continue }
            let isThere = file.isThere || random.below(2) == 0
            for event in file.pending {
                let fate = random.below(3)  // lost, there, or torn
                guard fate > 0 else { continue }
                var chance = random
                file.apply(event) { _ in fate == 1 || chance.below(2) == 0 }
                random = chance
            }
            if isThere { disk[name] = file.bytes }
        }
        return disk
    }

    /// Opens what a cut has left, and gives the sheets that are there.
    private func sheets(on disk: [String: [UInt8]], key: Data) throws -> [ScoreSheet] {
        let work = try Workplace(.sqlite)
        for (name, bytes) in disk {
            try Data(bytes).write(to: work.folder.appending(path: name))
        }
        try key.write(to: URL(filePath: work.keyPath))
        let ledger = try work.open()
        let audit = try ledger.audit()
        #expect(audit.isSound, "\(audit.findings)")
        return try ledger.sheets(of: Some.stage)
    }

    /// Records sheets one by one, with a checkpoint now and then; gives how much had happened when
    /// each was acknowledged.
    private func record(_ count: Int, in work: Workplace) throws -> [Int] {
        var acknowledged: [Int] = []
        for batch in 0..<count / Self.batch {
            // A ledger that is given up writes its log back into its file.
            let ledger = try work.open()
            for number in batch * Self.batch + 1...(batch + 1) * Self.batch {
                let sheet = Some.sheet(
                    "J1", SubmissionID("S\(number)"), comment: String(repeating: "评", count: 900))
                try ledger.record(
                    [sheet], from: SourceFile(name: "a"), by: "office", at: Some.at)
                acknowledged.append(Int(cdisklog_count()))
            }
        }
        return acknowledged
    }

    @Test(arguments: SeededCases(6))
    func `no power cut loses an acknowledged sheet or leaves half of one`(
        sample: SeededCases.Case
    ) throws {
        var random = sample.random
        let work = try Workplace(.sqlite)
        try #require(cdisklog_begin(work.folder.path) == 0)
        defer { cdisklog_end() }
        let acknowledged = try record(40, in: work)
        let total = Int(cdisklog_count())
        try #require(total > 200)
        let key = try Data(contentsOf: URL(filePath: work.keyPath))
        cdisklog_end()  // what the cuts leave is not watched
        for _ in 0..<60 {
            let moment = random.below(total + 1)
            let safe = acknowledged.count { $0 <= moment }
            let disk = disk(after: moment, &random)
            // Before anything was acknowledged, there may be no ledger to open.
            guard safe > 0 else { continue }
            let found = try sheets(on: disk, key: key)
            #expect(found.count == safe || found.count == safe + 1, "at \(moment) of \(total)")
            let ids = Set(found.map(\.submission))
            #expect((1...safe).allSatisfy { ids.contains(SubmissionID("S\($0)")) })
            #expect(found.allSatisfy { $0.revision == 1 && $0.marks.count == 2 })
        }
    }

    @Test func `the simulation would notice a sheet that was acknowledged before it was synced`()
        throws
    {
        let work = try Workplace(.sqlite)
        try #require(cdisklog_begin(work.folder.path) == 0)
        defer { cdisklog_end() }
        let acknowledged = try record(Self.batch, in: work)
        let key = try Data(contentsOf: URL(filePath: work.keyPath))
        cdisklog_end()
        // The sync of the log is the last thing before a sheet is acknowledged: cut before it.
        var random = SeededRandom(seed: 1, label: "unsynced")
        let last = try #require(acknowledged.last)
        #expect(cdisklog_event_at(Int64(last - 1)).kind == CDISKLOG_SYNC)
        var lost = 0
        for _ in 0..<20 {
            let disk = disk(after: last - 1, &random)
            if try sheets(on: disk, key: key).count < Self.batch { lost += 1 }
        }
        #expect(lost > 0)
    }
}
