import ArgumentParser
import Contests
import Organizing

/// `banyan draw` fixes and prints the order of presentation.
struct Draw: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Draw the order of presentation from a seed, record and print it.",
                "用公开的种子抽签决定展示顺序，并记录、显示。"),
            discussion: said(
                "Example: banyan draw party/final --seed 2026-05-20",
                "示例：banyan draw party/final --seed 2026-05-20"))
    }

    @OptionGroup var options: RecordingOptions
    @OptionGroup var tables: TableOptions
    @Argument(
        help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID
    @Option(
        help: ArgumentHelp(
            said(
                "Any text; the same one gives the same order.", "任意文字；相同的种子得到相同的顺序。")))
    var seed: String

    func run() throws {
        let organizer = try options.open()
        try perform(tables.format) { try organizer.draw(stage, seed: seed) }
    }
}
