public import Contests

extension Appender {
    /// Makes these the duties of a stage: appends what is new and takes back what is missing.
    ///
    /// - Returns: How many duties were given and taken back.
    /// - Throws: ``LedgerError``.
    @discardableResult
    public mutating func append(
        _ assignments: [Assignment], of stage: StageID, note: String = ""
    ) throws(LedgerError) -> (added: Int, removed: Int) {
        let number = try number(of: stage)
        let inForce = try connection.pairs(ofStage: number)
        var wanted = Set<Pair>()
        for assignment in assignments.sorted() {
            let submission = Identifier<Never>(assignment.submission.text)
            let judge = Identifier<Never>(assignment.judge.text)
            wanted.insert(
                Pair(
                    submission: try self.number(of: submission, in: "submission"),
                    judge: try self.number(of: judge, in: "judge")))
        }
        let added = wanted.subtracting(inForce).sorted()
        let removed = inForce.subtracting(wanted).sorted()
        guard !added.isEmpty || !removed.isEmpty else { return (0, 0) }
        let fact = append(
            .assignment(stage, added: added.count, removed: removed.count, note: note))
        for pair in removed { try write(pair, change: -1, of: stage, number, fact: fact) }
        for pair in added { try write(pair, change: 1, of: stage, number, fact: fact) }
        return (added.count, removed.count)
    }

    private mutating func write(
        _ pair: Pair, change: Int, of stage: StageID, _ number: Int, fact: Int
    ) throws(LedgerError) {
        let insert = try connection.prepare(
            """
            INSERT INTO assignment(fact, change, stage, submission, judge) VALUES (?, ?, ?, ?, ?)
            """)
        insert.bind(1, fact)
        insert.bind(2, change)
        insert.bind(3, number)
        insert.bind(4, pair.submission)
        insert.bind(5, pair.judge)
        try insert.run()
        let (submission, judge) = (try text(of: pair.submission), try text(of: pair.judge))
        sealer.add(.assignment) {
            $0.assignment(
                fact: fact, change: change, stage: stage, submission: submission, judge: judge)
        }
    }
}

/// A submission and a judge by their numbers.
struct Pair: Hashable, Comparable {
    var submission: Int
    var judge: Int

    static func < (left: Pair, right: Pair) -> Bool {
        (left.submission, left.judge) < (right.submission, right.judge)
    }
}
