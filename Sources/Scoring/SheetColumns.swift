import Contests
import Numbers
import Statistics

/// The scores of complete sheets as columns, with who is who.
struct SheetColumns {
    /// The stages that the sheets are of, the last one last.
    let stages: [StageID]
    private let submissions: [SubmissionID: Int]
    private let judgeIDs: [(stage: StageID, judge: JudgeID)]
    /// The marks of each submission in the last stage.
    private let lastSheets: [Int: [Int]]
    let marks: MarkColumns

    init(
        of stage: Stage, in track: Track, rubrics: [StageID: Rubric],
        scores: [String: StageScores]
    ) {
        let last = track.stages.firstIndex { $0.id == stage.id } ?? 0
        let own = rubrics[stage.id]
        let pooled = track.stages[...last].filter { stage in
            let other = rubrics[stage.id]
            return other == own || (own?.total != nil && other?.total == own?.total)
        }
        var (rows, columns, groups): ([Int32], [Int32], [Int32]) = ([], [], [])
        var values: [Double] = []
        var numbers: [SubmissionID: Int] = [:]
        var judges: [(stage: StageID, judge: JudgeID)] = []
        var used: [StageID] = []
        for stage in pooled {
            guard let found = scores[stage.id.name] else { continue }
            var places: [JudgeID: Int] = [:]
            let start = values.count
            for score in found.submissions {
                for sheet in score.sheets {
                    guard let raw = sheet.raw else { continue }
                    let submission = numbers[score.submission] ?? numbers.count
                    numbers[score.submission] = submission
                    let judge = places[sheet.judge] ?? judges.count
                    if judge == judges.count { judges.append((stage.id, sheet.judge)) }
                    places[sheet.judge] = judge
                    rows.append(Int32(submission))
                    columns.append(Int32(judge))
                    groups.append(Int32(used.count))
                    values.append(raw.approximation)
                }
            }
            if values.count > start { used.append(stage.id) }
        }
        let group = Int32(used.count - 1)
        lastSheets = Dictionary(
            grouping: values.indices.filter { groups[$0] == group }, by: { Int(rows[$0]) })
        stages = used
        submissions = numbers
        judgeIDs = judges
        marks = MarkColumns(
            submissions: rows, judges: columns, values: values, groups: groups,
            groupCount: max(1, used.count), submissionCount: numbers.count,
            judgeCount: judges.count)
    }

    /// The number of a submission in the columns; none without a sheet.
    func number(_ submission: SubmissionID) -> Int? { submissions[submission] }

    /// The judges with their severities, in the order of stages and judges.
    func judges(_ model: MixedModel) -> [StageReport.Severity] {
        var sums = [Double](repeating: 0, count: judgeIDs.count)
        var counts = [Int](repeating: 0, count: judgeIDs.count)
        for mark in 0..<marks.count {
            sums[Int(marks.judges[mark])] += marks.values[mark]
            counts[Int(marks.judges[mark])] += 1
        }
        let places = Dictionary(uniqueKeysWithValues: stages.enumerated().map { ($1, $0) })
        let gaps = gaps()
        return judgeIDs.indices.map { place in
            StageReport.Severity(
                judge: judgeIDs[place].judge, stage: judgeIDs[place].stage,
                sheets: counts[place], mean: sums[place] / Double(counts[place]),
                severity: StageReport.Estimate(model.severities[place]), gap: gaps[place],
                isToldApart: model.isToldApart[place])
        }.sorted {
            (places[$0.stage] ?? 0, $0.judge) < (places[$1.stage] ?? 0, $1.judge)
        }
    }

    /// The marks of the last stage alone.
    private var ownMarks: MarkColumns {
        let own = lastSheets.values.joined().sorted()
        return MarkColumns(
            submissions: own.map { marks.submissions[$0] }, judges: own.map { marks.judges[$0] },
            values: own.map { marks.values[$0] }, submissionCount: marks.submissionCount,
            judgeCount: marks.judgeCount)
    }

    /// What one method makes of the submissions that have a place.
    func outcome(
        of name: StageReport.Method.Name, _ placed: [Standing], lines: [Int]
    ) throws(RankingRefusal) -> MethodReport.Outcome {
        let names = StageReport.Method.Name.allCases
        let method = ScoringMethod.allCases[names.firstIndex(of: name) ?? 0]
        let report = MethodReport(
            ownMarks, order: placed.compactMap { number($0.submission) }, lines: lines,
            methods: [method])
        switch report.outcomes[method] {
        case .success(let outcome): return outcome
        case .failure(.tooFewMarks(let submission, let needed)):
            let id = submissions.first { $0.value == submission }?.key
            throw .tooFewSheets(id ?? "", needed: needed)
        case .failure(.noSpread(let judge)): throw .noSpread(judgeIDs[judge].judge)
        case .failure(.model(let refusal)): throw .model(refusal)
        case nil: throw .model(.tooFewMarks(found: 0, needed: 1))
        }
    }

    /// Who would lie above another line under other methods, by the last stage's sheets alone.
    func methods(_ placed: [Standing], _ lines: [Int]) -> [StageReport.Method] {
        let order = placed.compactMap { number($0.submission) }
        let found = MethodReport(ownMarks, order: order, lines: lines)
        return zip(StageReport.Method.Name.allCases, ScoringMethod.allCases).map { name, method in
            guard case .success(let outcome) = found.outcomes[method] else {
                return StageReport.Method(name: name, changes: nil)
            }
            return StageReport.Method(
                name: name,
                changes: outcome.changes.map {
                    StageReport.Method.Change(
                        submission: placed[$0.position].submission, before: $0.before,
                        after: $0.after, places: $0.places)
                })
        }
    }

    /// By how much each judge marks below the other judges of the same submissions and stage.
    private func gaps() -> [Double?] {
        var panels: [[Int32]: (sum: Double, count: Double)] = [:]
        for mark in 0..<marks.count {
            panels[panel(of: mark), default: (0, 0)].sum += marks.values[mark]
            panels[panel(of: mark), default: (0, 0)].count += 1
        }
        var sums = [(sum: Double, count: Double)](repeating: (0, 0), count: judgeIDs.count)
        for mark in 0..<marks.count {
            guard let panel = panels[panel(of: mark)], panel.count > 1 else { continue }
            let others = (panel.sum - marks.values[mark]) / (panel.count - 1)
            sums[Int(marks.judges[mark])].sum += others - marks.values[mark]
            sums[Int(marks.judges[mark])].count += 1
        }
        return sums.map { $0.count > 0 ? $0.sum / $0.count : nil }
    }

    /// The submission and the stage of a mark.
    private func panel(of mark: Int) -> [Int32] {
        [marks.submissions[mark], marks.groups?[mark] ?? 0]
    }

    func certainty(
        of standing: Standing, _ place: RankCertainty.Place, _ model: MixedModel
    ) -> StageReport.Certainty {
        let number = submissions[standing.submission] ?? 0
        var (sum, severity, count) = (0.0, 0.0, 0.0)
        var judges: [JudgeID] = []
        for mark in lastSheets[number] ?? [] {
            sum += marks.values[mark]
            severity += model.severities[Int(marks.judges[mark])].value
            count += 1
            judges.append(judgeIDs[Int(marks.judges[mark])].judge)
        }
        return StageReport.Certainty(
            submission: standing.submission, place: standing.place ?? .zero, score: standing.score,
            judges: judges.sorted(), raw: sum / max(1, count),
            panelSeverity: severity / max(1, count),
            quality: StageReport.Estimate(model.submissions[number]),
            places: place.best...max(place.best, place.worst), chances: place.chances,
            aboveNext: place.aboveNext)
    }
}

extension StageReport.Estimate {
    init(_ effect: MixedModel.Effect) {
        self.init(value: effect.value, error: effect.error)
    }
}
