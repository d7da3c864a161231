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
                until every stage they rest on is closed. With --method, a stage is ranked by \
                another method of scoring beside the official one; nothing is recorded.
                Example: banyan rank party
                banyan rank party/final --method trimmed_mean
                """,
                """
                可显示阶段（赛道/阶段）、赛道或整个比赛（overall）的排名；所涉阶段全部结束之前均为临时排名。\
                加上 --method 时，在正式名次旁列出某阶段按另一种计分方法的名次，不作任何记录。
                示例：banyan rank party
                banyan rank party/final --method trimmed_mean
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
    @Option(
        help: ArgumentHelp(
            said(
                "Another method of scoring, beside the official one.",
                "另一种计分方法，与正式结果并列。"),
            valueName: StageReport.Method.Name.allCases.map(\.rawValue).joined(separator: "|")))
    var method: StageReport.Method.Name?

    func run() throws {
        let organizer = try contest.open()
        try perform(tables.format) {
            if let method {
                return try organizer.rank(scope ?? "", by: method, top: top)
            }
            return try organizer.rank(scope, top: top, isBrief: tables.format == .text)
        }
    }
}

extension StageReport.Method.Name: ExpressibleByArgument {}
