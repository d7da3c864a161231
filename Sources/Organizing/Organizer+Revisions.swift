import Contests
import Formats
import Reading
import Recording

/// The results of a leaderboard that were published as official, each time another one.
struct ResultRevisions {
    private var last: [Leaderboard.Scope: Ranking] = [:]
    private var counts: [Leaderboard.Scope: Int] = [:]
    private var official: [Leaderboard.Scope: String] = [:]

    /// The rankings among facts, in their order.
    init(_ facts: [Fact]) {
        for fact in facts {
            guard case .ranking(let ranking) = fact.act else { continue }
            last[ranking.scope] = ranking
            guard ranking.isOfficial, official[ranking.scope] != ranking.sha256 else { continue }
            official[ranking.scope] = ranking.sha256
            counts[ranking.scope, default: 0] += 1
        }
    }

    /// Which result a leaderboard is: the last one, or the next.
    func revision(of board: Leaderboard) -> Int? {
        guard board.isOfficial else { return nil }
        let count = counts[board.scope] ?? 0
        return official[board.scope] == Self.hash(of: board) ? count : count + 1
    }

    /// Whether a ranking says something else than the last one of its scope.
    func changes(_ ranking: Ranking) -> Bool { last[ranking.scope] != ranking }

    /// What tells results apart: the line of a bundle, without whether it is official.
    static func hash(of board: Leaderboard) -> String {
        SHA256Digest(of: BundleResults.text([board])).hex
    }
}

extension Organizer {
    /// The boards, each with the revision of its result.
    func revised(_ boards: [Board]) throws -> [Board] {
        let revisions = ResultRevisions(try ledger.facts())
        return boards.map { board in
            var board = board
            board.leaderboard.revision = revisions.revision(of: board.leaderboard)
            return board
        }
    }

    /// Records how boards rank, by which rules and which program, where that is new.
    func record(rankingsOf boards: [Board]) throws {
        let revisions = ResultRevisions(try ledger.facts())
        let rule = try rulesText()
        let new = boards.map { board in
            Ranking(
                scope: board.leaderboard.scope, isOfficial: board.leaderboard.isOfficial,
                sha256: ResultRevisions.hash(of: board.leaderboard), rule: rule,
                engine: "banyan \(Self.version)")
        }.filter(revisions.changes)
        guard !new.isEmpty else { return }
        try ledger.record(by: author, at: now) { appender in
            for ranking in new { try appender.append(ranking) }
        }
    }

    /// Keeps a copy of a bundle whose official results are not those of the last one that was
    /// kept: `002-0123456789ab.jsonl` is the second.
    func keep(_ bundle: String, of boards: [Board], in folder: String) throws {
        let official = boards.map(\.leaderboard).filter(\.isOfficial)
        guard !official.isEmpty else { return }
        let hash = SHA256Digest(of: BundleResults.text(official)).hex.prefix(12)
        try Files.makeFolder(folder)
        let kept = try Files.list(folder).filter { $0.hasSuffix(".jsonl") }.sorted()
        guard kept.last?.hasSuffix("-\(hash).jsonl") != true else { return }
        let number = String(kept.count + 1)
        let name = String(repeating: "0", count: max(0, 3 - number.count)) + number
        try Files.write(bundle, to: ContestFolder.join(folder, "\(name)-\(hash).jsonl"))
    }

    /// The full text of the rules: the files that a bundle shows, one after the other.
    private func rulesText() throws -> String {
        let rules = try BundleRules(Files.read(folder.inside("contest.xml")))
        return try fileLines(rules).map { JSONValue.object($0).encoded() + "\n" }.joined()
    }
}
