import Contests
import Formats
import Numbers

extension ContestBuilder {
    /// The table that a `<table>` names: first column the key, further headers marks.
    mutating func table(_ tree: XMLTree) -> LookupTable {
        let empty = LookupTable(id: tree.value("id") ?? "", rows: [:])
        guard let path = tree.value("file"), let place = place(path, of: tree) else { return empty }
        let reading = CSVTable(path: place, file: FilePath.beside(file, path))
        faults.append(contentsOf: reading.faults)
        guard let header = reading.header else { return empty }
        var table = TableBuilder(file: FilePath.beside(file, path), header: header)
        for row in reading.rows { table.read(row) }
        faults.append(contentsOf: table.faults)
        return LookupTable(id: empty.id, rows: table.rows)
    }
}

/// Reads the rows of a look-up table.
private struct TableBuilder {
    let file: String
    var faults = FaultList()
    var rows: [String: [Points: Points]] = [:]
    /// The mark of each column after the first; nothing for one that is no number.
    private var marks: [Points?] = []
    private var seen: [String: RowName] = [:]

    init(file: String, header: CSVHeader) {
        self.file = file
        for (column, name) in header.names.enumerated().dropFirst() {
            let mark = try? Points(parsing: name.halfWidth)
            marks.append(mark)
            guard mark == nil else { continue }
            faults.append(
                Fault(
                    file: file, line: header.line,
                    problem: Phrase(
                        "the column \(name.quoted) is no mark", "列名 \(name.quoted) 不是分数"),
                    rule: Phrase(
                        "the first column is the key, and every other is headed by a mark",
                        "第一列是键，其余各列以分数为列名"),
                    remedy: Phrase("Head it with a number", "请用数字作列名"),
                    place: header.place(column)))
        }
    }

    mutating func read(_ row: CSVRow) {
        let key = row.trimmed(0)
        if let earlier = seen.updateValue(row.name, forKey: key)?.phrase {
            faults.append(
                Fault(
                    file: file, line: row.line,
                    problem: Phrase("the key \(key.quoted) again", "键 \(key.quoted) 重复"),
                    rule: Phrase("\(earlier.english) has it already", "\(earlier.chinese)已有"),
                    remedy: Phrase("Take one of the lines out", "请删去其中一行"),
                    place: row.place(0)))
            return
        }
        var values: [Points: Points] = [:]
        for (column, mark) in marks.enumerated() {
            guard let mark, !row.isEmpty(column + 1) else { continue }
            let text = row.trimmed(column + 1)
            guard let value = try? Points(parsing: text.halfWidth) else {
                faults.append(
                    Fault(
                        file: file, line: row.line,
                        problem: Phrase(
                            "\(text.quoted) for \(key.quoted) at \(mark)",
                            "\(key.quoted) 在 \(mark) 处为 \(text.quoted)"),
                        rule: Phrase("points are a number", "必须是数字"),
                        remedy: Phrase("Correct it", "请改正"), place: row.place(column + 1)))
                continue
            }
            values[mark] = value
        }
        rows[key] = values
    }
}
