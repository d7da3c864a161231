public import Contests
public import Formats

/// The page that leads to the leaderboards of a contest's tracks and stages.
public struct ContestIndex: Sendable {
    /// A page beside this one.
    public struct Link: Sendable, Hashable {
        /// What is ranked there.
        public var scope: Leaderboard.Scope
        /// The metric whose board it is; none for a leaderboard.
        public var metric: String?
        /// The file's name, in the same folder.
        public var file: String
        /// Whether its result is official.
        public var isOfficial: Bool
        /// How many submissions are on it.
        public var submissions: Int

        /// A page beside this one.
        public init(
            scope: Leaderboard.Scope, metric: String? = nil, file: String, isOfficial: Bool,
            submissions: Int
        ) {
            self.scope = scope
            self.metric = metric
            self.file = file
            self.isOfficial = isOfficial
            self.submissions = submissions
        }
    }

    /// The folder beside the public page that keeps the bundles of official results.
    public static let keptFolder = "revisions"

    /// The contest.
    public var names: ContestNames
    /// The pages, in the order in which they are shown within a track.
    public var links: [Link]
    /// Bundles of official results as they were published, the names of files in
    /// ``keptFolder``.
    public var keptBundles: [String]
    /// The time of the last fact.
    public var asOf: Timestamp?
    /// The language that comes first; the contest's own where none is given.
    public var language: Language?

    /// An index of pages.
    public init(
        _ names: ContestNames, links: [Link], keptBundles: [String] = [], asOf: Timestamp?,
        language: Language? = nil
    ) {
        self.names = names
        self.links = links
        self.keptBundles = keptBundles
        self.asOf = asOf
        self.language = language
    }

    /// The file name of a leaderboard's page, by what is ranked: the same for the same scope,
    /// different for different ones, and safe on every system.
    ///
    /// A stage's has two names with a point between, a track's begins with `track-`.
    public static func fileName(for scope: Leaderboard.Scope) -> String {
        switch scope {
        case .stage(let id):
            SafePath.safeFileName(for: id.track.text) + "." + SafePath.safeFileName(for: id.name)
                + ".html"
        case .track(let id): "track-" + SafePath.safeFileName(for: id.text) + ".html"
        case .overall: "overall.html"
        }
    }
}
