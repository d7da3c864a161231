import Computing
import Statistics

/// Marks with a known truth.
struct SimulatedMarks {
    var qualities: [Double] = []
    var severities: [Double] = []
    var marks: MarkColumns

    /// Every submission is marked by some of the judges, drawn by chance.
    init(
        submissions: Int, judges: Int, panel: Int, deviations: (Double, Double, Double),
        isWeighted: Bool = false, groups: Int = 1, _ random: inout SeededRandom
    ) {
        var normals = NormalStream(SeededRandom(seed: random.next()))
        let qualities = (0..<submissions).map { _ in deviations.0 * normals.next() }
        let severities = (0..<judges).map { _ in deviations.1 * normals.next() }
        var columns: ([Int32], [Int32], [Double], [Double]) = ([], [], [], [])
        var groupOfMark: [Int32] = []
        for submission in 0..<submissions {
            for _ in 0..<panel {
                let judge = random.below(judges)
                let weight = isWeighted ? Double(1 + random.below(4)) / 2 : 1
                groupOfMark.append(Int32(random.below(groups)))
                columns.0.append(Int32(submission))
                columns.1.append(Int32(judge))
                columns.2.append(
                    70 + 5 * Double(groupOfMark[groupOfMark.count - 1]) + qualities[submission]
                        - severities[judge] + deviations.2 * normals.next()
                        / weight.squareRoot())
                columns.3.append(weight)
            }
        }
        (self.qualities, self.severities) = (qualities, severities)
        marks = MarkColumns(
            submissions: columns.0, judges: columns.1, values: columns.2,
            weights: isWeighted ? columns.3 : nil, groups: groups > 1 ? groupOfMark : nil,
            groupCount: groups, submissionCount: submissions, judgeCount: judges)
    }
}
