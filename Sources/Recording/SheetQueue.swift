import Contests
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

        /// Why it was not recorded, where the disk or the database is at fault.
        fileprivate var storageFailure: (any Error)? {
            guard case .failure(let error) = result.withLock({ $0 }),
                SheetQueue.isStorage(error)
            else { return nil }
            return error
        }
    }

    /// How often a batch is written again where the server was lost.
    static let repetitions = 2

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

    /// Writes a batch; where a sheet of it is at fault, each alone, so that none fails for
    /// another's sake.
    ///
    /// Where the disk or the database is at fault, that is the answer to all who still wait: each
    /// try may take as long as the ledger is patient.
    private static func write(_ batch: [Request], in ledger: Ledger) {
        do {
            let changes = try ledger.record(batch)
            for (request, change) in zip(batch, changes) {
                request.result.withLock { $0 = .success(change) }
            }
        } catch let error where batch.count == 1 || isStorage(error) {
            for request in batch { request.result.withLock { $0 = .failure(error) } }
        } catch {
            var failure: (any Error)?
            for request in batch {
                if let failure {
                    request.result.withLock { $0 = .failure(failure) }
                } else {
                    write([request], in: ledger)
                    failure = request.storageFailure
                }
            }
        }
    }

    private static func isStorage(_ error: any Error) -> Bool {
        (error as? LedgerError)?.isStorage ?? true
    }
}

extension Ledger {
    /// Records sheets in one transaction, a fact for each person and moment.
    ///
    /// Where the server is lost, also between commit and answer, it is done again: a sheet whose
    /// key is known is not recorded twice.
    fileprivate func record(_ batch: [SheetQueue.Request]) throws -> [Appender.Change] {
        let mayRepeat = batch.allSatisfy { $0.key != nil }
        for _ in 0..<(mayRepeat ? SheetQueue.repetitions : 0) {
            do { return try recordOnce(batch) } catch LedgerError.unreachable {} catch LedgerError
                .inDoubt
            {}
        }
        return try recordOnce(batch)
    }

    private func recordOnce(_ batch: [SheetQueue.Request]) throws -> [Appender.Change] {
        try write { connection in
            var changes: [Appender.Change] = []
            for request in batch {
                var appender = try Appender(
                    connection: connection, by: request.by, at: request.at)
                appender.note(sheetsFrom: [SourceFile(name: request.source)])
                changes.append(
                    try appender.append(request.sheet, from: request.source, key: request.key))
                try appender.finish()
                try appender.seal(keyPath: keyPath)
            }
            return changes
        }
    }
}
