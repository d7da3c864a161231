import Contests

/// Something personal that was appended: its row, and what is sealed in its place.
struct Personal {
    var number: Int
    var commitment: TreeHash
}

extension Appender {
    /// The number by which rows refer to a text, given on first use.
    ///
    /// The key is an identifier, for strings that look alike must not share a number.
    mutating func number(
        of text: Identifier<Never>, in noun: String
    ) throws(LedgerError) -> Int {
        if let number = identifiers[text] { return number }
        guard !text.text.utf8.contains(0) else { throw .nulCharacter(in: noun) }
        let number = try number(
            find: "SELECT number FROM identifier WHERE text = ?",
            insert: "INSERT INTO identifier(text) VALUES (?)", text.text)
        identifiers[text] = number
        texts[number] = text.text
        return number
    }

    /// The text of a number by which rows refer to it.
    mutating func text(of number: Int) throws(LedgerError) -> String {
        if let text = texts[number] { return text }
        let find = try connection.prepare("SELECT text FROM identifier WHERE number = ?")
        find.bind(1, number)
        defer { find.reset() }
        guard try find.next() else { throw connection.damaged("identifier \(number) is missing") }
        texts[number] = find.text(0)
        return find.text(0)
    }

    /// The number by which rows refer to a stage, given on first use.
    mutating func number(of stage: StageID) throws(LedgerError) -> Int {
        if let number = stages[stage] { return number }
        guard !stage.track.text.utf8.contains(0), !stage.name.utf8.contains(0) else {
            throw .nulCharacter(in: "stage")
        }
        let number = try number(
            find: "SELECT number FROM stage WHERE track = ? AND name = ?",
            insert: "INSERT INTO stage(track, name) VALUES (?, ?)", stage.track.text, stage.name)
        stages[stage] = number
        return number
    }

    /// The number of a list of criteria, given on first use.
    mutating func number(ofLayout bytes: [UInt8]) throws(LedgerError) -> Int {
        if let number = layouts[bytes] { return number }
        let number = try number(
            find: "SELECT number FROM layout WHERE criteria = ?",
            insert: "INSERT INTO layout(criteria) VALUES (?)",
            String(decoding: bytes, as: UTF8.self))
        layouts[bytes] = number
        return number
    }

    /// Appends what is personal and gives its number; nothing where there is nothing.
    mutating func append(
        personal bytes: [UInt8], fact: Int
    ) throws(LedgerError) -> Personal? {
        guard !bytes.isEmpty else { return nil }
        let (salt, commitment) = sealer.commitment(to: bytes)
        let insert = try connection.prepare(
            "INSERT INTO personal(fact, content, salt, commitment) VALUES (?, ?, ?, ?)")
        insert.bind(1, fact)
        insert.bind(2, bytes)
        insert.bind(blob: 3, salt)
        insert.bind(blob: 4, commitment)
        try insert.run()
        return Personal(number: insert.insertedNumber, commitment: commitment)
    }

    /// The number that a query finds, or that an insertion gives, with these texts as parameters.
    private func number(
        find: String, insert: String, _ texts: String...
    ) throws(LedgerError) -> Int {
        let found = try connection.prepare(find)
        for (index, text) in texts.enumerated() { found.bind(Int32(index + 1), text) }
        if try found.next() {
            defer { found.reset() }
            return found.number(0)
        }
        let inserted = try connection.prepare(insert)
        for (index, text) in texts.enumerated() { inserted.bind(Int32(index + 1), text) }
        try inserted.run()
        return inserted.insertedNumber
    }
}
