import Contests
import Statistics

/// Reads cells of a form into a column.
struct CellStore {
    private(set) var column: MetricColumn
    private let positive: [UInt8]

    /// An empty column of answers or predictions.
    init(form: MetricKind.Form, isAnswer: Bool, positive: String) {
        self.positive = Array(positive.utf8)
        column =
            switch form {
            case .classes: .classes([])
            case .scores: isAnswer ? .yes([]) : .numbers([])
            case .numbers: .numbers([])
            case .texts: .texts([])
            case .lists: .lists([])
            case .boxes: .boxes([])
            case .detections: .detections([])
            }
    }

    /// Appends an answer; says whether the cell is of the form.
    ///
    /// - Parameter labels: The classes so far, in the order in which they were met.
    mutating func append(_ cell: UnsafeBufferPointer<UInt8>, labels: inout RowIndex) -> Bool {
        switch column {
        case .classes(var cells):
            column = .texts([])  // so that the array is not copied
            if !cell.isEmpty { cells.append(labels.row(of: cell) ?? labels.add(cell) ?? 0) }
            column = .classes(cells)
            return !cell.isEmpty
        case .yes(var cells):
            column = .texts([])
            cells.append(cell.elementsEqual(positive))
            column = .yes(cells)
            return !cell.isEmpty
        case .numbers(var cells):
            column = .texts([])
            let number = DecimalNumber.read(cell)
            cells.append(number ?? 0)
            column = .numbers(cells)
            return number != nil
        case .texts(var cells):
            column = .classes([])
            cells.append(cell.text)
            column = .texts(cells)
            return true
        case .lists(var cells):
            column = .texts([])
            let list = Self.list(cell)
            cells.append(list ?? [])
            column = .lists(cells)
            return list.map { !$0.isEmpty } ?? false
        case .boxes(var cells):
            column = .texts([])
            let box = BoxCell.box(cell)
            cells.append(box ?? .unit)
            column = .boxes(cells)
            return box != nil
        case .detections(var cells):
            column = .texts([])
            let found = BoxCell.detections(cell, picture: cells.count, areSure: true) {
                labels.row(of: $0) ?? labels.add($0) ?? 0
            }
            cells.append(found ?? [])
            column = .detections(cells)
            return found != nil
        }
    }

    /// Identifiers with blanks between them; nothing where one stands twice.
    static func list(_ cell: UnsafeBufferPointer<UInt8>) -> [String]? {
        let words = cell.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
        return Set(words).count == words.count ? words : nil
    }
}
