import ArgumentParser
import Contests
import Organizing

/// `banyan rank` shows the standings.
struct Rank: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Show the standings.", "显示排名。"),
            discussion: said(
                """
                Of a stage (TRACK/STAGE), a track, or the whole contest (overall). Provisional \
                until every stage they rest on is closed.
                Example: banyan rank party
                """,
                """
                可显示阶段（赛道/阶段）、赛道或整个比赛（overall）的排名；所涉阶段全部结束之前均为临时排名。
                示例：banyan rank party
                """))
    }

    @OptionGroup var contest: ContestOptions
    @OptionGroup var tables: TableOptions
    @Argument(
        help: ArgumentHelp(
            said(
                "A stage or a track (default: every track).", "阶段或赛道（默认为所有赛道）。"),
            valueName: "track[/stage]"))
    var scope: String?
    @Option(help: ArgumentHelp(said("Rows at most.", "最多显示多少行。"))) var top: Int?

    func run() throws {
        let organizer = try contest.open()
        try perform(tables.format) {
            try organizer.rank(scope, top: top, isBrief: tables.format == .text)
        }
    }
}
