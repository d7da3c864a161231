/// What a reading of an XML file came to, beside its records.
public struct XMLSummary: Sendable, Hashable {
    /// Elements that stand outside every record and hold none: a misspelt record, or another kind.
    public struct Stray: Sendable, Hashable {
        public let name: String
        /// The last line of the first of them.
        public let line: Int
        public let count: Int
    }

    /// The root element's name, attributes and line; nothing where the file does not get that far.
    public let root: XMLTree?
    /// Records that were delivered.
    public let records: Int
    /// What was passed over: at most 64 names.
    public let strays: [Stray]
    /// Why the reading ended before the end of the file. What stood complete before was delivered.
    public let fault: Fault?
}
