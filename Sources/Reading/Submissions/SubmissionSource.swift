import Contests
import Formats

/// Something that submissions are read from.
enum SubmissionSource: Sendable {
    case xml(String)
    /// A table: CSV, or a workbook.
    case csv(String)
    case jsonLines(String)
    /// A folder of its own for each submission: the files that describe them.
    case folders([String])

    /// The files to open.
    var files: [String] {
        switch self {
        case .xml(let path), .csv(let path), .jsonLines(let path): [path]
        case .folders(let paths): paths
        }
    }

    /// Files that describe the submission whose folder they lie in.
    static let describing = ["submission.xml", "submission.json"]

    /// The sources that a path means.
    static func find(_ path: String, faults: inout FaultList) -> [SubmissionSource] {
        guard Files.isFolder(path) else {
            if let source = source(path) { return [source] }
            faults.append(unknown(path, severity: .error))
            return []
        }
        do throws(Fault) {
            return try list(path, faults: &faults)
        } catch {
            faults.append(error)
            return []
        }
    }

    private static func list(
        _ folder: String, faults: inout FaultList
    ) throws(Fault) -> [SubmissionSource] {
        var sources: [SubmissionSource] = []
        var described: [String] = []
        for name in try Files.list(folder) {
            // Spreadsheets keep a file such as `~$list.xlsx` while they have one open.
            if name.hasPrefix("~$") { continue }
            let path = FilePath.join(folder, name)
            if Files.isFolder(path) {
                let own = describing.map { FilePath.join(path, $0) }.filter(Files.exists)
                if let first = own.first { described.append(first) }
                continue
            }
            if let source = source(path) {
                sources.append(source)
            } else {
                // A JSON file may well hold submissions that somebody waits for.
                faults.append(unknown(path, severity: name.hasSuffix(".json") ? .warning : .note))
            }
        }
        if !described.isEmpty { sources.append(.folders(described)) }
        return sources
    }

    private static func source(_ path: String) -> SubmissionSource? {
        switch path.split(separator: ".").last?.lowercased() {
        case "xml": .xml(path)
        case "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "et": .csv(path)
        case "jsonl", "ndjson": .jsonLines(path)
        default: nil
        }
    }

    private static func unknown(_ path: String, severity: Fault.Severity) -> Fault {
        Fault(
            file: path, severity: severity,
            problem: Files.exists(path)
                ? Phrase("the file was not read", "没有读取该文件")
                : Phrase("there is no such file or folder", "没有这个文件或文件夹"),
            rule: Phrase(
                "submissions are in .xml, .csv, .xlsx and .jsonl files and in folders",
                "作品在 .xml、.csv、.xlsx、.jsonl 文件或文件夹中"),
            remedy: severity == .note
                ? .none
                : Phrase("Correct the path or the file's name", "请改正路径或文件名"))
    }
}
