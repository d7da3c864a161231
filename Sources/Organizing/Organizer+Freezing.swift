import Contests
import Formats
import Recording

extension Organizer {
    /// The subject of the remarks that hold commitments.
    static let freezing = "freeze"

    /// Commits to the present result without showing it: the salted hash is recorded and told, and
    /// the bundle that releases the result later must match it.
    public func freeze() throws(Refusal) -> Report {
        let record = try record()
        let boards = publishedBoards(try allResults(record: record), record: record)
        let commitment: String
        do {
            commitment = try self.commitment(to: boards.map(\.leaderboard)).hash.hex
        } catch { throw Refusal(wrapping: error) }
        try append { $0.append(remark: commitment, about: Self.freezing) }
        return Report(lines: [
            Phrase(
                "publish this commitment now: \(commitment)", "请立即公布此承诺值：\(commitment)"),
            Phrase(
                "the bundle of a later banyan publish shows whether the result is still this one",
                "日后 banyan publish 的数据包会表明成绩是否与此一致"),
        ])
    }

    /// The commitment to leaderboards, with what opens it.
    private func commitment(to boards: [Leaderboard]) throws -> Pseudonym {
        let found = try ledger.pseudonyms(of: [BundleResults.text(boards)], as: .result)
        guard let commitment = found.first else { throw LedgerError.missing(path: ledger.path) }
        return commitment
    }

    /// The commitments that were recorded, in their order.
    func frozen() throws -> [String] {
        try ledger.facts().compactMap { fact in
            guard case .remark(Self.freezing, let text) = fact.act else { return nil }
            return text
        }
    }

    /// What opens the commitments to these leaderboards; nothing where there are none.
    func release(of boards: [Leaderboard]) throws -> JSONObject? {
        let commitment = try commitment(to: boards)
        guard try frozen().contains(commitment.hash.hex) else { return nil }
        return [
            "frozen": .string(commitment.hash.hex), "salt": .string(Bundle.hex(commitment.salt)),
        ]
    }
}

extension BundleResults {
    /// The text of some boards to which a freeze commits: their lines in a bundle, but not whether
    /// they are official, for a result is frozen before it is.
    static func text(_ boards: [Leaderboard]) -> String {
        text(lines(boards))
    }

    /// The text of lines to which a freeze commits.
    static func text(_ lines: [JSONObject]) -> String {
        lines.map { line in
            var line = line
            line["official"] = nil
            return JSONValue.object(line).encoded() + "\n"
        }.joined()
    }
}
