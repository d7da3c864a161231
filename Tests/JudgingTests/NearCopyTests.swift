import Computing
import Contests
import Judging
import Numbers
import TestSupport
import Testing

@Suite struct NearCopyTests {
    @Test func `Broder's example has three runs of four words`() throws {
        let text = "a rose is a rose is a rose"
        #expect(try #require(Shingles(text, fewest: 4)).hashes.count == 3)
    }

    @Test(arguments: SeededCases(8))
    func `every pair that is clearly alike is found, with its exact resemblance`(
        _ given: SeededCases.Case
    ) throws {
        var random = given.random
        let isChinese = given.seed.isMultiple(of: 2)
        let texts = Self.texts(&random, isChinese: isChinese)
        let limit = Points(millionths: 700_000)
        let found = Self.search(texts, limit: limit)
        let all = Self.everyPair(texts)
        let clear = all.filter { $0.resemblance >= Points(millionths: 800_000) }
        try #require(clear.count > 10)
        #expect(clear.allSatisfy { found.contains($0) })
        #expect(found.allSatisfy { all.contains($0) && $0.resemblance >= limit })
    }

    @Test func `case, width, punctuation and unseen signs make no difference`() throws {
        let plain = String(repeating: "Judging needs a record that anyone can check ", count: 3)
        let dressed = String(
            repeating: "JUDGING, needs\u{3000}a “rec\u{200B}ord”—that ａｎｙｏｎｅ can check. ", count: 3)
        let one = try #require(Shingles(plain))
        #expect(one.hashes == Shingles(dressed)?.hashes)
        let chinese = "评审系统应让每个人都能核对结果并且让每位评委的打分都有据可查"
        let spaced = chinese.map { "\($0)" }.joined(separator: "， ")
        #expect(try #require(Shingles(chinese)).hashes == Shingles(spaced)?.hashes)
    }

    @Test func `words in another order are not the same text`() throws {
        let words = (0..<40).map { "word\($0)" }
        let one = try #require(Shingles(words.joined(separator: " ")))
        let other = try #require(Shingles(words.reversed().joined(separator: " ")))
        #expect(one.compared(with: other).shared == 0)
    }

    @Test func `of equal texts each later one is flagged with the first alone`() {
        let text = "评审系统应让每个人都能核对结果并且让每位评委的打分都有据可查"
        let texts = [String](repeating: text, count: 300)
        let found = Self.search(texts, limit: Points(millionths: 1_000_000))
        #expect(found.count == 299)
        #expect(found.allSatisfy { $0.first.text == "S0000" && $0.shared == $0.all })
    }

    @Test func `a crowd of texts made from one template stays linear and loses no text`() {
        let template = (0..<200).map { "word\($0)" }
        let texts = (0..<600).map { number in
            (template + ["team", "\(number)"]).joined(separator: " ")
        }
        let found = Self.search(texts, limit: Points(millionths: 900_000))
        #expect(Set(found.flatMap { [$0.first, $0.second] }).count == 600)
        #expect(found.count < 600 * 599 / 2)
    }

    @Test func `short abstracts are counted and not compared`() {
        var search = NearCopySearch(limit: Points(millionths: 700_000))
        search.read([Self.submission(0, ["无"]), Self.submission(1, ["无"])])
        #expect(search.tooShort == 2 && search.texts == 0)
        #expect(search.rounds().isEmpty)
    }

    @Test func `the wordings that are most alike count, and one's own do not`() throws {
        let chinese = "评审系统应让每个人都能核对结果并且让每位评委的打分都有据可查"
        let english = (0..<30).map { "word\($0)" }.joined(separator: " ")
        let found = Self.search(
            [
                Self.submission(0, [chinese, chinese]),
                Self.submission(1, [english, chinese + "了"]),
            ], limit: Points(millionths: 600_000))
        let pair = try #require(found.first)
        #expect(found.count == 1)
        #expect(pair.shared == 27 && pair.all == 28)
    }

    @Test func `the same pairs are found in rounds of any size and batches of any size`() {
        var random = SeededRandom(seed: 5)
        let submissions = Self.texts(&random, isChinese: true).enumerated().map {
            Self.submission($0, [$1])
        }
        let limit = Points(millionths: 700_000)
        let whole = Self.search(submissions, limit: limit)
        #expect(!whole.isEmpty)
        #expect(Self.search(submissions, limit: limit, batch: 7, round: 3) == whole)
    }

    /// 30 texts without anything in common, and three copies of each with more and more words
    /// changed.
    private static func texts(_ random: inout SeededRandom, isChinese: Bool) -> [String] {
        var texts: [String] = []
        for _ in 0..<30 {
            let words = (0..<(40 + random.below(200))).map { _ in word(&random, isChinese) }
            for changes in [0, 1, 3, 8] {
                var copy = words
                for _ in 0..<changes { copy[random.below(copy.count)] = word(&random, isChinese) }
                texts.append(copy.joined(separator: isChinese ? "" : " "))
            }
        }
        return random.shuffled(texts)
    }

    private static func word(_ random: inout SeededRandom, _ isChinese: Bool) -> String {
        guard isChinese else { return "w\(random.below(2_000))" }
        return Unicode.Scalar(UInt32(0x4E00 + random.below(2_000))).map { String($0) } ?? ""
    }

    private static func submission(_ number: Int, _ texts: [String]) -> Submission {
        let digits = String(number)
        let id = "S" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let wordings = texts.map { LocalizedText.Wording(language: "", text: $0) }
        return Submission(
            id: SubmissionID(id), track: "t", abstract: LocalizedText(wordings))
    }

    private static func search(_ texts: [String], limit: Points) -> [NearCopy] {
        search(texts.enumerated().map { submission($0, [$1]) }, limit: limit)
    }

    private static func search(
        _ submissions: [Submission], limit: Points, batch: Int = .max, round: Int = 50_000
    ) -> [NearCopy] {
        let batches = stride(from: 0, to: submissions.count, by: min(batch, submissions.count))
            .map { Array(submissions[$0...].prefix(batch)) }
        var search = NearCopySearch(limit: limit)
        for batch in batches { search.read(batch) }
        return search.rounds(of: round).flatMap { round in
            var round = round
            for batch in batches { round.take(batch) }
            return round.nearCopies()
        }
    }

    /// Every two texts compared word by word.
    private static func everyPair(_ texts: [String]) -> [NearCopy] {
        let runs = texts.map { Shingles($0) }
        var pairs: [NearCopy] = []
        for (one, left) in runs.enumerated() {
            for (other, right) in runs.enumerated().dropFirst(one + 1) {
                guard let left, let right else { continue }
                let (shared, all) = left.compared(with: right)
                pairs.append(
                    NearCopy(
                        first: submission(one, []).id, second: submission(other, []).id,
                        shared: shared, all: all))
            }
        }
        return pairs
    }
}
