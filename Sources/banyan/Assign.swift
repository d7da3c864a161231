import ArgumentParser
import Contests
import Organizing

/// `banyan assign` shares the submissions of a stage out among its judges.
struct Assign: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Assign judges to the submissions of a stage.", "为某阶段的作品分配评委。"),
            discussion: said(
                """
                A recused judge is never assigned. The same seed gives the same assignment. What \
                is already assigned stays.
                Example: banyan assign party/preliminary --seed 7 --dry-run
                banyan assign party/preliminary --explain J01 PB-001
                banyan assign party/preliminary --audit
                """,
                """
                已回避的评委绝不会被分配；相同的种子得到相同的分配；已有的分配保持不变。
                示例：banyan assign party/preliminary --seed 7 --dry-run
                banyan assign party/preliminary --explain J01 PB-001
                banyan assign party/preliminary --audit
                """))
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
                "Decides between assignments that are equally good, and draws the pairs of a "
                    + "stage that limits their chance (default: 0, and none there).",
                "在同样好的分配之间作选择；对限制概率的阶段用于抽签（默认 0，抽签时必须给出）。")))
    var seed: UInt64?
    @Option(
        help: ArgumentHelp(
            said(
                "Record the pairs of a table (judge, submission) instead of finding some.",
                "不求解，直接采用表格文件（judge,submission）中的分配。"), valueName: "csv|xlsx"))
    var from: String?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            said(
                "Say why a judge has or has not a submission; comes after the stage.",
                "说明某评委为何分到或未分到某作品；写在阶段之后。"), valueName: "judge submission"))
    var explain: [String] = []
    @Option(
        help: ArgumentHelp(
            said(
                "Also write the pairs with their affinities to a CSV or a workbook (.xlsx), or a "
                    + "page with pictures for the office (.html).",
                "同时把分配及匹配度写入 CSV 或工作簿（.xlsx），或写出供组委会查看的图表网页（.html）。"),
            valueName: "csv|xlsx|html"))
    var out: String?
    @Flag(
        help: ArgumentHelp(
            said(
                "Check what is in force, and how far from the best it is at most.",
                "核查现行分配，并证明它与最优至多相差多少。")))
    var audit = false
    @Flag(
        help: ArgumentHelp(
            said(
                "Record the assignment even where it leaves something unmet.",
                "即使仍有未满足之处，也记录该分配。")))
    var incomplete = false
    @Flag(
        help: ArgumentHelp(
            said(
                "Print the assignment, and record nothing.", "只显示分配结果，不记录。")))
    var dryRun = false

    func run() throws {
        let organizer = try options.open()
        try perform(tables.format) {
            if !explain.isEmpty { return try organizer.explainPair(explain, in: stage) }
            if let from {
                return try organizer.assign(stage, from: from, isDryRun: dryRun)
            }
            if audit { return try organizer.auditAssignment(stage) }
            return try organizer.assign(
                stage, seed: seed, isDryRun: dryRun, out: out, language: runLanguage,
                acceptsIncomplete: incomplete)
        }
    }
}
