import Contests
import Formats

extension ContestBuilder {
    /// Finds each stage's rubric, and checks what can only be checked with it: scoring steps,
    /// tie-breaks, and the conditions of awards.
    mutating func checkRules(
        of contest: Contest, _ tree: XMLTree, with library: inout RubricLibrary
    ) {
        for (track, element) in zip(contest.tracks, tree.children(named: "track")) {
            for (stage, stageElement) in zip(track.stages, element.children(named: "stage")) {
                guard let rubric = library.rubric(stage.rubric, namedBy: stageElement) else {
                    continue
                }
                rubrics[stage.id] = rubric
                check(stage, of: contest, against: rubric, stageElement)
            }
            checkConditions(
                element.first(named: "awards"), track.stages.compactMap { rubrics[$0.id] })
        }
        checkConditions(
            tree.first(named: "awards"), contest.stages.compactMap { rubrics[$0.id] })
    }

    private mutating func check(
        _ stage: Stage, of contest: Contest, against rubric: Rubric, _ tree: XMLTree
    ) {
        let steps = tree.first(named: "scoring")?.children ?? []
        let ties = tree.first(named: "ties")?.children ?? []
        // An unknown step has been told; those after it could not be counted.
        guard steps.count == stage.scoring.steps.count, ties.count == stage.ties.count else {
            return
        }
        checkMetrics(tree, rubric)
        for problem in stage.scoring.problems(rubric: rubric, contest: contest, stage: stage) {
            faults.append(problem.wording.fault(of: tree, in: file))
        }
    }

    private mutating func checkConditions(_ awards: XMLTree?, _ rubrics: [Rubric]) {
        guard let awards, !rubrics.isEmpty else { return }
        var seen = Set<String>()
        let known = rubrics.flatMap { $0.groups.map(\.id.text) + $0.criteria.map(\.id.text) }
            .filter { seen.insert($0).inserted }
        for award in awards.children(named: "award") {
            for condition in award.children(named: "condition") {
                for name in (condition.value("criteria") ?? "").words {
                    check(
                        name, of: condition, attribute: "criteria", isOneOf: known,
                        Phrase("criterion or group", "指标或指标组"))
                }
            }
        }
    }
}
