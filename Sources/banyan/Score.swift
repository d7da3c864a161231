import ArgumentParser
import Contests
import Organizing

/// `banyan score` shows what the rules make of the marks, sheet by sheet.
struct Score: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Show the scores of a stage, sheet by sheet (office only).",
                "逐份显示某阶段的得分（仅供组委会）。"),
            discussion: said(
                "Example: banyan score party/preliminary --format csv",
                "示例：banyan score party/preliminary --format csv"))
    }

    @OptionGroup var contest: ContestOptions
    @OptionGroup var tables: TableOptions
    @Argument(
        help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID

    func run() throws {
        let organizer = try contest.open()
        try perform(tables.format) { try organizer.score(stage) }
    }
}
