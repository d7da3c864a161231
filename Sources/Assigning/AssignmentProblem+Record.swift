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
    ///   - given: Affinities and bids from the contest's own tables.
    ///   - seed: Decides which submissions everyone marks, where the stage wants such.
    ///   - callsReserves: Whether reserve judges may be given more than they have.
    ///   - keepsInForce: Whether what is in force stays; if not, it only says which submissions
    ///     everyone marks and which reserve judges were called.
    ///   - width: The most threads to use.
    /// - Complexity: O(*s* · *j*) for *s* submissions and *j* judges of the stage.
    public init(
        contest: Contest, stage: Stage, record: ContestRecord, marked: [Assignment] = [],
        given: GivenAffinities = GivenAffinities(), seed: UInt64 = 0, callsReserves: Bool = false,
        keepsInForce: Bool = true, width: Int = Concurrency.width
    ) {
        let submissions = record.participants(of: stage.id, in: contest)
            .filter { record.exits[$0] == nil }.compactMap { record.submissions[$0] }
        let inForce = record.assignments[stage.id] ?? []
        let judges = Self.judges(
            of: stage, record: record, inForce: callsReserves ? nil : inForce)
        let affinity = Affinity(
            judges: judges, submissions: submissions, track: contest.track(stage.id.track))
        let eligibility = Eligibility(stage: stage, judges: judges, record: record)
        let rows = submissions.concurrentMap(chunk: 64, width: width) { submission in
            eligibility.row(
                for: submission,
                affinities: given.row(for: submission.id, judges: judges) {
                    affinity.row(for: submission)
                })
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
        objective = stage.panel.aims.objective
        links = stage.panel.aims.links
        ruledOut = rows.indices.flatMap { index in
            rows[index].ruledOut.map {
                RuledOut(pair: Pair(submission: index, judge: $0.judge), reason: $0.reason)
            }
        }
        if !callsReserves { holdReserves(judges, inForce) }
        let pairs = Set(inForce)
        if keepsInForce { takeOver(inForce, marked: Set(marked)) }
        guard stage.panel.aims.anchors > 0 else { return }
        let everyone = rows.map { ($0.candidates + $0.ofOtherHeats).sorted { $0.judge < $1.judge } }
        let places = Self.places(self.submissions)
        setAnchors(
            Anchors(problem: self, everyone: everyone, seed: seed).chosen(
                stage.panel.aims.anchors,
                inForce: pairs.compactMap { pair in
                    places[pair.submission].map { Pair(submission: $0, judge: 0) }
                }), everyone: everyone)
    }

    /// The judges of a stage, in ascending order; programs that advise sit on no panel.
    ///
    /// - Parameter inForce: If given, reserve judges count only where they have a pair in it.
    private static func judges(
        of stage: Stage, record: ContestRecord, inForce: [Assignment]?
    ) -> [Judge] {
        let busy = Set((inForce ?? []).map(\.judge))
        let advisers = stage.advisers
        return record.judges.values.filter { judge in
            judge.serves(stage.id) && !advisers.contains(judge.id)
                && (!judge.isReserve || inForce == nil || busy.contains(judge.id))
        }.sorted { $0.id < $1.id }
    }

    /// Gives reserve judges nothing more than they have.
    private mutating func holdReserves(_ judges: [Judge], _ inForce: [Assignment]) {
        let counts = Dictionary(grouping: inForce, by: \.judge).mapValues(\.count)
        for (position, judge) in judges.enumerated() where judge.isReserve {
            let most = min(loads[position].upperBound, counts[judge.id] ?? 0)
            loads[position] = 0...most
        }
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

    /// Takes pairs as in force that stay where the rules allow it.
    public mutating func keep(_ pairs: [Assignment]) {
        let (submissionPlace, judgePlace) = (Self.places(submissions), Self.places(judges))
        let locked = Set(locked)
        kept = pairs.sorted().compactMap { assignment in
            guard let submission = submissionPlace[assignment.submission],
                let judge = judgePlace[assignment.judge]
            else { return nil }
            let pair = Pair(submission: submission, judge: judge)
            return locked.contains(pair) || affinity(of: pair) == nil ? nil : pair
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
        if panel.seniors > 0 {
            rules.append(
                PanelLimit(
                    judges: judges.indices.filter { judges[$0].isSenior },
                    count: panel.seniors...max(panel.seniors, judges.count), isAboutSeniors: true))
        }
        let place = places(judges.map(\.id))
        for rule in panel.pairRules {
            // A rule about a judge of another stage says nothing here.
            guard let one = place[rule.judge], let other = place[rule.other], one != other else {
                continue
            }
            rules.append(
                PanelLimit(
                    judges: [min(one, other), max(one, other)],
                    count: 0...(rule.isTogether ? 2 : 1), isAllOrNone: rule.isTogether))
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
