import Formats
import GRDB
import Glibc

extension Ledger {
    /// Copies the ledger to a new file while it is in use.
    ///
    /// The copy is one state of the ledger, whole, in one file that only its owner may read. The
    /// signing key is not in it.
    ///
    /// - Throws: ``LedgerError``; ``LedgerError/exists(path:)`` where there is a file already.
    public func backUp(to copy: String) throws {
        guard try !engine.copyFile(to: copy) else { return try Disk.sync(copy) }
        try self.copy(to: copy)
    }

    static func copy(_ source: any DatabaseReader, to copy: String) throws {
        try Disk.makeOwn(copy)
        do {
            let target = try DatabaseQueue(path: copy)
            try source.backup(to: target)
            try keepInOneFile(target)
        } catch {
            unlink(copy)
            throw LedgerError(error, path: copy)
        }
    }

    /// Leaves a file of SQLite in one piece.
    static func keepInOneFile(path: String) throws {
        try keepInOneFile(try DatabaseQueue(path: path))
    }

    /// Closes a database so that one file holds it, which may be read from a place that cannot be
    /// written.
    static func keepInOneFile(_ database: DatabaseQueue) throws {
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try database.close()
    }

    /// Makes the ledger of a contest from a copy, after auditing it.
    ///
    /// A copy of an older format is brought up to date first; the copy itself stays as it is. Until
    /// all is well, the new ledger lies beside its place under another name.
    ///
    /// - Returns: The audit; the ledger is made only where it is sound.
    /// - Throws: ``LedgerError``; ``LedgerError/exists(path:)`` where there is a ledger already.
    public static func restore(from copy: String, to path: String) throws -> LedgerAudit {
        guard try !Disk.hasAnything(at: path) else { throw LedgerError.exists(path: path) }
        let draft = "\(path).restoring-\(getpid())"
        defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
        try checkedCopy(of: copy, to: draft)
        let audit = try auditedAndClosed(draft, path: path)
        guard audit.isSound else { return audit }
        try Disk.sync(draft)
        guard try !Disk.hasAnything(at: path) else { throw LedgerError.exists(path: path) }
        guard rename(draft, path) == 0 else {
            throw LedgerError.disk(path: path, code: Int(errno))
        }
        Disk.syncFolder(of: path)
        return audit
    }

    private static func checkedCopy(of copy: String, to draft: String) throws {
        guard Files.exists(copy) else { throw LedgerError.missing(path: copy) }
        guard !Files.isFolder(copy) else { throw LedgerError.isFolder(path: copy) }
        do {
            try checkFormat(path: copy, mayBeEmpty: false, known: LedgerFormat.current.version)
            let source = try reader(path: copy)
            try Self.copy(source, to: draft)
            try source.close()
        } catch {
            throw LedgerError(error, path: copy)
        }
    }

    /// Audits the file that is to become the ledger of a path, and leaves it in one piece.
    private static func auditedAndClosed(_ draft: String, path: String) throws -> LedgerAudit {
        let ledger = try open(path: path, create: false, format: .current, file: draft)
        let audit = try ledger.audit()
        try ledger.engine.close()
        try keepInOneFile(try DatabaseQueue(path: draft))
        return audit
    }
}
