import Contests
import Formats
import Foundation
import Reading
import Recording

/// Checks a bundle from itself alone: its hashes and signatures, and that its result is what its
/// rules make of its marks.
public struct BundleVerifier {
    private var problems: [Phrase] = []
    var files: [(name: String, bytes: [UInt8])] = []
    var openings: [String: String] = [:]
    var leaves: [[UInt8]] = []
    var heads: [SignedHead] = []
    var results: [JSONObject] = []
    var release: (hash: String, salt: [UInt8])?
    private var rows = [Int](repeating: 0, count: LedgerTable.allCases.count)
    private var tree = MerkleTree()

    /// Checks the bundle of a file.
    ///
    /// - Parameters:
    ///   - keys: The office's public keys in hexadecimal, where they are known from elsewhere:
    ///     one, or each that it has had. Without any, the bundle's own key must have signed all.
    ///   - receipt: The receipt of a sheet to look for.
    public static func verify(
        path: String, keys: [String], receipt: String?
    ) throws(Refusal) -> Report {
        let code: String? = if let receipt { try Organizer.receiptCode(receipt) } else { nil }
        var verifier = BundleVerifier()
        do {
            let bytes = try Files.read(path, limit: 1 << 33)
            guard let signer = verifier.checkEnd(bytes) else { return verifier.failure }
            try verifier.read(bytes)
            verifier.checkKeys(signer: signer, known: keys.map { $0.lowercased() })
            guard verifier.problems.isEmpty else { return verifier.failure }
            return try verifier.report(signer: signer, isKnown: !keys.isEmpty, code: code)
        } catch { throw Refusal(wrapping: error) }
    }

    var failure: Report {
        var report = Report(lines: problems, status: .dataAtFault)
        report.lines.append(
            Phrase("the bundle is not to be trusted", "该数据包不可信"))
        return report
    }

    mutating func refuse(_ english: String, _ chinese: String) {
        if problems.count < 20 { problems.append(Phrase(english, chinese)) }
    }
}

extension BundleVerifier {
    /// Checks the last line against everything before it; gives the key that signed.
    private mutating func checkEnd(_ bytes: [UInt8]) -> String? {
        let feed = UInt8(ascii: "\n")
        guard bytes.last == feed, let start = bytes.dropLast().lastIndex(of: feed),
            let end = try? JSONValue.parse(Array(bytes[(start + 1)...]), file: "bundle"),
            let hash = end["end"]?.text, let key = end["key"]?.text,
            let signature = end["signature"]?.text,
            Bundle.endLine(hash: hash, key: key, signature: signature).utf8
                .elementsEqual(bytes[(start + 1)...])
        else {
            refuse("the bundle has no proper end: part of it is missing", "数据包没有正确的结尾，内容不完整")
            return nil
        }
        guard SHA256Digest(of: bytes[...start]).hex == hash else {
            refuse("the bundle was changed after it was signed", "数据包在签名后被改动")
            return nil
        }
        guard let public_ = Bundle.bytes(key), let signed = Bundle.bytes(signature),
            SigningKey.isValid(signed, of: Array("bundle \(hash)".utf8), by: public_)
        else {
            refuse("the bundle's signature is not valid", "数据包的签名无效")
            return nil
        }
        return key
    }

    private mutating func read(_ bytes: [UInt8]) throws {
        for line in bytes.split(separator: UInt8(ascii: "\n")).dropLast() {
            let value = try JSONValue.parse(Array(line), file: "bundle")
            if let leaf = value["leaf"]?.text {
                add(leaf: Array(leaf.utf8))
            } else if let head = value["head"]?.text {
                add(head: Array(head.utf8), value)
            } else if let text = value["open"]?.text, let salt = Bundle.bytes(value["salt"]?.text) {
                openings[Pseudonym.opened(salt: salt, text: Ledger.escaped(text)).hex] = text
            } else if let name = value["file"]?.text, let bytes = Bundle.bytes(ofFile: value) {
                files.append((name, bytes))
            } else if value["leaderboard"] != nil, let object = value.object {
                results.append(object)
            } else if let hash = value["frozen"]?.text,
                let salt = Bundle.bytes(value["salt"]?.text)
            {
                release = (hash, salt)
            } else if value["bundle"]?.integer != 1 {
                refuse("the bundle has a line of an unknown kind", "数据包含有未知类型的行")
            }
        }
        if heads.isEmpty || tree.size != heads.last?.head.leaves {
            refuse("records follow that no head covers", "有记录未被任何封印覆盖")
        }
    }

    private mutating func add(leaf: [UInt8]) {
        let noun = String(decoding: leaf.prefix { $0 != 9 && $0 != 10 }, as: UTF8.self)
        guard let table = LedgerTable(name: noun) else {
            refuse("record \(leaves.count) is of no known kind", "第 \(leaves.count) 条记录类型未知")
            return
        }
        rows[table.rawValue] += 1
        leaves.append(leaf)
        tree.append(MerkleTree.leaf(leaf))
    }

    private mutating func add(head text: [UInt8], _ line: JSONValue) {
        let number = heads.count + 1
        guard let head = LedgerHead(text: text), let key = Bundle.bytes(line["key"]?.text),
            let signature = Bundle.bytes(line["signature"]?.text)
        else {
            refuse("head \(number) cannot be read", "第 \(number) 个封印无法读取")
            return
        }
        let signed = SignedHead(head: head, key: key, signature: signature)
        let last = heads.last?.head
        if !signed.isSigned || head.number != number
            || head.previous != (last?.hash ?? .zero)
            || head.ledger != (last?.ledger ?? head.ledger) || head.leaves != tree.size
            || head.rows != rows || head.root != tree.root
        {
            refuse(
                "head \(number) is not the one over the records before it",
                "第 \(number) 个封印与它之前的记录不符")
        }
        heads.append(signed)
        rows = rows.map { _ in 0 }
    }

    /// Tells a bundle or heads that another key signed than those that are known.
    private mutating func checkKeys(signer: String, known: [String]) {
        let known = known.isEmpty ? [signer] : known
        if !known.contains(signer) {
            refuse("the bundle is signed by \(signer)", "数据包的签名公钥是 \(signer)")
        }
        let others = heads.filter { !known.contains(Bundle.hex($0.key)) }
        for key in Set(others.map { Bundle.hex($0.key) }).sorted() {
            let numbers = others.filter { Bundle.hex($0.key) == key }.map(\.head.number)
            refuse(
                "not proved: \(numbers.count) head(s), the first of them \(numbers[0]), are signed "
                    + "by another key, \(key); if the office published that one too, give --key "
                    + "for each of its keys",
                "未能证明：自第 \(numbers[0]) 个起有 \(numbers.count) 个封印由另一公钥 \(key) 签名；"
                    + "如组委会也公布过该公钥，请用 --key 逐一给出其全部公钥")
        }
    }
}
