import Contests
import Numbers

/// What all submissions of a stage have in common while their scores are made.
struct ScoringPlan: Sendable {
    /// A criterion that has values: neither a gate nor a text.
    ///
    /// Plain numbers only: threads would wait for each other to count references to anything else.
    struct Column: Sendable {
        /// How its values enter a sum over criteria.
        enum Role: Sendable {
            /// By the method of the step.
            case weighted
            /// On top of what the method makes.
            case bonus
            /// Taken off what the method makes.
            case deduction
        }

        /// Its index in the rubric.
        let position: Int
        /// Its column in the marks; none if the marks do not have it.
        let markColumn: Int?
        let role: Role
        let weight: Ratio
        let maximum: Ratio?
        let notApplicable: Criterion.NotApplicable
        let isRequired: Bool
        /// Whether marks are measured values; how they become points is in the rubric.
        let isMeasured: Bool
    }

    /// A criterion that fails the submission.
    struct GateColumn: Sendable {
        let id: CriterionID
        let gate: Gate
        let markColumn: Int
    }

    /// A judge of the marks.
    struct Marker: Sendable {
        let id: JudgeID
        let kind: JudgeKind
    }

    /// A submission that takes part.
    struct Participant: Sendable {
        let id: SubmissionID
        /// Its rows of the marks.
        let rows: Range<Int>
        /// Its assignments.
        let assignments: Range<Int>
    }

    let stage: Stage
    let rubric: Rubric
    let marks: MarkTable
    let record: ContestRecord
    let earlier: [String: StageScores]
    let tables: [String: LookupTable]

    let participants: [Participant]
    let columns: [Column]
    let gates: [GateColumn]
    /// The criteria that a complete sheet has a mark on: index in the rubric, column in the marks.
    let required: [(position: Int, markColumn: Int?, id: CriterionID)]
    let markers: [Marker]
    /// The criteria of the rubric.
    let criteria: [Criterion]
    /// For each marker and each criterion of the rubric, whether the one is to mark the other.
    let scopes: [Bool]
    let assignments: [Assignment]
    let adjustments: [SubmissionID: [Adjustment]]
    let reconsiderations: [SubmissionID: [Reconsideration]]
    /// Whether criteria are combined before judges, so that each sheet has a score.
    let hasSheetScores: Bool

    init(
        contest: Contest, stage: Stage, rubric: Rubric, marks: MarkTable, record: ContestRecord,
        earlier: [String: StageScores], only wanted: ((SubmissionID) -> Bool)? = nil
    ) {
        self.stage = stage
        self.rubric = rubric
        self.marks = marks
        self.record = record
        self.earlier = earlier
        tables = Dictionary(contest.tables.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        assignments = record.assignments[stage.id] ?? []
        var taking = record.participants(of: stage.id, in: contest)
        if let wanted { taking.removeAll { !wanted($0) } }
        participants = Self.participants(taking, marks: marks, assignments: assignments)

        let markColumns = Dictionary(
            marks.criteria.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
        let criteria = rubric.criteria
        self.criteria = criteria
        columns = Self.columns(criteria, in: markColumns)
        gates = criteria.compactMap { criterion in
            guard case .gate(let gate) = criterion.kind, let column = markColumns[criterion.id]
            else { return nil }
            return GateColumn(id: criterion.id, gate: gate, markColumn: column)
        }
        required = criteria.enumerated().compactMap { position, criterion in
            // A text is never in the marks' columns of numbers, so nobody can tell if it is there.
            if criterion.kind == .text || !criterion.isRequired { return nil }
            return (position, markColumns[criterion.id], criterion.id)
        }
        let judges = marks.judges.map { record.judges[$0] ?? Judge(id: $0) }
        markers = judges.map { Marker(id: $0.id, kind: $0.kind) }
        scopes = judges.flatMap { judge in
            let own = Set(judge.criteria(of: rubric).map(\.id))
            return criteria.map { own.contains($0.id) }
        }
        adjustments = Dictionary(
            grouping: record.adjustments.filter { $0.stage == stage.id }, by: \.submission)
        reconsiderations = Dictionary(
            grouping: record.reconsiderations.filter { $0.stage == stage.id }, by: \.submission)
        hasSheetScores = Self.firstAxis(of: stage.scoring) == .criteria
    }

    var steps: [ScoringStep] { stage.scoring.steps }

    /// The columns that a step is for; all if it names none, or once criteria are combined.
    func columns(of criteria: [CriterionID], width: Int) -> [Int] {
        guard !criteria.isEmpty, width == columns.count else { return Array(0..<width) }
        let named = Set(criteria.flatMap { rubric.criteria(named: $0) })
        return columns.indices.filter { named.contains(id(columns[$0])) }
    }

    /// The criterion of a column.
    func id(_ column: Column) -> CriterionID { criteria[column.position].id }

    /// The points for a measured value; none where it lies below every band.
    func points(for value: Points, in column: Column) throws(NumbersError) -> Ratio? {
        guard case .measurement(let measurement) = criteria[column.position].kind else {
            return nil
        }
        return try measurement.points(for: value)
    }

    /// Whether a judge, as an index into ``markers``, is to mark a criterion of the rubric.
    func isInScope(_ judge: Int32, _ position: Int) -> Bool {
        scopes[Int(judge) * criteria.count + position]
    }

    /// A number that a submission's field holds; none if it is missing or no number.
    func number(in field: String, of submission: SubmissionID) -> Ratio? {
        guard let text = record.submissions[submission]?.fields[field] else { return nil }
        return try? Ratio(parsing: text)
    }

    private static func firstAxis(of rule: ScoringRule) -> CombineStep.Axis? {
        for case .combine(let step) in rule.steps { return step.axis }
        return nil
    }

    /// Walks through participants, marks and assignments at once, for all are in ascending order.
    private static func participants(
        _ taking: [SubmissionID], marks: MarkTable, assignments: [Assignment]
    ) -> [Participant] {
        let rows = marks.rowsBySubmission()
        var marked = 0
        var assigned = 0
        return taking.map { id in
            while marked < rows.count, marks.submissions[marked] < id { marked += 1 }
            while assigned < assignments.count, assignments[assigned].submission < id {
                assigned += 1
            }
            let start = assigned
            while assigned < assignments.count, assignments[assigned].submission == id {
                assigned += 1
            }
            let isMarked = marked < rows.count && marks.submissions[marked] == id
            return Participant(
                id: id, rows: isMarked ? rows[marked] : 0..<0, assignments: start..<assigned)
        }
    }

    private static func columns(
        _ criteria: [Criterion], in markColumns: [CriterionID: Int]
    ) -> [Column] {
        criteria.enumerated().compactMap { position, criterion in
            let role: Column.Role
            switch criterion.kind {
            case .gate, .text: return nil
            case .judgement, .checklist, .measurement: role = .weighted
            case .bonus: role = .bonus
            case .deduction: role = .deduction
            }
            var isMeasured = false
            if case .measurement = criterion.kind { isMeasured = true }
            return Column(
                position: position, markColumn: markColumns[criterion.id], role: role,
                weight: criterion.weight, maximum: criterion.maximum.map { Ratio($0) },
                notApplicable: criterion.notApplicable, isRequired: criterion.isRequired,
                isMeasured: isMeasured)
        }
    }
}
