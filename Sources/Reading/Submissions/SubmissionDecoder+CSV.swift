import Computing
import Contests
import Formats

extension SubmissionDecoder {
    /// Reads a table of submissions, in our own form or through a mapping.
    func readCSV<Failure: Error>(
        _ path: String, _ take: ([DecodedChunk]) throws(Failure) -> Void
    ) throws(Failure) -> FaultList {
        let attachments = AttachmentFolder(beside: path)
        let (context, width) = (context, width)
        let mapping = context.mapping(for: path)
        var plan: RowPlan?
        let search = RowPlan.search(mapping)
        let summary = try TableReader.readBatches(path: path, search: search) {
            batch throws(Failure) in
            let current = plan ?? RowPlan(batch.header, mapping, file: path)
            plan = current
            guard !current.faults.hasErrors else { return }
            for rows in batch.portions {
                try take(
                    rows.decoded(width: width) { row in
                        var draft = current.draft(of: row)
                        attachments.attach(to: &draft, file: path)
                        return context.finish(draft, file: path)
                    })
            }
        }
        if plan == nil, let header = summary.header {
            plan = RowPlan(header, mapping, file: path)
        }
        var faults = plan?.faults ?? FaultList()
        faults.append(contentsOf: summary.faults)
        return faults
    }
}

/// How the rows of a table become submissions.
struct RowPlan: Sendable {
    private struct Column: Sendable {
        var index: Int
        var field: SubmissionField
        var values: [String: String] = [:]
    }

    private var columns: [Column] = []
    private var constants: [(field: SubmissionField, value: String)] = []
    private(set) var faults = FaultList()

    init(_ header: CSVHeader, _ mapping: Mapping?, file: String) {
        if let mapping {
            find(header, mapping, file)
        } else {
            find(header, file)
        }
    }

    private mutating func find(_ header: CSVHeader, _ file: String) {
        for (index, name) in header.names.enumerated() where !name.isEmpty {
            if let field = SubmissionField(name: name) {
                columns.append(Column(index: index, field: field))
            } else {
                faults.append(
                    .unknownColumn(name, header, SubmissionField.names, file: file))
            }
        }
        let found = columns.map(\.field)
        var missing: [String] = []
        if !found.contains(.id) { missing.append("id") }
        if !found.contains(.track) { missing.append("track") }
        if !found.contains(where: { if case .title = $0 { true } else { false } }) {
            missing.append("title")
        }
        for name in missing { faults.append(Self.missing(name, header, file)) }
    }

    private static func missing(_ name: String, _ header: CSVHeader, _ file: String) -> Fault {
        Fault(
            file: file, line: header.line,
            problem: Phrase("there is no column \(name)", "没有 \(name) 列"),
            rule: Phrase(
                "submissions have an id, a track and a title", "作品必须有编号、赛道和标题"),
            remedy: .perhaps(
                name, among: header.names,
                otherwise: Phrase(
                    "Add the column, or write a <mapping> for the file",
                    "请加上该列，或为该文件写 <mapping>")), place: header.place())
    }

    /// How the table is found in a workbook: by identifier and track, or the columns of a mapping.
    static func search(_ mapping: Mapping?) -> TableSearch {
        if let mapping { return TableSearch(needed: mapping.fields.map { [$0.source] }) }
        return TableSearch(
            needed: [SubmissionField.id, .track].map { SubmissionField.plainNames(of: $0) })
    }

    private mutating func find(_ header: CSVHeader, _ mapping: Mapping, _ file: String) {
        for field in mapping.fields {
            guard let known = SubmissionField(name: field.name, language: field.language) else {
                continue
            }
            if let index = header.index(of: field.source) {
                columns.append(Column(index: index, field: known, values: field.values))
            } else {
                faults.append(.unmappedColumn(field.source, mapping, header, file: file))
            }
        }
        constants = mapping.constants.sorted { $0.key.precedesByCodePoint($1.key) }
            .compactMap { name, value in SubmissionField(name: name).map { ($0, value) } }
    }

    /// The submission of a row, not yet checked.
    func draft(of row: CSVRow) -> SubmissionDraft {
        var draft = SubmissionDraft(line: row.line)
        if row.header.sheet != nil {
            let columns = columns
            draft.placeOf = { field in
                row.place(field.flatMap { field in columns.first { $0.field == field }?.index })
            }
        }
        for (field, value) in constants { draft.put(cell: value, into: field) }
        for column in columns where !row.isEmpty(column.index) {
            var value = row.trimmed(column.index)
            if !column.values.isEmpty, let ours = column.values[value] { value = ours }
            draft.put(cell: value, into: column.field)
        }
        return draft
    }
}
