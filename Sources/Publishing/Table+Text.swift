public import Formats

extension Table {
    /// The table for a terminal: a line of titles, a rule, a line for each row.
    ///
    /// Aligned by the columns that characters take up, two for a Chinese one. What does not show is
    /// written out, and a line break in a cell becomes a blank.
    ///
    /// - Parameters:
    ///   - language: The language of titles and words.
    ///   - width: The columns of the terminal. Where the table is wider, flexible columns are
    ///     narrowed and their cells wrapped; without a width nothing is.
    /// - Complexity: O(*n*) in the length of all cells.
    public func text(in language: Language, width: Int? = nil) -> String {
        let titles = columns.map { [$0.title[language]] }
        let cells = rows.indices.map { row in
            columns.indices.map { column in
                let text = cell(row, column).text(in: language).oneLine
                return text.isEmpty ? "–" : text
            }
        }
        let widths = fitted(naturalWidths(titles: titles, cells: cells), to: width)
        var lines = [line(zip(titles, widths).map { $0[0].wrapped(to: $1) }, widths: widths)]
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
        for row in cells {
            lines.append(line(zip(row, widths).map { $0.wrapped(to: $1) }, widths: widths))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func naturalWidths(titles: [[String]], cells: [[String]]) -> [Int] {
        columns.indices.map { column in
            cells.reduce(DisplayWidth.of(titles[column][0])) {
                max($0, DisplayWidth.of($1[column]))
            }
        }
    }

    /// The widths with flexible columns narrowed until the table fits, the widest first.
    private func fitted(_ natural: [Int], to width: Int?) -> [Int] {
        guard let width else { return natural }
        var widths = natural
        let flexible = columns.indices.filter { columns[$0].isFlexible }
        var excess = natural.reduce(0, +) + 2 * max(0, natural.count - 1) - width
        while excess > 0, let widest = flexible.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > Self.narrowest
        {
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    /// Columns that a flexible column keeps.
    private static let narrowest = 12

    /// One row of the table, on as many lines as its tallest cell takes.
    private func line(_ cells: [[String]], widths: [Int]) -> String {
        let height = cells.map(\.count).max() ?? 1
        return (0..<height).map { number in
            var line = ""
            for (column, lines) in cells.enumerated() {
                if column > 0 { line += "  " }
                let text = number < lines.count ? lines[number] : ""
                line +=
                    columns[column].alignment == .trailing
                    ? DisplayWidth.paddedLeft(text, to: widths[column])
                    : DisplayWidth.padded(text, to: widths[column])
            }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}

extension String {
    /// The text on one line, with what does not show written out.
    var oneLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ").visible
    }

    /// The text in lines of so many terminal columns, broken at blanks where there are any and
    /// between Chinese characters otherwise.
    ///
    /// - Complexity: O(*n*).
    func wrapped(to width: Int) -> [String] {
        guard DisplayWidth.of(self) > width, width > 0 else { return [self] }
        var lines: [String] = []
        var line = ""
        var taken = 0
        for word in wrappingUnits {
            let size = DisplayWidth.of(word)
            if taken > 0, taken + size > width {
                lines.append(line.trimmed)
                (line, taken) = ("", 0)
            }
            if taken == 0, word == " " { continue }
            guard size > width else {
                line += word
                taken += size
                continue
            }
            for character in word {
                let size = DisplayWidth.of(String(character))
                if taken > 0, taken + size > width {
                    lines.append(line)
                    (line, taken) = ("", 0)
                }
                line.append(character)
                taken += size
            }
        }
        if !line.isEmpty { lines.append(line.trimmed) }
        return lines
    }

    /// Words, blanks and wide characters, between any of which a line may be broken.
    private var wrappingUnits: [String] {
        var units: [String] = []
        var word = ""
        for character in self {
            let isWide = DisplayWidth.of(String(character)) > 1
            if isWide || character == " " {
                if !word.isEmpty { units.append(word) }
                units.append(String(character))
                word = ""
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? units : units + [word]
    }
}
