import Assigning
import Contests

/// Problems that have only one answer: given panels.
enum Design {
    static func problem(panels: [[Int]], judges: Int) -> AssignmentProblem {
        func id(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return AssignmentProblem(
            stage: StageID(track: "t", name: "s"),
            submissions: panels.indices.map { SubmissionID("S" + id($0)) },
            judges: (0..<judges).map { JudgeID("J" + id($0)) },
            demands: panels.map { $0.count...$0.count },
            loads: (0..<judges).map { _ in 0...panels.count },
            candidates: panels.map { $0.map { .init(judge: $0, affinity: 1) } })
    }
}
