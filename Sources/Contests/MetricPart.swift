/// A part of the hidden answers, and the board that is made of it.
public enum MetricPart: String, Sendable, Hashable, CaseIterable {
    /// The public part: the board (A) that is shown while entrants hand in.
    case open = "public"
    /// The private part: the board (B) that counts.
    case final = "private"
}
