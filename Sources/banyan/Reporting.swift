import ArgumentParser
import Contests
import Organizing

/// `banyan report` tells what a stage's marks say beyond its official scores.
struct Reporting: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: said(
                "Tell judges' severity, scores' reliability, places' certainty (office only).",
                "分析评委严厉度、评分信度和名次的确定性（仅供组委会）。"),
            discussion: said(
                """
                Nothing official changes: a mark is a submission's quality, a judge's habit and \
                chance, and the report tells the three apart. With --out it also writes a page, \
                CSV and JSON.
                Example: banyan report party/final --out report
                """,
                """
                不影响任何正式结果：评分由作品水平、评委习惯和偶然误差构成，报告把三者分开。\
                加上 --out 时另写出网页、CSV 和 JSON。
                示例：banyan report party/final --out report
                """))
    }

    @OptionGroup var contest: ContestOptions
    @OptionGroup var tables: TableOptions
    @Argument(
        help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID
    @Option(
        help: ArgumentHelp(
            said("The folder for the page and the tables.", "写入网页和表格的文件夹。"),
            valueName: "dir"))
    var out: String?

    func run() throws {
        let organizer = try contest.open()
        try perform(tables.format) { try organizer.report(stage, to: out) }
    }
}
