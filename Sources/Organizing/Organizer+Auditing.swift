import Assigning
public import Contests
import Formats

extension Organizer {
    /// Checks the assignments in force of a stage, whoever made them: that they obey the rules of
    /// today, and how far from the best they are at most, by prices that the audit adds up itself.
    public func auditAssignment(_ id: StageID) throws(Refusal) -> Report {
        let stage = try stage(id)
        let record = try record()
        let inForce = record.assignments[id] ?? []
        guard !inForce.isEmpty else {
            throw Refusal(
                Phrase("nothing is assigned in \(id)", "\(id) 尚未分配"),
                remedy: Phrase("Assign first: banyan assign \(id)", "请先分配：banyan assign \(id)"))
        }
        let given = try given(for: stage)
        // What is best is asked without keeping what is in force, by the judges who were called.
        let problem = AssignmentProblem(
            contest: contest, stage: stage, record: record, given: given, keepsInForce: false)
        let best = AssignmentPlanner(seed: 0).plan(problem)
        let solution = best.replacingPairs(with: inForce, in: problem)
        let audit = AssignmentAudit(problem, solution)
        let links = JudgeLinks(problem, solution)
        var report = Report()
        report.lines = findingLines(audit, problem, stage, record)
        let strange = inForce.count - solution.pairs.count
        if strange > 0 {
            report.lines.append(
                Phrase(
                    "\(strange) pair(s) are about a judge or a submission that the stage does not "
                        + "have",
                    "\(strange) 对涉及本阶段没有的评委或作品"))
        }
        if links?.areAsAsked == false {
            report.lines.append(Phrase("the links asked for are not there", "未达到所要求的评委连接"))
        }
        let isSound = report.lines.isEmpty
        report.lines.append(
            isSound
                ? Phrase("every rule is obeyed", "所有规则均已遵守")
                : Phrase("\(report.lines.count) finding(s)", "共发现 \(report.lines.count) 项"))
        if audit.findings.isEmpty {
            report.lines += boundLines(
                audit, solution, isEven: problem.objective == .evenLoads, decimals: given.decimals)
            report.lines += planLines(
                stage, problem, greatest: best.totalAffinity, decimals: given.decimals)
        }
        report.lines.append(AssignmentProposal.linkLine(solution.islands(in: problem)))
        if let links { report.lines += links.phrases(decimals: given.decimals) }
        report.status = isSound ? .done : .dataAtFault
        return report
    }

    /// What is wrong, pairs with the reason why they are not allowed.
    private func findingLines(
        _ audit: AssignmentAudit, _ problem: AssignmentProblem, _ stage: Stage,
        _ record: ContestRecord
    ) -> [Phrase] {
        let findings = audit.findings.filter {
            // Pairs that break rules may well come to more than pairs that obey them can.
            if case .bound = $0 { false } else { true }
        }
        return (findings + audit.unmet).map { finding in
            guard case .notAllowed(let pair) = finding,
                let why = PairExplanation(
                    judge: pair.judge, submission: pair.submission, contest: contest,
                    stage: stage, record: record, assignments: [])
            else { return finding.phrase(in: problem) }
            return why.phrases.first ?? finding.phrase
        }
    }

    private func boundLines(
        _ audit: AssignmentAudit, _ solution: AssignmentSolution, isEven: Bool, decimals: Int
    ) -> [Phrase] {
        func shown(_ value: Int) -> String {
            AssignmentProposal.shown(value, decimals: decimals)
        }
        let total = shown(solution.totalAffinity)
        var lines: [Phrase] = []
        if let bound = audit.bound {
            let even = isEven ? Phrase(" with loads as even", "（评审量同样均衡时）") : .none
            let gap = bound - solution.totalAffinity
            lines.append(
                gap <= 0
                    ? Phrase(
                        "the affinity is \(total), and judges' prices prove that "
                            + "none is greater\(even.english)",
                        "总匹配度为 \(total)，评委价格证明已达最大\(even.chinese)")
                    : Phrase(
                        "the affinity is \(total); judges' prices prove that none "
                            + "is greater than \(shown(bound))\(even.english): the gap is "
                            + "\(shown(gap)) at most",
                        "总匹配度为 \(total)；评委价格证明不会超过 \(shown(bound))\(even.chinese)，"
                            + "差距至多 \(shown(gap))"))
        }
        if let bound = audit.worstBound {
            lines.append(
                Phrase(
                    "the worst panel can have \(shown(bound)) at most",
                    "最差一组的匹配度至多为 \(shown(bound))"))
        }
        return lines
    }
}

extension JudgeLinks {
    /// What the links come to, a sentence each.
    ///
    /// - Parameter decimals: Decimals of the affinities.
    func phrases(decimals: Int) -> [Phrase] {
        var lines: [Phrase] = []
        if judges > 1, strength > 0 {
            var english = "links: \(strength) shared submission(s) or more along a spanning set"
            var chinese = "连接：沿一组贯通的连接至少共同评审 \(strength) 件"
            if let smallestCut {
                english += "; smallest cut \(smallestCut)"
                chinese += "；最小割 \(smallestCut)"
            }
            if let algebraicConnectivity {
                english += "; algebraic connectivity \(algebraicConnectivity.short)"
                chinese += "；代数连通度 \(algebraicConnectivity.short)"
            }
            lines.append(Phrase(english, chinese))
        }
        if let severityError, let one = severityError.worstPair.first,
            let other = severityError.worstPair.last
        {
            lines.append(
                Phrase(
                    "standard error of a severity difference, in errors of one mark: "
                        + "\(severityError.mean.short) in the mean, \(severityError.worst.short) "
                        + "at worst (\(one.text.shown), \(other.text.shown))",
                    "宽严差异的标准误（以单次评分误差为单位）：平均 \(severityError.mean.short)，"
                        + "最大 \(severityError.worst.short)（\(one.text.shown)、\(other.text.shown)）"))
        }
        if let price {
            let cost = AssignmentProposal.shown(price.affinity, decimals: decimals)
            let least = AssignmentProposal.shown(price.atLeast, decimals: decimals)
            lines.append(
                Phrase(
                    "linking the judges cost \(cost) affinity; \(least) at least is proven to be "
                        + "needed",
                    "使评委相连让出匹配度 \(cost)；已证明至少需要 \(least)"))
        }
        if !areAsAsked {
            lines.append(
                Phrase(
                    "the stage asks for \(asked) shared submission(s) along every link; there are "
                        + "\(strength): let a judge serve more heats, or ask for anchors",
                    "本阶段要求每条连接共同评审 \(asked) 件，实际为 \(strength) 件：可让评委跨赛区评审，"
                        + "或设置共同评审的作品（anchors）"))
        }
        return lines
    }
}

extension Double {
    /// Three decimals.
    fileprivate var short: String {
        let thousandths = Int((self * 1_000).rounded())
        let rest = String(thousandths % 1_000)
        return "\(thousandths / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }
}
