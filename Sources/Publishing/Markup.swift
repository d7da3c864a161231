public import Formats

/// HTML that is safe to send: what is interpolated into it is escaped.
///
/// ```swift
/// let cell: Markup = "<td>\(submission.title)</td>"
/// ```
/// Literals are ours and stand as they are; a text becomes text, whatever is in it, with each code
/// point escaped by itself, so that a combining mark after a quotation mark hides nothing; a phrase
/// becomes an element for each language; other markup is put in as it is. The elements are closed
/// as in XML, so a page can be read by either kind of parser.
public struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The HTML.
    public private(set) var html: String

    /// Our own HTML.
    public init(stringLiteral html: String) { self.html = html }

    /// HTML from its pieces.
    public init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }

    /// What a literal with values in it is put together from.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var html = ""

        /// Nothing yet.
        public init(literalCapacity: Int, interpolationCount: Int) {
            html.reserveCapacity(literalCapacity + 24 * interpolationCount)
        }

        /// Our own HTML, as it is.
        public mutating func appendLiteral(_ literal: String) { html += literal }

        /// A text, escaped.
        public mutating func appendInterpolation(_ text: String) {
            html += HTMLText.escaped(text)
        }

        /// A number.
        public mutating func appendInterpolation(_ number: Int) { html += String(number) }

        /// Markup, as it is.
        public mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

        /// Pieces of markup, one after another.
        public mutating func appendInterpolation(_ pieces: [Markup]) {
            for piece in pieces { html += piece.html }
        }

        /// Words in both languages, each in an element of its own; one text where they are equal.
        public mutating func appendInterpolation(_ phrase: Phrase) {
            if phrase.english == phrase.chinese {
                html += Markup.ofUnknownLanguage(phrase.english).html
            } else {
                html +=
                    "<span class=\"zh\" lang=\"zh-Hans\">\(HTMLText.escaped(phrase.chinese))</span>"
                html += "<span class=\"en\" lang=\"en\">\(HTMLText.escaped(phrase.english))</span>"
            }
        }
    }

    /// A text that is the same in both languages; one with ideographs is marked as Chinese, so that
    /// a screen reader can say it on an English page.
    static func ofUnknownLanguage(_ text: String) -> Markup {
        let isChinese = text.unicodeScalars.contains { $0.properties.isIdeographic }
        return isChinese ? "<span lang=\"zh-Hans\">\(text)</span>" : "\(text)"
    }

    /// One piece after another.
    static func + (left: Markup, right: Markup) -> Markup { "\(left)\(right)" }

    /// The pieces with a separator between them.
    static func joined(_ pieces: [Markup], _ separator: Markup) -> Markup {
        var result: Markup = ""
        for (index, piece) in pieces.enumerated() {
            result.html += index > 0 ? separator.html + piece.html : piece.html
        }
        return result
    }
}
