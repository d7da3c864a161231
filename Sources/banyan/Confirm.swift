import ArgumentParser
import Organizing

/// `banyan confirm` confirms an override as a second person.
struct Confirm: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Confirm an override as a second person; without a fact, list those that wait.",
                "以第二人身份确认人工裁定；不写事实编号则列出待确认的裁定。"),
            discussion: said(
                """
                Where contest.xml says four-eyes="yes", an override counts only once somebody else \
                has confirmed it. Names are taken at their word: who may run banyan as whom is for \
                the system to guard.
                Example: banyan confirm 57 --as 李敏
                """,
                """
                contest.xml 写明 four-eyes="yes" 时，人工裁定须经另一人确认方可生效。姓名以 --as 所写为准；\
                谁能以谁的名义运行 banyan，由系统权限把关。
                示例：banyan confirm 57 --as 李敏
                """))
    }

    @OptionGroup var options: RecordingOptions
    @OptionGroup var tables: TableOptions
    @Argument(help: ArgumentHelp(said("The fact of the override.", "裁定的事实编号。")))
    var fact: Int?
    @Option(help: ArgumentHelp(said("A remark.", "备注。"))) var reason = ""

    func run() throws {
        guard let fact else {
            let organizer = try options.contest.open()
            return try perform(tables.format) { try organizer.unconfirmed() }
        }
        let organizer = try options.open()
        try perform { try organizer.confirm(fact, reason: reason) }
    }
}
