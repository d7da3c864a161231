import Contests
import Formats

/// The columns of a table of marks, by the names that people write above them.
enum SheetColumn: String, CaseIterable, Sendable {
    case stage, judge, submission, title, criterion, mark, comment, confidence, recuse, rubric
    case check

    /// Where the column stands among all cases.
    var position: Int {
        switch self {
        case .stage: 0
        case .judge: 1
        case .submission: 2
        case .title: 3
        case .criterion: 4
        case .mark: 5
        case .comment: 6
        case .confidence: 7
        case .recuse: 8
        case .rubric: 9
        case .check: 10
        }
    }

    /// The name that files are written with.
    var name: Phrase {
        switch self {
        case .stage: Phrase("stage", "阶段")
        case .judge: Phrase("judge", "评委")
        case .submission: Phrase("submission", "作品")
        case .title: Phrase("title", "作品名称")
        case .criterion: Phrase("criterion", "指标")
        case .mark: Phrase("mark", "分数")
        case .comment: Phrase("comment", "评语")
        case .confidence: Phrase("confidence", "把握")
        case .recuse: Phrase("recuse", "回避")
        case .rubric: Phrase("rubric", "评审标准")
        case .check: Phrase("check", "校验")
        }
    }

    /// All names that files may be read with.
    var names: [String] {
        let further: [String] =
            switch self {
            case .mark: ["marks", "points", "打分", "得分", "评分"]
            case .submission: ["submission id", "作品编号"]
            case .judge: ["judge id", "评委编号"]
            case .title: ["标题"]
            default: []
            }
        return [name.english, name.chinese] + further
    }

    /// What precedes a criterion's identifier where it alone would be taken for a column of ours.
    static let criterionMark = "criterion:"

    /// What follows a criterion's identifier above the column of its comments.
    static let commentEndings = [" comment", " 评语", "评语"]
}

/// What a sheet carries so that one mixed up or edited is noticed.
enum SheetSeal {
    /// The check value of a judge's sheet for a submission.
    static func check(
        contest: String, stage: StageID, judge: JudgeID, submission: SubmissionID, rubric: String
    ) -> CheckValue {
        // Lengths keep the parts apart whatever characters are in them.
        let parts = [contest, stage.track.text, stage.name, judge.text, submission.text, rubric]
        return CheckValue(of: parts.map { "\($0.utf8.count):\($0)" }.joined())
    }

    /// A check value as a table shows it: no spreadsheet takes it for a number.
    static func shown(_ check: CheckValue) -> String {
        "\(check.text.prefix(5))-\(check.text.suffix(5))"
    }

    /// A rubric's hash as a table shows it.
    static func shown(rubric hash: String) -> String { "r-" + hash.prefix(16) }

    /// Whether a table's cell, or the whole hash, means this rubric.
    static func matches(_ cell: String, rubric hash: String) -> Bool {
        let text = cell.lowercased()
        return text == hash.lowercased() || text == shown(rubric: hash.lowercased())
    }
}
