/// Things found in pictures, against those that are there.
public struct Detection: Sendable, Hashable {
    /// The picture.
    public let picture: Int
    /// What was found, as a class.
    public let label: Int
    /// How sure the finder is; only the order counts.
    public let confidence: Double
    /// Where.
    public let box: Box

    /// A thing found, or with any confidence, a thing that is there.
    public init(picture: Int, label: Int, confidence: Double = 1, box: Box) {
        self.picture = picture
        self.label = label
        self.confidence = confidence
        self.box = box
    }

    /// The mean over classes of the area under the curve of precision over recall (mAP).
    ///
    /// Detections, the surest first, each take the thing in its picture that they overlap most, if
    /// by the threshold or more and nothing took it before. Precision at a recall is the best at
    /// that recall or beyond, at every recall reached.
    ///
    /// Everingham, M. et al. (2015), International Journal of Computer Vision 111, 98–136,
    /// doi:10.1007/s11263-014-0733-5.
    ///
    /// - Parameter threshold: The least overlap (IoU) of a find, above 0 and at most 1.
    /// - Complexity: O(*d* log *d* + *d*·*t*) for *d* detections and *t* things in one picture.
    /// - Throws: ``MetricRefusal`` where there is nothing to find, or a confidence is no number.
    public static func meanAveragePrecision(
        answers: [Detection], predictions: [Detection], threshold: Double
    ) throws(MetricRefusal) -> Double {
        guard !answers.isEmpty else { throw .empty }
        guard threshold > 0, threshold <= 1 else { throw .outOfRange(row: 0) }
        for (row, found) in predictions.enumerated() where !found.confidence.isFinite {
            throw .notFinite(row: row)
        }
        let there = Dictionary(grouping: answers, by: \.label)
        let found = Dictionary(grouping: predictions, by: \.label)
        var sum = 0.0
        for (label, things) in there.sorted(by: { $0.key < $1.key }) {
            sum += area(hits(found[label] ?? [], things, threshold), things: things.count)
        }
        return sum / Double(there.count)
    }

    /// Whether each detection, the surest first, is a find.
    private static func hits(
        _ found: [Detection], _ there: [Detection], _ threshold: Double
    ) -> [Bool] {
        let byPicture = Dictionary(grouping: there.indices, by: { there[$0].picture })
        var taken = [Bool](repeating: false, count: there.count)
        let order = found.indices.sorted {
            found[$0].confidence != found[$1].confidence
                ? found[$0].confidence > found[$1].confidence : $0 < $1
        }
        return order.map { position in
            let detection = found[position]
            var (best, overlap) = (-1, 0.0)
            for thing in byPicture[detection.picture] ?? [] {
                let shared = detection.box.intersectionOverUnion(there[thing].box)
                if shared > overlap { (best, overlap) = (thing, shared) }
            }
            guard best >= 0, overlap >= threshold, !taken[best] else { return false }
            taken[best] = true
            return true
        }
    }

    private static func area(_ hits: [Bool], things: Int) -> Double {
        var precisions: [Double] = []  // at each find
        for (place, isHit) in hits.enumerated() where isHit {
            precisions.append(Double(precisions.count + 1) / Double(place + 1))
        }
        var (sum, best) = (0.0, 0.0)
        for precision in precisions.reversed() {
            best = max(best, precision)
            sum += best
        }
        return sum / Double(things)
    }
}
