public import Computing
public import Contests

extension AssignmentProblem {
    /// The problem that a stage poses as things stand in the record.
    ///
    /// Submissions that left the contest need no judges. What is in force stays where the rules
    /// allow it; what was marked stays whatever happens, unless its judge has recused.
    ///
    /// - Parameters:
    ///   - marked: Assignments whose sheets have come.
    ///   - width: The most threads to use.
    /// - Complexity: O(*s* · *j*) for *s* submissions and *j* judges of the stage.
    public init(
        contest: Contest, stage: Stage, record: ContestRecord, marked: [Assignment] = [],
        width: Int = Concurrency.width
    ) {
        let submissions = record.participants(of: stage.id, in: contest)
            .filter { record.exits[$0] == nil }.compactMap { record.submissions[$0] }
        let judges = record.judges.values.filter { $0.serves(stage.id) }.sorted { $0.id < $1.id }
        let affinity = Affinity(
            judges: judges, submissions: submissions, track: contest.track(stage.id.track))
        let eligibility = Eligibility(stage: stage, judges: judges, record: record)
        let rows = submissions.concurrentMap(chunk: 64, width: width) { submission in
            eligibility.row(for: submission, affinities: affinity.row(for: submission))
        }
        self.init(
            stage: stage.id, submissions: submissions.map(\.id), judges: judges.map(\.id),
            demands: rows.map { _ in
                stage.panel.minimum...max(stage.panel.minimum, stage.panel.maximum)
            },
            loads: judges.map { Self.load(of: $0, stage: stage, submissions: submissions.count) },
            candidates: rows.map(\.candidates),
            panelRules: Self.panelRules(stage.panel, judges: judges))
        stageLoad = stage.panel.maximumLoad
        ruledOut = rows.indices.flatMap { index in
            rows[index].ruledOut.map {
                RuledOut(pair: Pair(submission: index, judge: $0.judge), reason: $0.reason)
            }
        }
        takeOver(record.assignments[stage.id] ?? [], marked: Set(marked))
    }

    /// A judge's own limit comes before the stage's, and neither exceeds what there is to judge.
    private static func load(of judge: Judge, stage: Stage, submissions: Int) -> ClosedRange<Int> {
        let limit = judge.maximumLoad ?? stage.panel.maximumLoad ?? submissions
        let maximum = max(0, min(limit, submissions))
        return min(stage.panel.minimumLoad, maximum)...maximum
    }

    private mutating func takeOver(_ inForce: [Assignment], marked: Set<Assignment>) {
        let submissionPlace = Self.places(submissions)
        let judgePlace = Self.places(judges)
        let recused = Set(ruledOut.filter { $0.reason.rule == .recused }.map(\.pair))
        for assignment in inForce.sorted() {
            guard let submission = submissionPlace[assignment.submission],
                let judge = judgePlace[assignment.judge]
            else { continue }
            let pair = Pair(submission: submission, judge: judge)
            if marked.contains(assignment), !recused.contains(pair) {
                locked.append(pair)
            } else if affinity(of: pair) != nil {
                kept.append(pair)
            }
        }
    }

    static func places<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
        Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The stage's panel rules over the positions of its judges.
    private static func panelRules(_ panel: PanelRule, judges: [Judge]) -> [PanelLimit] {
        var rules: [PanelLimit] = []
        if let most = panel.perOrganisation {
            rules += groups(judges) { $0.organisations.map(OrganisationName.normalised) }
                .map { PanelLimit(judges: $0, count: 0...max(0, most)) }
        }
        if let most = panel.perRegion {
            rules += groups(judges) { [OrganisationName.normalised($0.region)] }
                .map { PanelLimit(judges: $0, count: 0...max(0, most)) }
        }
        for quota in panel.perKind {
            let members = judges.indices.filter { judges[$0].kind == quota.kind }
            rules.append(
                PanelLimit(
                    judges: members, count: quota.minimum...max(quota.minimum, judges.count),
                    kind: quota.kind))
        }
        return rules
    }

    /// Positions of judges who share a word, for each word, in the order of the words.
    private static func groups(_ judges: [Judge], by words: (Judge) -> [String]) -> [[Int]] {
        var groups: [String: [Int]] = [:]
        for (position, judge) in judges.enumerated() {
            for word in Set(words(judge)) where !word.isEmpty {
                groups[word, default: []].append(position)
            }
        }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }
}
