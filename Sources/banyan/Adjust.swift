import ArgumentParser
import Contests
import Organizing

/// `banyan adjust` records points that the chief judge adds or takes off.
struct Adjust: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Record the chief judge's adjustment of a sheet's score, or a penalty.",
                "记录评审组长对某份评分的调整，或对作品的罚分。"),
            discussion: said(
                """
                Without --judge the submission's own score is adjusted. --from reads many from a \
                CSV (submission, judge, points, reason).
                Example: banyan adjust party/preliminary S017 --judge J07 --points=-2 --reason \
                'late change of topic'
                """,
                """
                不写 --judge 时调整作品本身的得分。--from 从 CSV（submission,judge,points,reason）读取多条。
                示例：banyan adjust party/preliminary S017 --judge J07 --points=-2 --reason '临时改题'
                """))
    }

    @OptionGroup var options: RecordingOptions
    @Argument(
        help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID
    @Argument(help: ArgumentHelp(said("The submission.", "作品编号。"))) var submission: String?
    @Option(help: ArgumentHelp(said("The judge of the sheet.", "该评分的评委。")))
    var judge: String?
    @Option(help: ArgumentHelp(said("What to add; negative to take off.", "加多少分；负数为减分。")))
    var points: String?
    @Option(help: ArgumentHelp(said("Why.", "理由。"))) var reason: String?
    @Option(help: ArgumentHelp(said("A CSV of adjustments.", "调整清单 CSV。"), valueName: "csv"))
    var from: String?

    func run() throws {
        let organizer = try options.open()
        try perform {
            if let from { return try organizer.adjust(stage, from: from) }
            return try organizer.adjust(
                stage,
                [
                    DecisionRow(
                        submission: try required(submission, "SUBMISSION"), judge: judge,
                        value: try required(points, "--points"),
                        reason: try required(reason, "--reason"))
                ])
        }
    }
}

/// A value that may be left out only where `--from` names a file.
func required(_ value: String?, _ name: String) throws -> String {
    guard let value else {
        throw ValidationError(
            said("Give \(name), or a file with --from.", "请给出 \(name)，或用 --from 指明文件。"))
    }
    return value
}
