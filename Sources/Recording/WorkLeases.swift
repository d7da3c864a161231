public import Contests
import Dispatch
import Synchronization

/// How machines that share a ledger share the work of a stage's programs.
///
/// Each pair to judge is a row that one worker holds at a time: whoever finds it free takes it, and
/// passes over what others are taking (`FOR UPDATE SKIP LOCKED`). A worker says every now and then
/// that it lives; what it holds is free again once it has been silent for too long, or has left. A
/// sheet is recorded by who holds its pair in the same transaction that ends the row, so that none
/// is recorded twice, and none that a silent worker brings after another took over.
///
/// Leases are no facts: they are neither sealed nor copied, and are gone when the work is done.
public final class WorkLeases: Sendable {
    private let ledger: Ledger
    private let engine: PostgresEngine
    private let stage: StageID
    /// Seconds of silence after which what is held is free.
    private let length: Int
    private let again: Bool
    private let worker: String
    private let signs = DispatchQueue(label: "banyan.leases")
    private let hasLeft = Atomic(false)

    init(_ ledger: Ledger, _ engine: PostgresEngine, _ stage: StageID, length: Int, again: Bool) {
        self.ledger = ledger
        self.engine = engine
        self.stage = stage
        self.length = length
        self.again = again
        worker = String(UInt64.random(in: .min ... .max), radix: 16)
    }

    /// What came of joining.
    public enum Joining: Sendable, Hashable {
        /// The worker takes part, with so many pairs open.
        case joined(open: Int)
        /// Others are at work that judge again what is judged, and this one does not; or the other
        /// way round.
        case othersDiffer
    }

    /// Takes part in the work: in what is going on where others are at it, and else from the start.
    ///
    /// What failed while others are at it is not tried by those who join, but by who begins anew.
    ///
    /// - Parameters:
    ///   - pairs: The pairs to judge, in the order in which a judge's are taken.
    ///   - rubric: The hash of the rubric by which they are judged; what is judged by it already
    ///     is left out, unless it is to be judged again.
    /// - Throws: ``LedgerError``.
    public func join(_ pairs: [Assignment], rubric: String) throws -> Joining {
        // No sheet is recorded while it is looked which there are.
        try ledger.write { connection in
            let others = try workers(connection)
            if others.isEmpty {
                try run("DELETE FROM lease WHERE stage = ?", connection)
            } else if others.contains(where: { $0 != again }) {
                return .othersDiffer
            }
            if others.isEmpty || !again {
                let judged = again ? [] : try connection.judged(stage, by: rubric)
                try add(pairs.filter { !judged.contains($0) }, connection)
            }
            try sign(connection)
            return .joined(open: try open(connection).values.reduce(0, +))
        }
    }

    /// Adds the rows of pairs that have none.
    private func add(_ pairs: [Assignment], _ connection: Connection) throws(LedgerError) {
        // No identifier holds this control character.
        let separator = "\u{1F}"
        let insert = try connection.prepare(
            """
            INSERT INTO lease(stage, judge, submission, position)
            SELECT ?1, judge, submission, ?2 + place
            FROM unnest(string_to_array(?3, ?5), string_to_array(?4, ?5))
                WITH ORDINALITY AS pair(judge, submission, place)
            ON CONFLICT DO NOTHING
            """)
        for start in stride(from: 0, to: pairs.count, by: 1_000) {
            let batch = pairs[start..<min(start + 1_000, pairs.count)]
            insert.bind(1, stage.description)
            insert.bind(2, start)
            insert.bind(3, batch.map(\.judge.text).joined(separator: separator))
            insert.bind(4, batch.map(\.submission.text).joined(separator: separator))
            insert.bind(5, separator)
            try insert.run()
        }
    }

    /// Takes pairs of a judge that nobody holds, the first ones.
    ///
    /// What the worker holds of this judge already is taken again: it must hold nothing that it is
    /// still at.
    ///
    /// - Throws: ``LedgerError``.
    public func take(_ count: Int, of judge: JudgeID) throws -> [SubmissionID] {
        try engine.write(lock: "") { session in
            let rows = try connection(session).prepare(
                """
                UPDATE lease SET worker = ?3 WHERE (stage, judge, submission) IN (
                    SELECT stage, judge, submission FROM lease AS free
                    WHERE stage = ?1 AND judge = ?2 AND NOT failed AND (worker = ?3
                        OR NOT EXISTS (SELECT 1 FROM worker
                            WHERE name = free.worker AND until > now()))
                    ORDER BY position LIMIT ?4 FOR UPDATE OF free SKIP LOCKED)
                RETURNING submission, position
                """)
            rows.bind(1, stage.description)
            rows.bind(2, judge.text)
            rows.bind(3, worker)
            rows.bind(4, count)
            var taken: [(submission: SubmissionID, position: Int)] = []
            while try rows.next() { taken.append((SubmissionID(rows.text(0)), rows.number(1))) }
            return taken.sorted { $0.position < $1.position }.map(\.submission)
        }
    }

    /// How many pairs of each judge are not judged yet and have not failed, whoever holds them, and
    /// how many workers are at them.
    ///
    /// - Throws: ``LedgerError``.
    public func open() throws -> (pairs: [JudgeID: Int], workers: Int) {
        try engine.read { session in
            let connection = connection(session)
            return (try open(connection), try workers(connection).count + 1)
        }
    }

    /// Says that the worker lives, three times in the length of a lease, until it leaves.
    public func keepSigning() {
        signs.asyncAfter(deadline: .now() + Double(length) / 3) { [weak self] in
            guard let self, !hasLeft.load(ordering: .acquiring) else { return }
            // What fails is tried again next time; who is silent for too long loses what it holds,
            // and is told when it records.
            try? engine.write(lock: "") { try self.sign(self.connection($0)) }
            keepSigning()
        }
    }

    /// Lets others have what it holds of a judge.
    ///
    /// - Throws: ``LedgerError``.
    public func release(_ judge: JudgeID) throws {
        try engine.write(lock: "") { session in
            let release = try connection(session).prepare(
                "UPDATE lease SET worker = NULL WHERE stage = ? AND judge = ? AND worker = ?")
            release.bind(1, stage.description)
            release.bind(2, judge.text)
            release.bind(3, worker)
            try release.run()
        }
    }

    /// Leaves the work; what the worker holds is free.
    ///
    /// - Throws: ``LedgerError``.
    public func leave() throws {
        hasLeft.store(true, ordering: .releasing)
        signs.sync {}  // else a sign that is on its way would come after the leave
        try engine.write(lock: "") { session in
            let leave = try connection(session).prepare("DELETE FROM worker WHERE name = ?")
            leave.bind(1, worker)
            try leave.run()
        }
    }

    /// Ends the lease of a pair that was judged; false where another has taken it over.
    func end(_ pair: Assignment, _ connection: Connection) throws(LedgerError) -> Bool {
        try change("DELETE FROM lease", pair, connection)
    }

    /// Marks a pair as one that failed; false where another has taken it over.
    func fail(_ pair: Assignment, _ connection: Connection) throws(LedgerError) -> Bool {
        try change("UPDATE lease SET failed = true", pair, connection)
    }

    private func change(
        _ change: String, _ pair: Assignment, _ connection: Connection
    ) throws(LedgerError) -> Bool {
        let rows = try connection.prepare(
            "\(change) WHERE stage = ? AND judge = ? AND submission = ? AND worker = ? RETURNING 1")
        bind(rows, pair)
        rows.bind(4, worker)
        defer { rows.reset() }
        return try rows.next()
    }

    private func bind(_ statement: PreparedStatement, _ pair: Assignment) {
        statement.bind(1, stage.description)
        statement.bind(2, pair.judge.text)
        statement.bind(3, pair.submission.text)
    }

    private func connection(_ session: any EngineSession) -> Connection {
        Connection(session: session, path: ledger.path, probe: ledger.probe)
    }

    private func run(_ sql: String, _ connection: Connection) throws(LedgerError) {
        let statement = try connection.prepare(sql)
        statement.bind(1, stage.description)
        try statement.run()
    }

    /// Whether each other worker of the stage that lives judges again what is judged.
    private func workers(_ connection: Connection) throws(LedgerError) -> [Bool] {
        let rows = try connection.prepare(
            """
            SELECT again::int FROM worker WHERE stage = ? AND name <> ? AND until > now()
            """)
        rows.bind(1, stage.description)
        rows.bind(2, worker)
        defer { rows.reset() }
        var others: [Bool] = []
        while try rows.next() { others.append(rows.number(0) != 0) }
        return others
    }

    private func open(_ connection: Connection) throws(LedgerError) -> [JudgeID: Int] {
        let rows = try connection.prepare(
            "SELECT judge, count(*) FROM lease WHERE stage = ? AND NOT failed GROUP BY judge")
        rows.bind(1, stage.description)
        defer { rows.reset() }
        var counts: [JudgeID: Int] = [:]
        while try rows.next() { counts[JudgeID(rows.text(0))] = rows.number(1) }
        return counts
    }

    /// Writes that the worker lives, and removes those that have been silent for a day.
    private func sign(_ connection: Connection) throws(LedgerError) {
        let sign = try connection.prepare(
            """
            INSERT INTO worker(name, stage, again, until)
            VALUES (?, ?, ? = 1, clock_timestamp() + make_interval(secs => ?))
            ON CONFLICT (name) DO UPDATE SET until = EXCLUDED.until
            """)
        sign.bind(1, worker)
        sign.bind(2, stage.description)
        sign.bind(3, again ? 1 : 0)
        sign.bind(4, length)
        try sign.run()
        try run(
            "DELETE FROM worker WHERE stage = ? AND until < now() - interval '1 day'", connection)
    }
}

extension Ledger {
    /// Leases for the work of a stage's programs; none for a file, which one machine has.
    ///
    /// - Parameters:
    ///   - length: Seconds of silence after which a worker's pairs are free.
    ///   - again: Whether what is judged is judged again.
    public func leases(of stage: StageID, length: Int, again: Bool) -> WorkLeases? {
        (engine as? PostgresEngine).map {
            WorkLeases(self, $0, stage, length: length, again: again)
        }
    }
}

extension Appender {
    /// Ends the lease of a pair whose sheet this transaction records; false where another worker
    /// has taken it over, and the sheet is not to be recorded.
    public func end(_ pair: Assignment, of leases: WorkLeases) throws(LedgerError) -> Bool {
        try leases.end(pair, connection)
    }

    /// Marks a pair as one that failed; false where another worker has taken it over.
    public func fail(_ pair: Assignment, of leases: WorkLeases) throws(LedgerError) -> Bool {
        try leases.fail(pair, connection)
    }
}

extension Connection {
    /// Pairs of a stage whose last sheet was given by a rubric.
    fileprivate func judged(
        _ stage: StageID, by rubric: String
    ) throws(LedgerError) -> Set<Assignment> {
        guard let scope = try scope(of: stage) else { return [] }
        let rows = try prepare(
            """
            SELECT DISTINCT ON (sheet.submission, sheet.judge) judge.text, submission.text,
                rubric.text
            FROM sheet JOIN identifier AS submission ON submission.number = sheet.submission
                JOIN identifier AS judge ON judge.number = sheet.judge
                JOIN identifier AS rubric ON rubric.number = sheet.rubric
            WHERE sheet.stage = ? ORDER BY sheet.submission, sheet.judge, revision DESC
            """)
        rows.bind(1, scope.number)
        defer { rows.reset() }
        var judged = Set<Assignment>()
        while try rows.next() {
            guard rows.text(2) == rubric else { continue }
            judged.insert(
                Assignment(
                    judge: JudgeID(rows.text(0)), submission: SubmissionID(rows.text(1))))
        }
        return judged
    }
}
