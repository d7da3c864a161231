import Contests
public import Formats

/// A leaderboard in Markdown, in the view's language.
public enum LeaderboardMarkdown {
    /// The document: heading, state, table, awards, rules.
    public static func text(_ view: LeaderboardView) -> String {
        let language = view.language
        func say(_ phrase: Phrase) -> String { phrase[language].markdownEscaped }
        var blocks = ["# \(say(view.contest)): \(say(view.scope))"]
        blocks.append("**\(say(view.state))**")
        if let progress = view.progress { blocks.append(say(progress.sentence)) }
        blocks += view.openQuestions.map(say)
        blocks.append(view.table.markdown(in: language).trimmed)
        if !view.awards.isEmpty {
            blocks.append("## " + say(Phrase("Awards", "奖项")))
            blocks.append(
                view.awards.map { "- \(say($0.heading)): \(say($0.result))" }
                    .joined(separator: "\n"))
        }
        for rule in view.rules {
            blocks.append(
                "## " + say(rule.stage.wrapped("Rules: ", "规则：")))
            blocks.append(
                rule.steps.enumerated().map { "\($0 + 1). \(say($1.sentence))" }
                    .joined(separator: "\n"))
            blocks.append(rule.clauses.map { "- \(say($0.sentence))" }.joined(separator: "\n"))
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }
}

extension LeaderboardView {
    /// Whether the result is official, and the time of the last fact.
    public var state: Phrase {
        let state = result + (revised.map { Phrase(", ", "，") + $0 } ?? .none)
        guard let asOf else { return state }
        return state + Phrase(", as of \(asOf.readable)", "，截至 \(asOf.readable)")
    }
}

extension LeaderboardView {
    /// Whether the result is official.
    var result: Phrase {
        isOfficial ? Phrase("Official result", "正式结果") : Phrase("Provisional result", "暂定结果")
    }

    /// That an earlier official result was another, if one was.
    var revised: Phrase? {
        guard let revision, revision > 1 else { return nil }
        return Phrase("revision \(revision)", "第 \(revision) 版")
    }
}

extension LeaderboardView.RuleText {
    /// What the rules say beside the steps to a score.
    var clauses: [Phrase] {
        let chain =
            ties.isEmpty
            ? []
            : [
                ties.joined(Phrase("; then ", "；其次"))
                    .wrapped("equal scores are told apart by ", "同分依次按：")
            ]
        return chain + [numbering] + advancement + [missing]
    }
}

extension AwardSummary {
    /// The name with the prize money.
    var heading: Phrase { prize.map { name + $0.bracketed } ?? name }

    /// How many won it and what stayed vacant.
    var result: Phrase {
        let count = winners.count
        let won =
            count == 0
            ? Phrase("not given", "未颁发")
            : Phrase("\(count) winner\(count == 1 ? "" : "s")", "\(count) 项")
        let ids = Phrase(verbatim: winners.map(\.text).joined(separator: ", "))
        let list = count == 0 ? won : won + ids.bracketed
        guard let vacancies, vacancies > 0 else { return list }
        return [list, Phrase("\(vacancies) vacant", "空缺 \(vacancies) 项")]
            .joined(Phrase("; ", "；"))
    }
}
