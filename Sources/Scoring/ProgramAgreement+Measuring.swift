public import Contests
import Numbers
import Statistics

extension ProgramAgreement {
    /// Submissions that are named where a program and people differ most.
    public static let widestCount = 10

    /// Compares each program of a stage with people, on each criterion that both mark.
    ///
    /// - Parameters:
    ///   - marks: All marks of the stage, those of programs that advise too.
    ///   - programs: The judges that are programs.
    /// - Complexity: O(cells).
    public static func all(
        in marks: MarkTable, programs: Set<JudgeID>
    ) -> [ProgramAgreement] {
        let isProgram = marks.judges.map { programs.contains($0) }
        guard isProgram.contains(true) else { return [] }
        let panels = marks.rowsBySubmission()
        return marks.judges.indices.filter { isProgram[$0] }.flatMap { judge in
            marks.criteria.indices.compactMap { criterion in
                Comparison(
                    marks, panels, judge: judge, criterion: criterion, isProgram: isProgram
                ).result
            }
        }
    }
}

/// What one program and people gave on one criterion.
private struct Comparison {
    private let judge: JudgeID
    private let criterion: CriterionID
    private var differences: [ProgramAgreement.Difference] = []
    private var withPeople = PairedMarks()
    private var amongPeople = PairedMarks()

    init(
        _ marks: MarkTable, _ panels: [Range<Int>], judge: Int, criterion: Int, isProgram: [Bool]
    ) {
        self.judge = marks.judges[judge]
        self.criterion = marks.criteria[criterion]
        for (submission, rows) in panels.enumerated() {
            var program: Double?
            var people: [Double] = []
            for row in rows {
                guard case .points(let points)? = marks[row, criterion] else { continue }
                let who = Int(marks.judgeOfRow[row])
                if who == judge { program = Double(points.millionths) / 1e6 }
                if !isProgram[who] { people.append(Double(points.millionths) / 1e6) }
            }
            amongPeople.add(panel: people)
            guard let program, !people.isEmpty else { continue }
            for mark in people { withPeople.add(program, mark) }
            differences.append(
                ProgramAgreement.Difference(
                    submission: marks.submissions[submission], program: program,
                    people: people.reduce(0, +) / Double(people.count),
                    peopleCount: people.count))
        }
    }

    /// Nothing where they share no submission.
    var result: ProgramAgreement? {
        guard !differences.isEmpty else { return nil }
        let count = Double(differences.count)
        let mean = differences.reduce(0) { $0 + $1.severity } / count
        let squares = differences.reduce(0) { $0 + ($1.severity - mean) * ($1.severity - mean) }
        let widest = differences.sorted {
            (abs($1.severity), $0.submission) < (abs($0.severity), $1.submission)
        }
        return ProgramAgreement(
            judge: judge, criterion: criterion, submissions: differences.count, severity: mean,
            error: count > 1 ? (squares / (count - 1) / count).squareRoot() : nil,
            kappa: withPeople.kappa, peopleKappa: amongPeople.kappa,
            widest: Array(
                widest.prefix(ProgramAgreement.widestCount).prefix { $0.severity != 0 }))
    }
}
