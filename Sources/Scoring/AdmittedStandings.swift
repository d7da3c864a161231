public import Contests

/// The standings of a stage with who goes on to the next one.
///
/// Quotas come first, in the order of the file. One without a value is for every heat or region
/// that no other quota of its kind names, in ascending order. A submission takes one place: where
/// two quotas fit it, the first has it. Quotas are filled even where they add up to more than the
/// whole. Then ``Advancement/count`` and ``Advancement/share``, the smaller where both are
/// stated, leave places to the best of the rest; without both, everyone goes on where there are no
/// quotas either, and nobody else where there are.
///
/// Whoever has no place in the standings does not go on, so that the next in line moves up when
/// somebody leaves. Where low scores win, the minimum score is a maximum.
public struct AdmittedStandings: Sendable, Hashable {
    /// The standings, with ``Standing/advances`` and ``Standing/advancesBy`` filled in.
    public var standings: [Standing]
    /// Those who go on, in ascending order.
    public var admitted: [SubmissionID]
    /// Lines that fell into ties which nothing but identifiers decided.
    public var undecided: [UndecidedLine]

    /// Fills in who goes on; nothing where no stage follows.
    ///
    /// - Parameters:
    ///   - standings: The standings of the stage, the best first.
    ///   - stage: The stage and its rule of advancement.
    ///   - record: For the submissions' heats and regions.
    public init(_ standings: [Standing], stage: Stage, record: ContestRecord) {
        self.standings = standings
        admitted = []
        undecided = []
        guard let rule = stage.advancement else { return }
        var admission = Admission(standings, stage: stage, rule: rule, record: record)
        for quota in rule.quotas { admission.fill(quota) }
        admission.fillRest()
        for index in standings.indices {
            let id = standings[index].submission
            self.standings[index].advances = admission.places[id] != nil
            self.standings[index].advancesBy = admission.places[id] ?? nil
        }
        admitted = admission.places.keys.sorted()
        undecided = admission.undecided
    }
}

/// Fills the places of an advancement.
private struct Admission {
    let stage: Stage
    let rule: Advancement
    let record: ContestRecord
    let rankedCount: Int
    /// Who could still go on, the best first.
    var candidates: [Standing]
    /// Who goes on, with the quota by which.
    var places: [SubmissionID: String?] = [:]
    var undecided: [UndecidedLine] = []

    init(_ standings: [Standing], stage: Stage, rule: Advancement, record: ContestRecord) {
        self.stage = stage
        self.rule = rule
        self.record = record
        let ranked = standings.filter { $0.place != nil }
        rankedCount = ranked.count
        candidates = ranked.filter {
            $0.reaches(rule.minimumScore, order: stage.scoring.order)
        }
    }

    mutating func fill(_ quota: Advancement.Quota) {
        for value in values(of: quota) {
            admit(
                quota.count, of: candidates.filter { self.value(quota.axis, of: $0) == value },
                quota: value)
        }
    }

    mutating func fillRest() {
        let share = rule.share.map { share in
            (try? rule.shareRounding.count(of: share, in: rankedCount)) ?? rankedCount
        }
        let limits = [rule.count, share].compactMap { $0 }
        let total = limits.min() ?? (rule.quotas.isEmpty ? rankedCount : 0)
        admit(total - places.count, of: candidates, quota: nil)
    }

    private mutating func admit(_ count: Int, of standings: [Standing], quota: String?) {
        let line = Line(after: count, of: standings, ties: rule.ties)
        for standing in line.above { places.updateValue(quota, forKey: standing.submission) }
        candidates.removeAll { places[$0.submission] != nil }
        guard let tied = line.undecided else { return }
        let next = StageID(track: stage.id.track, name: rule.to)
        undecided.append(
            UndecidedLine(
                line: .advancement(to: next, quota: quota), admitted: tied.above,
                refused: tied.below))
    }

    /// The heats or regions that a quota is for.
    private func values(of quota: Advancement.Quota) -> [String] {
        if let value = quota.value { return [value] }
        let named = Set(rule.quotas.filter { $0.axis == quota.axis }.compactMap(\.value))
        return Set(candidates.compactMap { value(quota.axis, of: $0) }).subtracting(named)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func value(_ axis: Advancement.Quota.Axis, of standing: Standing) -> String? {
        guard let submission = record.submissions[standing.submission] else { return nil }
        return switch axis {
        case .heat: submission.heat?.text
        case .region: submission.region.isEmpty ? nil : submission.region
        }
    }
}
