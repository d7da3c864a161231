import Computing
import Contests
import Formats

/// A submission as it came out of a file, with what was wrong with it.
struct DecodedSubmission: Sendable {
    /// None where there were errors.
    var submission: Submission?
    var line: Int
    var faults: [Fault] = []
    /// Names of members of a JSON object that mean nothing here.
    var unknownNames: [String] = []
    /// Where in a workbook it stands; none in other files.
    var place: SheetPlace?
}

/// Neighbouring submissions of a file, decoded on one thread.
struct DecodedChunk: Sendable {
    /// The good ones, in the order of the file.
    private(set) var submissions: [Submission] = []
    /// The line of each of them.
    private(set) var lines: [Int] = []
    /// The place of each of them in a workbook; none of any in other files.
    private(set) var places: [SheetPlace] = []
    private(set) var faults: [Fault] = []
    private(set) var unknownNames: [(name: String, line: Int)] = []

    mutating func add(_ decoded: consuming DecodedSubmission) {
        faults += decoded.faults
        for name in decoded.unknownNames { unknownNames.append((name, decoded.line)) }
        guard let submission = decoded.submission else { return }
        submissions.append(submission)
        lines.append(decoded.line)
        if let place = decoded.place { places.append(place) }
    }
}

extension RandomAccessCollection where Self: Sendable, Index == Int {
    /// Decodes every element on several threads.
    ///
    /// - Returns: Chunks in the order of the elements, the same for any number of threads.
    func decoded(
        width: Int, _ decode: @Sendable (Element) -> DecodedSubmission
    ) -> [DecodedChunk] {
        (startIndex..<endIndex).concurrentChunks(of: 256, width: width) { positions in
            var chunk = DecodedChunk()
            for position in positions { chunk.add(decode(self[position])) }
            return chunk
        }
    }
}

extension RandomAccessCollection where Index == Int {
    /// Neighbours, so many together that their faults take little memory should all be faulty.
    var portions: [SubSequence] {
        stride(from: startIndex, to: endIndex, by: 4_096).map {
            self[$0..<Swift.min($0 + 4_096, endIndex)]
        }
    }
}
