public import Contests
public import Formats

extension ContestFile {
    /// Checks what only the judges can show: kinds of judge that rules weigh or compare and that no
    /// judge of the stage is of, and rules about two judges of whom one is not there.
    ///
    /// - Parameters:
    ///   - path: The contest file, which is opened again for its lines.
    ///   - file: The path that faults name.
    ///   - loaded: What ``load(path:file:shippedFolder:)`` made of the file.
    ///   - judges: All judges.
    /// - Returns: The faults; none where the file has changed beyond recognition.
    public static func faults(
        path: String, file: String, loaded: Loaded, judges: [Judge]
    ) -> FaultList {
        var faults = FaultList()
        guard let contest = loaded.contest,
            let tree = try? XMLTree.parse(contentsOf: path, file: file)
        else { return faults }
        for (track, element) in zip(contest.tracks, tree.children(named: "track")) {
            for (stage, stageElement) in zip(track.stages, element.children(named: "stage")) {
                faults.append(contentsOf: strangers(stageElement, judges, file: file))
                guard let rubric = loaded.rubrics[stage.id] else { continue }
                let known = stage.scoring.problems(rubric: rubric, contest: contest, stage: stage)
                let all = stage.scoring.problems(
                    rubric: rubric, contest: contest, stage: stage, judges: judges)
                for problem in all where !known.contains(problem) {
                    faults.append(problem.wording.fault(of: stageElement, in: file))
                }
            }
        }
        return faults
    }

    /// Warns of judges that a rule about two names and that the table of judges does not have.
    private static func strangers(_ stage: XMLTree, _ judges: [Judge], file: String) -> FaultList {
        var faults = FaultList()
        let names = judges.map(\.id.text)
        let known = Set(names)
        let rules = stage.first(named: "panel")?.children ?? []
        for rule in rules where ["together", "apart"].contains(rule.name) {
            for name in [rule.value("judge"), rule.value("with")].compactMap(\.self)
            where !known.contains(name) {
                faults.append(
                    rule.fault(
                        in: file,
                        Phrase("there is no judge \(name.quoted)", "没有评委 \(name.quoted)"),
                        rule: Phrase(
                            "<\(rule.name)> says nothing without both of them",
                            "缺少其中一位，<\(rule.name)> 不起作用"),
                        remedy: .perhaps(
                            name, among: names,
                            otherwise: Phrase("Correct the name", "请改正编号")),
                        severity: .warning))
            }
        }
        return faults
    }
}

extension RuleWording {
    /// The fault at the step or tie-break of a stage that the problem is about.
    func fault(of stage: XMLTree, in file: String) -> Fault {
        let (scoring, ties) = (stage.first(named: "scoring"), stage.first(named: "ties"))
        let element: XMLTree? =
            switch place {
            case .rule: scoring
            case .step(let index): scoring?.children.dropFirst(index).first
            case .tieBreak(let index): ties?.children.dropFirst(index).first
            }
        return (element ?? stage).fault(
            in: file, problem, rule: rule, remedy: remedy, severity: severity)
    }
}
