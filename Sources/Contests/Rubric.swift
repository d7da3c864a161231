public import Numbers

/// What is judged and how: groups of criteria with weights, scales and levels.
public struct Rubric: Sendable, Hashable {
    /// The rubric's identifier.
    public var id: String
    /// The version that its author gave it.
    public var version: String
    /// Its names.
    public var names: LocalizedText
    /// Where its facts come from, and what in it is ours.
    public var source: LocalizedText
    /// Languages that every text for people is expected in.
    public var languages: [String]
    /// What the weights are declared to sum to; none if the rubric declares nothing.
    public var total: Ratio?
    /// Groups and criteria, in the order of the file.
    public var parts: [Part]
    /// SHA-256 over the rubric's content in hexadecimal; stamped in each sheet.
    public var hash: String

    /// A group or a criterion.
    public indirect enum Part: Sendable, Hashable {
        /// Criteria under one heading.
        case group(Group)
        /// One thing to judge.
        case criterion(Criterion)
    }

    /// Criteria under one heading; groups may hold groups.
    public struct Group: Sendable, Hashable {
        /// The group's identifier; tie-breaks and conditions may name it.
        public var id: CriterionID
        /// Its names.
        public var names: LocalizedText
        /// What the weights within are declared to sum to.
        public var weight: Ratio?
        /// Groups and criteria within.
        public var parts: [Part]

        /// A group.
        public init(id: CriterionID, names: LocalizedText, weight: Ratio? = nil, parts: [Part]) {
            self.id = id
            self.names = names
            self.weight = weight
            self.parts = parts
        }

        /// The criteria within, at any depth, in the order of the file.
        public var criteria: [Criterion] { parts.flatMap(\.criteria) }
    }

    /// A rubric from its parts.
    public init(
        id: String, version: String = "1", names: LocalizedText,
        source: LocalizedText = LocalizedText(), languages: [String] = [], total: Ratio? = nil,
        parts: [Part], hash: String = ""
    ) {
        self.id = id
        self.version = version
        self.names = names
        self.source = source
        self.languages = languages
        self.total = total
        self.parts = parts
        self.hash = hash
    }

    /// The criteria, at any depth, in the order of the file: the columns of a sheet.
    public var criteria: [Criterion] { parts.flatMap(\.criteria) }

    /// The groups, at any depth, in the order of the file.
    public var groups: [Group] { parts.flatMap(\.groups) }

    /// The criteria that an identifier means: one criterion, or all of a group.
    ///
    /// Empty if the rubric has neither.
    public func criteria(named id: CriterionID) -> [CriterionID] {
        if let group = groups.first(where: { $0.id == id }) { return group.criteria.map(\.id) }
        return criteria.contains { $0.id == id } ? [id] : []
    }
}

extension Rubric.Part {
    /// The criteria of this part, at any depth.
    public var criteria: [Criterion] {
        switch self {
        case .group(let group): group.criteria
        case .criterion(let criterion): [criterion]
        }
    }

    /// The groups of this part, itself first, at any depth.
    public var groups: [Rubric.Group] {
        guard case .group(let group) = self else { return [] }
        return [group] + group.parts.flatMap(\.groups)
    }
}
