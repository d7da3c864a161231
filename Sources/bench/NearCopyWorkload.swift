import Computing
import Contests
import Foundation
import Judging
import Numbers

/// W12: a million abstracts of about 300 Chinese characters, one in a hundred of them a copy of an
/// earlier one with six characters changed.
///
/// Calls what `banyan compare` calls; the abstracts are made anew for each pass, as the verb reads
/// them anew from the ledger. The check value is how many of the copies were found, and how many
/// pairs that are none.
struct NearCopyWorkload: Workload {
    let name = "W12 near copies 1000000"
    let peers: [Peer] = []
    let isPossible = true

    private static let count = 1_000_000
    private static let batch = 4_096
    private static let words = Self.vocabulary()

    func run() throws -> Measurement {
        Measurement.of(name) {
            var search = NearCopySearch(limit: Points(millionths: 700_000))
            Self.eachBatch { search.read($0) }
            var pairs: [NearCopy] = []
            for var round in search.rounds() {
                Self.eachBatch { round.take($0) }
                pairs += round.nearCopies()
            }
            let right = pairs.count { pair in
                let (first, second) = (Int(pair.first.text), Int(pair.second.text))
                return second.map { Self.original(of: $0) } == first
            }
            return "\(right) copies, \(pairs.count - right) others"
        }
    }

    private static func eachBatch(_ body: ([Submission]) -> Void) {
        for start in stride(from: 0, to: count, by: batch) {
            let numbers = start..<min(start + batch, count)
            body(numbers.concurrentMap(chunk: 64) { Self.submission($0) })
        }
    }

    /// The earlier abstract that an abstract copies; none for most.
    private static func original(of number: Int) -> Int? {
        number % 100 == 99 ? number - 99 + number / 100 % 99 : nil
    }

    private static func submission(_ number: Int) -> Submission {
        var random = SeededRandom(seed: 12, label: "W12", number: UInt64(number))
        var text = original(of: number).map { characters(of: $0) } ?? characters(of: number)
        if original(of: number) != nil {
            for _ in 0..<6 { text[random.below(text.count)] = UInt16(0x4E00 + random.below(3_000)) }
        }
        return Submission(
            id: SubmissionID("\(number)"), track: "t",
            abstract: LocalizedText(String(decoding: text, as: UTF16.self)))
    }

    /// An abstract of 150 words of two characters; some words are far more common than others.
    private static func characters(of number: Int) -> [UInt16] {
        var random = SeededRandom(seed: 13, label: "W12", number: UInt64(number))
        var text: [UInt16] = []
        for _ in 0..<150 {
            let rank = Double(words.count) * random.unit() * random.unit() * random.unit()
            text += words[Int(rank)]
        }
        return text
    }

    private static func vocabulary() -> [[UInt16]] {
        var random = SeededRandom(seed: 14)
        return (0..<20_000).map { _ in (0..<2).map { _ in UInt16(0x4E00 + random.below(3_000)) } }
    }
}
