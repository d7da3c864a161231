import Contests
import Numbers

/// Whether a standing meets what an award asks of its winners.
struct Eligibility {
    let contest: Contest
    let scores: [StageID: StageScores]
    let rubrics: [StageID: Rubric]

    func allows(_ standing: Standing, _ award: Award) -> Bool {
        let order = contest.stage(standing.stage)?.scoring.order ?? .descending
        if case .minimumScore(let limit) = award.extent,
            !standing.reaches(limit, order: order)
        {
            return false
        }
        return standing.reaches(award.minimumScore, order: order)
            && hasReached(award.reached, standing)
            && award.conditions.allSatisfy { meets($0, standing) }
    }

    /// The stages of a standing's track up to the one that it reached.
    private func stages(of standing: Standing) -> ArraySlice<Stage> {
        let stages = contest.track(standing.stage.track)?.stages ?? []
        guard let last = stages.firstIndex(where: { $0.id == standing.stage }) else { return [] }
        return stages[...last]
    }

    private func hasReached(_ stage: String?, _ standing: Standing) -> Bool {
        guard let stage else { return true }
        return stages(of: standing).contains { $0.id.name == stage }
    }

    private func meets(_ condition: Award.Condition, _ standing: Standing) -> Bool {
        for stage in stages(of: standing).reversed() {
            guard let rubric = rubrics[stage.id],
                condition.criteria.contains(where: { !rubric.criteria(named: $0).isEmpty })
            else { continue }
            guard let score = scores[stage.id]?[standing.submission] else { return false }
            return condition.criteria.contains {
                meets(condition, named: rubric.criteria(named: $0), of: rubric, score)
            }
        }
        return false
    }

    /// Whether one criterion, or all of a group together, has the value that is asked for.
    private func meets(
        _ condition: Award.Condition, named: [CriterionID], of rubric: Rubric,
        _ score: SubmissionScore
    ) -> Bool {
        let named = Set(named)
        let positions = rubric.criteria.indices.filter { named.contains(rubric.criteria[$0].id) }
        switch condition.of {
        case .best:
            let marks = positions.compactMap { score.bestMarks[$0] }
            return marks.max().map { $0 >= condition.minimum } ?? false
        case .mean:
            let means = positions.compactMap { score.criteria[$0] }
            guard !means.isEmpty, let sum = try? means.sum() else { return false }
            return sum >= Ratio(condition.minimum)
        }
    }
}
