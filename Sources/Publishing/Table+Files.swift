public import Formats

extension Table {
    /// The table as JSON: an array with an object for each row, by the keys of the columns.
    ///
    /// Exact decimals are strings, for a number in JSON is often read as floating point; words
    /// that differ by language are an object with both.
    public var jsonValue: JSONValue {
        .array(
            rows.indices.map { row in
                .object(
                    JSONObject(
                        columns.indices.map {
                            JSONObject.Member(columns[$0].key, cell(row, $0).jsonValue)
                        }))
            })
    }

    /// The text of ``jsonValue``, a member a line, with a line break at its end.
    ///
    /// - Complexity: O(*n*) in the length of all cells.
    public var json: String { jsonValue.encoded(pretty: true) + "\n" }

    /// The table as CSV for a spreadsheet: UTF-8 with a byte-order mark, CRLF, cells that a
    /// spreadsheet would take for a formula neutralised, what does not show written out.
    ///
    /// - Parameter language: The language of titles and words; without one, the header has the
    ///   keys, and words are English.
    /// - Complexity: O(*n*) in the length of all cells.
    public func csv(in language: Language? = nil) -> String {
        let header = columns.map { column in language.map { column.title[$0] } ?? column.key }
        let cells = rows.indices.map { row in
            columns.indices.map {
                cell(row, $0).text(in: language ?? .english).visibleKeepingBreaks
            }
        }
        return CSVWriter.string(header: header, rows: cells)
    }

    /// The table in Markdown, with everything that Markdown or HTML would act on escaped.
    ///
    /// - Complexity: O(*n*) in the length of all cells.
    public func markdown(in language: Language) -> String {
        var lines = [columns.map { $0.title[language].markdownEscaped }]
        lines.append(columns.map { $0.alignment == .trailing ? "---:" : "---" })
        for row in rows.indices {
            lines.append(
                columns.indices.map { cell(row, $0).text(in: language).markdownEscaped })
        }
        return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }
}

extension Table.Cell {
    /// The value in JSON.
    fileprivate var jsonValue: JSONValue {
        switch self {
        case .text(let text), .decimal(let text): .string(text)
        case .phrase(let phrase): phrase.jsonValue
        case .whole(let number): .number(number)
        case .truth(let truth): .bool(truth)
        case .none: .null
        }
    }
}

extension Phrase {
    /// A string where both languages have the same words, or else an object with both.
    var jsonValue: JSONValue {
        english == chinese
            ? .string(english) : ["en": .string(english), "zh": .string(chinese)]
    }
}

extension String {
    /// The text with everything that Markdown or HTML would act on escaped, on one line.
    var markdownEscaped: String {
        var escaped = ""
        for scalar in oneLine.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$":
                escaped += "\\" + String(scalar)
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The text with what does not show written out, line breaks left as they are.
    var visibleKeepingBreaks: String {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { String($0).visible }.joined(separator: "\n")
    }
}
