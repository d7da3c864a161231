/// How far the marking of a stage has come.
public struct Progress: Sendable, Hashable {
    /// The stage.
    public var stage: StageID
    /// Sheets of all judges together.
    public var total: Counts
    /// What each judge has done, in ascending order of judge.
    public var judges: [JudgeProgress]
    /// Submissions that lack sheets, in ascending order, with the judges whom they wait for.
    public var blocked: [Blocked]

    /// Sheets, counted.
    public struct Counts: Sendable, Hashable {
        /// Sheets that were assigned and not recused.
        public var assigned = 0
        /// Sheets that are complete.
        public var done = 0
        /// Sheets that were begun and lack a required mark.
        public var open = 0
        /// Sheets that are not complete although the deadline has passed.
        public var late = 0
        /// Sheets from which the judge stepped back.
        public var recused = 0

        /// No sheets.
        public init() {}

        /// Sheets that were assigned and not begun.
        public var notBegun: Int { assigned - done - open }
    }

    /// What one judge has done.
    public struct JudgeProgress: Sendable, Hashable {
        /// The judge.
        public var judge: JudgeID
        /// The judge's sheets.
        public var counts: Counts

        /// What one judge has done.
        public init(judge: JudgeID, counts: Counts = Counts()) {
            self.judge = judge
            self.counts = counts
        }
    }

    /// A submission that lacks sheets.
    public struct Blocked: Sendable, Hashable {
        /// The submission.
        public var submission: SubmissionID
        /// Judges who have not begun, in ascending order.
        public var notBegun: [JudgeID]
        /// Judges whose sheets lack a required mark, in ascending order.
        public var open: [JudgeID]
        /// Judges still to be assigned for a panel of the least size.
        public var unassigned: Int

        /// A submission that lacks sheets.
        public init(
            submission: SubmissionID, notBegun: [JudgeID] = [], open: [JudgeID] = [],
            unassigned: Int = 0
        ) {
            self.submission = submission
            self.notBegun = notBegun
            self.open = open
            self.unassigned = unassigned
        }
    }

    /// The progress of a stage in which nothing was assigned yet.
    public init(stage: StageID) {
        self.stage = stage
        total = Counts()
        judges = []
        blocked = []
    }
}

extension Progress.Counts {
    /// Adds up two counts.
    public static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.assigned += right.assigned
        sum.done += right.done
        sum.open += right.open
        sum.late += right.late
        sum.recused += right.recused
        return sum
    }
}

extension Progress {
    /// Counts a stage's sheets.
    ///
    /// A sheet is done when every required criterion that its judge is to mark has a mark; "not
    /// applicable" is one. Submissions that left the contest do not count. Criteria of kind text
    /// never keep a sheet open, for they stand in no table.
    ///
    /// - Parameters:
    ///   - record: Holds the assignments, judges and recusals.
    ///   - marks: The stage's marks, in the order of the rubric.
    ///   - now: The time for which "late" is told; none where nothing is late.
    /// - Complexity: O(*n* + *m*) for *n* assignments and *m* cells.
    public init(
        of stage: Stage, in contest: Contest, rubric: Rubric, record: ContestRecord,
        marks: MarkTable, now: Timestamp? = nil
    ) {
        self.init(stage: stage.id)
        let states = Self.states(of: marks, rubric: rubric, judges: record.judges)
        let recusals = record.recusals.filter { $0.stage == stage.id }
        let byJudge = Dictionary(grouping: recusals, by: \.judge)
        let isLate = now.map { now in stage.deadline.map { $0 < now } ?? false } ?? false
        var counts: [JudgeID: Counts] = [:]
        var blocked: [SubmissionID: Blocked] = [:]
        var panels: [SubmissionID: Int] = [:]
        for pair in record.assignments[stage.id] ?? [] {
            guard record.exits[pair.submission] == nil else { continue }
            let own = byJudge[pair.judge] ?? []
            if own.contains(where: { $0.covers(pair.submission, in: stage.id) }) {
                counts[pair.judge, default: Counts()].recused += 1
                continue
            }
            panels[pair.submission, default: 0] += 1
            let isDone = states[pair]
            counts[pair.judge, default: Counts()].add(isDone: isDone, isLate: isLate)
            guard isDone != true else { continue }
            var entry = blocked[pair.submission] ?? Blocked(submission: pair.submission)
            if isDone == nil {
                entry.notBegun.append(pair.judge)
            } else {
                entry.open.append(pair.judge)
            }
            blocked[pair.submission] = entry
        }
        for submission in record.participants(of: stage.id, in: contest)
        where record.exits[submission] == nil {
            let missing = stage.panel.minimum - (panels[submission] ?? 0)
            guard missing > 0 else { continue }
            blocked[submission, default: Blocked(submission: submission)].unassigned = missing
        }
        judges = counts.sorted { $0.key < $1.key }.map {
            JudgeProgress(judge: $0.key, counts: $0.value)
        }
        total = judges.reduce(Counts()) { $0 + $1.counts }
        self.blocked = blocked.values.sorted { $0.submission < $1.submission }
    }

    /// Whether each sheet in the table is complete.
    private static func states(
        of marks: MarkTable, rubric: Rubric, judges: [JudgeID: Judge]
    ) -> [Assignment: Bool] {
        let columns = marks.judges.map { id in
            requiredColumns(of: judges[id], rubric: rubric, marks: marks)
        }
        var states: [Assignment: Bool] = [:]
        for row in 0..<marks.rowCount {
            let judge = Int(marks.judgeOfRow[row])
            let start = row * marks.criteria.count
            let pair = Assignment(
                judge: marks.judges[judge],
                submission: marks.submissions[Int(marks.submissionOfRow[row])])
            states[pair] = columns[judge].allSatisfy {
                marks.cells[start + $0] != MarkTable.notScored
            }
        }
        return states
    }

    private static func requiredColumns(
        of judge: Judge?, rubric: Rubric, marks: MarkTable
    ) -> [Int] {
        let own = Set((judge?.criteria(of: rubric) ?? rubric.criteria).map(\.id))
        return rubric.criteria.compactMap { criterion in
            guard criterion.isRequired, criterion.kind != .text, own.contains(criterion.id) else {
                return nil
            }
            return marks.criteria.firstIndex(of: criterion.id)
        }
    }
}

extension Progress.Counts {
    /// Counts one assigned sheet.
    ///
    /// - Parameter isDone: Whether it is complete; none where it was not begun.
    fileprivate mutating func add(isDone: Bool?, isLate: Bool) {
        assigned += 1
        if isDone == true { done += 1 }
        if isDone == false { open += 1 }
        if isLate, isDone != true { late += 1 }
    }
}
