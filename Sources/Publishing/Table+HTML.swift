import Formats

extension Table {
    /// The table for a page, in both languages; it scrolls to the side where it is too wide.
    ///
    /// - Parameter label: The element of the page that names it.
    func markup(label: String) -> Markup {
        let heads = columns.map { column -> Markup in
            let number: Markup = column.alignment == .trailing ? " class=\"number\"" : ""
            return "<th scope=\"col\"\(number)>\(column.title)</th>"
        }
        let rows = rows.indices.map { row -> Markup in
            let cells = columns.indices.map { column -> Markup in
                let number: Markup =
                    columns[column].alignment == .trailing ? " class=\"number\"" : ""
                let cell = cell(row, column)
                let text = Phrase(cell.text(in: .english), cell.text(in: .chinese))
                return "<td\(number)>\(text)</td>"
            }
            return "<tr>\(cells)</tr>\n"
        }
        return """
            <div class="scroll wide" tabindex="0" role="region" aria-labelledby="\(label)">
            <table><thead><tr>\(heads)</tr></thead><tbody>
            \(rows)</tbody></table></div>
            """
    }
}
