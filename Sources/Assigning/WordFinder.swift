/// Finds which of many words stand in a text, in one pass over it.
struct WordFinder: Sendable {
    private let words: [[UInt8]]
    /// Positions of the words by their first two bytes.
    private var starts: [UInt16: [Int]] = [:]

    /// - Parameter words: Words of one byte are never found inside a longer text.
    init(_ words: [[UInt8]]) {
        self.words = words
        for (position, word) in words.enumerated() where word.count > 1 {
            starts[Self.key(word[0], word[1]), default: []].append(position)
        }
    }

    /// The positions of the words that stand in a text, each once, in ascending order.
    ///
    /// - Complexity: O(*n*) for a text of *n* bytes, apart from words that begin alike.
    func words(in text: [UInt8]) -> [Int] {
        guard text.count > 1 else { return [] }
        var found = Set<Int>()
        for place in 0..<text.count - 1 {
            for word in starts[Self.key(text[place], text[place + 1])] ?? []
            where Self.stands(words[word], in: text, at: place) {
                found.insert(word)
            }
        }
        return found.sorted()
    }

    /// Whether one text of bytes stands in another.
    static func stands(_ short: [UInt8], in long: [UInt8]) -> Bool {
        guard !short.isEmpty, short.count <= long.count else { return false }
        return (0...long.count - short.count).contains { stands(short, in: long, at: $0) }
    }

    /// Whether a word stands at a place of a text, its ends where words end.
    private static func stands(_ word: [UInt8], in text: [UInt8], at place: Int) -> Bool {
        let end = place + word.count
        guard end <= text.count, text[place] == word[0],
            text[place..<end].elementsEqual(word)
        else { return false }
        if place > 0, isLatin(word[0]), isLatin(text[place - 1]) { return false }
        return word.count > 3 || end == text.count || !isLatin(word[word.count - 1])
            || !isLatin(text[end])
    }

    /// Whether a byte of a normalised text is a Latin letter or a digit.
    private static func isLatin(_ byte: UInt8) -> Bool { byte < 0x80 && byte != 0x20 }

    private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 {
        UInt16(first) << 8 | UInt16(second)
    }
}
