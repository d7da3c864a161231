import Contests
import Formats

/// What people are told about a problem in a scoring rule.
struct RuleWording {
    /// What the problem is about.
    enum Place {
        case rule
        case step(Int)
        case tieBreak(Int)
    }

    var place: Place
    var problem: Phrase
    var rule: Phrase
    var remedy: Phrase
    var severity = Fault.Severity.error
}

extension RuleProblem {
    var wording: RuleWording {
        combiningWording ?? orderWording ?? namesWording ?? tieBreakWording
    }

    /// Problems of steps that combine or leave out.
    private var combiningWording: RuleWording? {
        switch self {
        case .neverCombined(let axis):
            RuleWording(
                place: .rule,
                problem: Phrase(
                    "the steps never combine over \(axis.rawValue)", "各步骤从未合并\(axis.chinese)"),
                rule: Phrase(
                    "a submission must have one score at the end", "最后每件作品必须只有一个分数"),
                remedy: Phrase(
                    "Add <combine over=\"\(axis.rawValue)\" by=\"mean\"/>, say",
                    "例如加上 <combine over=\"\(axis.rawValue)\" by=\"mean\"/>"))
        case .combinedAgain(let step, let axis):
            RuleWording(
                place: .step(step),
                problem: Phrase(
                    "<combine> over \(axis.rawValue) again", "再次合并\(axis.chinese)"),
                rule: Phrase("an earlier step has done it", "前面的步骤已经合并过"),
                remedy: Phrase("Take one of them out", "请删去其中一个"))
        case .methodNotOverJudges(let step, let method):
            RuleWording(
                place: .step(step),
                problem: Phrase(
                    "by=\"\(method.rawValue)\" over judges", "对评委使用 by=\"\(method.rawValue)\""),
                rule: Phrase("the method is for criteria, which have weights", "该方式只用于有权重的指标"),
                remedy: Phrase(
                    "Write mean, median, sum or weighted-mean",
                    "请用 mean、median、sum 或 weighted-mean"))
        case .kindsOverCriteria(let step):
            RuleWording(
                place: .step(step),
                problem: Phrase("<kind> in a step over criteria", "合并指标的步骤中有 <kind>"),
                rule: Phrase("kinds are of judges", "类别属于评委"),
                remedy: Phrase("Move it to the step over judges", "请移到合并评委的步骤"))
        case .dropsNothing(let step):
            RuleWording(
                place: .step(step),
                problem: Phrase("<drop> leaves out nothing", "<drop> 没有去掉任何分数"),
                rule: Phrase("highest or lowest must be above 0", "highest 或 lowest 必须大于 0"),
                remedy: Phrase("Correct it, or take it out", "请改正，或删去该步骤"))
        default: nil
        }
    }

    /// Problems of the order of steps.
    private var orderWording: RuleWording? {
        switch self {
        case .dropAfterJudges(let step):
            RuleWording(
                place: .step(step),
                problem: Phrase("<drop> after judges were combined", "合并评委之后才 <drop>"),
                rule: Phrase("there is one value left, and nothing to leave out", "此时只剩一个分数，无可去掉"),
                remedy: Phrase(
                    "Put it before <combine over=\"judges\">", "请移到 <combine over=\"judges\"> 之前"))
        case .notOnSheetScores(let step):
            RuleWording(
                place: .step(step),
                problem: Phrase(
                    "the step stands where sheets have no score of their own", "此处评分表还没有（或不再有）总分"),
                rule: Phrase(
                    "it comes after criteria are combined and before judges are",
                    "该步骤应在合并指标之后、合并评委之前"),
                remedy: Phrase("Move it there", "请移动到该位置"))
        case .afterDrop(let step):
            RuleWording(
                place: .step(step),
                problem: Phrase("the step comes after <drop>", "该步骤在 <drop> 之后"),
                rule: Phrase("it needs every sheet", "它需要所有评分表"),
                remedy: Phrase("Put it before <drop>", "请移到 <drop> 之前"))
        case .criteriaAlreadyCombined(let step):
            RuleWording(
                place: .step(step),
                problem: Phrase(
                    "the step names criteria after they were combined", "合并指标之后的步骤还提到指标"),
                rule: Phrase("there is one value left for them all", "此时各指标已合成一个分数"),
                remedy: Phrase(
                    "Put it before <combine over=\"criteria\">",
                    "请移到 <combine over=\"criteria\"> 之前"))
        case .carryTooEarly(let step):
            RuleWording(
                place: .step(step),
                problem: Phrase("<carry> before a submission has one score", "作品还没有总分就 <carry>"),
                rule: Phrase("it comes after both combinations", "它应在两次合并之后"),
                remedy: Phrase("Move it to the end", "请移到最后"))
        default: nil
        }
    }

    /// Problems of names and numbers in steps.
    private var namesWording: RuleWording? {
        switch self {
        case .kindTwice(let step, let kind):
            RuleWording(
                place: .step(step),
                problem: Phrase(
                    "the kind \(kind.text.quoted) has two weights", "类别 \(kind.text.quoted) 有两个权重"),
                rule: Phrase("each kind has one", "每个类别只有一个"),
                remedy: Phrase("Take one of them out", "请删去其中一个"))
        case .kindWithoutJudge(let step, let kind):
            RuleWording(
                place: .step(step),
                problem: Phrase(
                    "no judge of the stage is of the kind \(kind.text.quoted)",
                    "本阶段没有类别为 \(kind.text.quoted) 的评委"),
                rule: Phrase("its weight would count nothing", "其权重不起作用"),
                remedy: Phrase("Correct the kind here or in judges.csv", "请改正此处或 judges.csv 中的类别"))
        case .weightsAreZero(let step):
            RuleWording(
                place: .step(step),
                problem: Phrase("the weights of the step sum to 0", "该步骤的权重合计为 0"),
                rule: Phrase("nothing can be divided by 0", "不能除以 0"),
                remedy: Phrase("Give one of them a weight", "请至少给其中一个权重"))
        case .pointsWithoutMaximum(let step, let id):
            RuleWording(
                place: .step(step),
                problem: Phrase(
                    "by=\"points\" where \(id.text.quoted) has no maximum",
                    "by=\"points\"，而 \(id.text.quoted) 没有最高分"),
                rule: Phrase("points are a share of the maximum", "得分按最高分的比例计算"),
                remedy: Phrase("Give its <measure> a maximum", "请为其 <measure> 写明 maximum"))
        case .deviationNotPositive(let step):
            RuleWording(
                place: .step(step),
                problem: Phrase("the deviation is not above 0", "标准差不大于 0"),
                rule: Phrase("all standard scores would be equal", "所有标准分会相同"),
                remedy: Phrase("Write 10, say", "例如写 10"))
        case .unknownCriterion(let step, let id):
            unknown(id, .step(step))
        case .criterionWithoutValue(let step, let id):
            withoutValue(id, .step(step))
        case .unknownTable(let step, let table):
            RuleWording(
                place: .step(step),
                problem: Phrase("there is no table \(table.quoted)", "没有表 \(table.quoted)"),
                rule: Phrase(
                    "tables are named with <table> in <contest>", "表用 <contest> 中的 <table> 写明"),
                remedy: Phrase("Correct the name, or add the table", "请改正名称，或加上该表"))
        case .minimumAboveMaximum(let step):
            RuleWording(
                place: .step(step),
                problem: Phrase("the minimum is above the maximum", "最低值大于最高值"),
                rule: Phrase("no value lies between", "没有值在其间"),
                remedy: Phrase("Correct one of them", "请改正其中一个"))
        case .carryNotFromEarlierStage(let step, let name):
            notEarlier(name, .step(step))
        default: nil
        }
    }

    /// Problems of tie-breaks.
    private var tieBreakWording: RuleWording {
        switch self {
        case .tieBreakOnUnknownCriterion(let index, let id): unknown(id, .tieBreak(index))
        case .tieBreakOnCriterionWithoutValue(let index, let id): withoutValue(id, .tieBreak(index))
        case .tieBreakNotOnEarlierStage(let index, let name): notEarlier(name, .tieBreak(index))
        case .tieBreakOnKindWithoutJudge(let index, let kind):
            RuleWording(
                place: .tieBreak(index),
                problem: Phrase(
                    "no judge of the stage is of the kind \(kind.text.quoted)",
                    "本阶段没有类别为 \(kind.text.quoted) 的评委"),
                rule: Phrase("the tie-break would decide nothing", "该同分规则不起作用"),
                remedy: Phrase("Correct the kind here or in judges.csv", "请改正此处或 judges.csv 中的类别"))
        case .tieBreakWithoutSheetScores(let index):
            RuleWording(
                place: .tieBreak(index),
                problem: Phrase(
                    "the tie-break compares the scores of sheets, and there are none",
                    "该同分规则比较评分表的分数，而评分表没有分数"),
                rule: Phrase(
                    "the scoring combines judges before criteria", "评分规则先合并了评委"),
                remedy: Phrase(
                    "Combine criteria first, or take another tie-break", "请先合并指标，或改用其他同分规则"))
        case .tieBreakAfterDraw(let index):
            RuleWording(
                place: .tieBreak(index),
                problem: Phrase("a tie-break after <draw>", "<draw> 之后还有同分规则"),
                rule: Phrase("a draw leaves no tie", "抽签之后不再有同分"),
                remedy: Phrase("Put <draw> last", "请把 <draw> 放在最后"))
        default:
            RuleWording(
                place: .rule, problem: Phrase("the rule does not fit", "规则不合适"),
                rule: .none, remedy: .none)
        }
    }

    private func unknown(_ id: CriterionID, _ place: RuleWording.Place) -> RuleWording {
        RuleWording(
            place: place,
            problem: Phrase(
                "the rubric has no criterion or group \(id.text.quoted)",
                "评审标准中没有指标或指标组 \(id.text.quoted)"),
            rule: Phrase("a rule can only use what is judged", "规则只能使用被评的内容"),
            remedy: Phrase("Correct the name", "请改正名称"))
    }

    private func withoutValue(_ id: CriterionID, _ place: RuleWording.Place) -> RuleWording {
        RuleWording(
            place: place,
            problem: Phrase(
                "\(id.text.quoted) is a gate or a text and has no value",
                "\(id.text.quoted) 是门槛或文字，没有分数"),
            rule: Phrase("a rule can only use what has points", "规则只能使用有分数的指标"),
            remedy: Phrase("Name another criterion", "请改用其他指标"))
    }

    private func notEarlier(_ name: String, _ place: RuleWording.Place) -> RuleWording {
        RuleWording(
            place: place,
            problem: Phrase(
                "\(name.quoted) is no earlier stage of the track",
                "\(name.quoted) 不是本赛道此前的阶段"),
            rule: Phrase("a score must be there before it can count", "只有已有的成绩才能使用"),
            remedy: Phrase("Name a stage above this one", "请写此阶段之前的阶段"))
    }
}

extension CombineStep.Axis {
    fileprivate var chinese: String { self == .criteria ? "指标" : "评委" }
}
