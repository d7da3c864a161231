import ArgumentParser
import Organizing

/// `banyan backup` copies the ledger while it is in use.
struct Backup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Copy the ledger while it is in use.", "在使用中备份账本。"),
            discussion: said(
                "Example: banyan backup /mnt/usb/contest-2026-05-01.banyan",
                "示例：banyan backup /mnt/usb/contest-2026-05-01.banyan"))
    }

    @OptionGroup var contest: ContestOptions
    @Argument(help: ArgumentHelp(said("The file to make.", "备份文件。"), valueName: "file"))
    var file: String

    func run() throws {
        let organizer = try contest.open()
        try perform { try organizer.backUp(to: file) }
    }
}

/// `banyan restore` makes the ledger from a copy.
struct Restore: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Make the ledger from a copy.", "用备份恢复账本。"),
            discussion: said(
                """
                Audits the copy first. A contest that has a ledger is left alone: move that away.
                Example: banyan restore /mnt/usb/contest-2026-05-01.banyan
                """,
                """
                先核查备份。已有账本的比赛不会被改动：请先将其移走。
                示例：banyan restore /mnt/usb/contest-2026-05-01.banyan
                """))
    }

    @OptionGroup var contest: ContestOptions
    @Argument(help: ArgumentHelp(said("The copy.", "备份文件。"), valueName: "file"))
    var file: String

    func run() throws {
        try perform { try Organizer.restore(from: file, folder: contest.contest) }
    }
}
