import Computing

/// The conditional log likelihood of a Rasch model at a point, its slope and its curvature, by the
/// effects with their directions turned round.
struct ConditionalSums: Sendable {
    private(set) var logLikelihood = 0.0
    private(set) var slopes: [Double]
    /// The curvature, with the opposite sign.
    private(set) var information: SymmetricMatrix

    init(_ design: RaschDesign, _ panels: [PanelTotals], _ point: RaschPoint, _ width: Int) {
        slopes = [Double](repeating: 0, count: design.effectCount)
        information = SymmetricMatrix(order: design.effectCount)
        let found = panels.concurrentMap(width: width) { PanelMoments($0, point) }
        for (panel, moments) in zip(panels, found) {
            logLikelihood += moments.logLikelihood
            for (one, place) in panel.effects.enumerated() {
                slopes[place] += moments.slopes[one]
                for other in 0...one {
                    information[place, panel.effects[other]] +=
                        moments.information[one * panel.effects.count + other]
                }
            }
        }
    }
}

/// The submissions whose marks come from the same judges on the same criteria.
struct PanelTotals: Sendable {
    /// A judge's mark on a criterion.
    struct Mark: Sendable {
        var judge: Int
        var criterion: Int
        var threshold: Int
        var top: Int
    }

    /// The marks, by the places of their effects among ``effects``.
    private(set) var marks: [Mark] = []
    /// The effects that the panel meets, ascending.
    private(set) var effects: [Int] = []
    /// How many submissions have each total.
    private(set) var counts: [Int] = []
    /// For each effect, the sum over all submissions of the categories, or how many marks are at
    /// its threshold or above.
    private(set) var sums: [Double] = []

    private struct Key: Hashable {
        var judges: ArraySlice<Int32>
        var criteria: ArraySlice<Int32>
    }

    /// All panels, in the order in which they first come.
    static func panels(_ design: RaschDesign) -> [PanelTotals] {
        var places: [Key: Int] = [:]
        var panels: [PanelTotals] = []
        for submission in design.submissions.indices {
            let range = design.starts[submission]..<design.starts[submission + 1]
            let key = Key(judges: design.judge[range], criteria: design.criterion[range])
            let place = places[key] ?? panels.count
            if place == panels.count {
                places[key] = place
                panels.append(PanelTotals(design, range))
            }
            panels[place].add(design.category[range])
        }
        return panels
    }

    private init(_ design: RaschDesign, _ range: Range<Int>) {
        var met: Set<Int> = []
        for mark in range {
            let criterion = Int(design.criterion[mark])
            let start = design.thresholdsFrom(of: criterion)
            met.formUnion([Int(design.judge[mark]), design.judges.count + criterion])
            met.formUnion(start..<start + design.highest[criterion])
        }
        effects = met.sorted()
        var place: [Int: Int] = [:]
        for (index, effect) in effects.enumerated() { place[effect] = index }
        marks = range.map { mark in
            let criterion = Int(design.criterion[mark])
            return Mark(
                judge: place[Int(design.judge[mark])] ?? 0,
                criterion: place[design.judges.count + criterion] ?? 0,
                threshold: place[design.thresholdsFrom(of: criterion)] ?? 0,
                top: design.highest[criterion])
        }
        counts = [Int](repeating: 0, count: marks.reduce(1) { $0 + $1.top })
        sums = [Double](repeating: 0, count: effects.count)
    }

    private mutating func add(_ categories: ArraySlice<Int32>) {
        counts[categories.reduce(0) { $0 + Int($1) }] += 1
        for (mark, category) in zip(marks, categories) {
            sums[mark.judge] += Double(category)
            sums[mark.criterion] += Double(category)
            for step in 0..<Int(category) { sums[mark.threshold + step] += 1 }
        }
    }
}
