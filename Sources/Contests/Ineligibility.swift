/// Why a judge must not be given a submission.
public enum Ineligibility: Sendable, Hashable {
    /// The judge does not serve the stage.
    case wrongTrack
    /// The judge does not serve the submission's heat.
    case wrongHeat(HeatID)
    /// The judge declared that they should not judge it.
    case recused(reason: String)
    /// The table of conflicts says so: of the submission, of an organisation or of a region.
    case conflict(Conflict.Target, reason: String)
    /// Judge and entrant belong to this organisation, as the judge's file writes it.
    case ownOrganisation(String)
    /// Judge and submission come from this region.
    case ownRegion(String)
    /// The submission takes no part in the stage, or has left the contest.
    case notTakingPart

    /// The rule alone, by which cases are counted.
    public enum Rule: String, Sendable, Hashable, CaseIterable, Comparable {
        /// See ``Ineligibility/wrongTrack``.
        case wrongTrack
        /// See ``Ineligibility/wrongHeat(_:)``.
        case wrongHeat
        /// See ``Ineligibility/recused(reason:)``.
        case recused
        /// A conflict with one submission.
        case conflictWithSubmission
        /// A conflict with an organisation.
        case conflictWithOrganisation
        /// A conflict with a region.
        case conflictWithRegion
        /// See ``Ineligibility/ownOrganisation(_:)``.
        case ownOrganisation
        /// See ``Ineligibility/ownRegion(_:)``.
        case ownRegion
        /// See ``Ineligibility/notTakingPart``.
        case notTakingPart

        public static func < (left: Rule, right: Rule) -> Bool {
            let order = Rule.allCases
            return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
        }
    }

    /// The rule alone.
    public var rule: Rule {
        switch self {
        case .wrongTrack: .wrongTrack
        case .wrongHeat: .wrongHeat
        case .recused: .recused
        case .conflict(.submission, _): .conflictWithSubmission
        case .conflict(.organisation, _): .conflictWithOrganisation
        case .conflict(.region, _): .conflictWithRegion
        case .ownOrganisation: .ownOrganisation
        case .ownRegion: .ownRegion
        case .notTakingPart: .notTakingPart
        }
    }
}
