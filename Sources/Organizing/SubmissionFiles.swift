import Contests
import Formats
import Judging

/// The files that submissions handed in, as they were loaded.
struct SubmissionFiles: Sendable {
    /// The folders that hold the submissions' own.
    let bases: [String]

    /// The folders of a contest's submissions.
    init(_ folder: ContestFolder) {
        bases = folder.contest.sources.submissions.map { source in
            let path = folder.inside(source)
            guard !Files.isFolder(path), let stroke = path.lastIndex(of: "/") else { return path }
            return String(path[..<stroke])
        }
    }

    /// The folder of a submission's files; none where it has none.
    func folder(of id: SubmissionID) -> String? {
        bases.flatMap { base in
            [id.text, SafePath.safeFileName(for: id.text)].map { ContestFolder.join(base, $0) }
        }.first { Files.isFolder($0) }
    }

    /// Whether a file is what was loaded, by its hash.
    func isAsLoaded(_ attachment: Attachment, in folder: String) -> Bool {
        let path = ContestFolder.join(folder, attachment.name)
        return (try? SHA256Digest(ofFile: path).hex) == attachment.sha256
    }

    /// The revisions of a submission's file that count, the first first.
    ///
    /// Each must be what was loaded, by its hash. Where a day has a limit, what goes beyond it is
    /// left out and told.
    func revisions(
        of id: SubmissionID, _ task: MetricTask, in submission: Submission?
    ) -> (revisions: [MetricRevision], faults: FaultList) {
        var faults = FaultList()
        var counts: [String: Int] = [:]
        var revisions: [MetricRevision] = []
        let named = (submission?.attachments ?? []).compactMap { attachment in
            Self.middle(of: attachment.name, task.file).map { (attachment, $0) }
        }
        let folder = folder(of: id)
        guard let folder, !named.isEmpty else {
            faults.append(.nothingHandedIn(id, task.file, folder: folder ?? bases.first ?? ""))
            return ([], faults)
        }
        for (attachment, middle) in named.sorted(by: { $0.0.name.utf8Order($1.0.name) }) {
            let path = ContestFolder.join(folder, attachment.name)
            if let limit = task.perDay {
                guard let day = Self.day(middle) else {
                    faults.append(.noDay(path))
                    continue
                }
                counts[day, default: 0] += 1
                guard counts[day, default: 0] <= limit else {
                    faults.append(.beyondDay(path, day: day, limit: limit))
                    continue
                }
            }
            do throws(Fault) {
                guard try SHA256Digest(ofFile: path).hex == attachment.sha256 else {
                    faults.append(.changedSinceLoad(path))
                    continue
                }
                revisions.append(MetricRevision(path: path, file: path))
            } catch { faults.append(error) }
        }
        return (revisions, faults)
    }

    /// What stands for `*` in a name; empty where there is none, nothing where it does not match.
    private static func middle(of name: String, _ pattern: String) -> String? {
        guard let star = pattern.firstIndex(of: "*") else { return name == pattern ? "" : nil }
        let (start, end) = (pattern[..<star], pattern[pattern.index(after: star)...])
        guard name.hasPrefix(start), name.hasSuffix(end), name.count >= start.count + end.count
        else { return nil }
        let middle = name.dropFirst(start.count).dropLast(end.count)
        return middle.contains("/") ? nil : String(middle)
    }

    /// The day that a revision's name begins with, such as `2026-05-01`.
    private static func day(_ middle: String) -> String? {
        let day = String(middle.prefix(10))
        return Timestamp(day + "T00:00:00Z") == nil ? nil : day
    }
}

extension String {
    fileprivate func utf8Order(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }
}

extension Fault {
    fileprivate static func nothingHandedIn(
        _ id: SubmissionID, _ name: String, folder: String
    ) -> Fault {
        Fault(
            file: folder,
            problem: Phrase(
                "submission \(id) has no file '\(name)'", "作品 \(id) 没有文件“\(name)”"),
            rule: Phrase("what was not handed in is not scored", "没有提交的不计分"),
            remedy: Phrase(
                "Put the file into the submission's folder, and load again",
                "请把文件放进作品的文件夹并重新载入"))
    }

    fileprivate static func changedSinceLoad(_ path: String) -> Fault {
        Fault(
            file: path,
            problem: Phrase("the file is not the one that was loaded", "文件与载入时不同"),
            rule: Phrase("what was handed in must be what is judged", "所评的必须是所交的"),
            remedy: Phrase("Run banyan load again", "请重新运行 banyan load"))
    }

    fileprivate static func noDay(_ path: String) -> Fault {
        Fault(
            file: path,
            problem: Phrase("the name does not say the day", "文件名没有写明日期"),
            rule: Phrase(
                "with per-day the name begins, where * stands, with a day such as 2026-05-01",
                "有 per-day 时，文件名中 * 处应以日期开头，如 2026-05-01"),
            remedy: Phrase("Rename the file, and load again", "请改名并重新载入"))
    }

    fileprivate static func beyondDay(_ path: String, day: String, limit: Int) -> Fault {
        Fault(
            file: path, severity: .warning,
            problem: Phrase("one more revision of \(day)", "\(day) 的版本超出限额"),
            rule: Phrase(
                "the first \(limit) of a day count, by name", "每天按文件名计入前 \(limit) 个"),
            remedy: Phrase("Nothing is to be done: it is left out", "无需操作：该版本不计"))
    }
}
