/// Why the ledger could not be opened, read or written.
public enum LedgerError: Error, Sendable, Hashable {
    /// There is no file of this path.
    case missing(path: String)
    /// The file is something else, or an empty file.
    case notALedger(path: String)
    /// The path is a folder.
    case isFolder(path: String)
    /// The folder of the file is missing, or the file may not be opened.
    case cannotOpen(path: String)
    /// A later version of Banyan made the file.
    case newerFormat(path: String, found: Int, known: Int)
    /// Another process kept the file locked for as long as Banyan was willing to wait.
    case locked(path: String)
    /// The file, its folder or its disk may not be written.
    case readOnly(path: String)
    /// The disk is full.
    case diskFull(path: String)
    /// The disk refused to read or write.
    case disk(path: String, code: Int)
    /// The content is not what Banyan wrote.
    case damaged(path: String, detail: String)
    /// A text holds the character U+0000, which no ledger keeps.
    case nulCharacter(in: String)
    /// There is a file already where one was to be made.
    case exists(path: String)
    /// Others than its owner may read the signing key.
    case keyIsOpen(path: String)
    /// The file of the key that signed the last head is not there.
    case keyIsMissing(path: String)
    /// The file holds another key than the one that signed the last head.
    case keyIsAnother(path: String)
    /// The signing key cannot be read or made, or is no key.
    case keyIsUnusable(path: String)
    /// The server of the ledger cannot be reached, or went away; nothing was recorded.
    case unreachable(path: String, detail: String)
    /// The server went away between commit and answer, and did not come back to tell which.
    case inDoubt(path: String)
    /// PostgreSQL refused for another reason, with its SQLSTATE.
    case refused(path: String, state: String, message: String)
    /// SQLite refused for another reason.
    case sql(path: String, code: Int, message: String)
}
