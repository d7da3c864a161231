import Contests
import Formats

extension SheetProblem {
    /// What is said about who judges what.
    var wordsOnPeople: Words? {
        switch self {
        case .unknownJudge(let text, let known):
            Words(
                problem: Phrase("there is no judge '\(text.shown)'", "没有评委“\(text.shown)”"),
                rule: Phrase("a sheet names a judge of the contest", "评分表须注明本比赛的评委编号"),
                remedy: Self.perhaps(
                    text, among: known,
                    otherwise: Phrase(
                        "Write the judge's id as judges.csv does",
                        "请按 judges.csv 填写评委编号")))
        case .unknownSubmission(let text, let known, let habit):
            Words(
                problem: Phrase(
                    "there is no submission '\(text.shown)'", "没有作品“\(text.shown)”"),
                rule: habit ?? Phrase("a sheet names a submission by its id", "评分表须注明作品编号"),
                remedy: Self.perhaps(
                    text, among: known,
                    otherwise: Phrase(
                        "Write the id as the sheet that was sent out has it",
                        "请按下发的评分表填写作品编号")))
        case .submissionLeft(let id):
            Words(
                problem: Phrase(
                    "submission '\(id.text.shown)' has left the contest",
                    "作品“\(id.text.shown)”已退出比赛"),
                rule: Phrase(
                    "withdrawn and disqualified submissions are not marked",
                    "已撤回或被取消资格的作品不再评分"),
                remedy: Phrase("Take the row out", "请删去该行"))
        case .recused(_, let reason):
            Words(
                problem: Phrase(
                    "the judge has recused\(reason.isEmpty ? "" : ": \(reason.shown)")",
                    "该评委已申请回避\(reason.isEmpty ? "" : "：\(reason.shown)")"),
                rule: Phrase(
                    "marks of a judge who stepped back do not count", "已回避评委的分数不计入"),
                remedy: Phrase(
                    "Take the row out, or let another judge mark it",
                    "请删去该行，或改由其他评委评分"))
        case .notAssigned(_, let stage):
            Words(
                problem: Phrase(
                    "the judge was not assigned this submission in \(stage)",
                    "该评委在 \(stage) 中未被分配这件作品"),
                rule: Phrase(
                    "only assigned judges' marks count", "只有被分配的评委所评分数有效"),
                remedy: Phrase(
                    "Check judge and submission, or assign the pair first",
                    "请核对评委与作品，或先分配这一对"))
        default: nil
        }
    }

    /// What is said about the sheet as a whole.
    var wordsOnSheet: Words? {
        switch self {
        case .stageNotStated:
            Words(
                problem: Phrase("it does not say its stage", "未注明阶段"),
                rule: Phrase(
                    "a sheet names its stage unless only one can be meant",
                    "除非只可能是一个阶段，评分表须注明阶段"),
                remedy: Phrase(
                    "Add a column stage with TRACK/STAGE, or name the stage on the command line",
                    "请增加“阶段”列并填写 赛道/阶段，或在命令行中指明阶段"))
        case .unknownStage(let text, let known):
            Words(
                problem: Phrase("there is no stage '\(text.shown)'", "没有阶段“\(text.shown)”"),
                rule: Phrase("a stage is written TRACK/STAGE", "阶段写作 赛道/阶段"),
                remedy: Self.perhaps(
                    text, among: known,
                    otherwise: Phrase(
                        "Take one of \(known.joined(separator: ", "))",
                        "请从以下阶段中选择：\(known.joined(separator: "、"))")))
        case .noRubric(let stage):
            Words(
                problem: Phrase("stage \(stage) has no rubric", "阶段 \(stage) 没有评审标准"),
                remedy: Phrase("Put the rubric right first", "请先改正评审标准文件"))
        case .otherRubric(let stated, let rubric):
            Words(
                problem: Phrase(
                    "it was made for another version of the rubric (\(stated.shown(limit: 18)))",
                    "评分表对应的是另一版本的评审标准（\(stated.shown(limit: 18))）"),
                rule: Phrase(
                    "rubric '\(rubric.id)' version \(rubric.version) is "
                        + SheetSeal.shown(rubric: rubric.hash),
                    "评审标准“\(rubric.id)”第 \(rubric.version) 版为 "
                        + SheetSeal.shown(rubric: rubric.hash)),
                remedy: Phrase(
                    "Write the sheets anew and let the judge mark on the new one",
                    "请重新生成评分表，由评委在新表上评分"))
        case .wrongCheck(let stated):
            Words(
                problem: Phrase(
                    "its check value '\(stated.shown)' does not belong to this judge, stage and "
                        + "submission",
                    "校验值“\(stated.shown)”与该评委、阶段和作品不符"),
                rule: Phrase(
                    "the check value shows that a row was not mixed up or edited",
                    "校验值用于确认该行未被混淆或改动"),
                remedy: Phrase(
                    "Restore the columns judge, stage, submission and check from the file sent out",
                    "请按下发的文件恢复“评委”“阶段”“作品”“校验”各列"))
        default: wordsOnTime
        }
    }

    private var wordsOnTime: Words? {
        switch self {
        case .late(let deadline):
            Words(
                problem: Phrase("it comes after the deadline", "已过截止时间"),
                rule: Phrase("sheets are accepted until \(deadline)", "评分表接收至 \(deadline)"),
                remedy: Phrase(
                    "The office may accept it by collecting with --late",
                    "组委会可用 --late 收取并留下记录"))
        case .lateAllowed(let deadline):
            Words(
                problem: Phrase(
                    "accepted after the deadline of \(deadline)",
                    "已过截止时间 \(deadline)，按组委会决定接收"))
        case .closed(let stage):
            Words(
                problem: Phrase("stage \(stage) is closed", "阶段 \(stage) 已结束"),
                rule: Phrase("a closed stage takes no sheets", "已结束的阶段不再接收评分表"),
                remedy: Phrase("Reopen the stage first, if it must count", "如确需计入，请先重新开放该阶段"))
        case .badConfidence(let text):
            Words(
                problem: Phrase(
                    "the confidence '\(text.shown)' is no number above 0",
                    "把握程度“\(text.shown)”不是大于 0 的数"),
                rule: Phrase("confidence is a weight", "把握程度用作权重"),
                remedy: Phrase("Write a number such as 3", "请填写数字，例如 3"))
        case .open(let missing):
            Words(
                problem: Phrase(
                    "kept open: no mark yet on "
                        + "\(missing.map(\.text.shown).joined(separator: ", "))",
                    "暂为未完成：尚未对 \(missing.map(\.text.shown).joined(separator: "、")) 打分"))
        default: nil
        }
    }
}
