import Glibc

/// What the ledger needs of the disk beside SQLite.
enum Disk {
    /// Whether there is anything at a path, also a link that leads nowhere.
    ///
    /// - Throws: ``LedgerError/disk(path:code:)`` where that cannot be found out, with `errno`.
    static func hasAnything(at path: String) throws(LedgerError) -> Bool {
        var status = stat()
        if lstat(path, &status) == 0 { return true }
        guard errno == ENOENT else { throw .disk(path: path, code: Int(errno)) }
        return false
    }

    /// Makes an empty file that only its owner may read and write.
    ///
    /// - Throws: ``LedgerError/exists(path:)`` where there is one already,
    ///   ``LedgerError/cannotOpen(path:)`` where it cannot be made.
    static func makeOwn(_ path: String) throws(LedgerError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .exists(path: path) : .cannotOpen(path: path)
        }
        close(descriptor)
    }

    /// Makes what a file holds, and its name, outlive a power cut.
    ///
    /// - Throws: ``LedgerError/disk(path:code:)`` where the file cannot be synced.
    static func sync(_ path: String) throws(LedgerError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw .disk(path: path, code: Int(errno))
        }
        syncFolder(of: path)
    }

    /// Makes the name of a file outlive a power cut, where the file system can.
    static func syncFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
