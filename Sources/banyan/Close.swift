import ArgumentParser
import Contests
import Organizing

/// `banyan close` ends the judging of a stage.
struct Close: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Close a stage: list what is missing, apply its rule, make results official.",
                "结束某阶段：列出缺失的评分，按规则处理，成绩即为正式。"),
            discussion: said(
                "Example: banyan close party/preliminary",
                "示例：banyan close party/preliminary"))
    }

    @OptionGroup var options: RecordingOptions
    @Argument(
        help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID
    @Option(help: ArgumentHelp(said("A remark for the record.", "备注。"))) var reason = ""

    func run() throws {
        let organizer = try options.open()
        try perform { try organizer.close(stage, reason: reason) }
    }
}

/// `banyan reopen` opens a closed stage again.
struct Reopen: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Open a closed stage again, recorded.", "重新开启已结束的阶段，并记录在案。"),
            discussion: said(
                "Example: banyan reopen party/preliminary --reason 'appeal of S003'",
                "示例：banyan reopen party/preliminary --reason 'S003 申诉'"))
    }

    @OptionGroup var options: RecordingOptions
    @Argument(
        help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID
    @Option(help: ArgumentHelp(said("Why.", "理由。"))) var reason: String

    func run() throws {
        let organizer = try options.open()
        try perform { try organizer.reopen(stage, reason: reason) }
    }
}

/// `banyan advance` sends the best of a closed stage on to the next.
struct Advance: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Send the best of a closed stage on to the next.", "让已结束阶段的优胜作品晋级。"),
            discussion: said(
                "Example: banyan advance party/preliminary",
                "示例：banyan advance party/preliminary"))
    }

    @OptionGroup var options: RecordingOptions
    @OptionGroup var tables: TableOptions
    @Argument(
        help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID

    func run() throws {
        let organizer = try options.open()
        try perform(tables.format) { try organizer.advance(stage) }
    }
}
