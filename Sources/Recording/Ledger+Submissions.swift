import Computing
public import Contests

extension Ledger {
    /// Goes through the submissions that are in the contest, the last revision of each, without
    /// holding more than a batch of them.
    ///
    /// - Parameters:
    ///   - size: Submissions of a batch.
    ///   - body: Called with each batch, in the order of record.
    /// - Complexity: O(*n*) for all that was ever recorded of submissions.
    /// - Throws: ``LedgerError``.
    public func eachSubmission(
        batch size: Int = 4_096, _ body: ([Submission]) throws -> Void
    ) throws {
        try read { connection in
            let gone = try connection.exits()
            var batch: [Submission] = []
            try connection.eachSubmission(onlyLast: true) { submission in
                guard !gone.contains(submission.id) else { return }
                batch.append(submission)
                guard batch.count == size else { return }
                try body(batch)
                batch.removeAll(keepingCapacity: true)
            }
            if !batch.isEmpty { try body(batch) }
        }
    }
}

extension Connection {
    /// Goes through the revisions of submissions in the order of record.
    func eachSubmission(onlyLast: Bool, _ body: (Submission) throws -> Void) throws {
        let rows = try prepare(
            """
            SELECT submission.number, id, body, content
            FROM submission LEFT JOIN personal ON personal.number = submission.personal
            \(onlyLast ? Self.lastRevisions : "")
            ORDER BY submission.number
            """)
        defer { rows.reset() }
        var batch = SubmissionRows()
        while try rows.next() {
            batch.append(
                number: rows.number(0), id: rows.text(1), open: rows.bytes(2),
                personal: rows.bytes(3))
            guard batch.count == SubmissionRows.size else { continue }
            try hand(batch, on: body)
            batch = SubmissionRows()
        }
        try hand(batch, on: body)
    }

    private func hand(_ batch: SubmissionRows, on body: (Submission) throws -> Void) throws {
        for (place, submission) in batch.submissions().enumerated() {
            guard let submission else { throw damaged(batch.name(place)) }
            try body(submission)
        }
    }

    private static let lastRevisions = """
        WHERE NOT EXISTS (
            SELECT 1 FROM submission AS later
            WHERE later.id = submission.id AND later.revision > submission.revision)
        """

    /// Submissions that left the contest.
    fileprivate func exits() throws(LedgerError) -> Set<SubmissionID> {
        var gone = Set<SubmissionID>()
        for fact in try facts(kinds: ["withdrawal", "disqualification"]) {
            if case .exit(let submission, _) = fact.act { gone.insert(submission) }
        }
        return gone
    }
}

/// Rows of submissions as they were recorded, to be read on several threads at once.
private struct SubmissionRows: Sendable {
    /// Rows that are read together.
    static let size = 2_048

    private struct Row: Sendable {
        var number: Int
        var id: SubmissionID
        var open: Range<Int>
        var personal: Range<Int>
    }

    private var rows: [Row] = []
    private var bytes: [UInt8] = []

    var count: Int { rows.count }

    /// What a row is called where it is damaged.
    func name(_ place: Int) -> String {
        "submission \(rows[place].id), row \(rows[place].number)"
    }

    mutating func append(
        number: Int, id: String, open: UnsafeBufferPointer<UInt8>,
        personal: UnsafeBufferPointer<UInt8>
    ) {
        let start = bytes.count
        bytes.append(contentsOf: open)
        let middle = bytes.count
        bytes.append(contentsOf: personal)
        rows.append(
            Row(
                number: number, id: SubmissionID(id), open: start..<middle,
                personal: middle..<bytes.count))
    }

    /// The submissions in the order of the rows; nothing where a row cannot be read.
    func submissions() -> [Submission?] {
        let (rows, bytes) = (rows, bytes)
        return (0..<rows.count).concurrentChunks(of: 64) { places in
            bytes.withUnsafeBufferPointer { bytes in
                places.map { place in
                    let row = rows[place]
                    var open = FieldReader(UnsafeBufferPointer(rebasing: bytes[row.open]))
                    var personal = FieldReader(UnsafeBufferPointer(rebasing: bytes[row.personal]))
                    return Submission(id: row.id, open: &open, personal: &personal)
                }
            }
        }.flatMap(\.self)
    }
}
