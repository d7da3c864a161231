public import Contests
public import Formats

extension StageReport {
    /// Why a submission's adjusted mean differs from its raw one, in words; none for a submission
    /// without a place.
    public func adjustment(of id: SubmissionID) -> Phrase? {
        guard let submission = submissions.first(where: { $0.submission == id }) else { return nil }
        let panel = judges.filter { $0.stage == stage && submission.judges.contains($0.judge) }
        return Self.change(of: submission.raw, by: submission.panelSeverity)
            + Self.reasons(panel) + placeWording(submission)
    }

    private static func change(of raw: Double, by severity: Double) -> Phrase {
        let (before, after) = (raw.text(decimals: 2), (raw + severity).text(decimals: 2))
        let size = abs(severity).text(decimals: 2)
        guard size != "0.00" else {
            return Phrase(
                "its mean of \(before) needs no adjustment for severity: ",
                "其均分 \(before) 无需按评委严厉度校正：")
        }
        let sign = severity < 0 ? "−" : "+"
        return Phrase(
            "adjusted for severity, its mean of \(before) would be \(after) (\(sign)\(size)): ",
            "按评委严厉度校正，其均分 \(before) 应为 \(after)（\(sign)\(size)）：")
    }

    private static func reasons(_ panel: [Severity]) -> Phrase {
        let gaps = panel.compactMap(\.gap)
        let strict = gaps.filter { $0 >= 0.05 }.sorted(by: >)
        let lenient = gaps.filter { $0 <= -0.05 }.sorted()
        func listed(_ gaps: [Double]) -> Phrase {
            gaps.map { Phrase(verbatim: abs($0).text(decimals: 1)) }.joined()
        }
        func clause(_ gaps: [Double], _ english: String, _ chinese: String) -> Phrase {
            Phrase(
                "\(gaps.count) of its \(panel.count) judges \(gaps.count == 1 ? "marks" : "mark") "
                    + "\(english) than fellow judges on the same submissions, by ",
                "\(panel.count) 名评委中有 \(gaps.count) 名对同一作品比同组评委打分\(chinese)，平均相差 ")
                + listed(gaps) + Phrase(" points", " 分")
        }
        let clauses =
            (strict.isEmpty ? [] : [clause(strict, "lower", "低")])
            + (lenient.isEmpty ? [] : [clause(lenient, "higher", "高")])
        guard !clauses.isEmpty else {
            return Phrase(
                "its judges mark as their fellow judges do", "其评委与同组评委打分宽严相当")
        }
        return clauses.joined(Phrase("; ", "；"))
    }

    private func placeWording(_ submission: Certainty) -> Phrase {
        let (best, worst) = (submission.places.lowerBound, submission.places.upperBound)
        guard best < worst else {
            return Phrase("; its place is certain at 80 %", "；在 80% 的把握下名次确定")
        }
        return Phrase(
            "; at 80 % its place lies between \(best) and \(worst)",
            "；在 80% 的把握下名次在第 \(best) 至第 \(worst) 名之间")
    }
}
