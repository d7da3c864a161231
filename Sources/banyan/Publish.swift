import ArgumentParser
import Contests
import Organizing

/// `banyan publish` writes the leaderboards as pages, tables and feeds.
struct Publish: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Write the leaderboards: HTML, Markdown, CSV, JSON, XML, XLSX.",
                "发布榜单：HTML、Markdown、CSV、JSON、XML、XLSX。"),
            discussion: said(
                """
                The public view names no judge; the office's view and the result sheets for \
                signature lie apart.
                Example: banyan publish --out published
                """,
                """
                公开版不出现评委姓名；组委会版和供评委签名的成绩单另放。
                示例：banyan publish --out published
                """))
    }

    @OptionGroup var options: RecordingOptions
    @Option(
        help: ArgumentHelp(
            said(
                "The folder to write into (default: 'published' in the contest).",
                "写入的文件夹（默认为比赛文件夹中的 published）。"), valueName: "dir"))
    var out: String?

    func run() throws {
        let organizer = try options.open()
        try perform { try organizer.publish(to: out, language: runLanguage) }
    }
}
