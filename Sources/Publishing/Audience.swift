/// Whom a page or table is made for.
public enum Audience: String, Sendable, Hashable, CaseIterable {
    /// Everyone. No judge is named, and no words that the office wrote for itself are shown.
    case `public`
    /// The contest office: with judges, their sheets' scores, and who decided what and why.
    case office
}
