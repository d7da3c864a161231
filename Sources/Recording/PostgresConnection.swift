import CPostgres
import Glibc

/// A connection to a PostgreSQL server.
// Unchecked: its pool gives it to one thread at a time, which gives it back when it is done.
final class PostgresConnection: @unchecked Sendable {
    let handle: OpaquePointer
    /// The server and its database, for errors: no password is in it.
    let place: String
    /// Statements that the server has prepared, by their SQL.
    private var plans: [String: PostgresPlan] = [:]

    /// Connects.
    ///
    /// - Parameter patience: Seconds that a transaction waits for the others before it.
    /// - Throws: ``LedgerError/unreachable(path:detail:)``.
    init(address: String, place: String, patience: Double) throws(LedgerError) {
        let defaults: [(String, String)] = [
            ("application_name", "banyan"), ("connect_timeout", "10"),
            ("target_session_attrs", "read-write"), ("keepalives_idle", "10"),
            ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "30000"), ("dbname", address), ("client_encoding", "UTF8"),
        ]
        // What the address states itself comes later and counts.
        var keys: [UnsafePointer<CChar>?] = defaults.map { UnsafePointer(strdup($0.0)) }
        var values: [UnsafePointer<CChar>?] = defaults.map { UnsafePointer(strdup($0.1)) }
        defer { for text in keys + values { free(UnsafeMutablePointer(mutating: text)) } }
        keys.append(nil)
        values.append(nil)
        guard let handle = PQconnectdbParams(keys, values, 1) else {
            throw .unreachable(path: place, detail: "out of memory")
        }
        self.handle = handle
        self.place = place
        guard PQstatus(handle) == CONNECTION_OK else {
            throw .unreachable(path: place, detail: Self.firstLine(PQerrorMessage(handle)))
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)  // else libpq writes them to the screen
        // An answer must outlive the server, whatever its operator thinks good enough for others;
        // and who is frozen in the middle of a transaction must not keep the others out for ever.
        try execute(
            """
            SET client_min_messages = warning;
            SET lock_timeout = \(Int(patience * 1000));
            SET idle_in_transaction_session_timeout = '5min';
            SELECT set_config('synchronous_commit', 'on', false)
            WHERE current_setting('synchronous_commit') IN ('off', 'local')
            """)
    }

    deinit { PQfinish(handle) }

    /// Whether the connection has not been lost, as far as is known.
    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }

    /// Runs statements without parameters.
    func execute(_ sql: String) throws(LedgerError) {
        PQclear(try checked(PQexec(handle, sql)))
    }

    /// The first row of a query, as texts.
    func row(_ sql: String) throws(LedgerError) -> [String?] {
        let result = try checked(PQexec(handle, sql))
        defer { PQclear(result) }
        guard PQntuples(result) > 0 else { return [] }
        return (0..<PQnfields(result)).map { column in
            PQgetisnull(result, 0, column) != 0
                ? nil : PQgetvalue(result, 0, column).map { String(cString: $0) }
        }
    }

    /// The plan of a statement, prepared on first use.
    func plan(_ sql: String) throws(LedgerError) -> PostgresPlan {
        if let plan = plans[sql] { return plan }
        let plan = PostgresPlan(sql, name: "s\(plans.count + 1)")
        PQclear(try checked(PQprepare(handle, plan.name, plan.sql, 0, nil)))
        plans[sql] = plan
        return plan
    }

    /// A result, unless it is an error.
    func checked(_ result: OpaquePointer?) throws(LedgerError) -> OpaquePointer {
        guard let result else { throw lost }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return result
        default: break
        }
        defer { PQclear(result) }
        // The primary message only: the details quote rows, which may be personal.
        let message =
            Self.field(PG_DIAG_MESSAGE_PRIMARY, of: result)
            ?? Self.firstLine(PQresultErrorMessage(result))
        // An error without a code is libpq's own: it lost the server, and may not know it yet.
        let state = Self.field(PG_DIAG_SQLSTATE, of: result) ?? ""
        throw LedgerError(state: isAlive ? state : "", message: message, place: place)
    }

    private var lost: LedgerError {
        .unreachable(path: place, detail: Self.firstLine(PQerrorMessage(handle)))
    }

    private static func field(_ field: Character, of result: OpaquePointer) -> String? {
        PQresultErrorField(result, Int32(field.asciiValue ?? 0)).map { String(cString: $0) }
    }

    private static func firstLine(_ text: UnsafeMutablePointer<CChar>?) -> String {
        let lines = text.map { String(cString: $0) }?.split(separator: "\n") ?? []
        return lines.first.map { String($0) } ?? "the connection was lost"
    }
}

// libpq gives these as character constants, which Swift does not import.
private let PG_DIAG_SQLSTATE: Character = "C"
private let PG_DIAG_MESSAGE_PRIMARY: Character = "M"

/// A statement as PostgreSQL is given it.
struct PostgresPlan {
    /// The name by which the server knows it.
    let name: String
    let sql: String
    let parameterCount: Int
    /// Whether it inserts a row that is given a number.
    let givesNumber: Bool

    /// Tables whose rows others refer to by a number that the database gives.
    private static let numbered = ["identifier", "stage", "personal", "layout", "key"]

    /// Writes parameters as PostgreSQL does, and asks for the number of an inserted row.
    init(_ sql: String, name: String) {
        self.name = name
        var text = ""
        var count = 0
        var isQuoted = false
        var afterMark = false
        for character in sql.replacing("NOT INDEXED", with: "") {
            if afterMark, !character.isWholeNumber {
                count += 1
                text += "\(count)"
            } else if afterMark, let number = character.wholeNumberValue {
                count = max(count, number)
            }
            afterMark = character == "?" && !isQuoted
            if character == "'" { isQuoted.toggle() }
            text.append(afterMark ? "$" : character)
        }
        if afterMark {
            count += 1
            text += "\(count)"
        }
        givesNumber = Self.numbered.contains { sql.hasPrefix("INSERT INTO \($0)(") }
        self.sql = givesNumber ? text + " RETURNING number" : text
        parameterCount = count
    }
}

extension LedgerError {
    /// What PostgreSQL said, as something that a person can act on.
    ///
    /// - Parameter state: The SQLSTATE; empty where the connection was lost.
    init(state: String, message: String, place: String) {
        self =
            switch state.prefix(2) {
            case "", "08", "57": .unreachable(path: place, detail: message)
            case "53" where state == "53100": .diskFull(path: place)
            case "55" where state == "55P03": .locked(path: place)
            case "40": .locked(path: place)
            case "25" where state == "25006": .readOnly(path: place)
            case "XX" where state != "XX000": .damaged(path: place, detail: message)
            default: .refused(path: place, state: state, message: message)
            }
    }
}
