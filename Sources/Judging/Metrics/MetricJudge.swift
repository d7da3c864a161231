public import Contests
public import Formats
import Statistics

/// The built-in judge who measures files of predictions against hidden answers.
///
/// The answers are read once, and serve any number of files on any number of threads.
public struct MetricJudge: Sendable {
    /// What is measured.
    public var task: MetricTask { key.task }
    private let key: AnswerKey

    /// Reads the answers.
    ///
    /// - Parameter file: The path that faults name.
    /// - Complexity: O(*n*) for *n* answers.
    /// - Throws: All faults of the answers' file; and that they leave the metric without a value.
    public init(task: MetricTask, answers path: String, file: String) throws(FaultList) {
        key = try AnswerKey(task: task, path: path, file: file)
    }

    /// Rows of a part of the answers.
    public func rows(of part: MetricPart) -> Int { key.rows[part]?.count ?? 0 }

    /// Measures one file on a part, or on several.
    ///
    /// - Parameter file: The path that faults name.
    /// - Returns: The value of each part in their order.
    /// - Complexity: O(*n*) for *n* rows, and what the metric takes.
    /// - Throws: All faults of the file: missing, repeated and unknown ids, cells of a wrong type,
    ///   and that the metric has no value.
    public func values(
        of path: String, file: String, on parts: [MetricPart]
    ) throws(FaultList) -> [Double] {
        let predictions = PredictionFile(path: path, file: file, key: key)
        if predictions.faults.hasErrors { throw predictions.faults }
        var values: [Double] = []
        for part in parts {
            do {
                let cells =
                    task.split == .none
                    ? predictions.column : predictions.column.cells(key.rows[part] ?? [])
                values.append(try key.value(cells, on: part))
            } catch {
                throw FaultList(.notMeasurable(error.phrase, file: file))
            }
        }
        return values
    }

    /// Measures a submission by the revision that counts.
    ///
    /// Which is best is decided on the public rows alone, so that the final board holds no
    /// revision that was chosen by its own rows. A revision at fault is left out and told.
    ///
    /// - Parameters:
    ///   - revisions: Its files, the first first.
    ///   - part: The board.
    /// - Returns: The value and the revision; nothing where none can be measured.
    public func measure(
        _ revisions: [MetricRevision], on part: MetricPart
    ) -> (measured: MeasuredRevision?, faults: FaultList) {
        var faults = FaultList()
        var best: (measured: MeasuredRevision, open: Double)?
        for revision in revisions.reversed() {
            do throws(FaultList) {
                let values = try values(
                    of: revision.path, file: revision.file, on: [part, .open])
                let found = MeasuredRevision(value: values[0], revision: revision)
                if task.choice == .last { return (found, faults) }
                if let old = best, isBetter(old.open, values[1]) { continue }
                best = (found, values[1])
            } catch {
                faults.append(contentsOf: error)
            }
        }
        return (best?.measured, faults)
    }

    private func isBetter(_ one: Double, _ other: Double) -> Bool {
        task.metric.isBetterGreater ? one > other : one < other
    }
}
