/// The format of the ledger's file: how it is recognised, and how an older one is brought up to
/// date.
///
/// `application_id` says that a file is a ledger, `user_version` which format it has. A format is
/// never changed once a ledger was made with it: a new one is added with the statements that turn
/// the one before it into it. Each step runs in its own transaction.
package struct LedgerFormat: Sendable {
    /// Marks a ledger's file: "BNYN" in ASCII.
    package static let applicationID: Int32 = 0x424E_594E

    /// What leads from one format to the next.
    package struct Step: Sendable, ExpressibleByStringLiteral {
        /// The statements.
        var sql: String
        /// What statements cannot say, done after them; given the ledger's path.
        var work: (@Sendable (Connection, _ path: String) throws(LedgerError) -> Void)?

        init(
            sql: String,
            work: (@Sendable (Connection, _ path: String) throws(LedgerError) -> Void)? = nil
        ) {
            self.sql = sql
            self.work = work
        }

        /// A step of statements alone.
        package init(stringLiteral sql: String) { self.init(sql: sql) }
    }

    /// What leads from each format to the next, the first from an empty file.
    package var steps: [Step]

    /// A format from its steps.
    package init(steps: [Step]) {
        self.steps = steps
    }

    /// The version that these steps lead to.
    package var version: Int { steps.count }

    /// The format of this version of Banyan.
    package static let current = LedgerFormat(steps: [version1, version2])

    /// The same for a file that a copy fills: without a name, a secret or a seal of its own.
    static let empty = LedgerFormat(steps: [version1, Step(sql: version2.sql + erasure)])
}

extension LedgerFormat {
    /// Triggers by which the database itself refuses to change or delete the rows of a table.
    ///
    /// `INSERT OR REPLACE` deletes without asking the trigger for deletions, so a row that has a
    /// key of an earlier one is refused as well.
    ///
    /// - Parameter keys: Conditions, any of which is a clash with the row to be inserted.
    static func appendOnly(_ table: String, keys: [String]) -> String {
        let clashes = keys.map { "EXISTS (SELECT 1 FROM \(table) WHERE \($0))" }
        return """
            CREATE TRIGGER \(table)_is_not_changed BEFORE UPDATE ON \(table)
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
            CREATE TRIGGER \(table)_is_not_deleted BEFORE DELETE ON \(table)
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
            CREATE TRIGGER \(table)_is_not_replaced BEFORE INSERT ON \(table)
            WHEN \(clashes.joined(separator: " OR "))
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

            """
    }
}
