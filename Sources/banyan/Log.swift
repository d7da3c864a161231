import ArgumentParser
import Contests
import Organizing

/// `banyan log` lists what was recorded.
struct Log: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("List what was recorded, by whom and when.", "列出记录：何时、何人、何事。"),
            discussion: said("Example: banyan log --last 20", "示例：banyan log --last 20"))
    }

    @OptionGroup var contest: ContestOptions
    @OptionGroup var tables: TableOptions
    @Option(help: ArgumentHelp(said("Only the last so many.", "只显示最后若干条。"))) var last: Int?

    func validate() throws {
        guard let last, last < 1 else { return }
        throw ValidationError(
            said("--last is 1 or more, not \(last).", "--last 至少为 1，不能是 \(last)。"))
    }

    func run() throws {
        let organizer = try contest.open()
        try perform(tables.format) { try organizer.log(last: last) }
    }
}
