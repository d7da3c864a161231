import Contests

/// Which judges of a stage a submission may get, and why not the others.
///
/// Rules are tried in this order, and the first that forbids the pair is told: recusal, the table
/// of conflicts (submission, organisation, region), own organisation, own region, heat.
struct Eligibility: Sendable {
    private let stage: Stage
    private let judges: [Judge]
    private var recusals: [JudgeID: [Recusal]]
    private var conflicts: [JudgeID: [(target: NormalisedTarget, conflict: Conflict)]]
    /// The judges' organisations and regions as they are compared.
    private var organisations: [[String]]
    private var regions: [String]

    init(stage: Stage, judges: [Judge], record: ContestRecord) {
        self.stage = stage
        self.judges = judges
        recusals = Dictionary(
            grouping: record.recusals.filter { $0.stage == stage.id }, by: \.judge)
        conflicts = Dictionary(grouping: record.conflicts, by: \.judge).mapValues {
            $0.map { (target: NormalisedTarget($0.target), conflict: $0) }
        }
        organisations = judges.map { $0.organisations.map(OrganisationName.normalised) }
        regions = judges.map { OrganisationName.normalised($0.region) }
    }

    /// A submission's candidates and the judges ruled out, in ascending order of judge.
    struct Row: Sendable {
        var candidates: [AssignmentProblem.Candidate] = []
        /// Judges whom nothing but the heat keeps from the submission.
        var ofOtherHeats: [AssignmentProblem.Candidate] = []
        var ruledOut: [(judge: Int, reason: Ineligibility)] = []
    }

    func row(for submission: Submission, affinities: [Int32]) -> Row {
        var row = Row()
        row.candidates.reserveCapacity(judges.count)
        let traits = Traits(submission)
        for judge in judges.indices {
            let candidate = AssignmentProblem.Candidate(
                judge: judge, affinity: Int(affinities[judge]))
            guard let reason = reason(judge, traits) else {
                row.candidates.append(candidate)
                continue
            }
            // That a judge serves other heats is no conflict, only the order of the stage.
            if reason.rule == .wrongHeat {
                row.ofOtherHeats.append(candidate)
            } else {
                row.ruledOut.append((judge, reason))
            }
        }
        return row
    }

    /// Why a judge must not be given a submission; none if they may.
    ///
    /// - Parameter judge: The judge's position.
    func reason(_ judge: Int, _ submission: Traits) -> Ineligibility? {
        let id = judges[judge].id
        if let recusal = recusals[id]?.first(where: { $0.covers(submission.id, in: stage.id) }) {
            return .recused(reason: recusal.reason)
        }
        if let conflict = conflicts[id]?.first(where: { submission.meets($0.target) }) {
            return .conflict(conflict.conflict.target, reason: conflict.conflict.reason)
        }
        if stage.panel.barsOwnOrganisation,
            let own = organisations[judge].firstIndex(where: submission.organisations.contains)
        {
            return .ownOrganisation(judges[judge].organisations[own])
        }
        if stage.panel.barsOwnRegion, !regions[judge].isEmpty, regions[judge] == submission.region {
            return .ownRegion(judges[judge].region)
        }
        // A stage without heats judges all together, whatever heats its judges served before.
        if !stage.heats.isEmpty, let heat = submission.heat, !judges[judge].serves(heat: heat) {
            return .wrongHeat(heat)
        }
        return nil
    }

    /// What of a submission its conflicts depend on.
    struct Traits: Sendable {
        let id: SubmissionID
        let heat: HeatID?
        let organisations: Set<String>
        let region: String

        init(_ submission: Submission) {
            id = submission.id
            heat = submission.heat
            organisations = Set(
                submission.entrant.allOrganisations.map(OrganisationName.normalised)
                    .filter { !$0.isEmpty })
            region = OrganisationName.normalised(submission.region)
        }

        func meets(_ target: NormalisedTarget) -> Bool {
            switch target {
            case .submission(let id): id == self.id
            case .organisation(let name): organisations.contains(name)
            case .region(let name): !region.isEmpty && name == region
            }
        }
    }

    /// A conflict's target with its name as names are compared.
    enum NormalisedTarget: Sendable {
        case submission(SubmissionID)
        case organisation(String)
        case region(String)

        init(_ target: Conflict.Target) {
            switch target {
            case .submission(let id): self = .submission(id)
            case .organisation(let name): self = .organisation(OrganisationName.normalised(name))
            case .region(let name): self = .region(OrganisationName.normalised(name))
            }
        }
    }
}
