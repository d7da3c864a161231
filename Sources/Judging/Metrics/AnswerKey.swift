import Computing
import Contests
import Formats
import Statistics

/// The hidden answers of a task, read once, by id and by part.
struct AnswerKey: Sendable {
    /// The ids.
    private(set) var ids = RowIndex()
    /// The classes of the answers; empty for other forms.
    private(set) var labels = RowIndex()
    /// The rows of each part; all rows of both where the answers are not split.
    private(set) var rows: [MetricPart: [Int]] = [:]
    /// The answers of each part.
    private(set) var cells: [MetricPart: MetricColumn] = [:]
    let task: MetricTask

    /// Reads the answers.
    ///
    /// - Parameter file: The path that faults name.
    /// - Complexity: O(*n*) for *n* rows.
    /// - Throws: All faults of the file; and that a part cannot be measured at all.
    init(task: MetricTask, path: String, file: String) throws(FaultList) {
        self.task = task
        var source = MetricRows(path: path, file: file, key: task.key, value: task.answer)
        if case .column(let name) = task.split { source.extra = name }
        var faults = FaultList()
        var store = CellStore(form: task.metric.form, isAnswer: true, positive: task.positive)
        var isPublic: [Bool] = []
        faults.append(
            contentsOf: source.read { row in
                guard ids.add(row.id) != nil else {
                    faults.append(.repeatedRow(row.id.text, line: row.line, file: file))
                    return
                }
                if !store.append(row.cell, labels: &labels) {
                    faults.append(
                        .badCell(
                            row.cell.text, id: row.id.text, form: task.metric.form,
                            line: row.line, file: file))
                }
                if let name = source.extra, !["public", "private"].contains(row.extra) {
                    faults.append(
                        .badPart(row.extra, column: name, line: row.line, file: file))
                }
                isPublic.append(row.extra == "public")
            })
        if faults.hasErrors { throw faults }
        share(isPublic, orderClasses(store.column))
        try checkParts(file)
    }

    /// Numbers the classes in their order, by which weighted kappa measures: that of numbers where
    /// all are numbers, or else of code points.
    private mutating func orderClasses(_ column: MetricColumn) -> MetricColumn {
        guard case .classes(let cells) = column else { return column }
        let names = (0..<labels.count).map { labels.name($0) }
        let numbers = names.compactMap { Double($0) }
        let order = names.indices.sorted {
            numbers.count == names.count && numbers[$0] != numbers[$1]
                ? numbers[$0] < numbers[$1]
                : names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8)
        }
        var places = [Int](repeating: 0, count: names.count)
        labels = RowIndex()
        for (place, label) in order.enumerated() {
            places[label] = place
            var name = names[label]
            _ = name.withUTF8 { labels.add($0) }
        }
        return .classes(cells.map { places[$0] })
    }

    /// Shares the rows out between the parts.
    private mutating func share(_ isPublic: [Bool], _ column: MetricColumn) {
        var parts: [MetricPart: [Int]] = [:]
        switch task.split {
        case .none:
            parts = [.open: Array(0..<ids.count), .final: Array(0..<ids.count)]
        case .column:
            parts[.open] = isPublic.indices.filter { isPublic[$0] }
            parts[.final] = isPublic.indices.filter { !isPublic[$0] }
        case .seeded(let share, let seed):
            let chosen = drawn(share.millionths, seed)
            parts[.open] = chosen.indices.filter { chosen[$0] }
            parts[.final] = chosen.indices.filter { !chosen[$0] }
        }
        rows = parts
        cells = parts.mapValues { column.cells($0) }
    }

    /// Rows of the public part: as many as the share says, rounded down, those with the smallest
    /// numbers. The numbers are drawn in the order of the ids' bytes, so that the order of the
    /// file does not matter.
    private func drawn(_ millionths: Int64, _ seed: UInt64) -> [Bool] {
        let names = (0..<ids.count).map { ids.name($0) }
        let ordered = names.indices.sorted {
            names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8)
        }
        var random = SeededRandom(seed: seed, label: "public answers")
        let numbers = ordered.map { row in (number: random.next(), row: row) }
        let count = Int(Int64(names.count) * millionths / 1_000_000)
        var chosen = [Bool](repeating: false, count: names.count)
        let smallest = numbers.sorted { ($0.number, $0.row) < ($1.number, $1.row) }.prefix(count)
        for one in smallest { chosen[one.row] = true }
        return chosen
    }

    /// Tells a part by which nothing could be measured: the answers against themselves.
    private func checkParts(_ file: String) throws(FaultList) {
        for part in MetricPart.allCases {
            guard let answers = cells[part] else { continue }
            do {
                _ = try value(answers.asPredictions, on: part)
            } catch {
                throw FaultList(.notMeasurable(error.phrase, file: file))
            }
        }
    }

    /// The metric on a part.
    ///
    /// - Parameter predictions: The predictions of the part's rows.
    func value(
        _ predictions: MetricColumn, on part: MetricPart
    ) throws(MetricRefusal) -> Double {
        guard let answers = cells[part] else { throw .empty }
        return try task.value(
            answers, predictions, classes: labels.count, positiveClass: positiveClass)
    }

    private var positiveClass: Int {
        var text = task.positive
        return text.withUTF8 { labels.row(of: $0) } ?? -1
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes as text.
    var text: String { String(decoding: self, as: UTF8.self) }
}

extension MetricColumn {
    /// The answers as the best predictions of them.
    fileprivate var asPredictions: MetricColumn {
        guard case .yes(let cells) = self else { return self }
        return .numbers(cells.map { $0 ? 1 : 0 })
    }
}
