import Contests
import Formats
import Reading

extension ContestFolder {
    /// The judges of the contest's table.
    func readJudges() -> (judges: [Judge], faults: FaultList) {
        let path = inside(table(contest.sources.judges))
        return JudgeReader.read(
            path: path, file: path, contest: contest,
            rubrics: contest.stages.compactMap { rubrics[$0.id] })
    }

    /// The conflicts of the contest's table; none where there is no such file.
    func readConflicts(
        judges: [Judge], submissions: Set<SubmissionID>
    ) -> (conflicts: [Conflict], faults: FaultList) {
        let path = inside(table(contest.sources.conflicts))
        return ConflictReader.read(
            path: path, file: path, contest: contest, judges: judges, submissions: submissions)
    }

    /// Reads every source to tell its faults, and counts what is there.
    func checkSources() -> (summary: Phrase, faults: FaultList) {
        let (judges, judgeFaults) = readJudges()
        var faults = judgeFaults
        if !judgeFaults.hasErrors { faults.append(contentsOf: rulesAbout(judges)) }
        var ids: Set<SubmissionID> = []
        let summary = SubmissionReader.read(
            paths: contest.sources.submissions.map(inside), contestFolder: path, contest: contest,
            hashesFiles: false
        ) { batch in
            for submission in batch { ids.insert(submission.id) }
        }
        faults.append(contentsOf: summary.faults)
        let (conflicts, conflictFaults) = readConflicts(judges: judges, submissions: ids)
        faults.append(contentsOf: conflictFaults)
        let tracks = contest.tracks.count
        let stages = contest.stages.count
        let line = Phrase(
            "in order: \(tracks) track(s), \(stages) stage(s), \(summary.count) submissions, "
                + "\(judges.count) judges, \(conflicts.count) conflicts",
            "检查通过：\(tracks) 个赛道，\(stages) 个阶段，\(summary.count) 件作品，\(judges.count) 位评委，"
                + "\(conflicts.count) 条回避关系")
        return (line, faults)
    }

    /// What rules of the contest file say about judges that the table of judges does not bear out.
    private func rulesAbout(_ judges: [Judge]) -> FaultList {
        let file = inside("contest.xml")
        return ContestFile.faults(
            path: file, file: file, loaded: ContestFile.load(path: file, file: file),
            judges: judges)
    }

    /// A table of the contest file's: a workbook beside it where there is no CSV.
    func table(_ name: String) -> String {
        guard name.lowercased().hasSuffix(".csv"), !Files.exists(inside(name)) else { return name }
        let workbook = String(name.dropLast(4)) + ".xlsx"
        return Files.exists(inside(workbook)) ? workbook : name
    }

    /// A file of the folder with its hash, for the record; empty where it cannot be read.
    func sourceFile(_ name: String) -> [SourceFile] {
        let path = inside(name)
        guard Files.exists(path), let digest = try? SHA256Digest(ofFile: path) else { return [] }
        return [SourceFile(name: name, sha256: digest.hex)]
    }

    /// A path as the record names it: relative where it lies in the folder.
    func relative(_ file: String) -> String {
        let prefix = path.hasSuffix("/") ? path : path + "/"
        return file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : file
    }
}
