import Formats

/// A picture of intervals, one below the other on a common scale: what certainty and severity are
/// looked at with.
///
/// A picture, so `Double` is good enough; coordinates are written with one decimal, by whole
/// numbers, so that they are the same everywhere.
struct IntervalChart {
    /// One interval.
    struct Row {
        /// What it is of.
        var label: String
        /// Its ends.
        var ends: ClosedRange<Double>
        /// What is marked in it.
        var value: Double
        /// Whether it is drawn faintly.
        var isFaint = false
    }

    /// A line across all rows.
    struct Cut {
        /// Where it stands on the scale.
        var value: Double
        /// What it parts.
        var name: Phrase
    }

    /// A name for the picture's elements, unique on the page.
    var id: String
    /// What it shows.
    var title: Phrase
    /// What is seen in it, for those who cannot see it.
    var description: Phrase
    /// What the scale measures.
    var axis: Phrase
    /// The intervals, from the top.
    var rows: [Row]
    /// Lines across the rows.
    var cuts: [Cut] = []

    private static let (width, left, right) = (760.0, 84.0, 16.0)
    private var top: Double { 14 + 15 * Double(cuts.count) }
    /// Rows come closer where there are many, and lose their labels.
    private var step: Double { min(15, max(4, 1_500 / Double(max(1, rows.count)))) }
    private var bottom: Double { top + step * Double(rows.count) + 4 }
    private var ticks: Ticks {
        let low = rows.map(\.ends.lowerBound).min() ?? 0
        let high = rows.map(\.ends.upperBound).max() ?? 1
        return Ticks(low: low, high: max(high, low + 1))
    }

    /// The figure; nothing without rows.
    var figure: Markup {
        guard !rows.isEmpty else { return "" }
        let height = (bottom + 44).short
        return """
            <figure role="group" aria-labelledby="\(id)-caption">
            <div class="scroll" tabindex="0" role="region" aria-labelledby="\(id)-caption">
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 \(height)" role="img" \
            aria-labelledby="\(id)-title \(id)-description">
            <title id="\(id)-title">\(title.chinese) · \(title.english)</title>
            <desc id="\(id)-description">\(description.chinese) \(description.english)</desc>
            \(grid)\(marks)\(lines)</svg></div>
            <figcaption id="\(id)-caption">\(title)</figcaption></figure>
            """
    }

    private func x(_ value: Double) -> Double {
        let share = (value - ticks.low) / (ticks.high - ticks.low)
        return Self.left + share * (Self.width - Self.left - Self.right)
    }

    private func y(_ row: Int) -> Double { top + step * (Double(row) + 0.5) }

    private var grid: [Markup] {
        let end = (Self.width - Self.right).short
        let levels = ticks.values.map { value -> Markup in
            let x = x(value).short
            return """
                <line class="grid" x1="\(x)" x2="\(x)" y1="\(top.short)" y2="\(bottom.short)"/>\
                <text x="\(x)" y="\((bottom + 16).short)" text-anchor="middle">\
                \(ticks.text(value))</text>

                """
        }
        return levels + ["\(text(axis, "", end, (bottom + 34).short, "end"))\n"]
    }

    private var marks: [Markup] {
        rows.enumerated().map { index, row in
            let y = y(index)
            let label: Markup =
                step >= 10
                ? """
                <text x="78" y="\((y + 4).short)" text-anchor="end">\
                \(DisplayWidth.truncated(row.label, to: 12))</text>
                """ : ""
            return """
                <line class="interval\(row.isFaint ? " faint" : "")" \
                x1="\(x(row.ends.lowerBound).short)" x2="\(x(row.ends.upperBound).short)" \
                y1="\(y.short)" y2="\(y.short)"/>\
                <circle class="dot\(row.isFaint ? "" : " won")" cx="\(x(row.value).short)" \
                cy="\(y.short)" r="\(step >= 8 ? "3" : "1.5")"/>\(label)

                """
        }
    }

    private var lines: [Markup] {
        cuts.enumerated().map { index, cut in
            let x = x(cut.value)
            let y = 12 + 15 * Double(index)
            let isRight = x > Self.width / 2
            return """
                <line class="cut" x1="\(x.short)" x2="\(x.short)" y1="\((y - 9).short)" \
                y2="\(bottom.short)"/>\
                \(text(cut.name, "cutname", (isRight ? x - 5 : x + 5).short, y.short,
                    isRight ? "end" : "start"))

                """
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
