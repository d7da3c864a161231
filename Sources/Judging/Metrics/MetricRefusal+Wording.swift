import Formats
import Statistics

extension MetricRefusal {
    /// Why there is no value, in words.
    var phrase: Phrase {
        switch self {
        case .empty: Phrase("there is nothing to measure", "没有可计算的内容")
        case .lengths(let answers, let predictions):
            Phrase(
                "\(answers) answers and \(predictions) predictions",
                "答案 \(answers) 行，预测 \(predictions) 行")
        case .notFinite: Phrase("a number is not finite", "有数值不是有限的数")
        case .outOfRange:
            Phrase("a value lies outside what the metric is defined for", "有数值超出指标的定义范围")
        case .oneClass:
            Phrase("the answers hold one class only, or not the positive one", "答案只有一个类别，或没有正类")
        case .allEqual: Phrase("all values are equal", "所有数值都相同")
        case .overflow: Phrase("the numbers are too large", "数值过大")
        }
    }
}
