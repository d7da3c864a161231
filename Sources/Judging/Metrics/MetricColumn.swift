import Statistics

/// Cells of answers or predictions, in the form that the metric asks for; by row.
enum MetricColumn: Sendable {
    case classes([Int])
    case yes([Bool])
    case numbers([Double])
    case texts([String])
    case lists([[String]])
    case boxes([Box])
    /// The things in each picture.
    case detections([[Detection]])

    /// The cells of some rows.
    func cells(_ rows: [Int]) -> MetricColumn {
        switch self {
        case .classes(let cells): .classes(rows.map { cells[$0] })
        case .yes(let cells): .yes(rows.map { cells[$0] })
        case .numbers(let cells): .numbers(rows.map { cells[$0] })
        case .texts(let cells): .texts(rows.map { cells[$0] })
        case .lists(let cells): .lists(rows.map { cells[$0] })
        case .boxes(let cells): .boxes(rows.map { cells[$0] })
        case .detections(let cells): .detections(rows.map { cells[$0] })
        }
    }
}
