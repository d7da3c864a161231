import Contests
import Formats

extension SheetReader {
    /// Reads every sheet of a workbook that has marks or recusals, whatever else is in it.
    ///
    /// Sheets are known by their columns: those of judge and submission, or those that the mapping
    /// of the file reads. What is computed for the judge alone is not looked at.
    func readWorkbook(_ path: String, into file: inout RawFile) {
        do throws(Fault) {
            file.source.sha256 = try SHA256Digest(ofFile: path).hex
        } catch {
            file.faults.append(error)
            return
        }
        let mapping = mapping(of: path)
        let needed =
            mapping.map { $0.fields.map { [$0.source] } }
            ?? [SheetColumn.judge.names, SheetColumn.submission.names]
        let search = TableSearch(
            needed: needed, unread: SheetWorkbook.computedTitles, keepsSheetsApart: true,
            tellsFailures: false)
        var plan: TablePlan?
        var builder = SheetBuilder()
        var faults = FaultList()
        let summary = TableReader.readBatches(path: path, search: search) { batch in
            let current: TablePlan
            if let plan, plan.header == batch.header {
                current = plan
            } else {
                current = TablePlan(batch.header, mapping: mapping)
                faults.append(contentsOf: current.faults(file: path))
                plan = current
            }
            guard current.isUsable else { return }
            for row in batch { builder.add(row, current) }
        }
        if plan == nil, let header = summary.header {
            faults.append(contentsOf: TablePlan(header, mapping: mapping).faults(file: path))
        }
        file.faults.append(contentsOf: summary.faults)
        file.faults.append(contentsOf: faults)
        for note in builder.notes {
            file.faults.append(.extraRow(note.text, at: note.place, file: path))
        }
        file.sheets = Self.withRecusals(builder.sheets)
    }

    /// Sheets with the recusals that stand on a sheet of their own.
    private static func withRecusals(_ sheets: [RawSheet]) -> [RawSheet] {
        var reasons: [RawKey: String] = [:]
        for sheet in sheets {
            if let reason = sheet.recusal { reasons[RawKey(sheet)] = reason }
        }
        guard !reasons.isEmpty else { return sheets.filter { !$0.cells.isEmpty } }
        var marked: Set<RawKey> = []
        for sheet in sheets where !sheet.cells.isEmpty { marked.insert(RawKey(sheet)) }
        return sheets.compactMap { sheet in
            let key = RawKey(sheet)
            if sheet.cells.isEmpty, sheet.recusal == nil || marked.contains(key) { return nil }
            var sheet = sheet
            sheet.recusal = reasons[key]
            return sheet
        }
    }

    private struct RawKey: Hashable {
        var stage: String
        var judge: String
        var submission: String

        init(_ sheet: RawSheet) {
            (stage, judge, submission) = (sheet.stage, sheet.judge, sheet.submission)
        }
    }
}

extension SheetRules {
    /// Tells the rows of a judge's workbook that are not there any more.
    func missingRows(of file: RawFile) -> [Fault] {
        let own = file.sheets.filter { $0.check != nil && $0.place != nil }
        let judges = Dictionary(grouping: own) { [$0.stage, $0.judge] }
        return judges.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { _, sheets in
            guard let first = sheets.first, let place = first.place, let plan = stage(of: first)
            else { return nil }
            let known = Set(sheets.map { SubmissionID($0.submission) })
            let missing = unknownSubmissions(of: JudgeID(first.judge), in: plan, besides: known)
            guard !missing.isEmpty else { return nil }
            return .missingRows(
                missing.map(\.text), at: SheetPlace(sheet: place.sheet), file: file.source.name)
        }
    }
}
