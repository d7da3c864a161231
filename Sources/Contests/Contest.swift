public import Numbers

/// A contest as its `contest.xml` describes it.
public struct Contest: Sendable, Hashable {
    /// The contest's identifier.
    public var id: String
    /// Its names, in any number of languages.
    public var names: LocalizedText
    /// Languages that every text for people is expected in; `check` warns where one is missing.
    public var languages: [String]
    /// Whether an override counts only once a second person has confirmed it.
    public var needsFourEyes = false
    /// The tracks, in the order of the file.
    public var tracks: [Track]
    /// Awards over all tracks, in the order in which they are given.
    public var awards: [Award]
    /// How files of other systems are read.
    public var mappings: [Mapping]
    /// Tables that scoring steps look values up in.
    public var tables: [LookupTable]
    /// The places that the sources of submissions, judges and conflicts are read from.
    public var sources: Sources

    /// Where the contest's data lie, relative to its folder.
    public struct Sources: Sendable, Hashable {
        /// Files or folders of submissions.
        public var submissions: [String]
        /// The table of judges.
        public var judges: String
        /// The table of conflicts of interest; it may be absent.
        public var conflicts: String
        /// The address of the server that keeps the ledger; none for a file in the folder.
        public var ledger: String?

        /// Sources, by default those that the documentation names.
        public init(
            submissions: [String] = ["submissions"], judges: String = "judges.csv",
            conflicts: String = "conflicts.csv"
        ) {
            self.submissions = submissions
            self.judges = judges
            self.conflicts = conflicts
        }
    }

    /// A contest from its parts.
    public init(
        id: String, names: LocalizedText, languages: [String] = [], tracks: [Track],
        awards: [Award] = [], mappings: [Mapping] = [], tables: [LookupTable] = [],
        sources: Sources = Sources()
    ) {
        self.id = id
        self.names = names
        self.languages = languages
        self.tracks = tracks
        self.awards = awards
        self.mappings = mappings
        self.tables = tables
        self.sources = sources
    }

    /// The track of an identifier.
    public func track(_ id: TrackID) -> Track? {
        tracks.first { $0.id == id }
    }

    /// The stage of an identifier.
    public func stage(_ id: StageID) -> Stage? {
        track(id.track)?.stages.first { $0.id == id }
    }

    /// Every stage, track by track, in the order of the file.
    public var stages: [Stage] { tracks.flatMap(\.stages) }
}

/// One competition within a contest, with its own rubric, judges and awards.
public struct Track: Sendable, Hashable {
    /// The track's identifier.
    public var id: TrackID
    /// Its names.
    public var names: LocalizedText
    /// Its stages, from the first to the last.
    public var stages: [Stage]
    /// Its awards, in the order in which they are given.
    public var awards: [Award]

    /// A track from its parts.
    public init(id: TrackID, names: LocalizedText, stages: [Stage], awards: [Award] = []) {
        self.id = id
        self.names = names
        self.stages = stages
        self.awards = awards
    }
}

/// A table that a scoring step looks values up in: a row for each key, a column for each mark.
public struct LookupTable: Sendable, Hashable {
    /// The table's name in the contest file.
    public var id: String
    /// Points by mark, for each key.
    public var rows: [String: [Points: Points]]

    /// A table from its rows.
    public init(id: String, rows: [String: [Points: Points]]) {
        self.id = id
        self.rows = rows
    }
}
