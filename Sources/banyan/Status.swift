import ArgumentParser
import Contests
import Organizing

/// `banyan status` shows how far the judging is.
struct Status: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Show what is done, open, late and recused, and who blocks what.",
                "显示评审进度：已交、未交、逾期、回避，以及谁在等谁。"),
            discussion: said(
                "Example: banyan status party/preliminary",
                "示例：banyan status party/preliminary"))
    }

    @OptionGroup var contest: ContestOptions
    @OptionGroup var tables: TableOptions
    @Argument(
        help: ArgumentHelp(
            said(
                "A stage (default: all).", "阶段（默认为全部）。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID?

    func run() throws {
        let organizer = try contest.open()
        try perform(tables.format) { try organizer.status(of: stage) }
    }
}
