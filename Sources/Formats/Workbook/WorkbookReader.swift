/// Reads the tables of an `.xlsx` workbook row by row.
enum WorkbookReader {
    /// Reads the rows of every sheet that has the table.
    ///
    /// - Throws: What `body` throws.
    static func readBatches<Failure: Error>(
        path: String, file: String, search: TableSearch, limits: WorkbookLimits = .standard,
        _ body: (CSVBatch) throws(Failure) -> Void
    ) throws(Failure) -> CSVSummary {
        var reading = WorkbookReading(search: search)
        let book: WorkbookFile
        do throws(Fault) {
            book = try WorkbookFile(path: path, file: file, limits: limits)
        } catch {
            reading.summary.faults.append(error)
            return reading.summary
        }
        for sheet in book.sheets {
            try reading.read(sheet, of: book, headerAtFirstRow: search.needed.isEmpty, body)
            if search.needed.isEmpty, reading.summary.header != nil { break }
        }
        // Where no sheet has the table, the first that has anything tells what is missing from it.
        for sheet in book.sheets where reading.summary.header == nil {
            try reading.read(sheet, of: book, headerAtFirstRow: true, body)
        }
        if reading.summary.header == nil, !reading.summary.faults.hasErrors {
            reading.summary.faults.append(.emptyTable(file: file))
        }
        return reading.summary
    }
}

/// The state of one reading of a workbook.
private struct WorkbookReading {
    let search: TableSearch
    var summary = CSVSummary()

    /// Reads a sheet, if it has the table.
    mutating func read<Failure: Error>(
        _ sheet: WorkbookFile.Sheet, of book: WorkbookFile, headerAtFirstRow: Bool,
        _ body: (CSVBatch) throws(Failure) -> Void
    ) throws(Failure) {
        let part: ZipArchive.Part
        do throws(Fault) {
            part = try book.part(of: sheet)
        } catch {
            // A sheet of a chart has no cells, and is none of ours.
            return
        }
        var table = SheetTable(
            sheet.name, of: book, search: search, headerAtFirstRow: headerAtFirstRow,
            model: search.keepsSheetsApart ? nil : summary.header)
        var stop: SheetStop<Failure>?
        let fault: Fault?
        do throws(SheetStop<Failure>) {
            fault = try book.archive.readRecords(of: part, named: "row mergeCell col") {
                batch throws(SheetStop<Failure>) in
                table.take(batch)
                do throws(Failure) {
                    while let rows = table.nextBatch() {
                        try body(rows)
                    }
                } catch { throw .failure(error) }
                if table.isOver { throw .over }
            }
        } catch {
            (stop, fault) = (error, nil)
        }
        if case .failure(let failure) = stop { throw failure }
        if let fault { summary.faults.append(fault) }
        finish(table)
    }

    private mutating func finish(_ table: SheetTable) {
        guard let header = table.header else { return }
        if summary.header == nil { summary.header = header }
        summary.rows += table.rows
        summary.faults.append(contentsOf: table.faults)
        summary.faults.append(contentsOf: table.notes)
    }
}

/// Why the reading of a sheet ended before its end.
private enum SheetStop<Failure: Error>: Error {
    case over
    case failure(Failure)
}
