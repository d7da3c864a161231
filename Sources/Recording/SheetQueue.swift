import Contests
import GRDB
import Synchronization

/// Sheets that callers hand in at the same time, written in one transaction.
///
/// Whoever comes first writes for all who wait, so that many callers share one sync of the disk.
final class SheetQueue: Sendable {
    /// A sheet that waits for its acknowledgement.
    final class Request: Sendable {
        let sheet: ScoreSheet
        let source: String
        let key: String?
        let by: String
        let at: Timestamp
        /// What came of it; nothing while it waits.
        let result = Mutex<Result<Appender.Change, any Error>?>(nil)

        init(sheet: ScoreSheet, source: String, key: String?, by: String, at: Timestamp) {
            self.sheet = sheet
            self.source = source
            self.key = key
            self.by = by
            self.at = at
        }
    }

    private let waiting = Mutex<[Request]>([])
    private let writer = Mutex<Void>(())

    /// Waits until a sheet is on the disk, and tells what it changed.
    func record(_ request: Request, in ledger: Ledger) throws -> Appender.Change {
        waiting.withLock { $0.append(request) }
        writer.withLock { _ in
            guard request.result.withLock({ $0 == nil }) else { return }
            let batch = waiting.withLock { waiting in
                defer { waiting = [] }
                return waiting
            }
            Self.write(batch, in: ledger)
        }
        guard let result = request.result.withLock({ $0 }) else {
            throw LedgerError.locked(path: ledger.path)
        }
        return try result.get()
    }

    /// Writes a batch; where that fails, each sheet alone, so that none fails for another's sake.
    private static func write(_ batch: [Request], in ledger: Ledger) {
        if let changes = try? ledger.record(batch) {
            for (request, change) in zip(batch, changes) {
                request.result.withLock { $0 = .success(change) }
            }
            return
        }
        for request in batch {
            let result = Result { try ledger.record([request]) }
            request.result.withLock { stored in
                stored = result.flatMap { changes in
                    changes.first.map { .success($0) }
                        ?? .failure(LedgerError.locked(path: ledger.path))
                }
            }
        }
    }
}

extension Ledger {
    /// Records sheets in one transaction, a fact for each person and moment.
    fileprivate func record(_ batch: [SheetQueue.Request]) throws -> [Appender.Change] {
        do {
            return try pool.writeWithoutTransaction { database in
                let connection = Connection(database: database, path: path, probe: probe)
                var changes: [Appender.Change] = []
                try database.inTransaction(.immediate) {
                    for request in batch {
                        var appender = try Appender(
                            connection: connection, by: request.by, at: request.at)
                        appender.note(sheetsFrom: [SourceFile(name: request.source)])
                        changes.append(
                            try appender.append(
                                request.sheet, from: request.source, key: request.key))
                        try appender.finish()
                        try appender.seal(keyPath: SigningKey.path(beside: path))
                    }
                    try probe?()
                    return .commit
                }
                return changes
            }
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }
}
