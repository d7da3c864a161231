/// An upright rectangle in a picture, by its corners.
public struct Box: Sendable, Hashable {
    /// The left edge.
    public let left: Double
    /// The upper edge; *y* grows downwards.
    public let top: Double
    /// The right edge; right of ``left``.
    public let right: Double
    /// The lower edge; below ``top``.
    public let bottom: Double

    /// From the origin to 1.
    public static let unit = Box(edges: (0, 0, 1, 1))

    private init(edges: (Double, Double, Double, Double)) {
        (left, top, right, bottom) = edges
    }

    /// A rectangle; none where an edge is no finite number or the rectangle has no area.
    public init?(left: Double, top: Double, right: Double, bottom: Double) {
        let edges = [left, top, right, bottom]
        guard edges.allSatisfy({ $0.isFinite }), left < right, top < bottom else { return nil }
        self.init(edges: (left, top, right, bottom))
        guard area.isFinite, area > 0 else { return nil }
    }

    /// Its area.
    public var area: Double { (right - left) * (bottom - top) }

    /// The mean over pairs of ``intersectionOverUnion(_:)``.
    ///
    /// - Throws: ``MetricRefusal`` where there is none.
    public static func meanIntersectionOverUnion(
        _ answers: [Box], _ found: [Box]
    ) throws(MetricRefusal) -> Double {
        guard answers.count == found.count else {
            throw .lengths(answers: answers.count, predictions: found.count)
        }
        guard !answers.isEmpty else { throw .empty }
        let sum = zip(answers, found).reduce(0.0) { $0 + $1.0.intersectionOverUnion($1.1) }
        return sum / Double(answers.count)
    }

    /// The area that both cover as a share of what either covers, from 0 to 1.
    public func intersectionOverUnion(_ other: Box) -> Double {
        let width = min(right, other.right) - max(left, other.left)
        let height = min(bottom, other.bottom) - max(top, other.top)
        guard width > 0, height > 0 else { return 0 }
        let shared = width * height
        return shared / (area + (other.area - shared))
    }
}
