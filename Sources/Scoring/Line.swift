import Contests
import Numbers

/// A line drawn through standings, the best first: those above it, and those who stay below.
struct Line {
    /// Those above the line.
    let above: [Standing]
    /// The tied on both sides, where nothing but identifiers decided between them.
    let undecided: (above: [SubmissionID], below: [SubmissionID])?

    /// Draws a line below so many standings, or below all that are tied there.
    init(after count: Int, of standings: [Standing], ties: TiesAtLine) {
        var end = min(max(count, 0), standings.count)
        if ties == .admitAll, end > 0 {
            while end < standings.count, standings[end].hasScore(of: standings[end - 1]) {
                end += 1
            }
        }
        above = Array(standings[..<end])
        guard end > 0, end < standings.count, standings[end].isTied(with: standings[end - 1]) else {
            undecided = nil
            return
        }
        let tied = standings[end]
        undecided = (
            above.filter { $0.isTied(with: tied) }.map(\.submission).sorted(),
            standings[end...].filter { $0.isTied(with: tied) }.map(\.submission).sorted()
        )
    }
}

extension Standing {
    /// Whether the score is the same, in the same stage, whatever tie-breaks made of it.
    fileprivate func hasScore(of other: Standing) -> Bool {
        stage == other.stage && score == other.score
    }

    /// Whether nothing told the two apart.
    fileprivate func isTied(with other: Standing) -> Bool {
        firstPlace != nil && firstPlace == other.firstPlace
    }

    /// Whether the score is at least as good as a limit; a lower one is, where low scores win.
    func reaches(_ limit: Ratio?, order: ScoringRule.Order) -> Bool {
        guard let limit else { return true }
        guard let score else { return false }
        return order == .ascending ? score <= limit : score >= limit
    }
}
