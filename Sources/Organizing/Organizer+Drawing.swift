import Assigning
import Contests
import Formats

/// The pairs of a stage that limits the chance of each: the plan in chances, and the draw.
struct PairDraw {
    let plan: ChancePlan
    /// The best assignment, with the drawn pairs in place of its own.
    let solution: AssignmentSolution
    /// The affinity of the best assignment without the limit.
    let greatest: Int
    let seed: UInt64
}

extension Organizer {
    /// Draws the pairs of a stage that limits their chance; nothing for other stages.
    ///
    /// - Parameter best: The best assignment without the limit.
    /// - Throws: ``Refusal`` where no seed is given, or where the limit leaves sheets wanting that
    ///   could be had without it.
    func draw(
        _ stage: Stage, _ problem: AssignmentProblem, best: AssignmentSolution, seed: UInt64?
    ) throws(Refusal) -> PairDraw? {
        guard let limit = stage.panel.aims.chanceThousandths.flatMap(ChanceLimit.init(thousandths:))
        else { return nil }
        guard let seed else {
            throw Refusal(
                Phrase(
                    "\(stage.id) draws its pairs, and no seed is given",
                    "\(stage.id) 须抽签分配，但没有给出种子"),
                remedy: Phrase(
                    "Take a number that nobody could foresee, such as one drawn in public, and "
                        + "give it: banyan assign \(stage.id) --seed NUMBER",
                    "请取一个任何人都无法预知的数（例如当众抽出的号码）：banyan assign \(stage.id) --seed 数字"))
        }
        let plan = ChancePlan(problem, limit: limit)
        let isPossible = AssignmentAudit(problem, best).unmet.isEmpty
        if !plan.isComplete, isPossible { throw tooLow(limit, problem, stage.id) }
        let drawn = plan.drawn(problem, seed: seed).map(problem.assignment)
        return PairDraw(
            plan: plan, solution: best.replacingPairs(with: drawn, in: problem),
            greatest: best.totalAffinity, seed: seed)
    }

    private func tooLow(_ limit: ChanceLimit, _ problem: AssignmentProblem, _ stage: StageID)
        -> Refusal
    {
        let asked = ChancePlan.chance(limit.thousandths(of: limit.share))
        let least = ChancePlan.leastThousandths(problem).map(ChancePlan.chance) ?? "1"
        return Refusal(
            Phrase(
                "a chance of \(asked) for a pair leaves submissions of \(stage) without judges",
                "每对概率不超过 \(asked) 时，\(stage) 会有作品缺少评委"),
            remedy: Phrase(
                "Write chance=\"\(least)\" or more, or let more judges serve the stage",
                "请写 chance=\"\(least)\" 或更大的值，或增加本阶段的评委"))
    }

    /// The chance that a pair has where a stage draws its pairs; no line for other stages.
    func chanceLines(
        judge: JudgeID, submission: SubmissionID, _ stage: Stage, _ record: ContestRecord,
        _ given: GivenAffinities
    ) -> [Phrase] {
        guard let limit = stage.panel.aims.chanceThousandths.flatMap(ChanceLimit.init(thousandths:))
        else { return [] }
        let problem = AssignmentProblem(
            contest: contest, stage: stage, record: record, given: given, keepsInForce: false)
        guard let row = problem.submissions.firstIndex(of: submission),
            let column = problem.judges.firstIndex(of: judge)
        else { return [] }
        let plan = ChancePlan(problem, limit: limit)
        let pair = AssignmentProblem.Pair(submission: row, judge: column)
        let chance = ChancePlan.chance(plan.thousandths(of: pair, in: problem))
        let most = ChancePlan.chance(limit.thousandths(of: limit.share))
        return [
            Phrase(
                "where the whole stage is drawn, the pair has a chance of \(chance); none has more "
                    + "than \(most)",
                "整个阶段抽签时，这一对的概率为 \(chance)；任何一对都不超过 \(most)")
        ]
    }

    /// What a plan in chances comes to, worked out from its shares and prices alone, for the audit
    /// of a stage that draws its pairs; no line for other stages.
    func planLines(
        _ stage: Stage, _ problem: AssignmentProblem, greatest: Int, decimals: Int
    ) -> [Phrase] {
        guard let limit = stage.panel.aims.chanceThousandths.flatMap(ChanceLimit.init(thousandths:))
        else { return [] }
        return ChancePlan(problem, limit: limit).phrases(
            problem, greatest: greatest, decimals: decimals)
    }
}

extension PairDraw {
    /// What the draw and its plan come to, a sentence each.
    func phrases(_ problem: AssignmentProblem, decimals: Int) -> [Phrase] {
        [
            Phrase(
                "the pairs were drawn with the seed \(seed); the same seed draws the same",
                "各对由种子 \(seed) 抽定；相同的种子得到相同的结果")
        ] + plan.phrases(problem, greatest: greatest, decimals: decimals)
    }
}

extension ChancePlan {
    /// A chance in thousandths as a decimal.
    static func chance(_ thousandths: Int) -> String { decimal(thousandths, digits: 3) }

    /// A decimal without zeros at its end.
    private static func decimal(_ value: Int, digits: Int) -> String {
        var text = AssignmentProposal.shown(value, decimals: digits)
        while text.contains("."), text.last == "0" || text.last == "." {
            let isPoint = text.removeLast() == "."
            if isPoint { break }
        }
        return text
    }

    /// What a draw may expect, how far it is from the best plan at most, and what the limit costs.
    ///
    /// - Parameter greatest: The affinity of the best assignment without the limit.
    func phrases(_ problem: AssignmentProblem, greatest: Int, decimals: Int) -> [Phrase] {
        func shown(_ units: Int) -> String {
            Self.decimal(limit.thousandths(of: units), digits: decimals + 3)
        }
        let (expected, bound) = (expectedAffinity(problem), bound(of: problem))
        let most = Self.chance(limit.thousandths(of: limit.share))
        let free = shown(greatest * limit.whole)
        let price = shown(greatest * limit.whole - expected)
        let proof =
            bound == expected
            ? Phrase("judges' prices prove that no plan can expect more", "评委价格证明任何方案的期望都不会更高")
            : Phrase(
                "judges' prices prove that no plan can expect more than \(shown(bound))",
                "评委价格证明任何方案的期望都不超过 \(shown(bound))")
        return [
            Phrase(
                "no pair has a chance above \(most): a draw may expect \(shown(expected)) "
                    + "affinity; \(proof.english)",
                "任何一对的概率都不超过 \(most)：抽签的期望匹配度为 \(shown(expected))；\(proof.chinese)"),
            Phrase(
                "the limit costs \(price) affinity in expectation, of \(free) without it",
                "概率限制使期望匹配度减少 \(price)；不加限制时为 \(free)"),
        ]
    }
}
