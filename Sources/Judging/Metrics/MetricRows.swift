import Formats

/// A row of answers or predictions; valid while it is being handed over.
struct MetricRow {
    /// The line of the file, counted from 1.
    let line: Int
    /// What tells the row apart, without blanks at its ends.
    let id: UnsafeBufferPointer<UInt8>
    /// The answer or the prediction, without blanks at its ends.
    let cell: UnsafeBufferPointer<UInt8>
    /// A further cell; empty where none is asked for.
    let extra: String
}

/// The columns that are read of a file of answers or predictions.
struct MetricRows {
    let path: String
    /// The path that faults name.
    let file: String
    /// The column of the id.
    let key: String
    /// The column of the answer or prediction.
    let value: String
    /// A further column, if any.
    var extra: String?

    /// Reads CSV, or JSON Lines where the name ends so, row by row.
    ///
    /// - Returns: All that was wrong with the file's form.
    func read(_ body: (MetricRow) -> Void) -> FaultList {
        path.lowercased().hasSuffix(".jsonl") ? readJSON(body) : readCSV(body)
    }

    private func readCSV(_ body: (MetricRow) -> Void) -> FaultList {
        var columns: [Int]?
        var missing = FaultList()
        let summary = CSVReader.readBatches(path: path, file: file) { batch in
            if columns == nil { columns = places(in: batch.header, &missing) }
            guard let columns, !columns.isEmpty else { return }
            for row in batch {
                let extra = columns.count > 2 ? row.trimmed(columns[2]) : ""
                Self.cell(row, columns[0]) { id in
                    Self.cell(row, columns[1]) { cell in
                        body(MetricRow(line: row.line, id: id, cell: cell, extra: extra))
                    }
                }
            }
        }
        var faults = summary.faults
        faults.append(contentsOf: missing)
        return faults
    }

    /// Places of the columns; none where one is missing.
    private func places(in header: CSVHeader, _ faults: inout FaultList) -> [Int] {
        let names = [key, value] + (extra.map { [$0] } ?? [])
        let places = names.map { header.index(of: $0) }
        for (name, place) in zip(names, places) where place == nil {
            faults.append(.columnMissing(name, header: header.names, line: header.line, file: file))
        }
        return places.contains(nil) ? [] : places.compactMap(\.self)
    }

    private static func cell(
        _ row: CSVRow, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        let isQuoted = row.withUTF8(column) { bytes in
            guard !bytes.contains(UInt8(ascii: "\"")) else { return true }
            body(trimmed(bytes))
            return false
        }
        guard isQuoted else { return }
        var text = row[column]
        text.withUTF8 { body(trimmed($0)) }
    }

    private func readJSON(_ body: (MetricRow) -> Void) -> FaultList {
        var missing = FaultList()
        var faults = JSONLines.read(path: path, file: file) { line in
            guard var id = text(line, key, &missing), var cell = text(line, value, &missing) else {
                return
            }
            var extra = ""
            if let name = self.extra {
                guard let found = text(line, name, &missing) else { return }
                extra = found.trimmed
            }
            id.withUTF8 { id in
                cell.withUTF8 { cell in
                    body(
                        MetricRow(
                            line: line.number, id: Self.trimmed(id), cell: Self.trimmed(cell),
                            extra: extra))
                }
            }
        }
        faults.append(contentsOf: missing)
        return faults
    }

    /// A member as text; a list, also of lists, as its words with blanks between them.
    private func text(
        _ line: JSONLines.Line, _ name: String, _ faults: inout FaultList
    ) -> String? {
        if let value = line.object[name] {
            if let bool = value.bool { return bool ? "true" : "false" }
            if let text = Self.words(value) { return text }
        }
        faults.append(.memberMissing(name, line: line.number, file: file))
        return nil
    }

    private static func words(_ value: JSONValue) -> String? {
        if let text = value.text ?? value.digits { return text }
        guard let elements = value.elements else { return nil }
        let words = elements.compactMap { Self.words($0) }
        return words.count == elements.count ? words.joined(separator: " ") : nil
    }

    private static func trimmed(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        var (start, end) = (0, bytes.count)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }
}
