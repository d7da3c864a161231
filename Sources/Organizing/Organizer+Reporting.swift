public import Contests
import Formats
import Publishing
import Scoring
import Statistics

extension Organizer {
    /// Tells what a stage's marks say beyond its official scores: severity, reliability, certainty.
    ///
    /// Nothing is recorded and nothing official changes.
    ///
    /// - Parameter out: A folder for a page and tables; none to show the tables only.
    public func report(_ id: StageID, to out: String? = nil) throws(Refusal) -> Report {
        let stage = try stage(id)
        let record = try record()
        let names = ContestNames(contest, rubrics: folder.rubrics)
        let programs = try programTables(stage, record: record, names: names)
        let report: StageReport
        do { report = try stageReport(stage, record: record) } catch {
            // Agreement of programs needs no model.
            guard out == nil, !programs.findings.isEmpty else { throw error }
            return Report(
                tables: programs.tables.map(\.table),
                lines: programs.findings + error.report.lines, status: error.report.status)
        }
        let tables =
            [
                (name: "submissions", table: report.submissionTable(names)),
                (name: "judges", table: report.judgeTable),
                (name: "reliability", table: report.reliabilityTable),
                (name: "methods", table: report.methodTable(names)),
            ] + programs.tables
        var result = Report(
            tables: tables.map(\.table).filter { !$0.rows.isEmpty },
            lines: report.findings(names) + programs.findings)
        if let out {
            let page = StageReportPage.html(
                report, names: names, record: record,
                programs: programs.tables.map(\.table), programs.findings)
            do {
                try Files.makeFolder(out)
                let start = "\(id.track.text)-\(id.name)"
                try Files.write(page, to: ContestFolder.join(out, "\(start).html"))
                for (name, table) in tables {
                    let path = ContestFolder.join(out, "\(start)-\(name)")
                    try Files.write(table.csv(), to: path + ".csv")
                    try Files.write(table.json, to: path + ".json")
                }
                let path = ContestFolder.join(out, "\(start).html")
                result.lines.append(Phrase("the page: \(path)", "报告页面：\(path)"))
            } catch { throw Refusal(wrapping: error) }
        }
        return result
    }

    /// How the programs of a stage agree with its people; empty where none share a submission.
    private func programTables(
        _ stage: Stage, record: ContestRecord, names: ContestNames
    ) throws(Refusal) -> (tables: [(name: String, table: Table)], findings: [Phrase]) {
        let programs = Set(record.judges.values.filter(\.isProgram).map(\.id))
        guard !programs.isEmpty else { return ([], []) }
        let agreements = ProgramAgreement.all(in: try allMarks(of: stage), programs: programs)
        guard !agreements.isEmpty else { return ([], []) }
        var comments: [ProgramComment: String] = [:]
        do {
            for sheet in try ledger.sheets(of: stage.id) where programs.contains(sheet.judge) {
                for mark in sheet.marks where !mark.comment.isEmpty {
                    let key = ProgramComment(
                        judge: sheet.judge, submission: sheet.submission,
                        criterion: mark.criterion)
                    comments[key] = mark.comment
                }
            }
        } catch { throw Refusal(wrapping: error) }
        let differences = ProgramAgreement.differenceTable(
            agreements, in: stage.id, names: names
        ) { judge, submission, criterion in
            comments[ProgramComment(judge: judge, submission: submission, criterion: criterion)]
        }
        let table = ProgramAgreement.table(agreements, in: stage.id, names: names)
        return (
            [("programs", table), ("differences", differences)],
            agreements.map { $0.finding(in: stage.id, names: names) }
        )
    }

    /// The statistics of a stage.
    ///
    /// - Throws: ``Refusal`` with the reason where the sheets cannot carry them.
    public func stageReport(_ id: StageID) throws(Refusal) -> StageReport {
        try stageReport(try stage(id), record: try record())
    }

    private func stageReport(
        _ stage: Stage, record: ContestRecord
    ) throws(Refusal) -> StageReport {
        let results = try results(of: stage.id.track, record: record)
        guard let standings = results.standings[stage.id.name] else {
            throw Refusal(
                Phrase("nobody takes part in \(stage.id) yet", "还没有作品参加 \(stage.id)"),
                remedy: Phrase("Collect its sheets first", "请先收取该阶段的评分"))
        }
        do {
            return try StageReport(
                of: stage, in: results.track, rubrics: folder.rubrics, scores: results.scores,
                standings: standings, board: results.board)
        } catch { throw Refusal(error, of: stage.id) }
    }
}

/// What a comment of a program is about.
private struct ProgramComment: Hashable {
    var judge: JudgeID
    var submission: SubmissionID
    var criterion: CriterionID
}

extension Refusal {
    /// Why the sheets of a stage carry no statistics, and what would mend it.
    init(_ refusal: ModelRefusal, of stage: StageID) {
        let (reason, remedy) = refusal.wording
        self.init(
            Phrase("the sheets of \(stage) carry no statistics: ", "\(stage) 的评分无法做统计：") + reason,
            remedy: remedy, status: .dataAtFault)
    }
}

extension ModelRefusal {
    /// The reason and the remedy.
    var wording: (Phrase, Phrase) {
        switch self {
        case .tooFewMarks(let found, let needed):
            (
                Phrase(
                    "there are \(found), and at least \(needed) are needed",
                    "只有 \(found) 份，至少需要 \(needed) 份"), Phrase("Collect more", "请收取更多评分")
            )
        case .tooFewLevels(let submissions, let judges):
            (
                Phrase(
                    "they are of \(submissions) submission(s) and \(judges) judge(s), and two of "
                        + "each are needed",
                    "涉及 \(submissions) 件作品和 \(judges) 名评委，两者都至少需要 2"),
                Phrase("Collect more", "请收取更多评分")
            )
        case .allEqual:
            (
                Phrase("all are equal", "所有评分都相同"),
                Phrase("Check that marks came in as the judges gave them", "请核对评分是否如实录入")
            )
        case .submissionsMarkedOnce:
            (
                Phrase(
                    "no submission has two, so quality cannot be told from chance",
                    "没有作品得到两份评分，无法区分水平与偶然误差"),
                Phrase("Use panels of two judges or more", "每件作品应由至少两名评委评审")
            )
        case .judgesMarkedOnce:
            (
                Phrase(
                    "no judge has two, so severity cannot be told from chance",
                    "没有评委评了两件作品，无法区分严厉度与偶然误差"),
                Phrase("Give judges two submissions or more", "每名评委应评审至少两件作品")
            )
        case .nothingLeftOver:
            (
                Phrase(
                    "submissions and judges explain every one, so chance cannot be measured",
                    "作品与评委已解释全部评分，无法估计偶然误差"),
                Phrase(
                    "Collect more sheets than there are submissions and judges together",
                    "评分份数应多于作品数与评委数之和")
            )
        case .notANumber(let place):
            (
                Phrase("number \(place + 1) is no finite number", "第 \(place + 1) 份不是有限的数"),
                Phrase("Check the rule of the stage", "请检查该阶段的规则")
            )
        case .tooLarge(let levels, let limit):
            (
                Phrase(
                    "there are \(levels) judges, and \(limit) at most are taken",
                    "评委有 \(levels) 名，最多处理 \(limit) 名"),
                Phrase("Report on one track or heat at a time", "请按赛道或赛区分别生成报告")
            )
        case .noConvergence(let report):
            (
                Phrase(
                    "the fit did not come to rest after \(report.evaluations) evaluations",
                    "拟合在 \(report.evaluations) 次计算后仍未收敛"),
                Phrase("Report this with the contest's files", "请连同竞赛文件反馈此问题")
            )
        }
    }
}
