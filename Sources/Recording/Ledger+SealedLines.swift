extension Ledger {
    /// Gives the sealed form of every record in the order of the tree, and each head after its
    /// leaves.
    ///
    /// No line names a person: that is what makes them fit to be published.
    ///
    /// - Throws: ``LedgerError``, or what `body` throws.
    public func sealedLines(_ body: (SealedLine) throws -> Void) throws {
        try read { connection in
            let texts = try StoredTexts(of: connection)
            var form = SealedForm(secret: try connection.secret())
            var cursors: [(records: StoredRecords, hasRow: Bool)] = []
            for table in LedgerTable.allCases {
                let records = try StoredRecords(table, of: connection, texts: texts)
                cursors.append((records, try records.next()))
            }
            var plain = FieldWriter()
            for head in try connection.heads(last: .max) {
                for index in cursors.indices {
                    let records = cursors[index].records
                    while cursors[index].hasRow, records.fact <= head.head.fact {
                        plain.removeAll()
                        records.write(to: &plain)
                        var sealed: [UInt8] = []
                        plain.bytes.withUnsafeBufferPointer { form.write($0, to: &sealed) }
                        try body(.leaf(sealed))
                        cursors[index].hasRow = try records.next()
                    }
                }
                try body(.head(head))
            }
        }
    }

    /// What opens the pseudonyms that some texts have in a place, in their order.
    ///
    /// - Throws: ``LedgerError``.
    public func pseudonyms(
        of texts: [String], as place: Pseudonym.Place
    ) throws -> [Pseudonym] {
        try read { connection in
            let secret = try connection.secret()
            return texts.map { Pseudonym(of: $0, as: place, secret: secret) }
        }
    }

    /// A text as lines write it: what its pseudonym is made of.
    public static func escaped(_ text: String) -> [UInt8] {
        var writer = FieldWriter()
        writer.value(text)
        return Array(writer.bytes.dropFirst())
    }
}

extension Connection {
    /// What the ledger's pseudonyms are made with.
    func secret() throws(LedgerError) -> [UInt8] {
        let find = try prepare("SELECT secret FROM identity")
        defer { find.reset() }
        guard try find.next() else { throw damaged("the ledger has lost its identity") }
        return find.blob(0)
    }
}
