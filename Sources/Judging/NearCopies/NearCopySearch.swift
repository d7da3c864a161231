import Computing
public import Contests
public import Numbers

/// The built-in judge that looks for submissions whose abstracts are nearly the same: it flags
/// pairs for the office, and marks nothing.
///
/// Submissions go through it more than once, so that no more than a sketch of each is kept: first
/// all through ``read(_:)``, then once for each of ``rounds()`` through
/// ``NearCopyRound/take(_:)``, which compares the suspects word by word. What it flags is alike by
/// that count, never by the sketch alone; a pair at the limit escapes the sketches with the chance
/// of 1 in 1,000 at most.
///
/// Every wording of an abstract is a text of its own. Memory: about 160 bytes a text.
public struct NearCopySearch: Sendable {
    /// The least resemblance that the sketches can be asked for.
    public static let lowestLimit = Points(millionths: 600_000)

    /// The least resemblance that is flagged: the runs of four words that both texts have, of those
    /// that either has.
    public let limit: Points
    /// Texts with too few words to be compared.
    public private(set) var tooShort = 0

    private let minHash = MinHash()
    private var table = SketchTable()
    private var submissions: [SubmissionID] = []
    private var owners: [Int32] = []

    /// A search.
    ///
    /// - Parameter limit: From ``lowestLimit`` to 1.
    public init(limit: Points) {
        self.limit = limit
    }

    /// How many texts were read that are long enough to be compared.
    public var texts: Int { table.count }

    /// Reads the abstracts of further submissions.
    ///
    /// - Complexity: O(*n*) for *n* bytes, shared out among the cores.
    public mutating func read(_ batch: [Submission]) {
        let minHash = minHash
        let found = batch.concurrentMap(chunk: 64) { submission in
            submission.abstract.wordings.map { wording in
                Shingles(wording.text).map { (minHash.sketch(of: $0), $0.whole) }
            }
        }
        for (submission, sketches) in zip(batch, found) {
            submissions.append(submission.id)
            for sketch in sketches {
                guard let (bytes, whole) = sketch else {
                    tooShort += 1
                    continue
                }
                table.append(bytes, whole: whole)
                owners.append(Int32(submissions.count - 1))
            }
        }
    }

    /// The suspects, in rounds that each hold few enough submissions for the memory.
    ///
    /// - Parameter most: Submissions of a round.
    /// - Complexity: O(*n* log *n*) for *n* texts.
    public func rounds(of most: Int = 50_000) -> [NearCopyRound] {
        let plan = BandPlan(limit: Ratio(limit).approximation)
        var pairs: [UInt64] = []
        for pair in table.suspects(plan) {
            let (one, two) = (owners[Int(pair >> 32)], owners[Int(pair & 0xFFFF_FFFF)])
            if one != two { pairs.append(UInt64(min(one, two)) << 32 | UInt64(max(one, two))) }
        }
        pairs.sort()
        var rounds: [NearCopyRound] = []
        var round = NearCopyRound(limit: limit)
        for pair in pairs.withoutRepeats {
            if round.size >= most {
                rounds.append(round)
                round = NearCopyRound(limit: limit)
            }
            round.suspect(submissions[Int(pair >> 32)], submissions[Int(pair & 0xFFFF_FFFF)])
        }
        return round.size == 0 ? rounds : rounds + [round]
    }
}
