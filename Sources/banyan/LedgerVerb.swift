import ArgumentParser
import Contests
import Organizing

/// `banyan ledger` shows what the ledger proves.
struct LedgerVerb: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ledger",
            abstract: said("Show sealed heads and judges' receipts.", "列出封印和评委回执。"),
            subcommands: [
                Heads.self, Receipts.self, Freeze.self, LedgerNewKey.self, LedgerCopy.self,
            ])
    }

    /// `banyan ledger heads` lists what was sealed.
    struct Heads: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract: said(
                    "List the sealed heads, each with its root and the key that signed it.",
                    "列出封印：根哈希和签名公钥。"))
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
            try perform(tables.format) { try organizer.heads(last: last) }
        }
    }

    /// `banyan ledger freeze` commits to the result without showing it.
    struct Freeze: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract: said(
                    "Commit to the present result without showing it.",
                    "对当前成绩作出承诺，但不公开成绩。"))
        }

        @OptionGroup var options: RecordingOptions

        func run() throws {
            let organizer = try options.open()
            try perform { try organizer.freeze() }
        }
    }

    /// `banyan ledger receipts` lists the receipts of a stage's sheets.
    struct Receipts: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract: said(
                    "List the receipt of each sheet of a stage, to hand to its judge.",
                    "列出某阶段每份评分的回执码，供发给评委。"),
                discussion: said(
                    """
                    Example: banyan ledger receipts party/preliminary --judge J07
                    banyan ledger receipts party/preliminary --out receipts
                    """,
                    """
                    示例：banyan ledger receipts party/preliminary --judge J07
                    banyan ledger receipts party/preliminary --out receipts
                    """))
        }

        @OptionGroup var contest: ContestOptions
        @OptionGroup var tables: TableOptions
        @Argument(
            help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
            transform: stageID)
        var stage: StageID
        @Option(help: ArgumentHelp(said("Only this judge's.", "只列出该评委的。"))) var judge: String?
        @Option(
            help: ArgumentHelp(
                said(
                    "A folder for a page for each judge, with QR codes, to print.",
                    "为每位评委写出带二维码、可打印的回执页的文件夹。"), valueName: "dir"))
        var out: String?

        func run() throws {
            let organizer = try contest.open()
            try perform(tables.format) {
                try organizer.receipts(of: stage, judge: judge.map { JudgeID($0) }, out: out)
            }
        }
    }
}
