import Computing
public import Contests
import Formats
import Judging
import Recording

/// What a built-in judge found of one submission.
private struct Measured: Sendable {
    var pair: Assignment
    /// None where nothing could be measured.
    var mark: Mark?
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
        guard !stage.metrics.isEmpty || !stage.measured.isEmpty else {
            throw Refusal(
                Phrase("'\(id)' has no built-in judge", "“\(id)”没有内置评委"),
                remedy: Phrase(
                    "Name one with <metric> or <measured> in contest.xml",
                    "请在 contest.xml 中用 <metric> 或 <measured> 写明"))
        }
        var all: [Measured] = []
        var faults = FaultList()
        for task in stage.metrics {
            all += try measure(task, in: stage, record: record)
        }
        for table in stage.measured {
            all += try take(table, in: stage, record: record, &faults)
        }
        var report: Report
        do { report = try keep(all, of: stage, rubric) } catch { throw Refusal(wrapping: error) }
        report.tables = try metricBoards(id)
        report.faults.append(contentsOf: faults)
        if report.faults.hasErrors { report.status = .dataAtFault }
        return report
    }

    private func measure(
        _ task: MetricTask, in stage: Stage, record: ContestRecord
    ) throws(Refusal) -> [Measured] {
        let pairs = try work(of: task.judge, in: stage, record: record)
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
            var measured = Measured(pair: pair, faults: faults)
            guard !revisions.isEmpty else { return measured }
            let (found, told) = judge.measure(revisions, on: part)
            measured.faults.append(contentsOf: told)
            guard let found else { return measured }
            guard let points = found.points else {
                measured.faults.append(.tooLarge(found.value, file: found.revision.file))
                return measured
            }
            measured.mark = Mark(
                criterion: task.criterion, value: .points(points),
                comment: "\(self.folder.relative(found.revision.file)) "
                    + "(\(task.metric.rawValue), \(part.rawValue))")
            return measured
        }
    }

    /// The values of a table, for the submissions that its judge is assigned.
    private func take(
        _ table: MeasuredTable, in stage: Stage, record: ContestRecord, _ faults: inout FaultList
    ) throws(Refusal) -> [Measured] {
        let pairs = try work(of: table.judge, in: stage, record: record)
        let path = folder.inside(table.file)
        let read = MeasuredValues(
            table, path: path, file: path, known: Set(record.submissions.keys))
        faults.append(contentsOf: read.faults)
        return pairs.map { pair in
            guard let points = read.values[pair.submission] else {
                return Measured(
                    pair: pair, faults: FaultList(.noValue(pair.submission, file: path)))
            }
            let mark = Mark(
                criterion: table.criterion, value: .points(points),
                comment: "\(table.file) (\(table.value))")
            return Measured(pair: pair, mark: mark, faults: FaultList())
        }
    }

    /// What a program judge is assigned in a stage, without what left the contest.
    func work(
        of judge: JudgeID, in stage: Stage, record: ContestRecord
    ) throws(Refusal) -> [Assignment] {
        try requireProgram(judge, in: record)
        let pairs = (record.assignments[stage.id] ?? []).filter {
            $0.judge == judge && record.exits[$0.submission] == nil
        }
        guard pairs.isEmpty else { return pairs }
        throw Refusal(
            Phrase(
                "judge \(judge) is assigned nothing in '\(stage.id)'",
                "评委 \(judge) 在“\(stage.id)”没有分配到作品"),
            remedy: Phrase(
                "Run banyan assign \(stage.id) first", "请先运行 banyan assign \(stage.id)"))
    }

    func requireProgram(_ judge: JudgeID, in record: ContestRecord) throws(Refusal) {
        try require(judge, in: record)
        guard record.judges[judge]?.isProgram != true else { return }
        throw Refusal(
            Phrase(
                "judge \(judge) is not of the kind program", "评委 \(judge) 的类别不是 program"),
            remedy: Phrase(
                "Write program as its kind in the table of judges, and load again",
                "请在评委表中将其类别写为 program，然后重新载入"))
    }

    private func keep(
        _ all: [Measured], of stage: Stage, _ rubric: Rubric
    ) throws -> Report {
        var report = Report()
        var sheets: [Assignment: [Mark]] = [:]
        for one in all {
            report.faults.append(contentsOf: one.faults)
            if let mark = one.mark { sheets[one.pair, default: []].append(mark) }
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
                    + "unchanged, \(without) without anything that can be measured (\(source))",
                "新测 \(load.new) 件，重测 \(load.revised) 件，未变 \(load.unchanged) 件，"
                    + "\(without) 件没有可测的内容（\(source)）"))
        return report
    }
}

extension Fault {
    fileprivate static func tooLarge(_ value: Double, file: String) -> Fault {
        Fault(
            file: file,
            problem: Phrase("the metric's value is \(value)", "指标的值为 \(value)"),
            rule: Phrase("a mark has at most 12 digits before its point", "分值整数部分最多 12 位"),
            remedy: Phrase("Correct the file, or choose another metric", "请改正文件或更换指标"))
    }

    fileprivate static func noValue(_ id: SubmissionID, file: String) -> Fault {
        Fault(
            file: file,
            problem: Phrase("there is no value for submission \(id)", "没有作品 \(id) 的测量值"),
            rule: Phrase("what was not measured is not scored", "没有测量的不计分"),
            remedy: Phrase("Add it, and run banyan judge again", "请补上并重新运行 banyan judge"))
    }
}
