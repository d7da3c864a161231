import ArgumentParser
import Contests
import Organizing

/// `banyan recuse` records that a judge declared a conflict of interest.
struct Recuse: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Record a judge's recusal from a submission or a stage.",
                "记录评委对某作品或整个阶段的回避。"),
            discussion: said(
                "Example: banyan recuse J07 party/preliminary S017 --reason 'former student'",
                "示例：banyan recuse J07 party/preliminary S017 --reason '曾指导该团队'"))
    }

    @OptionGroup var options: RecordingOptions
    @Argument(help: ArgumentHelp(said("The judge.", "评委编号。"))) var judge: String
    @Argument(
        help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID
    @Argument(
        help: ArgumentHelp(
            said(
                "The submission (default: all of the stage).", "作品编号（默认为该阶段全部作品）。")))
    var submission: String?
    @Option(help: ArgumentHelp(said("Why.", "理由。"))) var reason: String

    func run() throws {
        let organizer = try options.open()
        try perform {
            try organizer.recuse(
                Recusal(
                    judge: JudgeID(judge), stage: stage,
                    submission: submission.map { SubmissionID($0) }, reason: reason))
        }
    }
}
