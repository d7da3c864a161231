import Contests

/// The plain forms of the ledger's records. The appender writes them from what it is given, the
/// audit from what is stored; both must come to the same bytes.
extension FieldWriter {
    /// A revision of a submission or a judge.
    mutating func revision(
        of table: LedgerTable, _ id: String, fact: Int, revision: Int,
        body: UnsafeBufferPointer<UInt8>, personal: TreeHash?
    ) {
        bytesOfName(table)
        value(id)
        end()
        field("fact", String(fact))
        field("revision", String(revision))
        lines(body)
        field("personal", ifPresent: personal)
    }

    /// A conflict of interest that came into force, or is no longer in force.
    mutating func conflict(
        fact: Int, change: Int, judge: String, kind: String, target: String, reason: TreeHash?
    ) {
        begin(.conflict, fact: fact)
        field("change", String(change))
        field("judge", judge)
        field("kind", kind)
        field("target", target)
        field("personal", ifPresent: reason)
    }

    /// A recusal.
    mutating func recusal(
        fact: Int, judge: String, stage: StageID, submission: String?, reason: TreeHash?
    ) {
        begin(.recusal, fact: fact)
        field("stage", stage.track.text, stage.name)
        field("judge", judge)
        if let submission { field("submission", submission) }
        field("personal", ifPresent: reason)
    }

    /// A duty that was given or taken back.
    mutating func assignment(
        fact: Int, change: Int, stage: StageID, submission: String, judge: String
    ) {
        begin(.assignment, fact: fact)
        field("change", String(change))
        field("stage", stage.track.text, stage.name)
        field("submission", submission)
        field("judge", judge)
    }

    /// A submission that was let into a stage.
    mutating func admission(fact: Int, stage: StageID, submission: String) {
        begin(.admission, fact: fact)
        field("stage", stage.track.text, stage.name)
        field("submission", submission)
    }

    /// A sheet's row: where it came from, whose it is, and what it says.
    struct SheetRow {
        var fact: Int
        var key: String?
        var source: String
        var stage: StageID
        var submission: String
        var judge: String
        var revision: Int
        var rubric: String
        var confidence: String?
        var comments: TreeHash?
    }

    /// A sheet.
    ///
    /// - Parameters:
    ///   - layout: The line of its criteria.
    ///   - marks: The text of its marks.
    mutating func sheet(
        _ row: SheetRow, layout: UnsafeBufferPointer<UInt8>, marks: UnsafeBufferPointer<UInt8>
    ) {
        begin(.sheet, fact: row.fact)
        field("stage", row.stage.track.text, row.stage.name)
        field("submission", row.submission)
        field("judge", row.judge)
        field("revision", String(row.revision))
        field("rubric", row.rubric)
        if let confidence = row.confidence { field("confidence", confidence) }
        lines(layout)
        begin("marks")
        value(marks)
        end()
        field("source", row.source)
        if let key = row.key { field("key", key) }
        field("personal", ifPresent: row.comments)
    }

    /// A fact, without what belongs to it.
    mutating func fact(
        _ sequence: Int, at: String, by: String, kind: String,
        detail: UnsafeBufferPointer<UInt8>
    ) {
        field("fact", String(sequence))
        field("at", at)
        field("by", by)
        field("kind", kind)
        lines(detail)
    }

    private mutating func begin(_ table: LedgerTable, fact: Int) {
        bytesOfName(table)
        end()
        field("fact", String(fact))
    }

    private mutating func bytesOfName(_ table: LedgerTable) { lines(table.name.utf8) }

    private mutating func field(_ name: StaticString, ifPresent hash: TreeHash?) {
        if let hash { field(name, hash) }
    }
}
