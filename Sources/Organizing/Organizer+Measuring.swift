import Computing
public import Contests
import Formats
import Judging
import Recording

/// What a built-in judge found of one submission.
private struct Measured: Sendable {
    var pair: Assignment
    var task: MetricTask
    var part: MetricPart
    var found: MeasuredRevision?
    var faults: FaultList
}

extension Organizer {
    /// Lets the built-in judges of a stage measure what they are assigned, and records their
    /// sheets: by the public answers while entrants hand in, by the private ones after.
    ///
    /// A submission without a file that can be measured gets no sheet, and is told. Measuring
    /// again changes nothing where nothing changed.
    ///
    /// - Complexity: O(*n*) for *n* rows of all files, shared out among the cores.
    /// - Throws: ``Refusal`` where the stage is closed, has no built-in judge, or one of them is no
    ///   program or is assigned nothing; and where answers are at fault.
    public func measure(_ id: StageID) throws(Refusal) -> Report {
        let stage = try stage(id)
        let rubric = try rubric(of: stage)
        let record = try record()
        try requireOpen(id, in: record)
        guard !stage.metrics.isEmpty else {
            throw Refusal(
                Phrase("'\(id)' has no built-in judge", "“\(id)”没有内置评委"),
                remedy: Phrase(
                    "Name one with <metric> in contest.xml", "请在 contest.xml 中用 <metric> 写明"))
        }
        var all: [Measured] = []
        for task in stage.metrics {
            all += try measure(task, in: stage, record: record)
        }
        var report: Report
        do { report = try keep(all, of: stage, rubric) } catch { throw Refusal(wrapping: error) }
        report.tables = try metricBoards(id)
        return report
    }

    private func measure(
        _ task: MetricTask, in stage: Stage, record: ContestRecord
    ) throws(Refusal) -> [Measured] {
        try requireProgram(task.judge, in: record)
        let pairs = (record.assignments[stage.id] ?? []).filter {
            $0.judge == task.judge && record.exits[$0.submission] == nil
        }
        guard !pairs.isEmpty else {
            throw Refusal(
                Phrase(
                    "judge \(task.judge) is assigned nothing in '\(stage.id)'",
                    "评委 \(task.judge) 在“\(stage.id)”没有分配到作品"),
                remedy: Phrase(
                    "Run banyan assign \(stage.id) first", "请先运行 banyan assign \(stage.id)"))
        }
        let judge: MetricJudge
        let path = folder.inside(task.answers)
        do { judge = try MetricJudge(task: task, answers: path, file: path) } catch {
            throw Refusal(error)
        }
        let part = task.part(at: now, deadline: stage.deadline)
        let files = SubmissionFiles(folder)
        return pairs.concurrentMap { pair in
            let (revisions, faults) = files.revisions(
                of: pair.submission, task, in: record.submissions[pair.submission])
            var measured = Measured(
                pair: pair, task: task, part: part, found: nil, faults: faults)
            guard !revisions.isEmpty else { return measured }
            let (found, told) = judge.measure(revisions, on: part)
            measured.found = found
            measured.faults.append(contentsOf: told)
            return measured
        }
    }

    private func requireProgram(_ judge: JudgeID, in record: ContestRecord) throws(Refusal) {
        try require(judge, in: record)
        guard record.judges[judge]?.kind != Self.programKind else { return }
        throw Refusal(
            Phrase(
                "judge \(judge) is not of the kind program", "评委 \(judge) 的类别不是 program"),
            remedy: Phrase(
                "Write program as its kind in the table of judges, and load again",
                "请在评委表中将其类别写为 program，然后重新载入"))
    }

    /// The kind of judge that a program is.
    static let programKind: JudgeKind = "program"

    private func keep(
        _ all: [Measured], of stage: Stage, _ rubric: Rubric
    ) throws -> Report {
        var report = Report()
        var sheets: [Assignment: [Mark]] = [:]
        for one in all {
            report.faults.append(contentsOf: one.faults)
            guard let found = one.found, let points = found.points else { continue }
            sheets[one.pair, default: []].append(
                Mark(
                    criterion: one.task.criterion, value: .points(points),
                    comment: "\(folder.relative(found.revision.file)) "
                        + "(\(one.task.metric.rawValue), \(one.part.rawValue))"))
        }
        if report.faults.hasErrors { report.status = .dataAtFault }
        let source = MetricSource.text(stage, at: now)
        let order = rubric.criteria.map(\.id)
        let ready = sheets.keys.sorted()
        let load = try ledger.record(by: author, at: now) { appender in
            appender.note(sheetsFrom: [SourceFile(name: source)])
            for pair in ready {
                let marks = sheets[pair] ?? []
                let sheet = ScoreSheet(
                    stage: stage.id, judge: pair.judge, submission: pair.submission,
                    rubricHash: rubric.hash,
                    marks: order.compactMap { id in marks.first { $0.criterion == id } })
                try appender.append(sheet, from: source)
            }
            return appender.sheetLoad
        }
        let without = Set(all.map(\.pair)).count - ready.count
        report.lines.append(
            Phrase(
                "\(load.new) submission(s) measured, \(load.revised) again, \(load.unchanged) "
                    + "unchanged, \(without) without a file that can be measured (\(source))",
                "新测 \(load.new) 件，重测 \(load.revised) 件，未变 \(load.unchanged) 件，"
                    + "\(without) 件没有可测的文件（\(source)）"))
        return report
    }
}
