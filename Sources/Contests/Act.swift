/// What a fact of the ledger says was done.
///
/// Large things (submissions, sheets, assignments) are only counted here: they are rows of their
/// own, which belong to the fact.
public enum Act: Sendable, Hashable {
    /// Submissions were loaded.
    case submissions(Load)
    /// Judges were loaded.
    case judges(Load)
    /// Conflicts of interest were loaded.
    case conflicts(Load)
    /// Judges recused themselves.
    case recusals(Load)
    /// Score sheets were accepted.
    case sheets(Load)
    /// Duties were given and taken back.
    case assignment(StageID, added: Int, removed: Int, note: String)
    /// A submission left the contest.
    case exit(SubmissionID, Exit)
    /// Points were added to a score.
    case adjustment(Adjustment)
    /// A judge gave a score anew.
    case reconsideration(Reconsideration)
    /// The office set a place or an award.
    case override(Override)
    /// A second person confirmed the override that a fact records.
    case confirmation(of: Int, Decision)
    /// An entrant objected to a result.
    case appeal(Appeal)
    /// The office decided the appeal that a fact records.
    case appealOutcome(of: Int, Appeal.Outcome)
    /// A stage was closed.
    case closing(StageID, Decision)
    /// A closed stage was opened again.
    case reopening(StageID, Decision)
    /// Submissions were let into a stage; earlier admissions to it no longer count.
    case advancement(to: StageID, count: Int)
    /// Standings were computed.
    case ranking(Ranking)
    /// A result was published.
    case publication(Publication)
    /// Personal data were erased.
    case redaction(Redaction)
    /// Something else that the office wants remembered, such as an order that was drawn.
    case remark(subject: String, text: String)

    /// How much of what was loaded changed anything.
    public struct Load: Sendable, Hashable {
        /// The files that it came from, in the order in which they were read.
        public var files: [SourceFile]
        /// Records that were not known before.
        public var new: Int
        /// Records that differ from their last revision.
        public var revised: Int
        /// Records that are no longer in force; only conflicts can be taken back.
        public var removed: Int
        /// Records that were known already, and of which nothing was recorded.
        public var unchanged: Int
        /// Why, or under which exception; empty where there is nothing to say.
        public var note: String

        /// A load.
        public init(
            files: [SourceFile] = [], new: Int = 0, revised: Int = 0, removed: Int = 0,
            unchanged: Int = 0, note: String = ""
        ) {
            self.files = files
            self.new = new
            self.revised = revised
            self.removed = removed
            self.unchanged = unchanged
            self.note = note
        }

        /// Whether the ledger says anything new because of it.
        public var changesAnything: Bool { new + revised + removed > 0 }
    }
}

/// A file that facts came from.
public struct SourceFile: Sendable, Hashable {
    /// Its path within the contest's folder, or as it was given.
    public var name: String
    /// SHA-256 of its content in hexadecimal; empty where it is not known.
    public var sha256: String

    /// A file.
    public init(name: String, sha256: String = "") {
        self.name = name
        self.sha256 = sha256
    }
}

/// Standings that were computed, told by their hash.
public struct Ranking: Sendable, Hashable {
    /// What was ranked.
    public var scope: Leaderboard.Scope
    /// Whether every stage that it rests on was closed.
    public var isOfficial: Bool
    /// SHA-256 of the standings in hexadecimal.
    public var sha256: String
    /// The full text of the rules by which they were computed.
    public var rule: String
    /// The version of the program that computed them.
    public var engine: String

    /// A ranking.
    public init(
        scope: Leaderboard.Scope, isOfficial: Bool, sha256: String, rule: String, engine: String
    ) {
        self.scope = scope
        self.isOfficial = isOfficial
        self.sha256 = sha256
        self.rule = rule
        self.engine = engine
    }
}

/// A page or a table that was published, told by its hash.
public struct Publication: Sendable, Hashable {
    /// What it shows.
    public var scope: Leaderboard.Scope
    /// For whom it is, such as `public` or `office`.
    public var view: String
    /// The file that was written.
    public var file: SourceFile

    /// A publication.
    public init(scope: Leaderboard.Scope, view: String, file: SourceFile) {
        self.scope = scope
        self.view = view
        self.file = file
    }
}
