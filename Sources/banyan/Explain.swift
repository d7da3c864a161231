import ArgumentParser
import Contests
import Organizing

/// `banyan explain` tells how a submission came to its score, rank and award.
struct Explain: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Tell how a submission came to its score, rank and award.",
                "说明某作品的得分、名次和奖项从何而来。"),
            discussion: said("Example: banyan explain S017", "示例：banyan explain S017"))
    }

    @OptionGroup var contest: ContestOptions
    @Argument(help: ArgumentHelp(said("The submission.", "作品编号。"))) var submission: String
    @Flag(
        name: .customLong("public"),
        help: ArgumentHelp(
            said(
                "Name no judge, for the entrant.", "不出现评委姓名，供参赛者查看。")))
    var isPublic = false

    func run() throws {
        let organizer = try contest.open()
        try perform {
            try organizer.explain(
                SubmissionID(submission), isPublic: isPublic, language: runLanguage)
        }
    }
}
