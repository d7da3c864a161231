import Contests
import Formats
import Numbers

/// What can be wrong with a sheet, or worth telling of it.
enum SheetProblem: Sendable, Hashable {
    case stageNotStated
    case unknownStage(String, known: [String])
    case unknownJudge(String, known: [String])
    case unknownSubmission(String, known: [String], habit: Phrase?)
    case unknownCriterion(String, known: [String])
    case submissionLeft(SubmissionID)
    case recused(Assignment, reason: String)
    case notAssigned(Assignment, stage: StageID)
    case noRubric(StageID)
    case otherRubric(stated: String, rubric: Rubric)
    case wrongCheck(String)
    case markedTwice(CriterionID, first: RawSheet.Cell)
    case notOwnCriterion(CriterionID)
    case badConfidence(String)
    case late(Timestamp)
    case lateAllowed(Timestamp)
    case closed(StageID)
    case open([CriterionID])
    case notApplicableRefused(CriterionID)
    case commentMissing(CriterionID, Points, CommentRule)
    case notANumber(String, CriterionID)
    case tooPrecise(String, CriterionID)
    case habits(String, CriterionID, Points, [SpreadsheetHabits.Habit])
    case offScale(Points, CriterionID, Scale)
    case offStep(Points, CriterionID, Scale)
    case notAGate(String, CriterionID)
    case date(String, CriterionID)
    case failure(String, CriterionID)
    case storedAsText(String, CriterionID)
    case unknownBox(String, CriterionID, known: [String])

    /// How much it weighs.
    var severity: Fault.Severity {
        switch self {
        case .lateAllowed, .open, .habits, .storedAsText: .note
        default: .error
        }
    }

    /// The fault, with the sheet that it is about.
    func fault(file: String, line: Int, sheet: RawSheet, place: SheetPlace? = nil) -> Fault {
        let words = words
        let (judge, submission) = (sheet.judge.shown, sheet.submission.shown)
        return Fault(
            file: file, line: line, severity: severity,
            problem: Phrase(
                "sheet of '\(judge)' for '\(submission)': \(words.problem.english)",
                "评委“\(judge)”对作品“\(submission)”的评分表：\(words.problem.chinese)"),
            rule: words.rule, remedy: words.remedy, place: place)
    }
}

extension SheetProblem {
    struct Words {
        var problem: Phrase
        var rule = Phrase.none
        var remedy = Phrase.none
    }

    /// What is said of it.
    private var words: Words {
        wordsOnPeople ?? wordsOnSheet ?? wordsOnMark ?? Words(problem: .none)
    }

    /// "Perhaps X is meant", or else what to do.
    static func perhaps(_ text: String, among names: [String], otherwise: Phrase) -> Phrase {
        guard let near = NearestName.of(text, among: names) else { return otherwise }
        return Phrase("Perhaps '\(near.shown)' is meant", "也许应为“\(near.shown)”")
    }
}
