public import Contests
public import Formats
import Numbers

extension MethodRanking {
    /// The standings by the method, beside the official places, scores and awards.
    public func table(_ names: ContestNames) -> Table {
        var table = Table(columns: [
            .init("place", Phrase("Place by the method", "按此方法的名次"), alignment: .trailing),
            .init("submission", Phrase("Submission", "作品")),
            .init("score", Phrase("Score by the method", "按此方法的得分"), alignment: .trailing),
            .init("official_place", Phrase("Official place", "正式名次"), alignment: .trailing),
            .init("official_score", Phrase("Official score", "正式得分"), alignment: .trailing),
            .init("places", Phrase("Places gained", "名次变化"), alignment: .trailing),
            .init("official", Phrase("Official", "正式结果")),
            .init("would_be", Phrase("Would be", "按此方法")),
        ])
        func line(_ line: Int?) -> Table.Cell {
            guard !lines.isEmpty else { return .none }
            return .phrase(
                line.map { place in
                    lines[place].award.map { names.awardName($0) } ?? Phrase("going on", "晋级")
                } ?? Phrase("below the lines", "线下"))
        }
        table.rows = rows.map { row in
            let gained = row.officialPlace.approximation - Double(row.place)
            return [
                .whole(row.place), .text(row.submission.text),
                .decimal(row.score.text(decimals: 4)),
                .decimal(row.officialPlace.approximation.text(decimals: 1).trimmingZeros),
                .decimal((row.officialScore?.approximation.text(decimals: 4)) ?? ""),
                .decimal(gained.text(decimals: 1).trimmingZeros), line(row.officialLine),
                line(row.line),
            ]
        }
        return table
    }

    /// That this is not the official result, and how far from it.
    public var findings: [Phrase] {
        let moved = rows.count { $0.officialPlace != Ratio(whole: $0.place) }
        let changed = rows.count { $0.line != $0.officialLine }
        return [
            Phrase(
                "ranked by “\(method.phrase.english)”, and not official: what counts stands in the "
                    + "contest file; nothing was recorded",
                "以上按“\(method.phrase.chinese)”排列，并非正式结果：以竞赛文件的规则为准；未作记录"),
            Phrase(
                "of \(rows.count) submissions \(moved) would have another place, \(changed) "
                    + "another award",
                "\(rows.count) 件作品中，\(moved) 件名次不同，\(changed) 件奖项或晋级不同"),
        ]
    }
}
