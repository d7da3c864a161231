import Formats

/// A picture of how many values fall where on a scale.
///
/// A picture, so `Double` is good enough; coordinates are written with one decimal, by whole
/// numbers, so that they are the same everywhere.
struct Histogram {
    /// A name for the picture's elements, unique on the page.
    var id: String
    /// What it shows.
    var title: Phrase
    /// What is seen in it, for those who cannot see it.
    var description: Phrase
    /// What the scale measures.
    var axis: Phrase
    /// What is counted.
    var counted: Phrase
    /// The values, in any order.
    var values: [Double]

    private static let (width, height) = (760.0, 260.0)
    private static let (left, right, top, bottom) = (56.0, 16.0, 24.0, 44.0)
    /// Bars between two ticks of the scale.
    private static let barsOfStep = 4

    /// The figure; nothing without values.
    var figure: Markup {
        guard let low = values.min(), let high = values.max() else { return "" }
        let ticks = Ticks(low: low, high: max(high, low + 1))
        let counts = counts(ticks)
        let levels = Ticks(low: 0, high: Double(max(4, counts.max() ?? 0)))
        return """
            <figure role="group" aria-labelledby="\(id)-caption">
            <div class="scroll" tabindex="0" role="region" aria-labelledby="\(id)-caption">
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 260" role="img" \
            aria-labelledby="\(id)-title \(id)-description">
            <title id="\(id)-title">\(title.chinese) · \(title.english)</title>
            <desc id="\(id)-description">\(description.chinese) \(description.english)</desc>
            \(grid(levels))\(bars(counts, levels))\(scale(ticks))</svg></div>
            <figcaption id="\(id)-caption">\(title)</figcaption></figure>
            """
    }

    /// How many values fall into each bar; the last holds its upper end too.
    private func counts(_ ticks: Ticks) -> [Int] {
        let bars = (ticks.values.count - 1) * Self.barsOfStep
        var counts = [Int](repeating: 0, count: bars)
        for value in values {
            let share = (value - ticks.low) / (ticks.high - ticks.low)
            counts[min(bars - 1, max(0, Int(share * Double(bars))))] += 1
        }
        return counts
    }

    private func y(_ level: Double, _ levels: Ticks) -> Double {
        let room = Self.height - Self.top - Self.bottom
        return Self.height - Self.bottom - room * level / levels.high
    }

    private func grid(_ levels: Ticks) -> [Markup] {
        let end = (Self.width - Self.right).short
        return levels.values.map { level in
            let y = y(level, levels)
            return """
                <line class="grid" x1="\(Self.left.short)" x2="\(end)" y1="\(y.short)" \
                y2="\(y.short)"/><text x="50" y="\((y + 4).short)" text-anchor="end">\
                \(levels.text(level))</text>

                """
        } + [text(counted, Self.left.short, "14", "start")]
    }

    private func bars(_ counts: [Int], _ levels: Ticks) -> [Markup] {
        let step = (Self.width - Self.left - Self.right) / Double(max(1, counts.count))
        let floor = Self.height - Self.bottom
        return counts.enumerated().filter { $0.element > 0 }.map { place, count in
            let top = y(Double(count), levels)
            return """
                <rect class="bar" x="\((Self.left + step * Double(place) + 1).short)" \
                y="\(top.short)" width="\((step - 2).short)" height="\((floor - top).short)"/>

                """
        }
    }

    private func scale(_ ticks: Ticks) -> [Markup] {
        let (end, line) = (Self.width - Self.right, Self.height - Self.bottom + 16)
        return ticks.values.map { value in
            let share = (value - ticks.low) / (ticks.high - ticks.low)
            let x = Self.left + share * (end - Self.left)
            return """
                <text x="\(x.short)" y="\(line.short)" text-anchor="middle">\
                \(ticks.text(value))</text>

                """
        } + [text(axis, end.short, (line + 18).short, "end")]
    }

    /// A text in each language.
    private func text(_ phrase: Phrase, _ x: String, _ y: String, _ anchor: String) -> Markup {
        """
        <text class="zh" x="\(x)" y="\(y)" text-anchor="\(anchor)">\(phrase.chinese)</text>\
        <text class="en" x="\(x)" y="\(y)" text-anchor="\(anchor)">\(phrase.english)</text>

        """
    }
}
