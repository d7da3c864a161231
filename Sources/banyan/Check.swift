import ArgumentParser
import Organizing

/// `banyan check` tells every fault of a contest's files, and records nothing.
struct Check: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Tell every fault of the contest's files; record nothing.",
                "检查比赛的全部文件并列出所有错误，不作任何记录。"),
            discussion: said(
                "Example: banyan check --contest my-contest",
                "示例：banyan check --contest my-contest"))
    }

    @OptionGroup var contest: ContestOptions

    func run() throws {
        try perform { Organizer.check(folder: contest.contest) }
    }
}
