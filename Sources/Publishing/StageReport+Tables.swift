public import Contests
public import Formats
import Numbers

extension StageReport {
    /// The judges with their severities; for the office only.
    public var judgeTable: Table {
        var table = Table(columns: [
            .init("stage", Phrase("Stage", "阶段")), .init("judge", Phrase("Judge", "评委")),
            .init("sheets", Phrase("Sheets", "评分份数"), alignment: .trailing),
            .init("mean", Phrase("Mean", "平均分"), alignment: .trailing),
            .init("gap", Phrase("Below fellow judges", "低于同组评委"), alignment: .trailing),
            .init("severity", Phrase("Severity", "严厉度"), alignment: .trailing),
            .init("error", Phrase("± error", "± 标准误"), alignment: .trailing),
            .init("told_apart", Phrase("Told apart", "可辨别")),
        ])
        table.rows = judges.map { judge in
            [
                .text(judge.stage.description), .text(judge.judge.text), .whole(judge.sheets),
                .decimal(judge.mean.text(decimals: 2)),
                judge.gap.map { .decimal($0.text(decimals: 2)) } ?? .none,
                .decimal(judge.severity.value.text(decimals: 2)),
                .decimal(judge.severity.error.text(decimals: 2)), .truth(judge.isToldApart),
            ]
        }
        return table
    }

    /// The submissions: raw and adjusted side by side, and how certain their places are.
    public func submissionTable(_ names: ContestNames) -> Table {
        var table = Table(
            columns: [
                .init("place", Phrase("Place", "名次"), alignment: .trailing),
                .init("submission", Phrase("Submission", "作品")),
                .init("score", Phrase("Score", "得分"), alignment: .trailing),
                .init("raw", Phrase("Raw mean", "原始均分"), alignment: .trailing),
                .init("panel_severity", Phrase("Panel's severity", "评委组严厉度"), alignment: .trailing),
                .init("adjusted", Phrase("Adjusted", "校正均分"), alignment: .trailing),
                .init("quality", Phrase("Quality", "水平"), alignment: .trailing),
                .init("error", Phrase("± error", "± 标准误"), alignment: .trailing),
                .init("best", Phrase("Best place", "最好名次"), alignment: .trailing),
                .init("worst", Phrase("Worst place", "最差名次"), alignment: .trailing),
            ]
                + lines.indices.map { line in
                    .init(
                        "chance_\(lines[line].award?.text ?? "advance")",
                        Phrase("Chance: ", "概率：") + name(ofLine: line, names),
                        alignment: .trailing)
                }
                + [.init("above_next", Phrase("Above next", "高于下一名"), alignment: .trailing)])
        table.rows = submissions.map { submission in
            [
                .decimal(submission.place.description), .text(submission.submission.text),
                submission.score.map { .decimal($0.description) } ?? .none,
                .decimal(submission.raw.text(decimals: 2)),
                .decimal(submission.panelSeverity.text(decimals: 2)),
                .decimal((submission.raw + submission.panelSeverity).text(decimals: 2)),
                .decimal(submission.quality.value.text(decimals: 2)),
                .decimal(submission.quality.error.text(decimals: 2)),
                .whole(submission.places.lowerBound), .whole(submission.places.upperBound),
            ] + submission.chances.map { .decimal($0.text(decimals: 3)) }
                + [submission.aboveNext.map { .decimal($0.text(decimals: 3)) } ?? .none]
        }
        return table
    }

    /// Who would lie above another line under another method of scoring.
    public func methodTable(_ names: ContestNames) -> Table {
        var table = Table(columns: [
            .init("method", Phrase("Method", "计分方法")),
            .init("submission", Phrase("Submission", "作品")),
            .init("official", Phrase("Official", "正式结果")),
            .init("would_be", Phrase("Would be", "按此方法")),
            .init("places", Phrase("Places gained", "名次变化"), alignment: .trailing),
        ])
        func line(_ line: Int?) -> Table.Cell {
            .phrase(line.map { name(ofLine: $0, names) } ?? Phrase("below the lines", "线下"))
        }
        table.rows = methods.flatMap { method in
            (method.changes ?? []).map { change in
                [
                    .phrase(method.name.phrase), .text(change.submission.text),
                    line(change.before), line(change.after), .whole(change.places),
                ]
            }
        }
        return table
    }

    /// How reliable the mean of a panel is.
    public var reliabilityTable: Table {
        var table = Table(columns: [
            .init("judges", Phrase("Judges", "评委人数"), alignment: .trailing),
            .init("same_panel", Phrase("Same panel", "同组评委"), alignment: .trailing),
            .init("other_panel", Phrase("Different panels", "不同组评委"), alignment: .trailing),
        ])
        table.rows = reliability.map { panel in
            [
                .whole(panel.judges), .decimal(panel.samePanel.text(decimals: 3)),
                .decimal(panel.otherPanel.text(decimals: 3)),
            ]
        }
        return table
    }

    /// What lies above a line, in words.
    public func name(ofLine line: Int, _ names: ContestNames) -> Phrase {
        lines[line].award.map { names.awardName($0) } ?? Phrase("going on", "晋级")
    }

    /// What the report comes to, a sentence each.
    public func findings(_ names: ContestNames) -> [Phrase] {
        [spreadFinding, reliabilityFinding] + severityFindings
            + lines.indices.map { lineFinding($0, names) } + bandFindings + methodFindings
    }

    private var spreadFinding: Phrase {
        let (quality, severity, chance) = (
            deviations.quality.text(decimals: 2), deviations.severity.text(decimals: 2),
            deviations.chance.text(decimals: 2)
        )
        return Phrase(
            "\(sheets) sheets: what submissions are worth spreads by \(quality) points, how strict "
                + "judges are by \(severity), and chance by \(chance)",
            "共 \(sheets) 份评分：作品水平的标准差为 \(quality) 分，评委严厉度为 \(severity) 分，偶然误差为 \(chance) 分")
    }

    private var reliabilityFinding: Phrase {
        let panel = reliability.first { $0.judges == 5 }
        let (same, other) = (
            panel?.samePanel.text(decimals: 2) ?? "–", panel?.otherPanel.text(decimals: 2) ?? "–"
        )
        func needed(_ place: Int) -> Phrase {
            judgesNeeded[place].map { Phrase("\($0)", "\($0) 名评委") }
                ?? Phrase("more than there can be", "多到无法实现的评委")
        }
        return Phrase(
            "the mean of 5 judges has a reliability of \(same) where the same judges mark all, of "
                + "\(other) where panels differ; the judges that 0.8 takes: ",
            "5 名评委的均分，同组评委评全部作品时信度为 \(same)，各组评委不同时为 \(other)；要达到 0.8，前者需要 ")
            + needed(0) + Phrase(" there, ", "，后者需要 ") + needed(1) + Phrase(" here", "")
    }

    private var severityFindings: [Phrase] {
        let told = judges.filter(\.isToldApart)
        guard let strict = told.max(by: { $0.severity.value < $1.severity.value }),
            let lenient = told.min(by: { $0.severity.value < $1.severity.value }),
            strict.judge != lenient.judge
        else { return [] }
        let gap = (strict.severity.value - lenient.severity.value).text(decimals: 1)
        let untold = judges.count - told.count
        let finding = Phrase(
            "the strictest judge (\(strict.judge)) marks \(gap) points below the most lenient "
                + "(\(lenient.judge)) for the same quality",
            "对同等水平的作品，最严的评委（\(strict.judge)）比最宽的评委（\(lenient.judge)）低 \(gap) 分")
        guard untold > 0 else { return [finding] }
        return [
            finding,
            Phrase(
                "the sheets do not tell the severity of \(untold) judge(s) from the quality of "
                    + "what they marked",
                "有 \(untold) 名评委的严厉度无法与其所评作品的水平区分开"),
        ]
    }

    private func lineFinding(_ line: Int, _ names: ContestNames) -> Phrase {
        let (certain, count) = certain(atLine: line)
        let name = name(ofLine: line, names).quoted
        let finding =
            name
            + Phrase(
                ": of \(count), \(certain) belong above the line with a chance of 95 % or more",
                "：\(count) 件中有 \(certain) 件以 95% 以上的概率应在线上")
        let inside = submissions.filter { self.line(of: $0).map { $0 <= line } ?? false }
            .min { $0.chances[line] < $1.chances[line] }
        let outside = submissions.filter { self.line(of: $0).map { $0 > line } ?? true }
            .max { $0.chances[line] < $1.chances[line] }
        guard let inside, let outside else { return finding }
        let (low, high) = (
            inside.chances[line].text(decimals: 2), outside.chances[line].text(decimals: 2)
        )
        return finding
            + Phrase(
                "; most in doubt are \(inside.submission) above it (\(low)) and "
                    + "\(outside.submission) below it (\(high))",
                "；最存疑的是线上的 \(inside.submission)（\(low)）和线下的 \(outside.submission)（\(high)）")
    }

    private var methodFindings: [Phrase] {
        guard !methods.isEmpty else { return [] }
        let counts = methods.map { method in
            method.name.phrase
                + (method.changes.map { Phrase(" \($0.count)", " \($0.count) 件") }
                    ?? Phrase(" (not possible with these sheets)", "（现有评分无法计算）"))
        }
        return [
            Phrase(
                "submissions that would change sides of a line under another method, by this "
                    + "stage's sheets alone: ",
                "仅按本阶段评分改用其他计分方法时，会跨线的作品数：") + counts.joined()
        ]
    }

    private var bandFindings: [Phrase] {
        guard !bands.isEmpty else { return [] }
        let shown = bands.prefix(3).map { "\($0.lowerBound)–\($0.upperBound)" }
        let rest = bands.count - shown.count
        return [
            Phrase(
                "the first and the last of these runs of places cannot be told apart at 90 %: "
                    + shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""),
                "以下名次区间的首尾在 90% 的把握下无法区分：" + shown.joined(separator: "、")
                    + (rest > 0 ? " 等 \(bands.count) 段" : ""))
        ]
    }
}

extension StageReport.Method.Name {
    /// The method's name.
    public var phrase: Phrase {
        switch self {
        case .mean: Phrase("mean", "平均分")
        case .trimmedMean: Phrase("trimmed mean", "去最高最低分的平均")
        case .median: Phrase("median", "中位数")
        case .standardScore: Phrase("T-score", "标准分（T 分）")
        case .additive: Phrase("adjusted for severity", "校正严厉度")
        }
    }
}
