import ArgumentParser
import Organizing

/// `banyan ledger new-key` lets another key sign.
struct LedgerNewKey: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new-key",
            abstract: said("Sign with another key from now on.", "从现在起改用另一个签名密钥。"),
            discussion: said(
                """
                Signs with the key beside the ledger, and makes one where the file is not there. \
                Without this nothing is recorded once the key is lost or is another. The change is \
                itself recorded.
                Example: banyan ledger new-key --reason 'the old one was lost with the laptop'
                """,
                """
                使用账本旁的密钥文件签名；文件不存在时生成新密钥。密钥丢失或不符时，须先执行本命令才能继续记录，\
                更换本身也会记录。
                示例：banyan ledger new-key --reason '旧密钥随电脑丢失'
                """))
    }

    @OptionGroup var options: RecordingOptions
    @Option(help: ArgumentHelp(said("Why.", "理由。"))) var reason: String

    func run() throws {
        let organizer = try options.open()
        try perform { try organizer.beginKey(reason: reason) }
    }
}
