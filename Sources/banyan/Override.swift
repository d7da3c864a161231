import ArgumentParser
import Contests
import Organizing

/// `banyan override` sets a place or an award by hand, beside what the rules gave.
struct Override: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Set a place or an award by hand; what the rules gave is kept beside it.",
                "人工确定名次或奖项；按规则得出的结果一并保留。"),
            discussion: said(
                "Example: banyan override S024 --stage party/final --place 3 --reason 'jury vote'",
                "示例：banyan override S024 --stage party/final --place 3 --reason '评委会表决'"))
    }

    @OptionGroup var options: RecordingOptions
    @Argument(help: ArgumentHelp(said("The submission.", "作品编号。"))) var submission: String
    @Option(
        help: ArgumentHelp(
            said("The stage of the place.", "名次所属阶段。"),
            valueName: "track/stage"), transform: stageID)
    var stage: StageID?
    @Option(help: ArgumentHelp(said("The place.", "名次。"))) var place: Int?
    @Option(help: ArgumentHelp(said("The award; 'none' takes it away.", "奖项；none 表示取消。")))
    var award: String?
    @Option(help: ArgumentHelp(said("Why.", "理由。"))) var reason: String

    func validate() throws {
        guard (place != nil && stage != nil) != (award != nil) else {
            throw ValidationError(
                said(
                    "Give either --stage with --place, or --award.",
                    "请给出 --stage 与 --place，或给出 --award。"))
        }
    }

    func run() throws {
        let organizer = try options.open()
        try perform {
            if let place, let stage {
                return try organizer.override(
                    SubmissionID(submission), place: place, in: stage, reason: reason)
            }
            let awardID = award == "none" ? nil : award.map { AwardID($0) }
            return try organizer.override(SubmissionID(submission), award: awardID, reason: reason)
        }
    }
}
