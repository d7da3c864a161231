import Contests
import Formats

extension PostgresEngine {
    /// Taken while tables are made.
    private static let makingLock = "SELECT pg_advisory_xact_lock(\(LedgerFormat.applicationID))"

    /// Opens the ledger of a database, and makes its tables where there are none and it may.
    ///
    /// - Parameter begins: Whether a new ledger is given a name and a secret of its own.
    func prepare(create: Bool, begins: Bool) throws {
        if try read({ try isUpToDate($0, create: create) }) { return }
        try write(lock: Self.makingLock) { session in
            // Another process may have done it while this one waited.
            guard try !isUpToDate(session, create: create) else { return }
            let found = try version(session)
            for (index, step) in LedgerFormat.postgres.enumerated() where index >= found {
                try session.execute(step)
                try session.execute("INSERT INTO banyan_format(number) VALUES (\(index + 1))")
            }
            guard begins, found == 0 else { return }
            let connection = Connection(session: session, path: place, probe: nil)
            try connection.begin()
        }
    }

    private func isUpToDate(_ session: any EngineSession, create: Bool) throws -> Bool {
        let found = try version(session)
        let known = LedgerFormat.postgres.count
        guard found <= known else {
            throw LedgerError.newerFormat(path: place, found: found, known: known)
        }
        if found == 0 {
            let connection = Connection(session: session, path: place, probe: nil)
            guard try connection.number("SELECT count(to_regclass('fact'))") == 0 else {
                throw LedgerError.notALedger(path: place)
            }
            guard create else { throw LedgerError.missing(path: place) }
        }
        return found == known
    }

    /// The format of the ledger in the database; 0 where there is none.
    private func version(_ session: any EngineSession) throws -> Int {
        let connection = Connection(session: session, path: place, probe: nil)
        guard try connection.number("SELECT count(to_regclass('banyan_format'))") > 0 else {
            return 0
        }
        return try connection.number("SELECT coalesce(max(number), 0) FROM banyan_format")
    }

    /// What could be lost although it was acknowledged, as the server is set up.
    func risks() throws(LedgerError) -> [Fault] {
        let connection = try connect()
        let settings = try connection.row(
            """
            SELECT current_setting('fsync'), current_setting('full_page_writes'),
                current_setting('synchronous_standby_names')
            """)
        var risks: [Fault] = []
        if settings.first == "off" || settings.dropFirst().first == "off" {
            risks.append(
                Fault(
                    file: place, severity: .warning,
                    problem: Phrase(
                        "the server does not make sure that what it acknowledges is on the disk",
                        "服务器确认写入时，并未确保数据已落盘"),
                    remedy: Phrase(
                        "Set fsync and full_page_writes to on",
                        "请将 fsync 和 full_page_writes 设为 on")))
        }
        if settings.last == "" {
            risks.append(
                Fault(
                    file: place, severity: .warning,
                    problem: Phrase(
                        "the server has no synchronous standby: should its disk be lost, all that "
                            + "was recorded since its last backup is lost too",
                        "服务器没有同步备机：一旦其磁盘损毁，最近一次备份之后的记录将全部丢失"),
                    remedy: Phrase(
                        "Name one in synchronous_standby_names, or keep backups of every hour",
                        "请在 synchronous_standby_names 中指定备机，或至少每小时备份一次")))
        }
        return risks
    }
}
