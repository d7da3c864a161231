import Contests
import Formats

/// A column that one of the contest's own tables may have.
protocol TableColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Other headings that mean the column.
    var aliases: [String] { get }
}

/// Where the columns of a table are: found by their names and aliases, or by a mapping.
struct TableColumns<Column: TableColumn> {
    private struct Place {
        var index: Int?
        var values: [String: String] = [:]
        var constant = ""
    }

    private var places: [Column: Place] = [:]
    private(set) var faults = FaultList()

    /// Finds the columns, and tells those that are missing or not known.
    init(_ header: CSVHeader, needed: [Column], file: String, mapping: Mapping?) {
        if let mapping {
            find(header, mapping, file)
        } else {
            find(header, file)
        }
        for column in needed where places[column] == nil {
            faults.append(Self.missing(column, header, file))
        }
    }

    /// Whether the table has a column, or a constant for it.
    func has(_ column: Column) -> Bool { places[column] != nil }

    /// Where a row's cell of a column stands in a workbook; the row where there is no such column.
    func place(_ column: Column?, of row: CSVRow) -> SheetPlace? {
        row.place(column.flatMap { places[$0]?.index })
    }

    /// How the table is found in a workbook: by the columns that it needs, or those of a mapping.
    static func search(needed: [Column], mapping: Mapping?) -> TableSearch {
        guard let mapping else {
            return TableSearch(needed: needed.map { [$0.rawValue] + $0.aliases })
        }
        return TableSearch(needed: mapping.fields.map { [$0.source] })
    }

    /// A cell without blanks at its ends; empty where there is no such column.
    func cell(_ column: Column, of row: CSVRow) -> String {
        guard let place = places[column] else { return "" }
        guard let index = place.index else { return place.constant }
        let text = row.trimmed(index)
        return place.values.isEmpty ? text : place.values[text] ?? text
    }

    /// The parts of a cell between semicolons.
    func list(_ column: Column, of row: CSVRow) -> [String] { cell(column, of: row).parts }
}

extension TableColumns {
    private mutating func find(_ header: CSVHeader, _ file: String) {
        var known: [String: Column] = [:]
        for column in Column.allCases {
            for name in [column.rawValue] + column.aliases { known[name.foldedForLookup] = column }
        }
        for (index, name) in header.names.enumerated() where !name.isEmpty {
            guard let column = known[name.foldedForLookup] else {
                faults.append(.unknownColumn(name, header, Self.names, file: file))
                continue
            }
            if places[column] == nil { places[column] = Place(index: index) }
        }
    }

    private mutating func find(_ header: CSVHeader, _ mapping: Mapping, _ file: String) {
        for (name, value) in mapping.constants {
            guard let column = Column(rawValue: name) else { continue }
            places[column] = Place(constant: value)
        }
        for field in mapping.fields {
            guard let column = Column(rawValue: field.name) else { continue }
            guard let index = header.index(of: field.source) else {
                faults.append(.unmappedColumn(field.source, mapping, header, file: file))
                continue
            }
            places[column] = Place(index: index, values: field.values)
        }
    }

    private static var names: [String] { Column.allCases.map(\.rawValue) }

    private static func missing(_ column: Column, _ header: CSVHeader, _ file: String) -> Fault {
        let aliases = column.aliases.isEmpty ? "" : " (\(column.aliases.joined(separator: ", ")))"
        return Fault(
            file: file, line: header.line,
            problem: Phrase(
                "there is no column \(column.rawValue)\(aliases)",
                "没有 \(column.rawValue)\(aliases) 列"),
            rule: Phrase("the table cannot be read without it", "没有它就无法读取此表"),
            remedy: .perhaps(
                column.rawValue, among: header.names,
                otherwise: Phrase("Add the column", "请加上该列")), place: header.place())
    }
}

extension Fault {
    static func unknownColumn(
        _ name: String, _ header: CSVHeader, _ known: [String], file: String
    ) -> Fault {
        let list = known.phrase(limit: 20)
        return Fault(
            file: file, line: header.line, severity: .warning,
            problem: Phrase("the column \(name.quoted) is not read", "没有读取 \(name.quoted) 列"),
            rule: Phrase("the table has \(list.english)", "此表可以有 \(list.chinese)"),
            remedy: .perhaps(
                name, among: known, otherwise: Phrase("Leave it, or take it out", "可以保留，或删去")),
            place: header.place(header.index(of: name)))
    }

    static func unmappedColumn(
        _ name: String, _ mapping: Mapping, _ header: CSVHeader, file: String
    ) -> Fault {
        let list = header.names.phrase(limit: 20)
        return Fault(
            file: file, line: header.line,
            problem: Phrase("there is no column \(name.quoted)", "没有 \(name.quoted) 列"),
            rule: Phrase(
                "the mapping \(mapping.id.quoted) reads it; the file has \(list.english)",
                "映射 \(mapping.id.quoted) 要读取它；文件中有 \(list.chinese)"),
            remedy: .perhaps(
                name, among: header.names,
                otherwise: Phrase("Correct the mapping", "请改正映射")), place: header.place())
    }
}

extension String {
    /// The parts between semicolons, without blanks at their ends; none that is empty.
    var parts: [String] {
        guard !isEmpty else { return [] }
        return unicodeScalars.split { $0 == ";" || $0 == "；" }
            .map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
