import ArgumentParser
import Contests
import Organizing

/// `banyan appeal` takes appeals down and keeps what came of them.
struct AppealVerb: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "appeal",
            abstract: said(
                "Take appeals down, decide them, and list them.", "登记、处理和列出申诉。"),
            subcommands: [File.self, Decide.self, List.self])
    }

    /// `banyan appeal file` takes an appeal down.
    struct File: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract: said("Take an appeal down.", "登记一项申诉。"),
                discussion: said(
                    "Example: banyan appeal file S024 --stage party/final --reason 'mark of J3'",
                    "示例：banyan appeal file S024 --stage party/final --reason '第三份评分有误'"))
        }

        @OptionGroup var options: RecordingOptions
        @Argument(help: ArgumentHelp(said("The submission.", "作品编号。"))) var submission: String
        @Option(
            help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
            transform: stageID)
        var stage: StageID
        @Option(help: ArgumentHelp(said("What is objected to.", "申诉内容。"))) var reason: String

        func run() throws {
            let organizer = try options.open()
            try perform {
                try organizer.appeal(SubmissionID(submission), in: stage, reason: reason)
            }
        }
    }

    /// `banyan appeal decide` keeps what the office made of an appeal.
    struct Decide: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract: said("Decide an appeal.", "处理一项申诉。"),
                discussion: said(
                    "Example: banyan appeal decide 57 --outcome upheld --reason 'typed wrongly'",
                    "示例：banyan appeal decide 57 --outcome upheld --reason '录入有误'"))
        }

        /// What an appeal may come to.
        enum Outcome: String, ExpressibleByArgument, CaseIterable {
            case upheld, dismissed
        }

        @OptionGroup var options: RecordingOptions
        @Argument(help: ArgumentHelp(said("The fact of the appeal.", "申诉的事实编号。")))
        var fact: Int
        @Option(
            help: ArgumentHelp(
                said("upheld or dismissed.", "成立（upheld）或不成立（dismissed）。")))
        var outcome: Outcome
        @Option(help: ArgumentHelp(said("Why.", "理由。"))) var reason: String

        func run() throws {
            let organizer = try options.open()
            try perform {
                try organizer.decide(appeal: fact, isUpheld: outcome == .upheld, reason: reason)
            }
        }
    }

    /// `banyan appeal list` shows every appeal.
    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract: said(
                    "List appeals and what came of them.", "列出申诉及其处理结果。"))
        }

        @OptionGroup var contest: ContestOptions
        @OptionGroup var tables: TableOptions

        func run() throws {
            let organizer = try contest.open()
            try perform(tables.format) { try organizer.appeals() }
        }
    }
}
