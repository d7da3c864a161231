import Glibc

extension Ledger {
    /// Copies every row to a ledger that is made for it, on whichever engine.
    ///
    /// The copy is one state of this ledger, whole, and has the same heads: what was proved with
    /// one is proved with the other. From then on the two grow apart, so only one should be used.
    ///
    /// - Parameters:
    ///   - place: A path where there is no file, or the address of a server's database with no
    ///     ledger in it.
    ///   - keyPath: The file of the key with which the copy will be signed on.
    /// - Complexity: O(*n*) for all that was ever recorded.
    /// - Throws: ``LedgerError``; ``LedgerError/exists(path:)`` where there is something already.
    public func copy(to place: String, keyPath: String? = nil) throws {
        guard !PostgresEngine.isAddress(place) else { return try copyToServer(place) }
        guard try !Disk.hasAnything(at: place) else { throw LedgerError.exists(path: place) }
        let draft = "\(place).copying-\(getpid())"
        defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
        try Disk.makeOwn(draft)
        let target = try Ledger.open(
            path: place, create: true, format: .empty, file: draft, keyPath: keyPath)
        try read { source in try target.write { try source.copyRows(to: $0) } }
        try target.engine.close()
        try Self.keepInOneFile(path: draft)
        try Disk.sync(draft)
        // Unlike a renaming, a link does not replace what has come there meanwhile.
        guard link(draft, place) == 0 else {
            throw errno == EEXIST
                ? LedgerError.exists(path: place) : .disk(path: place, code: Int(errno))
        }
        Disk.syncFolder(of: place)
    }

    private func copyToServer(_ address: String) throws {
        let engine = PostgresEngine(address: address, patience: 60)
        try engine.prepare(create: true, begins: false)
        try read { source in
            try engine.write { session in
                let target = Connection(session: session, path: engine.place, probe: nil)
                guard try target.number("SELECT count(*) FROM identity") == 0 else {
                    throw LedgerError.exists(path: engine.place)
                }
                try source.copyRows(to: target)
                for columns in LedgerFormat.columns where columns.isNumbered {
                    try target.continueNumbers(of: columns.table)
                }
            }
        }
    }
}

extension Connection {
    /// Copies the rows of every table to tables that have none.
    fileprivate func copyRows(to target: Connection) throws(LedgerError) {
        for columns in LedgerFormat.columns {
            let names = columns.columns.map(\.name).joined(separator: ", ")
            let keys = columns.columns.prefix(columns.keyCount).map(\.name).joined(separator: ", ")
            let rows = try prepare("SELECT \(names) FROM \(columns.table) ORDER BY \(keys)")
            defer { rows.reset() }
            let marks = columns.columns.map { _ in "?" }.joined(separator: ", ")
            let insert = try target.prepare(
                "INSERT INTO \(columns.table)(\(names)) VALUES (\(marks))")
            while try rows.next() {
                for (index, column) in columns.columns.enumerated() {
                    insert.bind(Int32(index + 1), Int32(index), as: column.kind, of: rows)
                }
                try insert.run()
            }
        }
    }

    /// Lets a server give numbers above those that were copied.
    fileprivate func continueNumbers(of table: String) throws(LedgerError) {
        try session.execute(
            """
            SELECT setval(pg_get_serial_sequence('\(table)', 'number'),
                (SELECT coalesce(max(number), 0) + 1 FROM \(table)), false)
            """)
    }
}
