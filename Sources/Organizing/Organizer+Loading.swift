import Contests
import Formats
import Reading
import Recording

extension Organizer {
    /// Loads judges, submissions and conflicts; loading twice changes nothing.
    ///
    /// What is at fault is left out and told, what is good is recorded.
    ///
    /// - Parameter paths: Files or folders of submissions; empty for those of the contest file.
    /// - Throws: ``Refusal`` where the ledger cannot be read or written.
    public func load(paths: [String] = []) throws(Refusal) -> Report {
        let (judges, judgeFaults) = folder.readJudges()
        var faults = judgeFaults
        let people = try append { appender in
            appender.note(judgesFrom: folder.sourceFile(folder.table(contest.sources.judges)))
            for judge in judges { try appender.append(judge) }
            return appender.judgeLoad
        }
        let works = try loadSubmissions(paths, &faults)
        let known: Act.Load
        do {
            let (conflicts, conflictFaults) = try readConflicts()
            faults.append(contentsOf: conflictFaults)
            known = try ledger.record(
                conflicts, isComplete: !conflictFaults.hasErrors,
                from: folder.sourceFile(folder.table(contest.sources.conflicts)), by: author,
                at: now)
        } catch { throw Refusal(wrapping: error) }
        return Report(
            lines: [
                works.line(Phrase("submissions", "作品")), people.line(Phrase("judges", "评委")),
                known.line(Phrase("conflicts", "回避关系")),
            ], faults: faults)
    }

    /// The conflicts of the contest's table, among what was recorded.
    private func readConflicts() throws -> (conflicts: [Conflict], faults: FaultList) {
        guard Files.exists(folder.inside(folder.table(contest.sources.conflicts))) else {
            return folder.readConflicts(judges: [], submissions: [])
        }
        return folder.readConflicts(
            judges: try ledger.judges().values.sorted { $0.id < $1.id },
            submissions: try ledger.submissionIDs())
    }

    private func loadSubmissions(
        _ paths: [String], _ faults: inout FaultList
    ) throws(Refusal) -> Act.Load {
        let sources = paths.isEmpty ? contest.sources.submissions.map(folder.inside) : paths
        var found = FaultList()
        let load = try append { appender in
            let summary = try SubmissionReader.read(
                paths: sources, contestFolder: folder.path, contest: contest
            ) { batch in
                for submission in batch { try appender.append(submission) }
            }
            found = summary.faults
            appender.note(
                submissionsFrom: summary.files.map {
                    SourceFile(name: folder.relative($0.file), sha256: $0.sha256)
                })
            return appender.submissionLoad
        }
        faults.append(contentsOf: found)
        return load
    }
}

extension Act.Load {
    /// The counts of a load, in words.
    fileprivate func line(_ noun: Phrase) -> Phrase {
        var removals = Phrase.none
        if removed > 0 { removals = Phrase(", \(removed) removed", "，移除 \(removed)") }
        return Phrase(
            "\(noun.english): \(new) new, \(revised) revised, \(unchanged) unchanged"
                + removals.english,
            "\(noun.chinese)：新增 \(new)，更新 \(revised)，未变 \(unchanged)" + removals.chinese)
    }
}
