import ArgumentParser
import Organizing

/// `banyan ledger copy` moves the ledger to another place.
struct LedgerCopy: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "copy",
            abstract: said(
                "Copy the ledger to a server, or from it to a file.", "将账本复制到服务器，或从服务器复制到文件。"),
            discussion: said(
                """
                The copy has the same heads, so every proof and receipt holds with it too. The \
                place is a server's database, postgres://USER@HOST/DATABASE, or a file that is not \
                there yet. Use only one of the two afterwards.
                Example: banyan ledger copy postgres://office@db.example.org/contest
                Back: banyan ledger copy contest.banyan \
                --ledger postgres://office@db.example.org/contest
                """,
                """
                副本的封印与原账本完全相同，所有证明和回执照样有效。目标可以是服务器数据库\
                （postgres://用户@主机/数据库），也可以是尚不存在的文件。此后请只使用其中一个。
                示例：banyan ledger copy postgres://office@db.example.org/contest
                复制回来：banyan ledger copy contest.banyan \
                --ledger postgres://office@db.example.org/contest
                """))
    }

    @OptionGroup var contest: ContestOptions
    @Argument(help: ArgumentHelp(said("Where to.", "目标位置。"), valueName: "place"))
    var place: String

    func run() throws {
        let organizer = try contest.open()
        try perform { try organizer.copyLedger(to: place) }
    }
}
