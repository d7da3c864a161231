import Assigning
import Contests
import Formats
import Publishing

extension AssignmentProposal {
    /// Affinity in total, at worst and how it is distributed over the panels.
    ///
    /// - Parameter decimals: Decimals of the affinities.
    func affinityLines(decimals: Int) -> [Phrase] {
        guard let worst = worstPanel else { return [] }
        func shown(_ value: Int) -> String { Self.shown(value, decimals: decimals) }
        let sums = panels.map(\.affinity).sorted()
        func at(_ quarter: Int) -> String { shown(sums[(sums.count - 1) * quarter / 4]) }
        var lines = [
            Phrase(
                "affinity: \(shown(totalAffinity)) in total, least for "
                    + "\(worst.submission.text.shown) (\(shown(worst.affinity)))",
                "匹配度：合计 \(shown(totalAffinity))，最低为 \(worst.submission.text.shown)"
                    + "（\(shown(worst.affinity))）"),
            Phrase(
                "affinity of a panel: \(at(0)) least, \(at(1)) first quarter, \(at(2)) median, "
                    + "\(at(3)) third quarter, \(at(4)) most",
                "各组匹配度：最低 \(at(0))，下四分位 \(at(1))，中位数 \(at(2))，上四分位 \(at(3))，最高 \(at(4))"),
        ]
        if let worstBound {
            lines.append(
                worstBound <= worst.affinity
                    ? Phrase("no assignment has a better worst panel: proven", "已证明最差一组不可能更好")
                    : Phrase(
                        "no assignment has a worst panel above \(shown(worstBound)): proven",
                        "已证明最差一组的匹配度不可能超过 \(shown(worstBound))"))
        }
        return lines
    }

    /// A whole number as the decimal that it stands for.
    static func shown(_ value: Int, decimals: Int) -> String {
        guard decimals > 0 else { return String(value) }
        let digits = String(value.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: -decimals)
        return (value < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
    }
}

extension Organizer {
    /// Writes the pairs of a proposal with their affinities, as a CSV that can be read again.
    func write(
        _ proposal: AssignmentProposal, problem: AssignmentProblem, given: GivenAffinities,
        to path: String
    ) throws(Refusal) {
        let submissions = Dictionary(
            problem.submissions.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
        let judges = Dictionary(
            problem.judges.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
        var table = Table(columns: [
            .init("judge", Phrase("Judge", "评委")),
            .init("submission", Phrase("Submission", "作品")),
            .init("affinity", Phrase("Affinity", "匹配度"), alignment: .trailing),
        ])
        table.rows = proposal.assignments.map { pair in
            let affinity = submissions[pair.submission].flatMap { submission in
                judges[pair.judge].flatMap {
                    problem.affinity(of: .init(submission: submission, judge: $0))
                }
            }
            let shown: Table.Cell =
                if let affinity {
                    .decimal(AssignmentProposal.shown(affinity, decimals: given.decimals))
                } else { .none }
            return [.text(pair.judge.text), .text(pair.submission.text), shown]
        }
        do { try Files.write(table.csv(), to: path) } catch { throw Refusal(wrapping: error) }
    }
}
