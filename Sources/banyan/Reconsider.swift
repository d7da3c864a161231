import ArgumentParser
import Contests
import Organizing

/// `banyan reconsider` records a judge's new score after the range rule sent a submission back.
struct Reconsider: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Record a judge's reconsidered score; the first one is kept beside it.",
                "记录评委复议后的得分；原得分一并保留。"),
            discussion: said(
                """
                --from reads many from a CSV (submission, judge, score, reason).
                Example: banyan reconsider party/final S017 --judge J07 --score 61.5 --reason \
                'range above 20'
                """,
                """
                --from 从 CSV（submission,judge,score,reason）读取多条。
                示例：banyan reconsider party/final S017 --judge J07 --score 61.5 --reason '极差超过20'
                """))
    }

    @OptionGroup var options: RecordingOptions
    @Argument(
        help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID
    @Argument(help: ArgumentHelp(said("The submission.", "作品编号。"))) var submission: String?
    @Option(help: ArgumentHelp(said("The judge.", "评委编号。"))) var judge: String?
    @Option(help: ArgumentHelp(said("The new score of the sheet.", "新的得分。")))
    var score: String?
    @Option(help: ArgumentHelp(said("Why.", "理由。"))) var reason: String?
    @Option(help: ArgumentHelp(said("A CSV of scores.", "复议得分清单 CSV。"), valueName: "csv"))
    var from: String?

    func run() throws {
        let organizer = try options.open()
        try perform {
            if let from { return try organizer.reconsider(stage, from: from) }
            return try organizer.reconsider(
                stage,
                [
                    DecisionRow(
                        submission: try required(submission, "SUBMISSION"),
                        judge: try required(judge, "--judge"),
                        value: try required(score, "--score"),
                        reason: try required(reason, "--reason"))
                ])
        }
    }
}
