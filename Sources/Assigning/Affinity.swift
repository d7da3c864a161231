import Contests

/// How well each judge's expertise fits a submission, from 0 to 1,000.
///
/// The sum of three parts, each rounded down, after texts are brought to small letters of ordinary
/// width and their punctuation is taken out. A word stands in a text where it is found there;
/// a Latin word must begin where a word of the text begins, and end with it too if it has three
/// letters or fewer.
///
/// - **keywords**, up to 700: 700 × (sum of matches ÷ number of keywords). A keyword matches 1 if
///   the judge has the same word, ½ if one of the judge's words contains it or stands in it, else
///   0.
/// - **text**, up to 200: 100 for each of the judge's words that stands in a title or an abstract,
///   two counting at most.
/// - **track**, 100 if one of the judge's words is the track's identifier or one of its names, or
///   stands in one.
///
/// A word of one letter matches only as a whole. A judge without expertise has an affinity of 0 for
/// everything.
struct Affinity: Sendable {
    /// The different words of all judges' expertise.
    private let words: [[UInt8]]
    /// For each word, the judges who have it, by position.
    private let judgesOfWord: [[Int32]]
    private let finder: WordFinder
    /// The points of the track part for each judge.
    private let trackPoints: [Int32]

    init(judges: [Judge], submissions: [Submission], track: Track?) {
        var judgesOfWord: [[UInt8]: [Int32]] = [:]
        for (position, judge) in judges.enumerated() {
            for word in Set(judge.expertise.map(Self.normalised)) where !word.isEmpty {
                judgesOfWord[word, default: []].append(Int32(position))
            }
        }
        let ordered = judgesOfWord.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        words = ordered.map(\.key)
        self.judgesOfWord = ordered.map(\.value)
        finder = WordFinder(words)
        var points = [Int32](repeating: 0, count: judges.count)
        let names = (track.map { [$0.id.text] + $0.names.wordings.map(\.text) } ?? [])
        for name in names {
            for word in finder.words(in: Self.normalised(name)) {
                for judge in self.judgesOfWord[word] { points[Int(judge)] = 100 }
            }
        }
        trackPoints = points
    }

    /// The affinity of every judge for a submission, by position.
    ///
    /// - Complexity: O(*k* · *w* + *t* + *j*) for *k* keywords, *w* different words, a text of *t*
    ///   bytes and *j* judges.
    func row(for submission: Submission) -> [Int32] {
        var points = trackPoints
        guard !words.isEmpty else { return points }
        addKeywords(of: submission, to: &points)
        var found = [UInt8](repeating: 0, count: points.count)
        let texts = submission.titles.wordings + submission.abstract.wordings
        let inText = Set(texts.flatMap { finder.words(in: Self.normalised($0.text)) })
        for word in inText {
            for judge in judgesOfWord[word] where found[Int(judge)] < 2 {
                found[Int(judge)] += 1
                points[Int(judge)] += 100
            }
        }
        return points
    }

    private func addKeywords(of submission: Submission, to points: inout [Int32]) {
        let keywords = submission.keywords.map(Self.normalised)
            .filter { !$0.isEmpty }
        guard !keywords.isEmpty else { return }
        // Twice the sum of matches, so that halves are whole.
        var matches = [Int32](repeating: 0, count: points.count)
        for keyword in keywords {
            var best = [Int32: Int32]()
            for (word, bytes) in words.enumerated() {
                let match = Self.match(keyword, bytes)
                guard match > 0 else { continue }
                for judge in judgesOfWord[word] { best[judge] = max(best[judge] ?? 0, match) }
            }
            for (judge, match) in best { matches[Int(judge)] += match }
        }
        for judge in points.indices {
            points[judge] += 700 * matches[judge] / Int32(2 * keywords.count)
        }
    }

    private static func match(_ keyword: [UInt8], _ word: [UInt8]) -> Int32 {
        if keyword == word { return 2 }
        let (short, long) = keyword.count < word.count ? (keyword, word) : (word, keyword)
        return short.count > 1 && WordFinder.stands(short, in: long) ? 1 : 0
    }

    /// A text as words are compared: small letters of ordinary width; between Latin letters or
    /// digits one blank for anything else, elsewhere nothing.
    private static func normalised(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var isApart = false
        for scalar in text.unicodeScalars {
            let narrow =
                (0xFF01...0xFF5E).contains(scalar.value)
                ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            guard isWordPart(narrow) else {
                isApart = true
                continue
            }
            if narrow.isASCII {
                if isApart, let last = result.last, last < 0x80 { result.append(0x20) }
                let byte = UInt8(truncatingIfNeeded: narrow.value)
                result.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
            } else if isIdeograph(narrow) {
                result.append(contentsOf: UTF8.encode(narrow) ?? UTF8.encodedReplacementCharacter)
            } else {
                result.append(contentsOf: narrow.properties.lowercaseMapping.utf8)
            }
            isApart = false
        }
        return result
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return (0x61...0x7A).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
                || (0x30...0x39).contains(scalar.value)
        }
        return isIdeograph(scalar) || scalar.properties.isAlphabetic
            || scalar.properties.numericType != nil
    }

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value)
    }
}
