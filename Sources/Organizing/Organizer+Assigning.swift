import Assigning
public import Contests
public import Formats
import Judging
import Scoring

extension Organizer {
    /// Finds the best assignment of a stage, and records it unless it is only to be looked at.
    ///
    /// Reserve judges are called in where the others cannot do the work, for the sheets that they
    /// cannot.
    ///
    /// - Parameters:
    ///   - seed: Decides between assignments that are equally good, and draws the pairs of a stage
    ///     that limits their chance, which needs one.
    ///   - out: A file to write the pairs to, as CSV, or as a workbook where it ends in `.xlsx`;
    ///     where it ends in `.html`, a page for the office with pictures of loads and affinities.
    ///   - language: The language of a workbook's titles.
    ///   - acceptsIncomplete: Whether it is recorded even where it leaves something unmet.
    public func assign(
        _ id: StageID, seed: UInt64? = nil, isDryRun: Bool = false, out: String? = nil,
        language: Language = .english, acceptsIncomplete: Bool = false
    ) throws(Refusal) -> Report {
        let stage = try stage(id)
        let record = try record()
        try requireOpen(id, in: record)
        let given = try given(for: stage)
        let (problem, best, called) = try plan(stage, record, given, seed: seed ?? 0)
        let drawing = try draw(stage, problem, best: best, seed: seed)
        let solution = drawing?.solution ?? best
        let audit = AssignmentAudit(problem, solution)
        guard audit.findings.isEmpty else {
            throw Refusal(
                Report(
                    lines: [Phrase("the assignment failed its own audit:", "分配结果未通过自身核查：")]
                        + audit.findings.map(\.phrase), status: .storageFailed))
        }
        let proposal = AssignmentProposal(
            problem: problem, solution: solution, seed: seed ?? 0,
            inForce: record.assignments[id] ?? [])
        var report = proposalReport(proposal, record: record, given: given)
        report.lines += drawing?.phrases(problem, decimals: given.decimals) ?? []
        report.lines += anchorLines(problem)
        if !called.isEmpty { report.lines.append(Self.reservesLine(called, proposal)) }
        let isComplete = audit.unmet.isEmpty && proposal.linkage?.areAsAsked != false
        if !isComplete {
            report.lines += incompleteLines(
                audit, proposal, problem, isRecorded: acceptsIncomplete && !isDryRun)
            if !acceptsIncomplete { report.status = .dataAtFault }
        }
        if let out {
            try write(
                proposal, problem: problem, given: given, findings: report.lines, record: record,
                to: out, language)
        }
        return try self.record(
            proposal.assignments, in: id, report,
            isDryRun: isDryRun || !isComplete && !acceptsIncomplete)
    }

    /// The problem of a stage, its solution, and the reserve judges that it calls in.
    private func plan(
        _ stage: Stage, _ record: ContestRecord, _ given: GivenAffinities, seed: UInt64
    ) throws(Refusal) -> (AssignmentProblem, AssignmentSolution, [JudgeID]) {
        let marked = try marked(in: stage)
        let problem = AssignmentProblem(
            contest: contest, stage: stage, record: record, marked: marked, given: given,
            seed: seed)
        let planner = AssignmentPlanner(seed: seed)
        let solution = planner.plan(problem)
        let reserves = record.judges.values.filter { $0.isReserve && $0.serves(stage.id) }
        guard !reserves.isEmpty, !AssignmentAudit(problem, solution).unmet.isEmpty else {
            return (problem, solution, [])
        }
        var wider = AssignmentProblem(
            contest: contest, stage: stage, record: record, marked: marked, given: given,
            seed: seed, callsReserves: true)
        wider.keep(solution.pairs.map(problem.assignment))
        let called = planner.plan(wider)
        let before = Set((record.assignments[stage.id] ?? []).map(\.judge))
        let ids = Set(reserves.map(\.id)).subtracting(before)
        let busy = Set(called.pairs.map { wider.judges[$0.judge] })
        return (wider, called, busy.intersection(ids).sorted())
    }

    private static func reservesLine(_ called: [JudgeID], _ proposal: AssignmentProposal) -> Phrase
    {
        let counts = Dictionary(
            proposal.loads.map { ($0.judge, $0.count) }, uniquingKeysWith: { first, _ in first })
        let names = called.map { "\($0.text.shown) (\(counts[$0] ?? 0))" }
        return Phrase(
            "reserve judges called in, with their sheets: " + names.joined(separator: ", "),
            "启用候补评委（份数）：" + names.joined(separator: "、"))
    }

    /// Records the pairs of a table (judge, submission), after checking each of them.
    public func assign(
        _ id: StageID, from path: String, isDryRun: Bool = false
    ) throws(Refusal) -> Report {
        let stage = try stage(id)
        let record = try record()
        try requireOpen(id, in: record)
        let problem = AssignmentProblem(contest: contest, stage: stage, record: record)
        let table = AssignmentTable(path: path, problem: problem) { pair in
            PairExplanation(
                judge: pair.judge, submission: pair.submission, contest: contest, stage: stage,
                record: record, assignments: [])
        }
        guard !table.faults.hasErrors else { throw Refusal(table.faults) }
        let pairs = table.pairs
        var report = Report(faults: table.faults)
        report.lines.append(
            Phrase("\(pairs.count) pair(s) read from \(path)", "从 \(path) 读入 \(pairs.count) 对分配"))
        return try self.record(pairs, in: id, report, isDryRun: isDryRun)
    }

    /// Says why a judge has, or has not, a submission.
    ///
    /// - Parameter pair: The identifiers of the judge and the submission.
    public func explainPair(_ pair: [String], in id: StageID) throws(Refusal) -> Report {
        let stage = try stage(id)
        let record = try record()
        let parts = pair.flatMap { $0.split { $0 == "," || $0 == " " } }.map(String.init)
        guard parts.count == 2 else {
            let found = pair.joined(separator: " ").shown
            throw Refusal(
                Phrase("'\(found)' is not a judge and a submission", "“\(found)”不是一位评委和一件作品"),
                remedy: Phrase(
                    "Write the stage first, then --explain JUDGE SUBMISSION",
                    "请先写阶段，再写 --explain 评委 作品"))
        }
        let (judge, submission) = (JudgeID(parts[0]), SubmissionID(parts[1]))
        try require(judge, in: record)
        try require(submission, in: record)
        let given = try given(for: stage)
        let explanation = PairExplanation(
            judge: judge, submission: submission, contest: contest, stage: stage, record: record,
            assignments: record.assignments[id] ?? [], given: given)
        let chance = chanceLines(
            judge: judge, submission: submission, stage, record, given)
        return Report(lines: (explanation?.phrases ?? []) + chance)
    }

    /// Pairs whose sheets have come: they stay.
    private func marked(in stage: Stage) throws(Refusal) -> [Assignment] {
        let table = try marks(of: stage)
        return (0..<table.rowCount).map { row in
            Assignment(
                judge: table.judges[Int(table.judgeOfRow[row])],
                submission: table.submissions[Int(table.submissionOfRow[row])])
        }
    }

    private func record(
        _ pairs: [Assignment], in stage: StageID, _ report: Report, isDryRun: Bool
    ) throws(Refusal) -> Report {
        var report = report
        guard !isDryRun else {
            report.lines.append(Phrase("nothing was recorded", "未作记录"))
            return report
        }
        do {
            let load = try ledger.record(pairs, of: stage, by: author, at: now)
            report.lines.append(
                Phrase(
                    "recorded in \(stage): \(load.added) pair(s) added, \(load.removed) removed, "
                        + "\(pairs.count) in force",
                    "已记录到 \(stage)：新增 \(load.added) 对，撤销 \(load.removed) 对，"
                        + "现行 \(pairs.count) 对"))
        } catch { throw Refusal(wrapping: error) }
        return report
    }
}
