import ArgumentParser
import Formats
import Organizing

/// `banyan init` makes a contest folder to begin from.
struct Init: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Make a contest folder to begin from.", "新建一个可以直接修改的比赛文件夹。"),
            discussion: said("Example: banyan init my-contest", "示例：banyan init my-contest"))
    }

    @Argument(help: ArgumentHelp(said("The folder to make.", "要新建的文件夹。"), valueName: "dir"))
    var folder: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            said("The language of the comments: zh or en.", "注释所用的语言：zh 或 en。"),
            valueName: "zh|en"))
    var lang: String?

    func run() throws {
        try perform { try Organizer.makeFolder(folder, language: runLanguage) }
    }
}
