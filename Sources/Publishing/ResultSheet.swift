public import Contests
import Formats

/// A result sheet for the judges' signatures, to be printed on A4.
///
/// For the office alone: it names the judges who are to sign.
public struct ResultSheet: Sendable, Hashable {
    /// The leaderboard, as the office sees it.
    public var view: LeaderboardView
    /// The judges who sign, in the order in which their lines stand.
    public var judges: [Judge]
    /// The chief judge, who signs last; none for an empty line.
    public var chief: Judge?
    /// The digest of the result that is signed, in hexadecimal.
    public var hash: String

    /// A result sheet.
    ///
    /// - Parameter hash: The head of the ledger or another digest that pins the result; the digest
    ///   of the leaderboard's JSON where none is given.
    public init(
        _ view: LeaderboardView, judges: [Judge], chief: Judge? = nil, hash: String? = nil
    ) {
        self.view = view
        self.judges = judges
        self.chief = chief
        self.hash = hash ?? SHA256Digest(of: LeaderboardJSON.text(view)).hex
    }
}
