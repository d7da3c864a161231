public import Contests
import Numbers

/// Standings with the awards that they win.
///
/// Awards are given in the order of the file. Each goes to the best standings that have a place
/// and meet its conditions, and that have no earlier award of the same list, unless it may be won
/// beside another. So awards of a track never stand in the way of those over all. Counts and shares
/// are of all that have a place; places that nobody meets the conditions for stay vacant, and later
/// awards do not grow by them. An entrant without a name is not limited.
///
/// A condition looks at the latest stage that the submission reached whose rubric has one of its
/// criteria. Where low scores win, a minimum score is a maximum.
///
/// Awards that the office set come last: such an award takes the place of what the submission won
/// in this list, or comes on top where it may be won beside another. Nobody else's award moves.
public struct AwardedStandings: Sendable, Hashable {
    /// The standings, with ``Standing/awards`` filled in, in the order of the list.
    public var standings: [Standing]
    /// Places that stayed vacant, for each award that has any.
    public var vacancies: [AwardID: Int]
    /// Lines that fell into ties which nothing but identifiers decided.
    public var undecided: [UndecidedLine]

    /// Gives a list of awards to the standings of a track, or of the whole contest.
    ///
    /// - Parameters:
    ///   - standings: The standings, the best first. Awards that they have already stay.
    ///   - awards: The awards of the track, or of the contest.
    ///   - contest: For the order of stages.
    ///   - record: For entrants and overrides.
    ///   - scores: The scores of the stages that conditions may look at.
    ///   - rubrics: The rubrics of these stages.
    /// - Complexity: O(*n* · *a*) for *n* standings and *a* awards.
    public init(
        _ standings: [Standing], awards: [Award], contest: Contest, record: ContestRecord,
        scores: [StageID: StageScores], rubrics: [StageID: Rubric]
    ) {
        var ceremony = Ceremony(
            ranked: standings.filter { $0.place != nil }, record: record,
            eligibility: Eligibility(contest: contest, scores: scores, rubrics: rubrics))
        for award in awards { ceremony.give(award) }
        ceremony.override(by: record.overrides, awards: awards)
        self.standings = standings.map { standing in
            var standing = standing
            let won = Set(ceremony.won[standing.submission] ?? [])
            standing.awards += awards.map(\.id).filter { won.contains($0) }
            return standing
        }
        vacancies = ceremony.vacancies
        undecided = ceremony.undecided
    }
}

/// Gives awards one after the other.
private struct Ceremony {
    let ranked: [Standing]
    let record: ContestRecord
    let eligibility: Eligibility
    var won: [SubmissionID: [AwardID]] = [:]
    /// Who cannot win another award that stands alone.
    var served = Set<SubmissionID>()
    var vacancies: [AwardID: Int] = [:]
    var undecided: [UndecidedLine] = []

    mutating func give(_ award: Award) {
        let eligible = ranked.filter { standing in
            (award.isAdditional || !served.contains(standing.submission))
                && eligibility.allows(standing, award)
        }
        let candidates = withinLimit(of: award, eligible)
        let count = places(of: award) ?? candidates.count
        let line = Line(after: count, of: candidates, ties: award.ties)
        for standing in line.above {
            won[standing.submission, default: []].append(award.id)
            if !award.isAdditional { served.insert(standing.submission) }
        }
        if line.above.count < count { vacancies[award.id] = count - line.above.count }
        if let tied = line.undecided {
            undecided.append(
                UndecidedLine(line: .award(award.id), admitted: tied.above, refused: tied.below))
        }
    }

    /// The candidates without those whose entrant has as many better ones as may win.
    private func withinLimit(of award: Award, _ candidates: [Standing]) -> [Standing] {
        guard let limit = award.perEntrant else { return candidates }
        var wins: [String: Int] = [:]
        return candidates.filter { standing in
            guard let entrant = record.submissions[standing.submission]?.entrant.identity else {
                return true
            }
            wins[entrant, default: 0] += 1
            return wins[entrant, default: 0] <= limit
        }
    }

    /// How many win; none where everybody who is eligible does.
    private func places(of award: Award) -> Int? {
        switch award.extent {
        case .count(let count): count
        case .share(let share, let rounding):
            (try? rounding.count(of: share, in: ranked.count)) ?? ranked.count
        case .minimumScore, .everyone: nil
        }
    }

    mutating func override(by overrides: [Override], awards: [Award]) {
        var settings: [SubmissionID: AwardID?] = [:]
        for override in overrides {
            guard case .award(let award) = override.setting else { continue }
            settings.updateValue(award, forKey: override.submission)
        }
        let additional = Set(awards.filter(\.isAdditional).map(\.id))
        for (submission, setting) in settings {
            guard let setting else {
                won[submission] = []
                continue
            }
            guard awards.contains(where: { $0.id == setting }) else { continue }
            if !additional.contains(setting) {
                won[submission]?.removeAll { !additional.contains($0) }
            }
            won[submission, default: []].append(setting)
        }
    }
}
