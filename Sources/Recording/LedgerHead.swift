/// A sealed state of the ledger: what a batch of facts made of the tree, chained to the state
/// before it and signed by the office.
public struct LedgerHead: Sendable, Hashable {
    /// Counts the heads of a ledger from 1.
    public var number: Int
    /// The ledger's own name: 32 hexadecimal digits, made by chance with the ledger.
    public var ledger: String
    /// The last fact that it covers.
    public var fact: Int
    /// Leaves in the tree.
    public var leaves: Int
    /// New leaves of each table, in the order of ``LedgerTable``.
    public var rows: [Int]
    /// The tree's root.
    public var root: TreeHash
    /// The hash of the head before; zeros for the first.
    public var previous: TreeHash

    /// The text that is hashed and signed: field lines.
    public var text: [UInt8] {
        var writer = FieldWriter()
        writer.field("head", String(number))
        writer.field("ledger", ledger)
        writer.field("fact", String(fact))
        writer.field("leaves", String(leaves))
        for (table, count) in zip(LedgerTable.allCases, rows) where count > 0 {
            writer.field("rows", table.name, String(count))
        }
        writer.field("root", root)
        writer.field("previous", previous)
        return writer.bytes
    }

    /// SHA-256 of a two byte and the text.
    public var hash: TreeHash {
        ([2] + text).withUnsafeBytes { TreeHash(of: $0) }
    }

    /// The leaves that are new with this head.
    public var newLeaves: Range<Int> { leaves - rows.reduce(0, +)..<leaves }

    /// More than any ledger has of anything; numbers up to it add up without overflow.
    private static let limit = 1 << 48

    /// Reads the text of a head; nothing where it is not exactly one, or states numbers that no
    /// head can have.
    public init?(text: [UInt8]) {
        let fields = FieldReader.fields(of: String(decoding: text, as: UTF8.self))
        func value(_ name: String) -> String? { fields.first { $0.name == name }?[0] }
        guard let number = value("head").flatMap({ Int($0) }), let ledger = value("ledger"),
            let fact = value("fact").flatMap({ Int($0) }),
            let leaves = value("leaves").flatMap({ Int($0) }),
            let root = value("root").flatMap({ TreeHash(hex: $0) }),
            let previous = value("previous").flatMap({ TreeHash(hex: $0) })
        else { return nil }
        var rows = [Int](repeating: 0, count: LedgerTable.allCases.count)
        for field in fields where field.name == "rows" {
            guard let table = LedgerTable(name: field[0]), let count = Int(field[1]),
                (1...Self.limit).contains(count)
            else { return nil }
            rows[table.rawValue] = count
        }
        guard (1...Self.limit).contains(number), (0...Self.limit).contains(fact),
            (0...Self.limit).contains(leaves), rows.reduce(0, +) <= leaves
        else { return nil }
        self.init(
            number: number, ledger: ledger, fact: fact, leaves: leaves, rows: rows, root: root,
            previous: previous)
        guard self.text == text else { return nil }
    }

    /// A head from its parts.
    public init(
        number: Int, ledger: String, fact: Int, leaves: Int, rows: [Int], root: TreeHash,
        previous: TreeHash
    ) {
        self.number = number
        self.ledger = ledger
        self.fact = fact
        self.leaves = leaves
        self.rows = rows
        self.root = root
        self.previous = previous
    }
}
