import Computing
public import Contests
import Formats
import Scoring

extension Organizer {
    /// What the ledger's facts add up to.
    ///
    /// - Throws: ``Refusal`` where the ledger cannot be read.
    func record() throws(Refusal) -> ContestRecord {
        do {
            var record = try ledger.contestRecord()
            record.holdBackUnconfirmed(in: contest)
            return record
        } catch { throw Refusal(wrapping: error) }
    }

    /// The marks of a stage that count, in columns.
    func marks(of stage: Stage) throws(Refusal) -> MarkTable {
        try allMarks(of: stage).without(stage.advisers)
    }

    /// The marks of a stage in columns, with those of programs that advise.
    func allMarks(of stage: Stage) throws(Refusal) -> MarkTable {
        let criteria = folder.rubrics[stage.id]?.criteria.map(\.id) ?? []
        do { return try ledger.marks(of: stage.id, criteria: criteria) } catch {
            throw Refusal(wrapping: error)
        }
    }

    /// What the rules make of a track's marks so far.
    ///
    /// - Throws: ``Refusal`` for a track that there is not, or a ledger that cannot be read.
    public func results(of track: TrackID) throws(Refusal) -> TrackResults {
        try results(of: track, record: try record())
    }

    func results(of id: TrackID, record: ContestRecord) throws(Refusal) -> TrackResults {
        let track = try self.track(id)
        let marks = try self.marks(of: track, record: record)
        return TrackResults(track: track, folder: folder, record: record, marks: marks)
    }

    /// What the rules make of every track's marks so far, in the order of the file.
    ///
    /// - Throws: ``Refusal`` where the ledger cannot be read.
    public func results() throws(Refusal) -> [TrackResults] {
        try allResults(record: try record())
    }

    func allResults(record: ContestRecord) throws(Refusal) -> [TrackResults] {
        var jobs: [(track: Track, marks: TrackMarks)] = []
        for track in contest.tracks {
            jobs.append((track, try marks(of: track, record: record)))
        }
        let folder = self.folder
        return jobs.concurrentMap { job in
            TrackResults(track: job.track, folder: folder, record: record, marks: job.marks)
        }
    }

    private func marks(of track: Track, record: ContestRecord) throws(Refusal) -> TrackMarks {
        var tables: TrackMarks = [:]
        for stage in track.stages
        where !record.participants(of: stage.id, in: contest).isEmpty {
            tables[stage.id] = try marks(of: stage)
        }
        return tables
    }
}

extension Organizer {
    /// A track by its identifier.
    func track(_ id: TrackID) throws(Refusal) -> Track {
        if let track = contest.track(id) { return track }
        let names = contest.tracks.map(\.id.text).joined(separator: ", ")
        throw Refusal(
            Phrase("the contest has no track '\(id)'", "比赛没有“\(id)”赛道"),
            remedy: Phrase("Its tracks are \(names)", "现有赛道：\(names)"))
    }

    /// A stage by its identifier.
    func stage(_ id: StageID) throws(Refusal) -> Stage {
        if let stage = contest.stage(id) { return stage }
        let names = contest.stages.map(\.id.description).joined(separator: ", ")
        throw Refusal(
            Phrase("the contest has no stage '\(id)'", "比赛没有“\(id)”阶段"),
            remedy: Phrase("Its stages are \(names)", "现有阶段：\(names)"))
    }

    /// The rubric of a stage; every stage of an opened contest has one.
    func rubric(of stage: Stage) throws(Refusal) -> Rubric {
        guard let rubric = folder.rubrics[stage.id] else {
            throw Refusal(
                Phrase("stage '\(stage.id)' has no rubric", "阶段“\(stage.id)”没有评分标准"),
                remedy: Phrase("Run banyan check", "请运行 banyan check"))
        }
        return rubric
    }

    /// Refuses a submission that was never loaded.
    func require(_ submission: SubmissionID, in record: ContestRecord) throws(Refusal) {
        guard record.submissions[submission] == nil else { return }
        let near = NearestName.of(
            submission.text, among: record.submissions.keys.map(\.text).sorted())
        throw Refusal(
            Phrase(
                "there is no submission '\(submission.text.shown)'",
                "没有编号为“\(submission.text.shown)”的作品"),
            remedy: near.map { Phrase("Did you mean '\($0)'?", "是否指“\($0)”？") }
                ?? Phrase("Load it first", "请先载入"))
    }

    /// Refuses a judge who was never loaded.
    func require(_ judge: JudgeID, in record: ContestRecord) throws(Refusal) {
        guard record.judges[judge] == nil else { return }
        let near = NearestName.of(judge.text, among: record.judges.keys.map(\.text).sorted())
        throw Refusal(
            Phrase(
                "there is no judge '\(judge.text.shown)'",
                "没有编号为“\(judge.text.shown)”的评委"),
            remedy: near.map { Phrase("Did you mean '\($0)'?", "是否指“\($0)”？") }
                ?? Phrase("Load the judge first", "请先载入该评委"))
    }

    /// Refuses what would change a closed stage.
    func requireOpen(_ stage: StageID, in record: ContestRecord) throws(Refusal) {
        guard let closing = record.closings[stage] else { return }
        throw Refusal(
            Phrase(
                "stage '\(stage)' was closed by \(closing.by) at \(closing.at)",
                "阶段“\(stage)”已由 \(closing.by) 于 \(closing.at) 结束"),
            remedy: Phrase(
                "Reopen it first: banyan reopen \(stage) --reason …",
                "请先重新开启：banyan reopen \(stage) --reason …"),
            status: .commandAtFault)
    }
}
