/// A piece of work entered in a track.
public struct Submission: Sendable, Hashable {
    /// The submission's identifier.
    public var id: SubmissionID
    /// The track that it is entered in.
    public var track: TrackID
    /// The heat that it belongs to, if the track has heats.
    public var heat: HeatID?
    /// The region that it comes from; empty if not stated.
    public var region: String
    /// Its titles.
    public var titles: LocalizedText
    /// Its abstract.
    public var abstract: LocalizedText
    /// Who entered it.
    public var entrant: Entrant
    /// Words that say what it is about.
    public var keywords: [String]
    /// Addresses of more about it.
    public var links: [String]
    /// Files that belong to it.
    public var attachments: [Attachment]
    /// When it was handed in.
    public var submitted: Timestamp?
    /// Further values that the contest's rules may name, such as a degree of difficulty.
    public var fields: [String: String]

    /// A submission from its parts.
    public init(
        id: SubmissionID, track: TrackID, heat: HeatID? = nil, region: String = "",
        titles: LocalizedText = LocalizedText(), abstract: LocalizedText = LocalizedText(),
        entrant: Entrant = Entrant(), keywords: [String] = [], links: [String] = [],
        attachments: [Attachment] = [], submitted: Timestamp? = nil, fields: [String: String] = [:]
    ) {
        self.id = id
        self.track = track
        self.heat = heat
        self.region = region
        self.titles = titles
        self.abstract = abstract
        self.entrant = entrant
        self.keywords = keywords
        self.links = links
        self.attachments = attachments
        self.submitted = submitted
        self.fields = fields
    }
}

/// Who entered a submission: a team or a person.
public struct Entrant: Sendable, Hashable {
    /// The team's or the person's name; empty if not stated.
    public var name: String
    /// The members, the leader first.
    public var members: [Member]
    /// Organisations behind the team, apart from the members' own.
    public var organisations: [String]
    /// What stands for the name where it is not shown or was erased; the ledger gives it, the same
    /// for names that mean the same, and it is empty outside one.
    public var pseudonym: String

    /// A person in a team.
    public struct Member: Sendable, Hashable {
        /// The person's name.
        public var name: String
        /// The person's part in the team, such as `lead`; empty if not stated.
        public var role: String
        /// The person's organisation; empty if not stated.
        public var organisation: String

        /// A person in a team.
        public init(name: String, role: String = "", organisation: String = "") {
            self.name = name
            self.role = role
            self.organisation = organisation
        }
    }

    /// An entrant.
    public init(
        name: String = "", members: [Member] = [], organisations: [String] = [],
        pseudonym: String = ""
    ) {
        self.name = name
        self.members = members
        self.organisations = organisations
        self.pseudonym = pseudonym
    }

    /// What is equal for two submissions of one entrant: the pseudonym, or the name as
    /// ``OrganisationName`` compares names; none where neither is known.
    public var identity: String? {
        guard pseudonym.isEmpty else { return pseudonym }
        let normalised = OrganisationName.normalised(name)
        return normalised.isEmpty ? (name.isEmpty ? nil : name) : normalised
    }

    /// Every organisation that the entrant belongs to, each once, in the order of the file.
    public var allOrganisations: [String] {
        var seen = Set<String>()
        return (organisations + members.map(\.organisation)).filter {
            !$0.isEmpty && seen.insert($0).inserted
        }
    }
}

/// A file that belongs to a submission.
public struct Attachment: Sendable, Hashable {
    /// The file's name, relative to the submission's folder.
    public var name: String
    /// Its size in bytes; none if the file was only named.
    public var size: Int64?
    /// SHA-256 of its content in hexadecimal; empty if the file was only named.
    public var sha256: String

    /// An attachment.
    public init(name: String, size: Int64? = nil, sha256: String = "") {
        self.name = name
        self.size = size
        self.sha256 = sha256
    }
}
