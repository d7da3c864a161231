import Contests
import Formats
import Statistics

/// The predictions of one file, each in the place of its answer.
struct PredictionFile {
    private(set) var column: MetricColumn
    private var isGiven: [Bool]
    private(set) var faults = FaultList()
    /// The row of the answers that the next row is expected to be.
    private var expected = 0
    private let key: AnswerKey
    private let file: String

    /// Reads a file and matches its rows with the answers.
    ///
    /// - Parameter file: The path that faults name.
    /// - Complexity: O(*n*) for *n* rows; one copy of the predictions is held.
    init(path: String, file: String, key: AnswerKey) {
        self.key = key
        self.file = file
        let count = key.ids.count
        isGiven = [Bool](repeating: false, count: count)
        column =
            switch key.task.metric.form {
            case .classes: .classes([Int](repeating: 0, count: count))
            case .scores, .numbers: .numbers([Double](repeating: 0, count: count))
            case .texts: .texts([String](repeating: "", count: count))
            case .lists: .lists([[String]](repeating: [], count: count))
            case .boxes: .boxes([Box](repeating: .unit, count: count))
            case .detections: .detections([[Detection]](repeating: [], count: count))
            }
        let source = MetricRows(
            path: path, file: file, key: key.task.key, value: key.task.prediction)
        let found: FaultList
        switch column {
        case .classes(var cells):
            found = read(source) { place, cell in
                cells[place] = key.labels.row(of: cell) ?? -1
                return cells[place] >= 0
            }
            column = .classes(cells)
        case .numbers(var cells):
            found = read(source) { place, cell in
                cells[place] = DecimalNumber.read(cell) ?? .nan
                return !cells[place].isNaN
            }
            column = .numbers(cells)
        case .texts(var cells):
            found = read(source) { place, cell in
                cells[place] = cell.text
                return true
            }
            column = .texts(cells)
        case .lists(var cells):
            found = read(source) { place, cell in
                let list = CellStore.list(cell)
                cells[place] = list ?? []
                return list != nil
            }
            column = .lists(cells)
        case .boxes(var cells):
            found = read(source) { place, cell in
                let box = BoxCell.box(cell)
                cells[place] = box ?? .unit
                return box != nil
            }
            column = .boxes(cells)
        case .detections(var cells):
            found = read(source) { place, cell in
                let things = BoxCell.detections(cell, picture: place, areSure: false) {
                    key.labels.row(of: $0) ?? -1  // a class that no answer has is found in vain
                }
                cells[place] = things ?? []
                return things != nil
            }
            column = .detections(cells)
        case .yes: found = FaultList()
        }
        faults.append(contentsOf: found)
        tellMissing()
    }

    /// Puts each row in its place; tells one that has none, and a cell that is not of the form.
    ///
    /// - Parameter put: Keeps a cell; says whether it is of the form.
    private mutating func read(
        _ source: MetricRows, _ put: (Int, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> FaultList {
        source.read { row in
            guard let place = key.ids.row(of: row.id, guess: expected) else {
                faults.append(.unknownRow(row.id.text, line: row.line, file: file))
                return
            }
            expected = place + 1
            guard !isGiven[place] else {
                faults.append(.repeatedRow(row.id.text, line: row.line, file: file))
                return
            }
            isGiven[place] = true
            if !put(place, row.cell) {
                faults.append(
                    .badCell(
                        row.cell.text, id: row.id.text, form: key.task.metric.form,
                        line: row.line, file: file))
            }
        }
    }

    /// Missing ids are told in one fault, with the first of them.
    private mutating func tellMissing() {
        let missing = isGiven.indices.filter { !isGiven[$0] }
        guard !missing.isEmpty else { return }
        faults.append(
            .missingRows(
                missing.count, first: missing.prefix(5).map { key.ids.name($0) }, file: file))
    }
}
