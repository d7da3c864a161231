import ArgumentParser
import Organizing

/// `banyan verify` checks a published bundle, or a judge's receipt.
struct Verify: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Check a published bundle, or a judge's receipt.", "验证公开数据包或评委回执。"),
            discussion: said(
                """
                A bundle is checked from itself alone, without the contest or its office: it says \
                what was proved, and what a bundle cannot tell. A receipt is looked for in the \
                bundle, or without one in the contest's ledger.
                Example: banyan verify published/public/bundle.jsonl --receipt 3F9K-7Q2M-XH0T-5B8W
                """,
                """
                仅凭数据包本身即可离线验证，无需比赛文件夹和组委会：说明证明了什么，以及数据包无法证明什么。\
                回执在数据包中查找；未给出数据包时在比赛的账本中查找。
                示例：banyan verify published/public/bundle.jsonl --receipt 3F9K-7Q2M-XH0T-5B8W
                """))
    }

    @OptionGroup var contest: ContestOptions
    @Argument(help: ArgumentHelp(said("The bundle.", "数据包文件。"), valueName: "bundle"))
    var bundle: String?
    @Option(help: ArgumentHelp(said("A judge's receipt.", "评委的回执码。"), valueName: "code"))
    var receipt: String?
    @Option(
        name: .customLong("key"),
        help: ArgumentHelp(
            said(
                "The office's public key, as it was published; each, where it had several.",
                "组委会公布的公钥；曾更换密钥的，逐一给出。"),
            valueName: "hex"))
    var keys: [String] = []

    func validate() throws {
        guard bundle != nil || receipt != nil else {
            throw ValidationError(
                said("Give a bundle or --receipt CODE.", "请给出数据包，或用 --receipt 给出回执码。"))
        }
    }

    func run() throws {
        if let bundle {
            try perform {
                try BundleVerifier.verify(path: bundle, keys: keys, receipt: receipt)
            }
        } else if let receipt {
            let organizer = try contest.open()
            try perform { try organizer.verify(receipt: receipt) }
        }
    }
}
