public import Computing
public import Contests
import Formats

/// Reads the judges' files back: in any order, repeatedly, from files or folders.
///
/// A sheet with anything wrong is refused as a whole and told; all others count, also those that
/// stand in the same file. Tables in long form (`judge,submission,criterion,mark,comment`), in wide
/// form (a column for each criterion) and XML are told apart by what they hold.
public struct SheetCollector: Sendable {
    private let rules: SheetRules
    private let width: Int

    /// A collector for a contest as things stand.
    ///
    /// - Parameters:
    ///   - rubrics: The rubric of each stage.
    ///   - record: Holds judges, submissions, assignments and recusals.
    ///   - existing: Sheets that are recorded; of each pair the latest revision counts.
    ///   - stage: The stage of sheets that name none.
    ///   - now: The time by which deadlines are told; none where they do not matter.
    ///   - allowsLate: Whether the office accepts sheets past the deadline.
    ///   - width: The most threads to use.
    public init(
        contest: Contest, rubrics: [StageID: Rubric], record: ContestRecord,
        existing: [ScoreSheet] = [], stage: StageID? = nil, now: Timestamp? = nil,
        allowsLate: Bool = false, width: Int = Concurrency.width
    ) {
        rules = SheetRules(
            contest: contest, rubrics: rubrics, record: record, existing: existing,
            defaultStage: stage, now: now, allowsLate: allowsLate)
        self.width = width
    }

    /// Reads and checks files, and all files in folders that end in `.csv`, `.xlsx` or
    /// `.xml`.
    ///
    /// - Returns: The same whatever the order of the paths and the width.
    /// - Complexity: O(*n*) for *n* marks, shared out among the threads.
    public func collect(paths: [String]) -> CollectedSheets {
        var faults = FaultList()
        let files = SheetPaths.files(in: paths, faults: &faults)
        let reader = SheetReader(contest: rules.contest)
        let read = files.concurrentMap(width: width) { reader.read($0) }
        var merger = SheetMerger(rules: rules)
        merger.result.faults = faults
        for file in read {
            merger.result.files.append(file.source)
            merger.result.faults.append(contentsOf: file.faults)
            let checks = file.sheets.concurrentMap(chunk: 256, width: width) {
                SheetCheck($0, file: file.source.name, rules: rules)
            }
            for check in checks { merger.add(check) }
            merger.result.faults.append(contentsOf: rules.missingRows(of: file))
        }
        return merger.finish()
    }
}

/// The files that paths mean.
enum SheetPaths {
    /// Every file once, in ascending order; folders are searched to the bottom.
    static func files(in paths: [String], faults: inout FaultList) -> [String] {
        var found = Set<String>()
        for path in paths { add(path, to: &found, faults: &faults, depth: 0) }
        return found.sorted { $0.precedesByCodePoint($1) }
    }

    /// What files of sheets end in; what cannot be read of them is told.
    private static let endings = [".csv", ".xml", ".xlsx", ".xlsm", ".xls", ".et"]

    private static func add(
        _ path: String, to found: inout Set<String>, faults: inout FaultList, depth: Int
    ) {
        guard Files.isFolder(path) else {
            found.insert(path)
            return
        }
        guard depth < 16 else { return }  // a link may lead back up
        do throws(Fault) {
            let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
            for name in try Files.list(path) {
                let inner = folder + "/" + name
                // Spreadsheets keep a file such as `~$marks.xlsx` while they have one open.
                let isWanted = endings.contains { name.lowercased().hasSuffix($0) }
                if Files.isFolder(inner) || (isWanted && !name.hasPrefix("~$")) {
                    add(inner, to: &found, faults: &faults, depth: depth + 1)
                }
            }
        } catch { faults.append(error) }
    }
}
