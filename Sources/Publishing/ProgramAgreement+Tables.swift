public import Contests
public import Formats

extension ProgramAgreement {
    /// How programs agree with people.
    public static func table(
        _ agreements: [ProgramAgreement], in stage: StageID, names: ContestNames
    ) -> Table {
        var table = Table(columns: [
            .init("program", Phrase("Program", "程序")),
            .init("criterion", Phrase("Criterion", "指标")),
            .init("submissions", Phrase("Submissions", "作品数"), alignment: .trailing),
            .init("severity", Phrase("Severity", "严厉度"), alignment: .trailing),
            .init("error", Phrase("± error", "± 标准误"), alignment: .trailing),
            .init("kappa", Phrase("Kappa with people", "与人的 κ"), alignment: .trailing),
            .init("people_kappa", Phrase("Kappa among people", "人之间的 κ"), alignment: .trailing),
        ])
        func decimal(_ value: Double?, _ decimals: Int) -> Table.Cell {
            value.map { .decimal($0.text(decimals: decimals)) } ?? .none
        }
        table.rows = agreements.map { agreement in
            [
                .text(agreement.judge.text),
                .phrase(names.criterion(agreement.criterion, in: stage)),
                .whole(agreement.submissions), decimal(agreement.severity, 2),
                decimal(agreement.error, 2), decimal(agreement.kappa, 3),
                decimal(agreement.peopleKappa, 3),
            ]
        }
        return table
    }

    /// Where programs and people differ most.
    ///
    /// - Parameter comments: What a program said, by program, submission and criterion.
    public static func differenceTable(
        _ agreements: [ProgramAgreement], in stage: StageID, names: ContestNames,
        comments: (JudgeID, SubmissionID, CriterionID) -> String?
    ) -> Table {
        var table = Table(columns: [
            .init("program", Phrase("Program", "程序")),
            .init("criterion", Phrase("Criterion", "指标")),
            .init("submission", Phrase("Submission", "作品")),
            .init("mark", Phrase("Its mark", "程序评分"), alignment: .trailing),
            .init("people", Phrase("Mean of people", "人的均分"), alignment: .trailing),
            .init("count", Phrase("People", "人数"), alignment: .trailing),
            .init("comment", Phrase("Its comment", "程序评语")),
        ])
        table.rows = agreements.flatMap { agreement in
            agreement.widest.map { difference in
                [
                    .text(agreement.judge.text),
                    .phrase(names.criterion(agreement.criterion, in: stage)),
                    .text(difference.submission.text),
                    .decimal(difference.program.text(decimals: 2)),
                    .decimal(difference.people.text(decimals: 2)), .whole(difference.peopleCount),
                    .optional(
                        comments(agreement.judge, difference.submission, agreement.criterion)),
                ]
            }
        }
        return table
    }

    /// What a comparison comes to, in a sentence.
    public func finding(in stage: StageID, names: ContestNames) -> Phrase {
        let name = names.criterion(criterion, in: stage)
        let size = abs(severity).text(decimals: 2)
        let error = error.map { " ± " + $0.text(decimals: 2) } ?? ""
        let (kappa, among) = (
            kappa?.text(decimals: 2) ?? "–", peopleKappa?.text(decimals: 2) ?? "–"
        )
        let isStrict = severity >= 0
        return Phrase(
            "the program \(judge) marks “\(name.english)” of \(submissions) submissions "
                + "\(size)\(error) points \(isStrict ? "below" : "above") people; "
                + "its kappa with them is \(kappa), theirs among themselves \(among)",
            "程序 \(judge) 对 \(submissions) 件作品的“\(name.chinese)”评分比人\(isStrict ? "低" : "高") "
                + "\(size)\(error) 分；与人的 κ 为 \(kappa)，人之间的 κ 为 \(among)")
    }
}
