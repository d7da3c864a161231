/// How a file of another system is read: which of its places hold which of our fields.
public struct Mapping: Sendable, Hashable {
    /// What the file holds.
    public enum Noun: String, Sendable, Hashable, CaseIterable {
        /// Submissions.
        case submissions
        /// Judges.
        case judges
        /// Conflicts of interest.
        case conflicts
        /// Marks in long form: a row for each mark.
        case marks
    }

    /// One field and where it stands.
    public struct Field: Sendable, Hashable {
        /// Our name of the field, such as `title`.
        public var name: String
        /// A column, an `element/path`, or an `element/@attribute`.
        public var source: String
        /// Values of theirs and ours, where they differ.
        public var values: [String: String]
        /// A language tag for texts; empty if none is stated.
        public var language: String

        /// A field.
        public init(
            name: String, source: String, values: [String: String] = [:], language: String = ""
        ) {
            self.name = name
            self.source = source
            self.values = values
            self.language = language
        }
    }

    /// A name for messages and for `--mapping`.
    public var id: String
    /// What the file holds.
    public var noun: Noun
    /// Files that it applies to: a path relative to the contest, `*` for any run of characters.
    public var files: String
    /// In XML, the element that holds one record.
    public var record: String
    /// The fields.
    public var fields: [Field]
    /// Values for fields that the file does not have.
    public var constants: [String: String]

    /// A mapping.
    public init(
        id: String, noun: Noun, files: String, record: String = "", fields: [Field],
        constants: [String: String] = [:]
    ) {
        self.id = id
        self.noun = noun
        self.files = files
        self.record = record
        self.fields = fields
        self.constants = constants
    }
}
