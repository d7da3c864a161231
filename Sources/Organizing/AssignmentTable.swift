import Assigning
import Contests
import Formats

/// Pairs of judge and submission that the office decided itself, read from a table.
struct AssignmentTable {
    /// The pairs that may be, in ascending order.
    private(set) var pairs: [Assignment] = []
    /// Everything that is wrong with the file.
    private(set) var faults: FaultList

    /// Reads a table with the columns judge and submission, and checks each pair against the rules.
    ///
    /// - Parameter explain: Says what speaks against a pair that the rules do not allow.
    init(
        path: String, problem: AssignmentProblem,
        explain: (Assignment) -> PairExplanation?
    ) {
        let search = TableSearch(needed: [["judge", "评委"], ["submission", "作品"]])
        let table = CSVTable(path: path, search: search)
        faults = table.faults
        guard !faults.hasErrors else { return }
        guard let judge = table.header?.index(of: ["judge", "评委"]),
            let submission = table.header?.index(of: ["submission", "作品"])
        else {
            faults.append(Self.noColumns(path, table.header?.place()))
            return
        }
        let allowed = Self.allowed(problem)
        var seen: Set<Assignment> = []
        for row in table.rows {
            let pair = Assignment(
                judge: JudgeID(row.trimmed(judge)),
                submission: SubmissionID(row.trimmed(submission)))
            guard seen.insert(pair).inserted else { continue }
            if allowed.contains(pair) {
                pairs.append(pair)
            } else {
                var fault = Self.notAllowed(
                    pair, explain(pair), problem, file: path, line: row.line)
                let isKnown = problem.submissions.contains(pair.submission)
                fault.place = row.place(isKnown ? judge : submission)
                faults.append(fault)
            }
        }
        pairs.sort()
    }

    private static func allowed(_ problem: AssignmentProblem) -> Set<Assignment> {
        var allowed: Set<Assignment> = []
        for (index, candidates) in problem.candidates.enumerated() {
            for candidate in candidates {
                allowed.insert(
                    Assignment(
                        judge: problem.judges[Int(candidate.judge)],
                        submission: problem.submissions[index]))
            }
        }
        for pair in problem.locked { allowed.insert(problem.assignment(pair)) }
        return allowed
    }

    private static func noColumns(_ file: String, _ place: SheetPlace?) -> Fault {
        Fault(
            file: file, line: 1,
            problem: Phrase("the columns judge and submission are not both there", "缺少评委列或作品列"),
            rule: Phrase("an assignment is a pair of judge and submission", "一项分配由评委和作品组成"),
            remedy: Phrase("Write the header judge,submission", "请把表头写成 judge,submission"),
            place: place)
    }

    private static func notAllowed(
        _ pair: Assignment, _ explanation: PairExplanation?, _ problem: AssignmentProblem,
        file: String,
        line: Int
    ) -> Fault {
        let judges = problem.judges.map(\.text)
        let submissions = problem.submissions.map(\.text)
        let why: Phrase
        let remedy: Phrase
        if case .forbidden(let reason) = explanation?.outcome {
            why = reason.phrase
            remedy = Phrase("Give the submission to another judge", "请改派其他评委")
        } else if !problem.submissions.contains(pair.submission) {
            why = Phrase(
                "'\(pair.submission.text.shown)' takes no part in the stage",
                "“\(pair.submission.text.shown)”未参加该阶段")
            remedy = nearest(pair.submission.text, among: submissions)
        } else {
            why = Phrase(
                "'\(pair.judge.text.shown)' is no judge of the stage",
                "“\(pair.judge.text.shown)”不是该阶段的评委")
            remedy = nearest(pair.judge.text, among: judges)
        }
        return Fault(
            file: file, line: line,
            problem: Phrase(
                "\(pair.judge.text.shown) cannot judge \(pair.submission.text.shown)",
                "\(pair.judge.text.shown) 不能评审 \(pair.submission.text.shown)"),
            rule: why, remedy: remedy)
    }

    private static func nearest(_ text: String, among names: [String]) -> Phrase {
        guard let near = NearestName.of(text, among: names) else {
            return Phrase("Check the identifier", "请核对编号")
        }
        return Phrase("Did you mean '\(near)'?", "是否指“\(near)”？")
    }
}
