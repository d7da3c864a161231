import Contests
import Formats
import Judging
public import Numbers
import Publishing

extension Organizer {
    /// Flags submissions of the whole contest whose abstracts are nearly the same, for the office
    /// to look at. Nothing is recorded, and no mark follows from it.
    ///
    /// Submissions that left the contest are not compared.
    ///
    /// - Parameter limit: The least share of runs of four words, of those that either abstract has,
    ///   that both must have: from 0.6 to 1.
    /// - Complexity: O(*n*) for *n* abstracts, besides sorting; holds a sketch of each, no text.
    public func compareAbstracts(atLeast limit: Points) throws(Refusal) -> Report {
        let range = NearCopySearch.lowestLimit...Points(millionths: 1_000_000)
        guard range.contains(limit) else {
            throw Refusal(
                Phrase(
                    "the least resemblance is \(limit), not from 0.6 to 1",
                    "相似度下限 \(limit) 不在 0.6 与 1 之间"),
                remedy: Phrase("State one from 0.6 to 1", "请写 0.6 到 1 之间的数"))
        }
        do { return try compareAbstracts(NearCopySearch(limit: limit)) } catch {
            throw Refusal(wrapping: error)
        }
    }

    private func compareAbstracts(_ search: NearCopySearch) throws -> Report {
        var search = search
        var count = 0
        try ledger.eachSubmission { batch in
            search.read(batch)
            count += batch.count
        }
        var pairs: [NearCopy] = []
        for var round in search.rounds() {
            try ledger.eachSubmission { round.take($0) }
            pairs += round.nearCopies()
        }
        let flagged = Set(pairs.flatMap { [$0.first, $0.second] })
        var known: [SubmissionID: Flagged] = [:]
        try ledger.eachSubmission { batch in
            for submission in batch where flagged.contains(submission.id) {
                known[submission.id] = Flagged(submission)
            }
        }
        var report = Report(lines: search.lines(of: count, pairs: pairs.count))
        if !pairs.isEmpty { report.tables = [table(of: pairs, known)] }
        return report
    }

    /// The pairs, the most alike first.
    private func table(of pairs: [NearCopy], _ known: [SubmissionID: Flagged]) -> Table {
        var table = Table(columns: [
            .init("resemblance", Phrase("Alike", "相似度"), alignment: .trailing),
            .init("first", Phrase("Submission", "作品")),
            .init("first_track", Phrase("Track", "赛道")),
            .init("first_title", Phrase("Title", "题目"), isFlexible: true),
            .init("second", Phrase("Like", "与之相似")),
            .init("second_track", Phrase("Its track", "其赛道")),
            .init("second_title", Phrase("Its title", "其题目"), isFlexible: true),
            .init("same_entrant", Phrase("Same entrant", "同一参赛者")),
        ])
        let order = pairs.sorted {
            ($1.resemblance, $0.first, $0.second) < ($0.resemblance, $1.first, $1.second)
        }
        table.rows = order.map { pair in
            let (first, second) = (known[pair.first], known[pair.second])
            return [
                .decimal(pair.resemblance.description),
                .text(pair.first.text), .optional(first?.track), .optional(first?.title),
                .text(pair.second.text), .optional(second?.track), .optional(second?.title),
                .truth(first?.entrant != nil && first?.entrant == second?.entrant),
            ]
        }
        return table
    }
}

/// What is told of a submission that was flagged.
private struct Flagged {
    var track: String
    var title: Phrase
    var entrant: String?

    init(_ submission: Submission) {
        track = submission.track.text
        title = Phrase(submission.titles.text(in: "en"), submission.titles.text(in: "zh"))
        entrant = submission.entrant.identity
    }
}

extension NearCopySearch {
    /// What was compared and found; that being alike is not yet a fault.
    fileprivate func lines(of submissions: Int, pairs: Int) -> [Phrase] {
        var lines = [
            Phrase(
                "\(submissions) submission(s) with \(texts) abstract(s) compared: \(pairs) pair(s) "
                    + "share \(limit) or more of their runs of four words",
                "比较了 \(submissions) 件作品的 \(texts) 篇摘要：\(pairs) 对有 \(limit) 以上的四词连写相同")
        ]
        if tooShort > 0 {
            lines.append(
                Phrase(
                    "\(tooShort) abstract(s) are too short to be compared",
                    "\(tooShort) 篇摘要太短，未作比较"))
        }
        if pairs > 0 {
            lines.append(
                Phrase(
                    "alike is not yet copied: look at both before you decide; nothing was recorded",
                    "相似不等于抄袭：裁定前请查看两件作品；未作任何记录"))
        }
        return lines
    }
}
