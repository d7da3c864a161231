import Contests
import Formats
import Numbers

/// Makes the rows of a ``LeaderboardView``, with what they need looked up once.
struct LeaderboardBuilder {
    /// A score column and its values.
    struct Column {
        var head: LeaderboardView.ScoreColumn
        var digits: Int
        var values: [SubmissionID: Ratio]
    }

    let names: ContestNames
    let record: ContestRecord
    let audience: Audience
    let scope: Leaderboard.Scope
    /// The stages that the leaderboard rests on, whose rules are told.
    let stages: [StageID]
    let columns: [Column]
    /// Digits after the point of the main score, by stage.
    private let digits: [StageID: Int]
    private let sheets: [SubmissionID: [SheetScore]]
    private let overrides: [SubmissionID: [Override]]

    init(
        _ leaderboard: Leaderboard, names: ContestNames, record: ContestRecord,
        audience: Audience, scores: [StageScores]
    ) {
        self.names = names
        self.record = record
        self.audience = audience
        scope = leaderboard.scope
        stages =
            switch leaderboard.scope {
            case .stage(let id): [id]
            case .track(let id): names.contest.track(id)?.stages.map(\.id) ?? []
            case .overall: []
            }
        digits = Dictionary(grouping: leaderboard.standings, by: \.stage).reduce(into: [:]) {
            $0[$1.key] = ScoreText.digits(
                for: $1.value.compactMap(\.score),
                stated: names.contest.stage($1.key)?.scoring.statedDigits)
        }
        columns = Self.columns(leaderboard.scope, scores: scores, names: names)
        var sheets: [SubmissionID: [SheetScore]] = [:]
        if audience == .office, case .stage(let id) = leaderboard.scope {
            for score in scores.first(where: { $0.stage == id })?.submissions ?? [] {
                sheets[score.submission] = score.sheets
            }
        }
        self.sheets = sheets
        overrides = Dictionary(grouping: record.overrides, by: \.submission)
    }

    /// A column for each stage of a track, or for a stage's own score where it carries others.
    private static func columns(
        _ scope: Leaderboard.Scope, scores: [StageScores], names: ContestNames
    ) -> [Column] {
        switch scope {
        case .overall: []
        case .track(let track):
            (names.contest.track(track)?.stages ?? []).compactMap { stage in
                guard let own = scores.first(where: { $0.stage == stage.id }) else { return nil }
                return Column(
                    key: stage.id.name, title: names.stage(stage.id),
                    stated: stage.scoring.statedDigits,
                    values: own.submissions.map { ($0.submission, $0.score) })
            }
        case .stage(let id):
            scores.filter { $0.stage == id && $0.submissions.contains { $0.own != $0.score } }.map {
                Column(
                    key: "own", title: Phrase("This stage alone", "本阶段得分"), stated: nil,
                    values: $0.submissions.map { ($0.submission, $0.own) })
            }
        }
    }

    func row(_ standing: Standing) -> LeaderboardRow {
        let id = standing.submission
        let submission = record.submissions[id]
        let track = submission?.track ?? standing.stage.track
        let isOverSeveralStages = if case .stage = scope { false } else { true }
        return LeaderboardRow(
            id: id, place: standing.place?.description, isShared: standing.isShared,
            title: submission?.titles.phrase(else: id.text) ?? Phrase(verbatim: id.text),
            entrant: submission?.entrant.name ?? "",
            organisations: submission?.entrant.allOrganisations ?? [],
            region: submission?.region ?? "",
            heat: submission?.heat.map { names.heat($0, in: track) },
            track: scope == .overall ? names.track(track) : nil,
            stage: isOverSeveralStages ? names.stage(standing.stage) : nil,
            score: standing.score.map { ScoreText($0, digits: digits[standing.stage] ?? 4) },
            scores: columns.map { column in
                column.values[id].map { ScoreText($0, digits: column.digits) }
            },
            advances: standing.advances,
            advancesBy: standing.advancesBy.map { names.quota($0, in: track) },
            awards: standing.awards.map { award in
                LeaderboardRow.Won(
                    id: award, name: names.awardName(award),
                    prize: names.award(award)?.prize?.wording)
            },
            tie: standing.tieWording(names: names),
            overrides: overrideWording(standing),
            status: standing.unranked?.wording(in: standing.stage, names: names),
            decisions: audience == .office ? decisions(about: standing) : [],
            sheets: (sheets[id] ?? []).map { sheet($0, of: standing) })
    }

    private func overrideWording(_ standing: Standing) -> [Phrase] {
        var phrases: [Phrase] = []
        if let computed = standing.computedPlace {
            phrases.append(
                Phrase(
                    "place set by the contest office; by score it would be \(computed)",
                    "名次由组委会核定；按得分应为第 \(computed) 名"))
        }
        if (overrides[standing.submission] ?? []).contains(where: \.setsAward) {
            phrases.append(Phrase("award set by the contest office", "奖项由组委会核定"))
        }
        return phrases
    }

    /// Who took it out or set its place or award, when and why.
    private func decisions(about standing: Standing) -> [Phrase] {
        let exit = record.exits[standing.submission].map(\.decision.wording)
        let settings = (overrides[standing.submission] ?? []).filter { override in
            if case .place(_, let stage) = override.setting { return stage == standing.stage }
            return true
        }
        return [exit].compactMap(\.self) + settings.map { $0.wording(names: names) }
    }

    private func sheet(_ sheet: SheetScore, of standing: Standing) -> LeaderboardRow.Sheet {
        let value = sheet.counted ?? sheet.raw
        return LeaderboardRow.Sheet(
            judge: sheet.judge, name: record.judges[sheet.judge]?.shownName ?? "",
            score: value.map { ScoreText($0, digits: ScoreText.digits(for: [$0])) },
            isDropped: sheet.isDropped, note: sheet.note)
    }
}

extension LeaderboardBuilder.Column {
    init(key: String, title: Phrase, stated: Int?, values: [(SubmissionID, Ratio?)]) {
        head = LeaderboardView.ScoreColumn(key: key, title: title)
        digits = ScoreText.digits(for: values.compactMap(\.1), stated: stated)
        self.values = values.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
}

extension Override {
    fileprivate var setsAward: Bool {
        if case .award = setting { true } else { false }
    }

    /// What was set, by whom, when and why.
    func wording(names: ContestNames) -> Phrase {
        let what =
            switch setting {
            case .place(let place, _): Phrase("place set to \(place): ", "名次定为第 \(place) 名：")
            case .award(let award?):
                names.awardName(award).quoted.wrapped("award set to ", "奖项定为")
                    + Phrase(": ", "：")
            case .award(nil): Phrase("award taken away: ", "取消奖项：")
            }
        return what + decision.wording
    }
}

extension Decision {
    /// Why, by whom and when.
    var wording: Phrase {
        Phrase(verbatim: reason) + Phrase("\(by), \(at)", "\(by)，\(at)").bracketed
    }
}

extension SheetScore {
    /// Adjusted, reconsidered or incomplete, in words.
    var note: Phrase? {
        var notes: [Phrase] = []
        if raw == nil { notes.append(Phrase("incomplete", "未填完")) }
        if let adjustment {
            notes.append(Phrase("adjusted by \(adjustment.signed)", "调整 \(adjustment.signed) 分"))
        }
        if let reconsidered {
            notes.append(Phrase("reconsidered: \(reconsidered)", "复议后 \(reconsidered)"))
        }
        return notes.isEmpty ? nil : notes.joined()
    }
}

extension Points {
    /// The value with its sign, `+2` or `−1.5`.
    var signed: String {
        millionths < 0 ? "−" + description.dropFirst() : "+" + description
    }
}

extension ContestNames {
    /// The heat or region that a quota names.
    func quota(_ value: String, in track: TrackID) -> Phrase { heat(HeatID(value), in: track) }
}
