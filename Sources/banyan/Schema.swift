import ArgumentParser
import Organizing

/// `banyan schema` prints the published form of a kind of file.
struct Schema: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Print a RELAX NG schema.", "输出 RELAX NG 模式。"),
            discussion: said(
                "Example: banyan schema contest > contest.rng",
                "示例：banyan schema contest > contest.rng"))
    }

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case contest, rubric, submissions, sheets
    }

    @OptionGroup var contest: ContestOptions

    @Argument(help: ArgumentHelp(said("Which files it is for.", "用于哪种文件。")))
    var kind: Kind

    func run() throws {
        print(Organizer.schema(kind.rawValue) ?? "", terminator: "")
    }
}
