public import Contests
public import Formats
import Judging
import Reading
public import Recording

/// Runs the verbs of a contest office on one contest's folder.
///
/// Each verb reads what it needs, calls the crafts, records what was decided, and returns a
/// ``Report``. A verb that cannot be carried out throws a ``Refusal`` and records nothing.
public struct Organizer: Sendable {
    /// The contest's folder and what its files say.
    public let folder: ContestFolder
    /// Who records.
    public let author: String
    /// The moment that is recorded with every fact.
    public let now: Timestamp
    /// The contest's memory.
    public let ledger: Ledger

    /// The version of this program, which computed rankings are recorded with.
    public static let version = "0.1.0"

    /// The contest.
    public var contest: Contest { folder.contest }

    /// Opens a contest.
    ///
    /// - Parameters:
    ///   - folder: The folder with `contest.xml` in it.
    ///   - author: Who records; empty for verbs that only look, which make no ledger.
    ///   - now: The moment to record.
    ///   - ledger: The address of the server that keeps the ledger; where none is given, the one
    ///     that `contest.xml` names, and else the folder's own file.
    /// - Throws: ``Refusal`` where the files have errors or the ledger cannot be opened.
    public init(folder path: String, author: String, now: Timestamp, ledger address: String? = nil)
        throws(Refusal)
    {
        let (folder, faults) = ContestFolder.read(path)
        guard let folder else { throw Refusal(faults) }
        self.folder = folder
        self.author = author
        self.now = now
        do {
            ledger = try Ledger.open(
                path: address ?? folder.contest.sources.ledger ?? folder.ledger,
                create: !author.isEmpty,
                keyPath: SigningKey.path(beside: folder.ledger))
        } catch { throw Refusal(error) }
    }

    /// Checks every file of a contest's folder, and records nothing.
    public static func check(folder path: String) -> Report {
        let (folder, contestFaults) = ContestFolder.read(path)
        guard let folder else { return Report(faults: contestFaults) }
        var faults = contestFaults
        let (summary, sourceFaults) = folder.checkSources()
        faults.append(contentsOf: sourceFaults)
        return Report(lines: faults.hasErrors ? [] : [summary], faults: faults)
    }

    /// The RELAX NG schema of a kind of file, or the JSON Schema of what programs are asked and
    /// answer; nothing for a kind that there is not.
    public static func schema(_ kind: String) -> String? {
        kind == "program" ? ProgramSchema.text : Schemas.text(for: kind)
    }
}

extension Organizer {
    /// Makes a contest folder to begin from, with comments in a language.
    ///
    /// - Throws: ``Refusal`` where the folder has files in it, or cannot be made.
    public static func makeFolder(_ path: String, language: Language) throws(Refusal) -> Report {
        do {
            if Files.exists(path), try !Files.list(path).isEmpty {
                throw Refusal(
                    Phrase("'\(path.shown)' is not empty", "“\(path.shown)”不是空文件夹"),
                    remedy: Phrase("Name a new folder", "请换一个新文件夹"))
            }
            for file in ContestTemplate.files(language: language) {
                let place = ContestFolder.join(path, file.path)
                let folder = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? path
                try Files.makeFolder(folder)
                try Files.write(file.text, to: place)
            }
        } catch { throw Refusal(wrapping: error) }
        return Report(lines: [
            Phrase(
                "made '\(path)': edit contest.xml, then run banyan check --contest \(path)",
                "已建立“\(path)”：请修改 contest.xml，然后运行 banyan check --contest \(path)")
        ])
    }
}

extension Refusal {
    /// The ledger's error, told with its remedy.
    init(_ error: LedgerError) {
        self.init(Report(faults: FaultList(error.fault), status: .storageFailed))
    }

    /// Any error, as a refusal.
    init(wrapping error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        case let error as LedgerError: self.init(error)
        case let faults as FaultList: self.init(faults)
        case let fault as Fault: self.init(Report(faults: FaultList(fault), status: .dataAtFault))
        default:
            self.init(
                Phrase(verbatim: "\(error)"),
                remedy: Phrase("Put that right, then try again", "请排除该问题后重试"),
                status: .storageFailed)
        }
    }
}
