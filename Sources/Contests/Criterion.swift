public import Numbers

/// One thing to judge.
public struct Criterion: Sendable, Hashable {
    /// The criterion's identifier.
    public var id: CriterionID
    /// Its names.
    public var names: LocalizedText
    /// What the judge is to look at.
    public var description: LocalizedText
    /// How it is judged.
    public var kind: Kind
    /// Its weight, in the unit that the rubric chose.
    public var weight: Ratio
    /// When the judge must say why.
    public var comment: CommentRule
    /// What "not applicable" does to the sheet's score.
    public var notApplicable: NotApplicable
    /// Whether a sheet without a mark here is incomplete.
    public var isRequired: Bool

    /// How a criterion is judged.
    public enum Kind: Sendable, Hashable {
        /// A mark on a scale.
        case judgement(Scale)
        /// A measured value, turned into points.
        case measurement(Measurement)
        /// Boxes to tick, each worth points.
        case checklist([ChecklistBox])
        /// Passed or failed: failing it fails the submission.
        case gate(Gate)
        /// Points on top of the total.
        case bonus(Scale)
        /// Points taken off the total.
        case deduction(Scale)
        /// A text for the entrant or the office; no points.
        case text
    }

    /// What a mark of "not applicable" does.
    public enum NotApplicable: Sendable, Hashable {
        /// A judge cannot give it.
        case refused
        /// The other criteria share out the weight.
        case redistributed
        /// It counts as these points.
        case counted(Points)
    }

    /// A criterion from its parts.
    public init(
        id: CriterionID, names: LocalizedText, description: LocalizedText = LocalizedText(),
        kind: Kind, weight: Ratio = .one, comment: CommentRule = .optional,
        notApplicable: NotApplicable = .refused, isRequired: Bool = true
    ) {
        self.id = id
        self.names = names
        self.description = description
        self.kind = kind
        self.weight = weight
        self.comment = comment
        self.notApplicable = notApplicable
        self.isRequired = isRequired
    }

    /// The scale of marks that judges give; none for gates and texts, and for measurements.
    public var scale: Scale? {
        switch kind {
        case .judgement(let scale), .bonus(let scale), .deduction(let scale): scale
        case .measurement, .checklist, .gate, .text: nil
        }
    }

    /// The most points that a mark can give: the denominator where points are a share.
    public var maximum: Points? {
        switch kind {
        case .judgement(let scale), .bonus(let scale), .deduction(let scale): scale.maximum
        case .measurement(let measurement): measurement.maximum
        case .checklist(let boxes):
            Points(millionths: boxes.reduce(0) { $0 + max(0, $1.points.millionths) })
        case .gate, .text: nil
        }
    }
}

/// When a judge must say why.
public enum CommentRule: Sendable, Hashable {
    /// A comment may be given.
    case optional
    /// A comment must be given.
    case always
    /// A comment must be given for a mark below or above a band.
    case outside(low: Points, high: Points)

    /// Whether a mark needs a comment.
    public func requiresComment(for mark: Points) -> Bool {
        switch self {
        case .optional: false
        case .always: true
        case .outside(let low, let high): mark < low || mark > high
        }
    }
}

/// A box on a checklist.
public struct ChecklistBox: Sendable, Hashable {
    /// The box's identifier within its criterion.
    public var id: String
    /// What is to be ticked.
    public var names: LocalizedText
    /// What a tick is worth; negative for a fault.
    public var points: Points

    /// A box.
    public init(id: String, names: LocalizedText, points: Points) {
        self.id = id
        self.names = names
        self.points = points
    }
}

/// A condition that a submission must meet to be scored at all.
public struct Gate: Sendable, Hashable {
    /// How many failing sheets fail the submission.
    public enum Failing: String, Sendable, Hashable, CaseIterable {
        /// One judge is enough.
        case any
        /// More than half of the judges who looked.
        case majority
        /// All judges who looked.
        case all
    }

    /// How many failing sheets fail the submission.
    public var failing: Failing
    /// What is told when it fails.
    public var reason: LocalizedText

    /// A gate.
    public init(failing: Failing = .majority, reason: LocalizedText = LocalizedText()) {
        self.failing = failing
        self.reason = reason
    }
}
