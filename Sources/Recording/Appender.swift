import Contests

/// Takes down what belongs to one transaction of the ledger.
///
/// Given by ``Ledger/record(by:at:_:)``. Loads of one kind make one fact however many calls they
/// take, and none where they change nothing; a decision makes a fact of its own.
public struct Appender {
    /// What appending a record did.
    public enum Change: Sendable, Hashable {
        /// It was not known before.
        case new
        /// It differs from its last revision.
        case revised
        /// It was known already; nothing was appended.
        case unchanged
    }

    /// A kind of load, of which a transaction makes one fact at most.
    enum LoadKind: Int, CaseIterable {
        case submissions, judges, conflicts, recusals, sheets
    }

    let connection: Connection
    let by: String
    let at: Timestamp
    var nextSequence: Int
    /// Loads that this transaction has begun, with the sequence of their fact once they have one.
    var loads: [LoadKind: (load: Act.Load, sequence: Int?)] = [:]
    /// Facts that are written when the transaction ends.
    var facts: [Fact] = []
    /// Numbers of texts that this transaction has used.
    var identifiers: [Identifier<Never>: Int] = [:]
    /// The same texts by their numbers.
    var texts: [Int: String] = [:]
    var stages: [StageID: Int] = [:]
    var layouts: [[UInt8]: Int] = [:]
    /// Pairs with a sheet, by stage, where all sheets of the stage are this transaction's; none
    /// where it had others before.
    var newPairs: [Int: Set<Pair>?] = [:]
    var openText = FieldWriter()
    var personalText = FieldWriter()
    var sealer: Sealer

    init(connection: Connection, by: String, at: Timestamp) throws(LedgerError) {
        self.connection = connection
        self.by = by
        self.at = at
        sealer = try Sealer(connection: connection)
        let last = try connection.number("SELECT coalesce(max(sequence), 0) FROM fact")
        guard (0..<1 << 48).contains(last) else { throw connection.damaged("fact \(last)") }
        nextSequence = last + 1
    }

    /// Says which file the records of a kind come from; to be called before or after them.
    mutating func note(_ kind: LoadKind, files: [SourceFile], note: String = "") {
        var load = loads[kind]?.load ?? Act.Load()
        load.files += files
        if !note.isEmpty { load.note = note }
        loads[kind] = (load, loads[kind]?.sequence)
    }

    /// The sequence of the fact of a load, given on first use.
    mutating func sequence(of kind: LoadKind) -> Int {
        if let sequence = loads[kind]?.sequence { return sequence }
        let sequence = nextSequence
        nextSequence += 1
        loads[kind] = (loads[kind]?.load ?? Act.Load(), sequence)
        return sequence
    }

    mutating func count(_ change: Change, in kind: LoadKind) {
        let count: WritableKeyPath<Act.Load, Int> =
            switch change {
            case .new: \.new
            case .revised: \.revised
            case .unchanged: \.unchanged
            }
        loads[kind, default: (Act.Load(), nil)].load[keyPath: count] += 1
    }

    /// What was loaded of a kind.
    func load(of kind: LoadKind) -> Act.Load { loads[kind]?.load ?? Act.Load() }

    /// Adds a fact of its own, and gives its sequence.
    @discardableResult
    mutating func append(_ act: Act, decision: Decision? = nil) -> Int {
        let sequence = nextSequence
        nextSequence += 1
        facts.append(
            Fact(
                sequence: sequence, at: decision?.at ?? at, by: decision?.by ?? by, act: act))
        return sequence
    }

    /// Writes the facts, which come last because they count what belongs to them.
    mutating func finish() throws(LedgerError) {
        for kind in LoadKind.allCases {
            guard let (load, sequence) = loads[kind], let sequence else { continue }
            facts.append(Fact(sequence: sequence, at: at, by: by, act: kind.act(load)))
        }
        for fact in facts.sorted(by: { $0.sequence < $1.sequence }) { try write(fact) }
    }

    /// Seals what was appended, after ``finish()``.
    mutating func seal(keyPath: String) throws(LedgerError) {
        try sealer.seal(lastFact: nextSequence - 1, keyPath: keyPath)
    }

    private mutating func write(_ fact: Fact) throws(LedgerError) {
        openText.removeAll()
        fact.act.write(to: &openText)
        guard !openText.hasNul, !fact.by.utf8.contains(0) else {
            throw .nulCharacter(in: fact.act.kind)
        }
        let statement = try connection.prepare(
            "INSERT INTO fact(sequence, at, by, kind, detail) VALUES (?, ?, ?, ?, ?)")
        statement.bind(1, fact.sequence)
        statement.bind(2, fact.at.text)
        statement.bind(3, fact.by)
        statement.bind(4, fact.act.kind)
        statement.bind(5, openText.bytes)
        try statement.run()
        openText.bytes.withUnsafeBufferPointer { detail in
            sealer.add(.fact) {
                $0.fact(
                    fact.sequence, at: fact.at.text, by: fact.by, kind: fact.act.kind,
                    detail: detail)
            }
        }
    }
}

extension Appender.LoadKind {
    fileprivate func act(_ load: Act.Load) -> Act {
        switch self {
        case .submissions: .submissions(load)
        case .judges: .judges(load)
        case .conflicts: .conflicts(load)
        case .recusals: .recusals(load)
        case .sheets: .sheets(load)
        }
    }
}
