/// A metric that a contest file may name: how near predictions come to hidden answers.
public enum MetricKind: String, Sendable, Hashable, CaseIterable {
    case accuracy
    case balancedAccuracy = "balanced-accuracy"
    case precisionBinary = "precision-binary"
    case precisionMacro = "precision-macro"
    case precisionMicro = "precision-micro"
    case precisionWeighted = "precision-weighted"
    case recallBinary = "recall-binary"
    case recallMacro = "recall-macro"
    case recallMicro = "recall-micro"
    case recallWeighted = "recall-weighted"
    case f1Binary = "f1-binary"
    case f1Macro = "f1-macro"
    case f1Micro = "f1-micro"
    case f1Weighted = "f1-weighted"
    case overlap = "iou-binary"
    case meanOverlap = "mean-iou"
    case matthews
    case kappa
    case kappaLinear = "kappa-linear"
    case kappaQuadratic = "kappa-quadratic"
    case logLoss = "log-loss"
    case areaUnderCurve = "roc-auc"
    case averagePrecision = "average-precision"
    case meanAbsolute = "mae"
    case meanSquared = "mse"
    case rootMeanSquared = "rmse"
    case rootMeanSquaredLog = "rmsle"
    case meanAbsoluteShare = "mape"
    case symmetricShare = "smape"
    case determination = "r2"
    case pearson
    case spearman
    case quantileLoss = "quantile-loss"
    case meanAveragePrecision = "map-at-k"
    case discountedGain = "ndcg-at-k"
    case reciprocalRank = "mrr"
    case boxOverlap = "box-iou"
    case detection = "detection-map"
    case exactMatch = "exact-match"
    case editDistance = "edit-distance"
    case bleu

    /// What the cells of answers and predictions hold.
    public enum Form: Sendable, Hashable {
        /// A class in both.
        case classes
        /// A class in the answers, the probability or score of the positive one in predictions.
        case scores
        /// A number in both.
        case numbers
        /// A text in both.
        case texts
        /// Identifiers with blanks between them: the right ones, and a ranked list.
        case lists
        /// One upright rectangle in both: left, top, right and bottom with blanks between them.
        case boxes
        /// The things in a picture, one after the other: class and rectangle; in predictions,
        /// class, confidence and rectangle.
        case detections
    }

    /// What the cells hold.
    public var form: Form {
        switch self {
        case .logLoss, .areaUnderCurve, .averagePrecision: .scores
        case .meanAbsolute, .meanSquared, .rootMeanSquared, .rootMeanSquaredLog, .pearson,
            .meanAbsoluteShare, .symmetricShare, .determination, .spearman, .quantileLoss:
            .numbers
        case .meanAveragePrecision, .discountedGain, .reciprocalRank: .lists
        case .exactMatch, .editDistance, .bleu: .texts
        case .boxOverlap: .boxes
        case .detection: .detections
        default: .classes
        }
    }

    /// Whether a greater value is better.
    public var isBetterGreater: Bool {
        switch self {
        case .logLoss, .meanAbsolute, .meanSquared, .rootMeanSquared, .rootMeanSquaredLog,
            .meanAbsoluteShare, .symmetricShare, .quantileLoss, .editDistance:
            false
        default: true
        }
    }

    /// Whether one class is the one that is looked for.
    public var needsPositive: Bool {
        switch self {
        case .precisionBinary, .recallBinary, .f1Binary, .overlap: true
        default: form == .scores
        }
    }
}
