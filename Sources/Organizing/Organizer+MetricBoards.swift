public import Contests
import Formats
import Numbers
public import Publishing

extension Organizer {
    /// The boards of a stage's metrics: by the public answers (A) and by the private ones (B).
    ///
    /// A value is the one that was recorded last for its board; a submission without one has no
    /// place there. Equal values share a place. Private values are there only once the time for
    /// handing in is over, for none is measured before.
    ///
    /// - Complexity: O(*n* log *n*) for *n* sheets of the stage.
    /// - Throws: ``Refusal`` where the ledger cannot be read.
    public func metricBoards(_ id: StageID) throws(Refusal) -> [Table] {
        let stage = try stage(id)
        guard !stage.metrics.isEmpty else { return [] }
        let record = try record()
        var values = [MetricValues](repeating: MetricValues(), count: stage.metrics.count)
        do {
            for recorded in try ledger.recordedSheets(of: id) {
                let sheet = recorded.sheet
                guard record.exits[sheet.submission] == nil else { continue }
                for (index, task) in stage.metrics.enumerated() where task.judge == sheet.judge {
                    guard let part = MetricSource.part(recorded.source, index),
                        let mark = sheet.marks.first(where: { $0.criterion == task.criterion }),
                        case .points(let points) = mark.value
                    else { continue }
                    values[index].values[part, default: [:]][sheet.submission] = points
                }
            }
        } catch { throw Refusal(wrapping: error) }
        return zip(stage.metrics, values).map { task, values in
            values.table(of: task, in: id) { title(of: $0, in: record) }
        }
    }

    /// Refuses to close a stage whose built-in judges went by the public answers last.
    func requireFinalMetrics(of stage: Stage) throws(Refusal) {
        guard stage.metrics.contains(where: { $0.split != .none }) else { return }
        do {
            var last: [[String]: String] = [:]
            for recorded in try ledger.recordedSheets(of: stage.id) {
                let sheet = recorded.sheet
                last[[sheet.judge.text, sheet.submission.text]] = recorded.source
            }
            let isPublic = last.values.contains { source in
                stage.metrics.indices.contains { index in
                    stage.metrics[index].split != .none
                        && MetricSource.part(source, index) == .open
                }
            }
            guard isPublic else { return }
        } catch { throw Refusal(wrapping: error) }
        throw Refusal(
            Phrase(
                "'\(stage.id)' is measured by the public answers only",
                "“\(stage.id)”还只按公开答案测量"),
            remedy: Phrase(
                "Run banyan judge \(stage.id) after the time for handing in, then close it",
                "请在提交截止后运行 banyan judge \(stage.id)，再结束该阶段"))
    }
}

/// The values of one metric, by board.
private struct MetricValues {
    var values: [MetricPart: [SubmissionID: Points]] = [:]

    func table(
        of task: MetricTask, in stage: StageID, title: (SubmissionID) -> Table.Cell
    ) -> Table {
        let (open, final) = (values[.open] ?? [:], values[.final] ?? [:])
        let places = (open: Self.places(open, task), final: Self.places(final, task))
        let ids = Set(open.keys).union(final.keys).sorted { one, other in
            let (left, right) = (
                places.final[one] ?? .max, places.final[other] ?? .max
            )
            guard left == right else { return left < right }
            let (first, second) = (places.open[one] ?? .max, places.open[other] ?? .max)
            return first == second ? one < other : first < second
        }
        let metric = task.metric.rawValue
        var table = Table(
            columns: [
                .init("place", Phrase("Place B", "B 榜名次"), alignment: .trailing),
                .init("submission", Phrase("Submission", "作品")),
                .init("title", Phrase("Title", "名称")),
                .init("value", Phrase("\(metric) B", "\(metric) B 榜"), alignment: .trailing),
                .init("publicPlace", Phrase("Place A", "A 榜名次"), alignment: .trailing),
                .init("publicValue", Phrase("\(metric) A", "\(metric) A 榜"), alignment: .trailing),
            ],
            name: Phrase(
                "\(stage), \(metric), measured by the program \(task.judge)",
                "\(stage)，\(metric)，由程序评委 \(task.judge) 测量"))
        table.rows = ids.map { id in
            [
                places.final[id].map { .whole($0) } ?? .none, .text(id.text),
                title(id),
                final[id].map { .decimal($0.description) } ?? .none,
                places.open[id].map { .whole($0) } ?? .none,
                open[id].map { .decimal($0.description) } ?? .none,
            ]
        }
        return table
    }

    /// The place of each submission: one more than those with a better value.
    private static func places(
        _ values: [SubmissionID: Points], _ task: MetricTask
    ) -> [SubmissionID: Int] {
        let isGreater = task.metric.isBetterGreater
        let ordered = values.values.sorted { isGreater ? $0 > $1 : $0 < $1 }
        var first: [Points: Int] = [:]
        for (index, value) in ordered.enumerated() where first[value] == nil {
            first[value] = index + 1
        }
        return values.compactMapValues { first[$0] }
    }
}
