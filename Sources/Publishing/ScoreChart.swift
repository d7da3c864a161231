import Formats
import Numbers

/// Scores by place with the lines of the prizes and of the next stage: how close they are is seen
/// here and not in a table.
///
/// A picture, so `Double` is good enough; coordinates are written with one decimal, by whole
/// numbers, so that they are the same everywhere.
struct ScoreChart {
    /// The figure; nothing for fewer than three scores, or where all are equal.
    static func figure(_ view: LeaderboardView) -> Markup {
        ScoreChart(view)?.figure ?? ""
    }

    private let view: LeaderboardView
    private let rows: [LeaderboardRow]
    private let values: [Double]
    private let ticks: Ticks
    private let labels: [(line: LeaderboardView.Line, row: Int)]
    private let labelRows: Int

    private static let (width, height, left, right, bottom) = (760.0, 300.0, 56.0, 16.0, 40.0)
    private var top: Double { 14 + 16 * Double(labelRows) }

    private init?(_ view: LeaderboardView) {
        // Scores of different stages cannot be compared: only those of the one that leads.
        let first = view.rows.first?.stage
        rows = view.ranked.prefix { $0.stage == first }.filter { $0.score != nil }
        values = rows.compactMap { $0.score.flatMap { Double($0.decimal) } }
        guard rows.count >= 3, values.count == rows.count, let low = values.min(),
            let high = values.max(), low < high
        else { return nil }
        self.view = view
        ticks = Ticks(low: low, high: high)
        let count = rows.count
        (labels, labelRows) = Self.placed(view.lines.filter { $0.rowsAbove <= count }, of: count)
    }

    /// A row of text for each line's name, such that no two touch.
    private static func placed(
        _ lines: [LeaderboardView.Line], of count: Int
    ) -> ([(line: LeaderboardView.Line, row: Int)], Int) {
        var ends: [Double] = []
        var placed: [(line: LeaderboardView.Line, row: Int)] = []
        for line in lines {
            let size = nameWidth(line)
            let end = x(after: line.rowsAbove, of: count)
            let start = end - size < left ? end : end - size
            let row = ends.firstIndex { $0 + 8 < start } ?? ends.count
            if row == ends.count { ends.append(0) }
            ends[row] = start + size
            placed.append((line, row))
        }
        return (placed, ends.count)
    }

    /// About how many pixels a line's name takes in the wider of the languages.
    private static func nameWidth(_ line: LeaderboardView.Line) -> Double {
        let name = line.label
        return 6.6 * Double(max(DisplayWidth.of(name.english), DisplayWidth.of(name.chinese))) + 6
    }

    private static func x(of index: Double, of count: Int) -> Double {
        left + (width - left - right) * (index + 0.5) / Double(count)
    }

    private static func x(after rowsAbove: Int, of count: Int) -> Double {
        x(of: Double(rowsAbove) - 0.5, of: count)
    }

    private func y(of value: Double) -> Double {
        let share = (value - ticks.low) / (ticks.high - ticks.low)
        return Self.height - Self.bottom - share * (Self.height - Self.bottom - top)
    }

    private var figure: Markup {
        """
        <figure role="group" aria-labelledby="chart-caption">
        <div class="scroll" tabindex="0" role="region" aria-labelledby="chart-caption">
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 300" role="img" \
        aria-labelledby="chart-title chart-description">
        <title id="chart-title">\(title.chinese) · \(title.english)</title>
        <desc id="chart-description">\(description.chinese) \(description.english)</desc>
        \(grid)\(dots)\(cuts)</svg></div>
        <figcaption id="chart-caption">\(title)</figcaption></figure>
        """
    }

    private var title: Phrase {
        let scope = rows.first?.stage.map(\.bracketed) ?? .none
        return Phrase("Scores by place", "各名次得分") + scope
    }

    /// What the picture says, for those who cannot see it.
    private var description: Phrase {
        let first = rows.first?.score?.decimal ?? ""
        let last = rows.last?.score?.decimal ?? ""
        let range = Phrase(
            "\(rows.count) scores from \(first) to \(last)",
            "共 \(rows.count) 个得分，从 \(first) 到 \(last)")
        let cuts = view.lines.filter { $0.rowsAbove <= rows.count }.map { line in
            let score = rows[line.rowsAbove - 1].score?.decimal ?? ""
            return line.name
                + Phrase(
                    ": \(line.rowsAbove) above the line, the last with \(score)",
                    "线内 \(line.rowsAbove) 件，末位 \(score) 分")
        }
        return ([range] + cuts).joined(Phrase("; ", "；")).sentence
    }

    private var grid: [Markup] {
        let end = Self.width - Self.right
        let levels = ticks.values.map { value -> Markup in
            let y = y(of: value)
            return """
                <line class="grid" x1="56" x2="\(end.short)" y1="\(y.short)" y2="\(y.short)"/>\
                <text x="48" y="\((y + 4).short)" text-anchor="end">\(ticks.text(value))</text>

                """
        }
        let step = max(1, Ticks.nice(Double(rows.count) / 10))
        let places = rows.indices.filter { $0 == 0 || ($0 + 1).isMultiple(of: Int(step)) }
        let below = places.map { index -> Markup in
            let x = Self.x(of: Double(index), of: rows.count)
            return "<text x=\"\(x.short)\" y=\"278\" text-anchor=\"middle\">\(index + 1)</text>\n"
        }
        let axis = Phrase("rank", "排位")
        return levels + below + ["\(text(axis, "", end.short, "296", "end"))\n"]
    }

    private var dots: [Markup] {
        let radius = rows.count > 150 ? "2" : "3.5"
        return rows.indices.map { index in
            let row = rows[index]
            let kind = row.awards.isEmpty ? (row.advances == true ? " on" : "") : " won"
            let x = Self.x(of: Double(index), of: rows.count)
            return """
                <circle class="dot\(kind)" cx="\(x.short)" cy="\(y(of: values[index]).short)" \
                r="\(radius)"/>

                """
        }
    }

    private var cuts: [Markup] {
        labels.map { line, row -> Markup in
            let x = Self.x(after: line.rowsAbove, of: rows.count)
            let isCut = line.rowsAbove < rows.count
            let y = 14 + 16 * Double(row)
            let kind = line.isAdvancement ? " go" : ""
            let stroke: Markup =
                isCut
                ? """
                <line class="cut\(kind)" x1="\(x.short)" x2="\(x.short)" \
                y1="\((y - 10).short)" y2="260"/>
                """ : ""
            let isTight = x - Self.nameWidth(line) < Self.left
            let anchor = isTight ? "start" : "end"
            let at = (isTight ? x + 5 : x - 5).short
            return "\(stroke)\(text(line.label, "cutname" + kind, at, y.short, anchor))\n"
        }
    }

    /// A text in each language.
    private func text(
        _ phrase: Phrase, _ kind: String, _ x: String, _ y: String, _ anchor: String
    ) -> Markup {
        """
        <text class="\(kind) zh" x="\(x)" y="\(y)" text-anchor="\(anchor)">\(phrase.chinese)</text>\
        <text class="\(kind) en" x="\(x)" y="\(y)" text-anchor="\(anchor)">\(phrase.english)</text>
        """
    }
}

extension LeaderboardView.Line {
    /// The name at the line, cut where it is long.
    fileprivate var label: Phrase {
        let cut = Phrase(
            DisplayWidth.truncated(name.english, to: 28),
            DisplayWidth.truncated(name.chinese, to: 28))
        return isAdvancement ? Phrase("to ", "晋级") + cut : cut
    }
}
