/// The name by which a contest's files refer to a thing: exact text, never a number.
///
/// Two identifiers are equal only if every code point is; they are ordered by code points, so the
/// order is the same on every machine and in every language.
public struct Identifier<Noun>: Sendable, Hashable {
    /// The identifier as the files write it.
    public let text: String

    /// An identifier from its text.
    public init(_ text: String) {
        self.text = text
    }

    // Swift compares strings by canonical equivalence; a contest's files are compared as written.
    public static func == (left: Self, right: Self) -> Bool {
        var (one, other) = (left.text, right.text)
        return one.withUTF8 { one in other.withUTF8 { one.elementsEqual($0) } }
    }

    public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension Identifier: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

extension Identifier: CustomStringConvertible {
    public var description: String { text }
}

extension Identifier: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        self.init(text)
    }
}

/// Names a track, such as `party-building`.
public typealias TrackID = Identifier<Track>
/// Names a criterion within its rubric.
public typealias CriterionID = Identifier<Criterion>
/// Names a submission within its contest.
public typealias SubmissionID = Identifier<Submission>
/// Names a judge within a contest.
public typealias JudgeID = Identifier<Judge>
/// Names an award within a contest.
public typealias AwardID = Identifier<Award>
/// Names a heat within its stage.
public typealias HeatID = Identifier<Heat>
/// Names a kind of judge, such as `academic` or `public`.
public typealias JudgeKind = Identifier<JudgeKindNoun>

/// What a ``JudgeKind`` names; it has no values.
public enum JudgeKindNoun: Sendable {}
