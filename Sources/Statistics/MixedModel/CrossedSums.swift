import Foundation

/// What a response, or the weights themselves, add up to by row, column and group.
struct CrossedSums: Sendable {
    var rows: [Double]
    var columns: [Double]
    var groups: [Double]

    init(rows: [Double], columns: [Double], groups: [Double]) {
        (self.rows, self.columns, self.groups) = (rows, columns, groups)
    }

    /// Adds up what the cells of a table hold.
    init(_ cells: CellBuilder, of values: [Double], _ columnCount: Int, groups: [Double]) {
        let rowCount = cells.starts.count - 1
        rows = [Double](repeating: 0, count: rowCount)
        columns = [Double](repeating: 0, count: columnCount)
        self.groups = groups
        for row in 0..<rowCount {
            for cell in cells.starts[row]..<cells.starts[row + 1] {
                rows[row] += values[cell]
                columns[Int(cells.columns[cell])] += values[cell]
            }
        }
    }

    /// The sum over all.
    var total: Double { groups.reduce(0, +) }
}

/// Sorts marks into the cells of a table, row by row, and adds up each cell.
struct CellBuilder {
    private let marks: MarkColumns
    /// The marks, ordered by row and in a row by column.
    private var order: [Int32]
    private let columnOfMark: [Int32]
    private let rowOfMark: [Int32]
    private(set) var starts: [Int]
    private(set) var columns: [Int32] = []
    private(set) var weights: [Double] = []
    private(set) var sums: [Double] = []
    private(set) var squares = 0.0
    private(set) var logWeights = 0.0
    private(set) var rowGroups: [Double]
    private(set) var columnGroups: [Double]
    private(set) var groupWeights: [Double]
    private(set) var groupSums: [Double]

    init(
        _ marks: MarkColumns, rows: [Int32], columns: [Int32], rowCount: Int, columnCount: Int
    ) {
        self.marks = marks
        columnOfMark = columns
        rowOfMark = rows
        let groups = marks.groupCount
        rowGroups = [Double](repeating: 0, count: rowCount * groups)
        columnGroups = [Double](repeating: 0, count: columnCount * groups)
        groupWeights = [Double](repeating: 0, count: groups)
        groupSums = groupWeights
        starts = [Int](repeating: 0, count: rowCount + 1)
        for row in rows { starts[Int(row) + 1] += 1 }
        for row in 0..<rowCount { starts[row + 1] += starts[row] }
        order = [Int32](repeating: 0, count: marks.count)
        var next = starts
        for (mark, row) in rows.enumerated() {
            order[next[Int(row)]] = Int32(mark)
            next[Int(row)] += 1
        }
        for row in 0..<rowCount where starts[row + 1] - starts[row] > 1 {
            // Marks of one cell stay in the order of the file, so that sums repeat to the bit.
            order[starts[row]..<starts[row + 1]].sort {
                (columns[Int($0)], $0) < (columns[Int($1)], $1)
            }
        }
    }

    /// Makes the cells, with values counted from an offset.
    mutating func fill(offset: Double) {
        columns.reserveCapacity(order.count)
        weights.reserveCapacity(order.count)
        sums.reserveCapacity(order.count)
        var cellStarts = starts
        for row in 0..<(starts.count - 1) {
            cellStarts[row] = columns.count
            for place in starts[row]..<starts[row + 1] {
                add(Int(order[place]), offset: offset, isFirst: columns.count == cellStarts[row])
            }
        }
        cellStarts[starts.count - 1] = columns.count
        starts = cellStarts
    }

    private mutating func add(_ mark: Int, offset: Double, isFirst: Bool) {
        let weight = marks.weights?[mark] ?? 1
        let value = marks.values[mark] - offset
        if isFirst || columns[columns.count - 1] != columnOfMark[mark] {
            columns.append(columnOfMark[mark])
            weights.append(0)
            sums.append(0)
        }
        weights[weights.count - 1] += weight
        sums[sums.count - 1] += weight * value
        squares += weight * value * value
        if marks.weights != nil { logWeights += log(weight) }
        let group = Int(marks.groups?[mark] ?? 0)
        rowGroups[Int(rowOfMark[mark]) * marks.groupCount + group] += weight
        columnGroups[Int(columnOfMark[mark]) * marks.groupCount + group] += weight
        groupWeights[group] += weight
        groupSums[group] += weight * value
    }
}
