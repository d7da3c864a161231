import Contests
import Numbers
import Statistics

extension MetricTask {
    /// The metric's value on columns whose rows match.
    ///
    /// - Parameters:
    ///   - classes: How many classes there are.
    ///   - positiveClass: The number of the class that is looked for.
    /// - Throws: `MetricRefusal`; also where the columns are not of the metric's form.
    func value(
        _ answers: MetricColumn, _ predictions: MetricColumn, classes: Int, positiveClass: Int
    ) throws(MetricRefusal) -> Double {
        switch (answers, predictions) {
        case (.classes(let answers), .classes(let found)):
            let confusion = try Confusion(
                answers: answers, predictions: found, classes: classes)
            return try value(confusion, .binary(positive: positiveClass))
        case (.yes(let answers), .numbers(let found)): return try value(answers, found)
        case (.numbers(let answers), .numbers(let found)): return try value(answers, found)
        case (.texts(let answers), .texts(let found)): return try value(answers, found)
        case (.lists(let answers), .lists(let found)): return try value(answers, found)
        case (.boxes(let answers), .boxes(let found)):
            return try Box.meanIntersectionOverUnion(answers, found)
        case (.detections(let answers), .detections(let found)):
            return try Detection.meanAveragePrecision(
                answers: answers.flatMap(\.self), predictions: found.flatMap(\.self),
                threshold: Double(overlap.millionths) / 1_000_000)
        default: throw .outOfRange(row: 0)
        }
    }

    private func value(
        _ confusion: Confusion, _ binary: Confusion.Average
    ) throws(MetricRefusal) -> Double {
        switch metric {
        case .balancedAccuracy: try confusion.balancedAccuracy()
        case .precisionBinary: try confusion.precision(binary)
        case .precisionMacro: try confusion.precision(.macro)
        case .precisionMicro: try confusion.precision(.micro)
        case .precisionWeighted: try confusion.precision(.weighted)
        case .recallBinary: try confusion.recall(binary)
        case .recallMacro: try confusion.recall(.macro)
        case .recallMicro: try confusion.recall(.micro)
        case .recallWeighted: try confusion.recall(.weighted)
        case .f1Binary: try confusion.f1(binary)
        case .f1Macro: try confusion.f1(.macro)
        case .f1Micro: try confusion.f1(.micro)
        case .f1Weighted: try confusion.f1(.weighted)
        case .overlap: try confusion.intersectionOverUnion(binary)
        case .meanOverlap: try confusion.intersectionOverUnion(.macro)
        case .matthews: try confusion.matthews()
        case .kappa: try confusion.kappa()
        case .kappaLinear: try confusion.kappa(.linear)
        case .kappaQuadratic: try confusion.kappa(.quadratic)
        default: confusion.accuracy
        }
    }

    private func value(_ answers: [Bool], _ found: [Double]) throws(MetricRefusal) -> Double {
        switch metric {
        case .logLoss: try Probabilities.logLoss(answers, found)
        case .averagePrecision: try Probabilities.averagePrecision(answers, found)
        default: try Probabilities.areaUnderCurve(answers, found)
        }
    }

    private func value(_ answers: [Double], _ found: [Double]) throws(MetricRefusal) -> Double {
        switch metric {
        case .meanSquared: try NumberErrors.meanSquared(answers, found)
        case .rootMeanSquared: try NumberErrors.rootMeanSquared(answers, found)
        case .rootMeanSquaredLog: try NumberErrors.rootMeanSquaredLog(answers, found)
        case .meanAbsoluteShare: try NumberErrors.meanAbsoluteShare(answers, found)
        case .symmetricShare: try NumberErrors.symmetricShare(answers, found)
        case .determination: try NumberErrors.determination(answers, found)
        case .pearson: try Correlation.pearson(answers, found)
        case .spearman: try Correlation.spearman(answers, found)
        case .quantileLoss:
            try NumberErrors.quantileLoss(
                answers, found, quantile: Double(quantile.millionths) / 1_000_000)
        default: try NumberErrors.meanAbsolute(answers, found)
        }
    }

    private func value(_ answers: [String], _ found: [String]) throws(MetricRefusal) -> Double {
        switch metric {
        case .editDistance: try TextMetrics.meanEditDistance(answers, found)
        case .bleu: try TextMetrics.bleu(answers, found)
        default: try TextMetrics.exactMatch(answers, found)
        }
    }

    /// The mean over the lists.
    private func value(
        _ answers: [[String]], _ found: [[String]]
    ) throws(MetricRefusal) -> Double {
        guard !answers.isEmpty else { throw .empty }
        var sum = 0.0
        for (right, list) in zip(answers, found) {
            let right = Set(right)
            let hits = list.map { right.contains($0) }
            switch metric {
            case .meanAveragePrecision:
                sum += try RankedLists.averagePrecision(
                    hits: hits, relevant: right.count, places: places)
            case .discountedGain:
                sum += try RankedLists.discountedGain(
                    gains: hits.map { $0 ? 1 : 0 }, all: right.map { _ in 1 }, places: places)
            default: sum += RankedLists.reciprocalRank(hits: hits)
            }
        }
        return sum / Double(answers.count)
    }
}
