import Computing

/// How certain an order of submissions is, given what the marks say of their qualities.
///
/// The qualities are drawn many times from their joint distribution under the mixed model; each
/// draw has an order of its own. So a place's interval and a chance are shares of draws, good to
/// about √(*p*(1 − *p*) ÷ *draws*). What is certain here is the quality behind the marks, if they
/// follow the model; not that the rules were followed.
public struct RankCertainty: Sendable {
    /// What is known of one submission's place; the parts are in the order that was given.
    public struct Place: Sendable, Hashable {
        /// The mean of its places.
        public var expected: Double
        /// The best place of the interval, from 1.
        public var best: Int
        /// The worst place of the interval.
        public var worst: Int
        /// For each line, the chance of a place at or above it.
        public var chances: [Double]
        /// The chance of standing above the next in the order; none for the last.
        public var aboveNext: Double?
    }

    /// What is asked.
    public struct Question: Sendable, Hashable {
        /// The submissions to place, by their numbers in the marks, in the order to be judged.
        public var order: [Int]
        /// How many places each line lets through.
        public var lines: [Int]
        /// How often an interval of places holds the true one.
        public var confidence = 0.8
        /// The chance from which on one submission counts as told apart from another.
        public var bandConfidence = 0.9
        /// How many draws to take.
        public var draws = 4_000
        /// The seed of the draws.
        public var seed: UInt64 = 1

        /// A question about an order and its lines.
        public init(order: [Int], lines: [Int]) {
            self.order = order
            self.lines = lines
        }
    }

    /// One for each submission of the order.
    public let places: [Place]
    /// Runs of the order, as places from 1, whose first cannot be told from their last.
    public let bands: [ClosedRange<Int>]

    /// Answers a question.
    ///
    /// The same question and model give the same answer, whatever the number of cores.
    ///
    /// - Complexity: O(*d*·(*n* log *n* + *q*²)) for *d* draws, *n* submissions and *q* judges;
    ///   *d*·*n* numbers of 4 bytes are held.
    public init(_ model: MixedModel, _ question: Question) {
        let draws = Draws(model, question)
        let count = question.order.count
        let ranks = draws.ranks()
        let total = Double(draws.count)
        let tail = (1 - question.confidence) / 2
        places = (0..<count).map { place in
            var own = (0..<draws.count).map { ranks[$0 * count + place] }
            own.sort()
            let low = Int((tail * total).rounded(.down))
            let high = min(draws.count - 1, Int(((1 - tail) * total).rounded(.up)) - 1)
            return Place(
                expected: own.reduce(0) { $0 + Double($1) } / total,
                best: Int(own[min(low, high)]), worst: Int(own[max(low, high)]),
                chances: question.lines.map { line in
                    Double(own.count { Int($0) <= line }) / total
                },
                aboveNext: place + 1 < count ? draws.chance(place, above: place + 1) : nil)
        }
        bands = draws.bands(question.bandConfidence)
    }
}

/// Drawn qualities: a row for each draw, a column for each submission of the order.
private struct Draws {
    let count: Int
    let width: Int
    let qualities: [Float]

    /// Draws that one job makes, with a stream of chance of its own.
    private static let jobSize = 100

    init(_ model: MixedModel, _ question: RankCertainty.Question) {
        width = question.order.count
        let jobs = (0..<((question.draws + Self.jobSize - 1) / Self.jobSize)).map { $0 }
        count = jobs.count * Self.jobSize
        let parts: [[Float]] = jobs.concurrentMap(chunk: 1) { job in
            var normals = NormalStream(
                SeededRandom(seed: question.seed, label: "certainty", number: UInt64(job)))
            var part: [Float] = []
            part.reserveCapacity(Self.jobSize * question.order.count)
            for _ in 0..<Self.jobSize {
                let effects = model.drawnEffects(&normals)
                for submission in question.order { part.append(Float(effects[submission])) }
            }
            return part
        }
        qualities = Array(parts.joined())
    }

    /// The place of each submission in each draw, from 1, in the layout of the qualities.
    func ranks() -> [Int32] {
        let rows = (0..<count).map { $0 }
        let (width, qualities) = (width, qualities)
        let parts: [[Int32]] = rows.concurrentMap(chunk: 100) { row in
            let start = row * width
            let order = (0..<width).sorted {
                (-qualities[start + $0], $0) < (-qualities[start + $1], $1)
            }
            var ranks = [Int32](repeating: 0, count: width)
            for (rank, place) in order.enumerated() { ranks[place] = Int32(rank + 1) }
            return ranks
        }
        return Array(parts.joined())
    }

    /// The share of draws in which one is better than another.
    func chance(_ one: Int, above other: Int) -> Double {
        var better = 0
        for row in 0..<count where qualities[row * width + one] > qualities[row * width + other] {
            better += 1
        }
        return Double(better) / Double(count)
    }

    /// The longest runs whose first is not better than their last with the chance asked for.
    func bands(_ confidence: Double) -> [ClosedRange<Int>] {
        var bands: [ClosedRange<Int>] = []
        var end = 0
        for start in 0..<width {
            let last = end
            end = max(end, start)
            while end + 1 < width, chance(start, above: end + 1) < confidence { end += 1 }
            // A run inside the one before says nothing new.
            if end > start, end > last || bands.isEmpty { bands.append(start + 1...end + 1) }
        }
        return bands
    }
}
