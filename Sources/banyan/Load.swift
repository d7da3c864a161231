import ArgumentParser
import Organizing

/// `banyan load` takes submissions, judges and conflicts into the record.
struct Load: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Load submissions, judges and conflicts into the record.",
                "将作品、评委和回避关系载入记录。"),
            discussion: said(
                """
                Loading twice changes nothing; a changed submission becomes a new revision. A \
                faulty submission is left out and listed, the good ones load.
                Example: banyan load --contest my-contest
                """,
                """
                重复载入不会改变任何内容；有改动的作品记为新版本。有误的作品会被列出并跳过，其余照常载入。
                示例：banyan load --contest my-contest
                """))
    }

    @OptionGroup var options: RecordingOptions

    @Argument(
        help: ArgumentHelp(
            said(
                "Files or folders of submissions (default: those of contest.xml).",
                "作品文件或文件夹（默认为 contest.xml 中所列）。"),
            valueName: "path"))
    var paths: [String] = []

    func run() throws {
        let organizer = try options.open()
        try perform { try organizer.load(paths: paths) }
    }
}
