import Contests
public import Formats

/// A leaderboard for programs: exact scores as strings, nothing as `null`.
public enum LeaderboardJSON {
    /// The leaderboard as JSON, a member a line; the same bytes for the same leaderboard.
    public static func text(_ view: LeaderboardView) -> String {
        value(view).encoded(pretty: true) + "\n"
    }

    /// The leaderboard as a JSON value.
    public static func value(_ view: LeaderboardView) -> JSONValue {
        var root: JSONObject = [
            "contest": view.contest.jsonValue,
            "scope": .string(view.scopeID),
            "name": view.scope.jsonValue,
            "audience": .string(view.audience.rawValue),
            "official": .bool(view.isOfficial),
            "asOf": .optional(view.asOf?.text),
        ]
        root["revision"] = view.revision.map { .number($0) }
        root["progress"] = view.progress?.jsonValue
        root["rules"] = .array(view.rules.map(rule))
        root["standings"] = .array(view.rows.map { standing($0, of: view) })
        root["awards"] = .array(view.awards.map(award))
        return .object(root)
    }

    private static func rule(_ rule: LeaderboardView.RuleText) -> JSONValue {
        [
            "stage": rule.stage.jsonValue,
            "steps": .array(rule.steps.map(\.jsonValue)),
            "ties": .array(rule.ties.map(\.jsonValue)),
            "numbering": rule.numbering.jsonValue,
            "advancement": .array(rule.advancement.map(\.jsonValue)),
            "missing": rule.missing.jsonValue,
        ]
    }

    private static func standing(_ row: LeaderboardRow, of view: LeaderboardView) -> JSONValue {
        var object: JSONObject = [
            "place": .optional(row.place), "shared": .bool(row.isShared),
            "submission": .string(row.id.text), "title": row.title.jsonValue,
            "entrant": .string(row.entrant),
            "organisations": .array(row.organisations.map { .string($0) }),
            "region": .string(row.region),
            "heat": row.heat?.jsonValue ?? .null,
        ]
        object["track"] = row.track?.jsonValue
        object["stage"] = row.stage?.jsonValue
        object["score"] = .optional(row.score?.exact)
        object["scoreShown"] = .optional(row.score?.decimal)
        for (column, score) in zip(view.scoreColumns, row.scores) {
            object["score:" + column.key] = .optional(score?.exact)
        }
        object["advances"] = row.advances.map { .bool($0) } ?? .null
        object["advancesBy"] = row.advancesBy?.jsonValue
        object["awards"] = .array(row.awards.map { .string($0.id.text) })
        object["status"] = row.status?.jsonValue
        object["decidedBy"] = row.tie?.jsonValue
        if !row.overrides.isEmpty {
            object["overrides"] = .array(row.overrides.map(\.jsonValue))
        }
        if view.audience == .office {
            object["sheets"] = .array(row.sheets.map(sheet))
            object["decisions"] = .array(row.decisions.map(\.jsonValue))
        }
        return .object(object)
    }

    private static func sheet(_ sheet: LeaderboardRow.Sheet) -> JSONValue {
        [
            "judge": .string(sheet.judge.text), "name": .string(sheet.name),
            "score": .optional(sheet.score?.exact), "leftOut": .bool(sheet.isDropped),
            "note": sheet.note?.jsonValue ?? .null,
        ]
    }

    private static func award(_ award: AwardSummary) -> JSONValue {
        [
            "id": .string(award.id.text), "name": award.name.jsonValue,
            "terms": .array(award.terms.map(\.jsonValue)),
            "prize": award.prize?.jsonValue ?? .null,
            "winners": .array(award.winners.map { .string($0.text) }),
            "vacancies": award.vacancies.map { .number($0) } ?? .null,
        ]
    }
}

extension JSONValue {
    /// A string, or null for nothing.
    static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
