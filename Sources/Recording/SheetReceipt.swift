public import Contests

/// A short code by which a judge can check later that exactly this sheet is in the record.
///
/// The code is the first 80 bits of the sheet's leaf in the ledger's tree, as 16 characters of
/// Crockford's base 32 in groups of four. Nobody can make another sheet with the same code, nor
/// find out the marks from it.
public struct SheetReceipt: Sendable, Hashable {
    /// The code.
    public var code: String
    /// The position of the sheet's leaf in the tree.
    public var position: Int
    /// The fact that recorded the sheet.
    public var fact: Int
    /// The stage.
    public var stage: StageID
    /// The judge.
    public var judge: JudgeID
    /// The submission.
    public var submission: SubmissionID
    /// Counts the sheets of the pair.
    public var revision: Int

    /// The code of a leaf.
    public static func code(of leaf: TreeHash) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        var code = ""
        var bits: UInt32 = 0
        var count = 0
        for byte in leaf.withBytes({ Array($0.prefix(10)) }) {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                if code.count % 5 == 4 { code.append("-") }
                code.append(alphabet[Int(bits >> UInt32(count) & 31)])
            }
        }
        return code
    }

    /// A code as a person may have typed it, in its own form; nothing where it is none.
    public static func normalized(_ typed: String) -> String? {
        var code = ""
        for character in typed.uppercased() where character != "-" && character != " " {
            let read: Character
            switch character {
            case "O": read = "0"
            case "I", "L": read = "1"
            default: read = character
            }
            guard "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(read) else { return nil }
            if code.count % 5 == 4 { code.append("-") }
            code.append(read)
        }
        return code.count == 19 ? code : nil
    }
}

extension Ledger {
    /// The receipts of all sheets, in the order of record, computed from what is stored.
    ///
    /// - Complexity: O(*n*) for *n* sheets.
    /// - Throws: ``LedgerError``.
    public func receipts() throws -> [SheetReceipt] {
        try read { connection in
            let texts = try StoredTexts(of: connection)
            let records = try StoredRecords(.sheet, of: connection, texts: texts)
            var buffer = LeafBuffer(secret: try connection.secret())
            var receipts: [SheetReceipt] = []
            while try records.next() {
                receipts.append(records.receipt)
                records.write(to: &buffer.record)
                buffer.end()
            }
            let leaves = buffer.takeHashes()
            let positions = try connection.positions(of: .sheet, count: leaves.count)
            for index in receipts.indices {
                receipts[index].code = SheetReceipt.code(of: leaves[index])
                receipts[index].position = positions[index]
            }
            return receipts
        }
    }
}

extension Connection {
    /// The positions of a table's leaves in the tree, in the order of its rows.
    ///
    /// - Parameter count: The table's rows, of which exactly so many must have been sealed.
    fileprivate func positions(
        of table: LedgerTable, count: Int
    ) throws(LedgerError) -> [Int] {
        let heads = try heads(last: .max)
        let sealed = heads.reduce(0.0) { $0 + Double($1.head.rows[table.rawValue]) }
        guard sealed == Double(count) else {
            throw damaged("\(count) rows of \(table.name), \(Int(sealed)) sealed")
        }
        var positions: [Int] = []
        for head in heads {
            let before = head.head.rows[..<table.rawValue].reduce(0, +)
            let first = head.head.newLeaves.lowerBound + before
            positions.append(contentsOf: first..<first + head.head.rows[table.rawValue])
        }
        return positions
    }
}
