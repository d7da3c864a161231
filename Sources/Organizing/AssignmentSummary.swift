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
}

extension Organizer {
    /// Submissions and judges that are told one by one; of more, the number is.
    private static let mostTold = 12

    /// The submissions that everyone marks; no line where there are none.
    func anchorLines(_ problem: AssignmentProblem) -> [Phrase] {
        guard !problem.anchors.isEmpty else { return [] }
        return [CollidingRule.anchors(problem.anchors.map { problem.submissions[$0] }).phrase]
    }

    /// What an assignment leaves unmet, and the rules that collide.
    func incompleteLines(
        _ audit: AssignmentAudit, _ proposal: AssignmentProposal, _ problem: AssignmentProblem,
        isRecorded: Bool
    ) -> [Phrase] {
        var lines = [
            Phrase(
                "NOT COMPLETE: this is the assignment that breaks least; it leaves unmet:",
                "未完成：以上是违反最少的分配；仍未满足：")
        ]
        lines += audit.unmet.prefix(Self.mostTold).map {
            let phrase = $0.phrase(in: problem)
            return Phrase("  \(phrase.english)", "  \(phrase.chinese)")
        }
        if audit.unmet.count > Self.mostTold {
            let more = audit.unmet.count - Self.mostTold
            lines.append(Phrase("  and \(more) more", "  另有 \(more) 项"))
        }
        if proposal.linkage?.areAsAsked == false {
            lines.append(Phrase("  the links asked for", "  所要求的评委连接"))
        }
        var told: Set<[CollidingRule]> = []
        for shortfall in proposal.shortfalls {
            lines.append(shortfall.phrase)
            if told.insert(shortfall.rules).inserted { lines += shortfall.rulePhrases }
        }
        if !isRecorded {
            lines.append(
                Phrase(
                    "change what collides; or record it as it is: "
                        + "banyan assign \(proposal.stage) --incomplete",
                    "请放宽冲突的规则；若要照此记录：banyan assign \(proposal.stage) --incomplete"))
        }
        return lines
    }

    /// Writes a proposal to a file: in HTML as a page with pictures for the office, else its pairs
    /// with their affinities, as a table that can be read again.
    ///
    /// - Parameter findings: What the page says of it.
    func write(
        _ proposal: AssignmentProposal, problem: AssignmentProblem, given: GivenAffinities,
        findings: [Phrase], record: ContestRecord, to path: String, _ language: Language
    ) throws(Refusal) {
        if path.lowercased().hasSuffix(".html") {
            let page = AssignmentPage.html(
                proposal, findings: findings, decimals: given.decimals,
                names: ContestNames(contest, rubrics: folder.rubrics), record: record)
            do { try Files.write(page, to: path) } catch { throw Refusal(wrapping: error) }
            return
        }
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
        table.name = Phrase("Assignment", "分配")
        do throws(Fault) {
            if path.lowercased().hasSuffix(".xlsx") {
                try Table.write([table], to: path, language: language)
            } else {
                try Files.write(table.csv(), to: path)
            }
        } catch { throw Refusal(wrapping: error) }
    }
}
