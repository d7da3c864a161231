import Contests

/// Where the sheets of built-in judges come from, as the record says it: the part of the answers
/// that each of the stage's metrics was measured on.
enum MetricSource {
    private static let prefix = "metric "

    /// The source of what is measured now.
    static func text(_ stage: Stage, at now: Timestamp) -> String {
        let parts = stage.metrics.map { task in
            "\(task.metric.rawValue):\(task.part(at: now, deadline: stage.deadline).rawValue)"
        }
        return prefix + parts.joined(separator: " ")
    }

    /// The part that a metric of a stage was measured on; nothing for sheets from elsewhere.
    static func part(_ source: String, _ index: Int) -> MetricPart? {
        guard source.hasPrefix(prefix) else { return nil }
        let words = source.dropFirst(prefix.count).split(separator: " ")
        guard words.indices.contains(index), let name = words[index].split(separator: ":").last
        else { return nil }
        return MetricPart(rawValue: String(name))
    }
}
