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
            where text.count - place >= words[word].count
                && text[place..<place + words[word].count].elementsEqual(words[word])
            {
                found.insert(word)
            }
        }
        return found.sorted()
    }

    /// Whether one text of bytes stands in another.
    static func stands(_ short: [UInt8], in long: [UInt8]) -> Bool {
        guard short.count <= long.count else { return false }
        return (0...long.count - short.count).contains {
            long[$0] == short[0] && long[$0..<$0 + short.count].elementsEqual(short)
        }
    }

    private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 {
        UInt16(first) << 8 | UInt16(second)
    }
}
