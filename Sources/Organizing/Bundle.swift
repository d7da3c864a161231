import Contests
import Formats
import Publishing
import Reading
import Recording

/// What the rules make of a contest, as a bundle states it: a line for each leaderboard.
enum BundleResults {
    /// The lines of some boards, in their order.
    static func lines(_ boards: [Leaderboard]) -> [JSONObject] {
        boards.map { board in
            [
                "leaderboard": .string(board.scope.id), "official": .bool(board.isOfficial),
                "rows": .array(board.standings.map(row)),
            ]
        }
    }

    private static func row(_ standing: Standing) -> JSONValue {
        [
            "submission": .string(standing.submission.text),
            "stage": .string(standing.stage.description),
            "place": standing.place.map { .string($0.description) } ?? .null,
            "shared": .bool(standing.isShared),
            "score": standing.score.map { .string($0.description) } ?? .null,
            "advances": standing.advances.map { .bool($0) } ?? .null,
            "awards": .array(standing.awards.map { .string($0.text) }),
        ]
    }
}

/// Writes the bundle from which a stranger can compute the result: a JSON object a line.
///
/// The article *The bundle* describes it.
struct Bundle {
    private(set) var text = ""

    /// Appends a line.
    mutating func append(_ object: JSONObject) {
        text += JSONValue.object(object).encoded() + "\n"
    }

    /// The last line: the hash of all before it, signed.
    static func end(of body: String, key: SigningKey) throws -> String {
        let hash = SHA256Digest(of: body).hex
        let signature = try key.sign(Array("bundle \(hash)".utf8))
        return endLine(hash: hash, key: hex(key.publicKey), signature: hex(signature))
    }

    /// The last line from its parts.
    static func endLine(hash: String, key: String, signature: String) -> String {
        let object: JSONObject = [
            "end": .string(hash), "key": .string(key), "signature": .string(signature),
        ]
        return JSONValue.object(object).encoded() + "\n"
    }

    /// Bytes in hexadecimal.
    static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The bytes of hexadecimal digits in lower case; nothing where it is not that.
    static func bytes(_ hex: String?) -> [UInt8]? {
        guard let hex, hex.utf8.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        var digits = hex[...]
        while !digits.isEmpty {
            guard let byte = UInt8(digits.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            digits = digits.dropFirst(2)
        }
        return Self.hex(bytes) == hex ? bytes : nil
    }
}

extension Organizer {
    /// The bundle of the present record; nothing where the boards are no longer what it makes.
    ///
    /// - Parameter fact: The last fact that the boards were computed from, or an earlier one.
    /// - Throws: ``Refusal`` where the ledger or a file of the rules cannot be read.
    func bundle(
        _ boards: [Leaderboard], record: ContestRecord, since fact: Int
    ) throws(Refusal) -> String? {
        do {
            var bundle = Bundle()
            bundle.append(["bundle": 1, "contest": .string(contest.id)])
            let rules = try BundleRules(Files.read(folder.inside("contest.xml")))
            for line in try fileLines(rules) { bundle.append(line) }
            for (place, texts) in try openTexts(rules, record: record) {
                for (text, pseudonym) in zip(texts, try ledger.pseudonyms(of: texts, as: place)) {
                    bundle.append([
                        "open": .string(text), "salt": .string(Bundle.hex(pseudonym.salt)),
                    ])
                }
            }
            var covered = fact
            try ledger.sealedLines { line in
                switch line {
                case .leaf(let text):
                    bundle.append(["leaf": .string(String(decoding: text, as: UTF8.self))])
                case .head(let head):
                    covered = head.head.fact
                    bundle.append([
                        "head": .string(String(decoding: head.head.text, as: UTF8.self)),
                        "key": .string(Bundle.hex(head.key)),
                        "signature": .string(Bundle.hex(head.signature)),
                    ])
                }
            }
            guard try isUnchanged(since: fact, upTo: covered) else { return nil }
            for line in BundleResults.lines(boards) { bundle.append(line) }
            if let release = try release(of: boards) { bundle.append(release) }
            let key = try SigningKey(path: SigningKey.path(beside: folder.ledger))
            return bundle.text + (try Bundle.end(of: bundle.text, key: key))
        } catch { throw Refusal(wrapping: error) }
    }

    /// The lines of the files that the rules consist of, by the names that they use.
    func fileLines(_ rules: BundleRules) throws -> [JSONObject] {
        let judges = rules.judges
        let hashes = try ledger.pseudonyms(of: judges, as: .judge).map(\.hash.hex)
        let pseudonyms = Dictionary(zip(judges, hashes)) { first, _ in first }
        let text = rules.text(pseudonyms: pseudonyms)
        return try [["file": "contest.xml", "text": .string(text)]]
            + rules.files.compactMap { name in
                let reference = RubricReference.resolve(
                    name, contestFolder: folder.path, shippedFolder: ShippedRubrics.folder)
                guard case .success(let found) = reference else { return nil }
                return Bundle.line(ofFile: name, try Files.read(found.path))
            }
    }

    /// Texts that are shown, each in its place: the submissions' identifiers, the values of fields
    /// that the rules name, and the commitments of freezes.
    private func openTexts(
        _ rules: BundleRules, record: ContestRecord
    ) throws -> [(place: Pseudonym.Place, texts: [String])] {
        let named = rules.fields
        var values: [String: Set<String>] = [:]
        for submission in record.submissions.values {
            for (name, value) in submission.fields where named.contains(name) {
                values[name, default: []].insert(value)
            }
        }
        var opened: [(place: Pseudonym.Place, texts: [String])] = []
        opened.append((.submission, record.submissions.keys.sorted().map(\.text)))
        for name in values.keys.sorted() {
            opened.append((.field(name), (values[name] ?? []).sorted()))
        }
        opened.append((.subject, [Self.freezing]))
        opened.append((.text, try frozen()))
        return opened
    }
}
