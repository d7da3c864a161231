import Computing
import Contests
import Foundation
import Recording
import Scoring

extension Organizer {
    /// An organizer whose ledger holds nothing, for results that are computed from elsewhere.
    private init(folder: ContestFolder, ledger: Ledger) {
        self.folder = folder
        self.ledger = ledger
        author = ""
        now = Timestamp(seconds: 0)
    }

    /// The leaderboards that rules make of a record and its sheets, in the order in which they
    /// are published.
    ///
    /// - Throws: ``LedgerError`` where no temporary file can be made.
    static func boards(
        folder: ContestFolder, record: ContestRecord, sheets: [ScoreSheet]
    ) throws -> [Leaderboard] {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "banyan-\(UUID().uuidString).banyan").path
        defer {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path + suffix)
            }
            try? FileManager.default.removeItem(atPath: SigningKey.path(beside: path))
        }
        let organizer = Organizer(
            folder: folder, ledger: try Ledger.open(path: path, create: true))
        let byStage = Dictionary(grouping: sheets, by: \.stage)
        let results = folder.contest.tracks.concurrentMap { track in
            var marks: TrackMarks = [:]
            for stage in track.stages {
                let criteria = folder.rubrics[stage.id]?.criteria.map(\.id) ?? []
                marks[stage.id] = MarkTable(byStage[stage.id] ?? [], criteria: criteria)
                    .without(stage.advisers)
            }
            return TrackResults(track: track, folder: folder, record: record, marks: marks)
        }
        return organizer.publishedBoards(results, record: record).map(\.leaderboard)
    }
}
