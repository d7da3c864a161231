import ArgumentParser
import Organizing

/// `banyan audit` checks everything in the ledger.
struct Audit: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Check everything in the ledger.", "全面核查账本。"),
            discussion: said(
                """
                Computes every hash anew, and checks the chain of heads, their signatures, every \
                reference, the erasures, and that what was last published recomputes to the byte. \
                What was changed is told with its fact, its time and what rests on it.
                That facts were cut off at the end shows only against a head that was published \
                before: give it with --head.
                Example: banyan audit --key 3d40…660c --head 41:9f2c…07ab
                """,
                """
                重新计算全部哈希，核对封印链、签名、引用关系和删除记录，并逐字节重算最近发布的榜单。\
                凡有改动，指明是哪个事实、何时记录、影响哪些结果。\
                末尾的事实若被删去，只有与此前公布的封印核对才能发现：请用 --head 给出。
                示例：banyan audit --key 3d40…660c --head 41:9f2c…07ab
                """))
    }

    @OptionGroup var contest: ContestOptions
    @OptionGroup var tables: TableOptions
    @Option(
        name: .customLong("key"),
        help: ArgumentHelp(
            said(
                "A public key of the office, as it was published: every head must be signed by "
                    + "one that is given (default: the key beside the ledger).",
                "组委会公布的公钥：每个封印都必须由所给的某个公钥签名（默认为账本旁的密钥）。"),
            valueName: "hex"))
    var keys: [String] = []
    @Option(
        name: .customLong("head"),
        help: ArgumentHelp(
            said(
                "A head that was published before: the ledger must have grown from it.",
                "此前公布的封印：账本必须是由它增长而来。"), valueName: "number:root"))
    var heads: [String] = []

    func run() throws {
        let organizer = try contest.open()
        try perform(tables.format) { try organizer.audit(keys: keys, heads: heads) }
    }
}
