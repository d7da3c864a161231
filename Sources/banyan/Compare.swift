import ArgumentParser
import Numbers
import Organizing

/// `banyan compare` flags submissions whose abstracts are nearly the same.
struct Compare: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Flag submissions whose abstracts are nearly the same.", "找出摘要几乎相同的作品。"),
            discussion: said(
                """
                Compares the abstracts of all tracks by their runs of four words (in Chinese: \
                characters). Flags pairs for the office to look at; marks and records nothing.
                Example: banyan compare --at-least 0.8
                """,
                """
                按四个连续的词（中文为字）比较所有赛道的摘要，列出成对的作品供组委会查看；不打分，也不作记录。
                示例：banyan compare --at-least 0.8
                """))
    }

    @OptionGroup var contest: ContestOptions
    @OptionGroup var tables: TableOptions
    @Option(
        help: ArgumentHelp(
            said(
                "The least share that both must have, from 0.6 to 1.",
                "两者至少有多少相同，0.6 到 1。"),
            valueName: "share"),
        transform: share)
    var atLeast = Points(millionths: 700_000)

    func run() throws {
        let organizer = try contest.open()
        try perform(tables.format) { try organizer.compareAbstracts(atLeast: atLeast) }
    }

    private static func share(_ text: String) throws -> Points {
        guard let share = try? Points(parsing: text) else {
            throw ValidationError(
                said(
                    "--at-least is a number such as 0.8, not '\(text)'.",
                    "--at-least 应为 0.8 这样的数，不能是“\(text)”。"))
        }
        return share
    }
}
