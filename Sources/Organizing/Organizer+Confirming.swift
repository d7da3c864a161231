import Contests
import Formats
import Publishing
import Recording

extension Organizer {
    /// Records an override, and says what it needs where the contest asks for four eyes.
    func setByHand(_ override: Override, _ done: Phrase) throws(Refusal) -> Report {
        let fact = try append { $0.append(override) }
        guard contest.needsFourEyes else { return Report(lines: [done]) }
        return Report(lines: [
            Phrase(
                "recorded as fact \(fact); it counts once a second person has confirmed it: "
                    + "banyan confirm \(fact) --as NAME",
                "已记录为事实 \(fact)；经第二人确认后方可生效：banyan confirm \(fact) --as 姓名")
        ])
    }

    /// Confirms the override of a fact, as a second person.
    ///
    /// - Throws: ``Refusal`` where no override of that fact waits, and where the one who made it
    ///   would confirm it.
    public func confirm(_ fact: Int, reason: String) throws(Refusal) -> Report {
        let record = try record()
        guard let override = record.unconfirmed.first(where: { $0.fact == fact }) else {
            throw Refusal(
                Phrase(
                    "no override of fact \(fact) waits for a second person",
                    "事实 \(fact) 不是等待第二人确认的人工裁定"),
                remedy: Phrase(
                    "banyan confirm lists those that wait", "运行 banyan confirm 可列出待确认的裁定"))
        }
        guard override.decision.by != author else {
            throw Refusal(
                Phrase(
                    "\(author) made this override", "这项裁定由 \(author) 本人作出"),
                remedy: Phrase(
                    "Have somebody else confirm it, who names themselves with --as",
                    "请由另一人确认，并用 --as 写明姓名"))
        }
        try append { $0.append(confirmationOf: fact, decision(reason)) }
        return Report(lines: [
            Phrase(
                "the override of \(override.submission) by \(override.decision.by) is confirmed, "
                    + "and counts",
                "\(override.decision.by) 对 \(override.submission) 的人工裁定已确认并生效")
        ])
    }

    /// Lists the overrides that wait for a second person.
    public func unconfirmed() throws(Refusal) -> Report {
        let record = try record()
        guard !record.unconfirmed.isEmpty else {
            return Report(lines: [
                Phrase("no override waits for a second person", "没有等待第二人确认的人工裁定")
            ])
        }
        var table = Table(columns: [
            .init("fact", Phrase("Fact", "事实"), alignment: .trailing),
            .init("at", Phrase("When", "时间")), .init("by", Phrase("By", "记录人")),
            .init("override", Phrase("Override", "人工裁定"), isFlexible: true),
        ])
        table.rows = record.unconfirmed.map { override in
            [
                override.fact.map { .whole($0) } ?? .none, .text(override.decision.at.text),
                .text(override.decision.by), .phrase(Act.override(override).phrase),
            ]
        }
        return Report(tables: [table])
    }

    /// Overrides that do not count yet, as a line; none where there are none.
    func waiting(_ record: ContestRecord) -> [Phrase] {
        let count = record.unconfirmed.count
        guard count > 0 else { return [] }
        return [
            Phrase(
                "\(count) override(s) do not count yet, for a second person has not confirmed "
                    + "them: banyan confirm",
                "\(count) 项人工裁定尚未经第二人确认，未生效：banyan confirm")
        ]
    }
}
