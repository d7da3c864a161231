import Glibc

extension LedgerFormat {
    /// Format 2: facts are sealed into a tree whose heads are chained and signed, and what is
    /// personal lies under salted commitments, so that it can be erased.
    static let version2 = Step(sql: version2SQL) { connection, path throws(LedgerError) in
        try connection.begin()
        try connection.commitToPersonal()
        var sealer = try Sealer(connection: connection)
        try connection.sealAll(with: &sealer, keyPath: SigningKey.path(beside: path))
    }

    /// The tables that this format adds, and when a row clashes with an earlier one.
    static let sealKeys: [(table: String, keys: [String])] = [
        ("identity", ["1"]),
        ("key", ["number = NEW.number", "public = NEW.public"]),
        ("leaf", ["first >= NEW.first"]),
        ("node", ["level = NEW.level AND position = NEW.position"]),
        ("seal", ["number >= NEW.number"]),
    ]

    private static let version2SQL =
        """
        CREATE TABLE identity( -- one row
            number INTEGER PRIMARY KEY CHECK (number = 1),
            name TEXT NOT NULL, -- the ledger's own, made by chance
            secret BLOB NOT NULL -- what pseudonyms are made with
        ) STRICT;
        CREATE TABLE key( -- the office's public keys
            number INTEGER PRIMARY KEY,
            public BLOB NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE leaf( -- the tree's leaves, many to a row
            first INTEGER PRIMARY KEY,
            hashes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE node( -- full subtrees of 256 and of 65,536 leaves, and so on
            level INTEGER NOT NULL,
            position INTEGER NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY (level, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE seal(
            number INTEGER PRIMARY KEY, -- from 1, without a gap
            head BLOB NOT NULL, -- the text that is signed
            peaks BLOB NOT NULL, -- the roots of the full subtrees at the tree's right edge
            key INTEGER REFERENCES key,
            signature BLOB
        ) STRICT;
        DROP TRIGGER personal_is_not_changed;
        ALTER TABLE personal ADD COLUMN salt BLOB; -- none once the content is erased
        ALTER TABLE personal ADD COLUMN commitment BLOB; -- SHA-256 of salt and content

        """ + sealKeys.map { appendOnly($0.table, keys: $0.keys) }.joined()

    /// Personal data may be erased, and changed in no other way.
    static let erasure = """
        CREATE TRIGGER personal_is_not_changed BEFORE UPDATE ON personal
        WHEN NOT (OLD.content <> '' AND NEW.content = '' AND NEW.salt IS NULL
            AND NEW.number = OLD.number AND NEW.fact = OLD.fact
            AND NEW.commitment = OLD.commitment)
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        """
}

extension Connection {
    /// Gives the ledger its name and its secret.
    func begin() throws(LedgerError) {
        var random = RandomBytes()
        let insert = try prepare("INSERT INTO identity(number, name, secret) VALUES (1, ?, ?)")
        let name = random.take(16).withUnsafeBytes({ TreeHash(of: $0) }).hex.prefix(32)
        insert.bind(1, String(name))
        insert.bind(blob: 2, random.take(TreeHash.size))
        try insert.run()
    }

    /// Gives what is personal its salts and commitments, and allows it to be erased from now on.
    fileprivate func commitToPersonal() throws(LedgerError) {
        var random = RandomBytes()
        let last = try number("SELECT coalesce(max(number), 0) FROM personal")
        let find = try prepare("SELECT content FROM personal WHERE number = ?")
        let update = try prepare("UPDATE personal SET salt = ?, commitment = ? WHERE number = ?")
        for number in stride(from: 1, through: last, by: 1) {
            find.bind(1, number)
            guard try find.next() else { continue }
            let salt = random.take(Pseudonym.saltSize)
            let commitment = Pseudonym.opened(salt: salt, text: find.bytes(0))
            find.reset()
            update.bind(blob: 1, salt)
            update.bind(blob: 2, commitment)
            update.bind(3, number)
            try update.run()
        }
        try session.execute(LedgerFormat.erasure)
    }
}

/// Bytes of chance from the system, fetched many at a time.
struct RandomBytes {
    private var pool: [UInt8] = []

    /// Takes the next bytes.
    mutating func take(_ count: Int) -> [UInt8] {
        if pool.count < count {
            pool = [UInt8](unsafeUninitializedCapacity: 256) { bytes, count in
                // The system gives so many at once without fail.
                count = getentropy(bytes.baseAddress, 256) == 0 ? 256 : 0
            }
            var random = SystemRandomNumberGenerator()
            while pool.count < count { pool.append(random.next()) }
        }
        defer { pool.removeLast(count) }
        return Array(pool.suffix(count))
    }
}
