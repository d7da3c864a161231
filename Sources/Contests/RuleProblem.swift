/// Something in a stage's scoring rule or tie-breaks that does not fit its rubric or its contest.
///
/// Steps and tie-breaks are counted from 0, in the order of the file.
public enum RuleProblem: Sendable, Hashable {
    /// The rule never combines over an axis, so it does not end with one value.
    case neverCombined(CombineStep.Axis)
    /// A step combines over an axis that an earlier step has combined.
    case combinedAgain(step: Int, CombineStep.Axis)
    /// A method that has no meaning over judges.
    case methodNotOverJudges(step: Int, CombineStep.Method)
    /// Kinds of judge are weighted in a step over criteria.
    case kindsOverCriteria(step: Int)
    /// A kind of judge is weighted twice.
    case kindTwice(step: Int, JudgeKind)
    /// A kind of judge is weighted, and no judge of the stage is of it.
    case kindWithoutJudge(step: Int, JudgeKind)
    /// All weights that a step uses are zero, or they sum to zero.
    case weightsAreZero(step: Int)
    /// Points are a share of the maximum, and a criterion has none.
    case pointsWithoutMaximum(step: Int, CriterionID)
    /// A drop leaves out nothing, or a count is below zero.
    case dropsNothing(step: Int)
    /// A drop comes after judges were combined, where nothing is left to leave out.
    case dropAfterJudges(step: Int)
    /// A standard score or a range needs a score for each sheet, and here is none.
    case notOnSheetScores(step: Int)
    /// A standard score or a range comes after a drop, when decisions have already come in.
    case afterDrop(step: Int)
    /// A standard score of no deviation or less.
    case deviationNotPositive(step: Int)
    /// A step names criteria, or uses their weights, after criteria were combined.
    case criteriaAlreadyCombined(step: Int)
    /// A step names a criterion or group that the rubric does not have.
    case unknownCriterion(step: Int, CriterionID)
    /// A step names a gate or a text, which have no value.
    case criterionWithoutValue(step: Int, CriterionID)
    /// A step looks values up in a table that the contest does not have.
    case unknownTable(step: Int, String)
    /// A step bounds values by a minimum above its maximum.
    case minimumAboveMaximum(step: Int)
    /// A carry comes before there is one value for each submission.
    case carryTooEarly(step: Int)
    /// A carry names a stage that is not an earlier one of the track.
    case carryNotFromEarlierStage(step: Int, String)
    /// A tie-break names a criterion or group that the rubric does not have.
    case tieBreakOnUnknownCriterion(tieBreak: Int, CriterionID)
    /// A tie-break names a gate or a text, which have no value.
    case tieBreakOnCriterionWithoutValue(tieBreak: Int, CriterionID)
    /// A tie-break names a stage that is not an earlier one of the track.
    case tieBreakNotOnEarlierStage(tieBreak: Int, String)
    /// A tie-break names a kind of judge, and no judge of the stage is of it.
    case tieBreakOnKindWithoutJudge(tieBreak: Int, JudgeKind)
    /// A tie-break compares sheet scores, and the rule makes none, for it combines judges first.
    case tieBreakWithoutSheetScores(tieBreak: Int)
    /// A tie-break comes after a draw, which leaves no tie.
    case tieBreakAfterDraw(tieBreak: Int)
}
