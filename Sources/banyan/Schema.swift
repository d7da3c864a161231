import ArgumentParser
import Organizing

/// `banyan schema` prints the published form of a kind of file.
struct Schema: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Print the schema of a kind of file: RELAX NG, or JSON Schema for programs.",
                "输出文件的模式：RELAX NG；程序的请求与答复为 JSON Schema。"),
            discussion: said(
                "Example: banyan schema contest > contest.rng",
                "示例：banyan schema contest > contest.rng"))
    }

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case contest, rubric, submissions, sheets, program
    }

    @OptionGroup var contest: ContestOptions

    @Argument(help: ArgumentHelp(said("Which files it is for.", "用于哪种文件。")))
    var kind: Kind

    func run() throws {
        print(Organizer.schema(kind.rawValue) ?? "", terminator: "")
    }
}
