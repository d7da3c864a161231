import ArgumentParser
import Contests
import Organizing

/// `banyan judge` lets the programs that judge a stage do their work.
struct JudgeVerb: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "judge",
            abstract: said(
                "Let the built-in judges of a stage measure, and record their sheets.",
                "让阶段的内置评委完成测量，并记录其评分。"),
            discussion: said(
                """
                Measures by the public part of the answers until the time that <metric> states, by \
                the private part after. Judging again changes nothing where nothing changed.
                Example: banyan judge forecast/preliminary
                """,
                """
                在 <metric> 所写的时间之前按答案的公开部分测量，之后按非公开部分。重复运行不会改变任何内容。
                示例：banyan judge forecast/preliminary
                """))
    }

    @OptionGroup var options: RecordingOptions
    @Argument(
        help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID

    func run() throws {
        let organizer = try options.open()
        try perform { try organizer.measure(stage) }
    }
}
