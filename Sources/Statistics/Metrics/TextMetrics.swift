import Foundation

/// How near predicted texts come to their answers.
public enum TextMetrics {
    /// The share of rows whose texts are the same code points, from 0 to 1.
    public static func exactMatch(
        _ answers: [String], _ predictions: [String]
    ) throws(MetricRefusal) -> Double {
        try Columns.check(answers.count, predictions.count)
        let same = zip(answers, predictions).reduce(0) { count, pair in
            count + (pair.0.utf8.elementsEqual(pair.1.utf8) ? 1 : 0)
        }
        return Double(same) / Double(answers.count)
    }

    /// The fewest code points to insert, delete or replace to make one text of another.
    ///
    /// - Complexity: O(*n*·*m*) time and O(*m*) memory for texts of *n* and *m* code points.
    public static func editDistance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
        var row = Array(0...other.count)
        for (index, scalar) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in other.indices {
                let replaced = diagonal + (scalar == other[place] ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(replaced, min(diagonal, row[place]) + 1)
            }
        }
        return row[other.count]
    }

    /// The mean edit distance, in code points; 0 is best.
    public static func meanEditDistance(
        _ answers: [String], _ predictions: [String]
    ) throws(MetricRefusal) -> Double {
        try Columns.check(answers.count, predictions.count)
        let sum = zip(answers, predictions).reduce(0) { $0 + editDistance($1.0, $1.1) }
        return Double(sum) / Double(answers.count)
    }

    /// BLEU of all rows together, up to runs of four words, from 0 to 1.
    ///
    /// Words are what stands between white space. Not smoothed: where no run of four words is
    /// right, the value is 0.
    ///
    /// Papineni, K. et al. (2002), Proceedings of ACL, 311–318, doi:10.3115/1073083.1073135.
    ///
    /// - Complexity: O(*w*) for *w* words.
    /// - Throws: ``MetricRefusal/empty`` where the answers hold no word.
    public static func bleu(
        _ answers: [String], _ predictions: [String]
    ) throws(MetricRefusal) -> Double {
        try Columns.check(answers.count, predictions.count)
        var (right, given) = ([0, 0, 0, 0], [0, 0, 0, 0])
        var (answerWords, words) = (0, 0)
        for (answer, prediction) in zip(answers, predictions) {
            let (wanted, said) = (tokens(answer), tokens(prediction))
            answerWords += wanted.count
            words += said.count
            for length in 1...4 {
                let known = runs(wanted, length)
                for (run, count) in runs(said, length) {
                    right[length - 1] += min(count, known[run] ?? 0)
                }
                given[length - 1] += max(said.count - length + 1, 0)
            }
        }
        guard answerWords > 0 else { throw .empty }
        guard right.allSatisfy({ $0 > 0 }) else { return 0 }
        let mean = zip(right, given).reduce(0.0) { $0 + log(Double($1.0) / Double($1.1)) } / 4
        let brevity = words >= answerWords ? 0 : 1 - Double(answerWords) / Double(words)
        return exp(brevity + mean)
    }

    private static func tokens(_ text: String) -> [Substring] {
        text.split(whereSeparator: \.isWhitespace)
    }

    private static func runs(_ words: [Substring], _ length: Int) -> [[Substring]: Int] {
        guard words.count >= length else { return [:] }
        return (0...words.count - length).reduce(into: [:]) { counts, start in
            counts[Array(words[start..<start + length]), default: 0] += 1
        }
    }
}
