import Formats
import GRDB
import Glibc

extension Ledger {
    /// Copies the ledger to a new file while it is in use.
    ///
    /// The copy is one state of the ledger, whole, in one file. The signing key is not in it.
    ///
    /// - Throws: ``LedgerError``; ``LedgerError/exists(path:)`` where there is a file already.
    public func backUp(to copy: String) throws {
        guard !Files.exists(copy) else { throw LedgerError.exists(path: copy) }
        do {
            let target = try DatabaseQueue(path: copy)
            try pool.backup(to: target)
            try target.writeWithoutTransaction { database in
                // One file that may be read from a place that cannot be written.
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try target.close()
        } catch let error as DatabaseError {
            unlink(copy)
            throw LedgerError(error, path: copy)
        }
        let descriptor = Glibc.open(copy, O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw LedgerError.disk(path: copy, code: Int(errno))
        }
    }

    /// Makes the ledger of a contest from a copy, after auditing the copy.
    ///
    /// - Returns: The audit of the copy; the ledger is made only where it is sound.
    /// - Throws: ``LedgerError``; ``LedgerError/exists(path:)`` where there is a ledger already.
    public static func restore(from copy: String, to path: String) throws -> LedgerAudit {
        guard !Files.exists(path) else { throw LedgerError.exists(path: path) }
        let source = try open(
            path: copy, create: false, format: .current, mayWrite: false)
        let audit = try source.audit()
        guard audit.isSound else { return audit }
        try source.backUp(to: path)
        return audit
    }
}
