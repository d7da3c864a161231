/// Marks as cells of a table of two crossed factors, submissions and judges.
///
/// The factor with more levels is in rows, for it can be eliminated row by row; marks that one
/// judge gave one submission are one cell. Values are counted from their weighted mean, which loses
/// no digits where marks lie close together far from zero.
struct CrossedDesign: Sendable {
    /// Whether submissions are the rows; otherwise judges are.
    let submissionsAreRows: Bool
    let rowCount: Int
    let columnCount: Int
    /// The cells of row *i* are those from `starts[i]` up to `starts[i + 1]`, by ascending column.
    let starts: [Int]
    let columns: [Int32]
    /// The weight of each cell: the sum over its marks.
    let weights: [Double]
    /// The number of groups of marks, each with a mean of its own.
    let groupCount: Int
    /// The weight of each row, column and group.
    let weight: CrossedSums
    /// The weight of each row's marks in each group: *row* × ``groupCount`` + *group*.
    let rowGroups: [Double]
    /// The weight of each column's marks in each group.
    let columnGroups: [Double]
    /// The weighted sums of the values, by row, column and group.
    let response: CrossedSums
    /// The weighted sum of the squared values.
    let squares: Double
    /// The number of marks.
    let count: Int
    /// What the values are counted from.
    let offset: Double
    /// The sum of the logarithms of the marks' weights.
    let logWeights: Double

    /// Sorts marks into cells.
    ///
    /// - Complexity: O(*n* log *m*) for *n* marks, *m* of them at most in a row.
    /// - Throws: Whatever the data cannot carry of a model with two crossed factors.
    init(_ marks: MarkColumns) throws(ModelRefusal) {
        try Self.check(marks)
        submissionsAreRows = marks.submissionCount >= marks.judgeCount
        let (rows, columns) =
            submissionsAreRows
            ? (marks.submissions, marks.judges) : (marks.judges, marks.submissions)
        rowCount = max(marks.submissionCount, marks.judgeCount)
        columnCount = min(marks.submissionCount, marks.judgeCount)
        count = marks.count
        var total = 0.0
        var sum = 0.0
        for index in 0..<count {
            let weight = marks.weights?[index] ?? 1
            total += weight
            sum += weight * marks.values[index]
        }
        offset = sum / total
        var cells = CellBuilder(
            marks, rows: rows, columns: columns, rowCount: rowCount, columnCount: columnCount)
        cells.fill(offset: offset)
        (starts, self.columns, weights) = (cells.starts, cells.columns, cells.weights)
        groupCount = marks.groupCount
        weight = CrossedSums(cells, of: cells.weights, columnCount, groups: cells.groupWeights)
        response = CrossedSums(cells, of: cells.sums, columnCount, groups: cells.groupSums)
        (rowGroups, columnGroups) = (cells.rowGroups, cells.columnGroups)
        (squares, logWeights) = (cells.squares, cells.logWeights)
        try checkCells()
    }

    private static func check(_ marks: MarkColumns) throws(ModelRefusal) {
        guard marks.submissionCount >= 2, marks.judgeCount >= 2 else {
            throw .tooFewLevels(submissions: marks.submissionCount, judges: marks.judgeCount)
        }
        let needed = 3 + marks.groupCount
        guard marks.count >= needed else { throw .tooFewMarks(found: marks.count, needed: needed) }
        for index in 0..<marks.count {
            let weight = marks.weights?[index] ?? 1
            guard marks.values[index].isFinite, weight.isFinite, weight > 0 else {
                throw .notANumber(at: index)
            }
        }
        guard marks.values.contains(where: { $0 != marks.values[0] }) else { throw .allEqual }
    }

    /// Whether each factor can be told from chance.
    private func checkCells() throws(ModelRefusal) {
        var rowHasTwo = false
        var seen = [Bool](repeating: false, count: columnCount)
        var columnHasTwo = false
        for row in 0..<rowCount {
            if starts[row + 1] - starts[row] > 1 { rowHasTwo = true }
            for cell in starts[row]..<starts[row + 1] {
                let column = Int(columns[cell])
                if seen[column] { columnHasTwo = true }
                seen[column] = true
            }
        }
        guard submissionsAreRows ? rowHasTwo : columnHasTwo else { throw .submissionsMarkedOnce }
        guard submissionsAreRows ? columnHasTwo : rowHasTwo else { throw .judgesMarkedOnce }
        let islands = Set(islands().rows.filter { $0 >= 0 }).count
        let levels = usedLevels()
        guard count - (levels - islands) > 0 else { throw .nothingLeftOver }
    }

    /// How many rows and columns have a mark.
    private func usedLevels() -> Int {
        weight.rows.count { $0 > 0 } + weight.columns.count { $0 > 0 }
    }

    /// The island that each row and column lies in: a number that two share where a chain of marks
    /// joins them; −1 for a row without a mark.
    ///
    /// - Complexity: O(*n*) for *n* cells, nearly.
    func islands() -> (rows: [Int32], columns: [Int32]) {
        var parent = (0..<Int32(columnCount)).map { $0 }
        func root(_ column: Int32) -> Int32 {
            var node = column
            while parent[Int(node)] != node {
                parent[Int(node)] = parent[Int(parent[Int(node)])]
                node = parent[Int(node)]
            }
            return node
        }
        for row in 0..<rowCount where starts[row + 1] > starts[row] {
            for cell in starts[row]..<starts[row + 1] {
                let (one, other) = (root(columns[starts[row]]), root(columns[cell]))
                parent[Int(max(one, other))] = min(one, other)
            }
        }
        let ofColumns = (0..<Int32(columnCount)).map { root($0) }
        let ofRows = (0..<rowCount).map { row in
            starts[row + 1] > starts[row] ? ofColumns[Int(columns[starts[row]])] : -1
        }
        return (ofRows, ofColumns)
    }
}
