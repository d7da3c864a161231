import CXLSXWriter
import CZip
import Foundation
import Glibc

/// Writes an `.xlsx` workbook, sheet by sheet and row by row, in memory that does not grow with it.
///
/// The same calls give the same bytes: the workbook states no author and a time that never changes.
/// libxlsxwriter makes all of it but the rows, which are put in their place as they were given.
///
/// ```swift
/// let writer = try WorkbookWriter(path: "scores.xlsx", title: "Scores")
/// try writer.addSheet("Marks", layout)
/// writer.append([.text("S001"), .decimal("8.70")])
/// try writer.finish()
/// ```
public final class WorkbookWriter {
    private let path: String
    private let file: String
    private let temporary: String
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var sheets: [Sheet] = []
    private var names: Set<String> = []
    private var styles: [SheetStyle: (format: UnsafeMutablePointer<lxw_format>, number: Int)] = [:]

    private struct Sheet {
        let sheet: UnsafeMutablePointer<lxw_worksheet>
        let rows: SheetRows
        let layout: SheetLayout
    }

    /// - Parameters:
    ///   - path: The file to write; it is there whole once ``finish()`` is done.
    ///   - file: The path that faults name; `path` where there is none.
    ///   - title: The workbook's title, which many can read: no person's name.
    /// - Throws: A fault where the workbook cannot be begun.
    public init(path: String, file: String? = nil, title: String = "") throws(Fault) {
        self.path = path
        self.file = file ?? path
        temporary = path + ".\(getpid())-\(UInt32.random(in: 0...(.max))).tmp"
        var options = lxw_workbook_options()
        options.use_zip64 = 0
        guard let book = temporary.withCString({ workbook_new_opt($0, &options) }) else {
            throw .system(ENOMEM, file: self.file, isWriting: true)
        }
        self.book = book
        title.withMutableCString { title in
            var properties = lxw_doc_properties()
            properties.title = title
            properties.created = 946_684_800  // the first second of 2000, for every workbook
            workbook_set_properties(book, &properties)
        }
    }

    deinit {
        if let book { lxw_workbook_free(book) }
        unlink(temporary)
    }

    /// Begins a sheet, to which rows are then added.
    ///
    /// - Parameter name: Made to fit: at most 31 characters, none of `[]:*?/\`, and new.
    /// - Returns: The name that it has.
    /// - Throws: A fault where there is no room for its rows.
    @discardableResult
    public func addSheet(_ name: String, _ layout: SheetLayout) throws(Fault) -> String {
        let fit = Self.fit(name, besides: names)
        names.insert(fit.lowercased())
        guard let book, let rows = SheetRows(),
            let sheet = fit.withCString({ workbook_add_worksheet(book, $0) })
        else { throw .system(errno == 0 ? ENOMEM : errno, file: file, isWriting: true) }
        sheets.append(Sheet(sheet: sheet, rows: rows, layout: layout))
        apply(layout, to: sheet)
        return fit
    }

    /// Adds a row to the sheet that was begun last.
    ///
    /// - Parameter height: In points; nothing for as high as its texts.
    /// - Complexity: O(*n*) in the length of its texts.
    public func append(_ cells: [SheetCell], height: Double? = nil) {
        guard let sheet = sheets.last else { return }
        let height = height ?? sheet.layout.height(of: cells)
        sheet.rows.append(cells, height: height) { number(of: $0) }
    }

    /// Rows of the sheet that was begun last.
    public var rowCount: Int { sheets.last?.rows.rows ?? 0 }

    /// Writes the workbook, whole or not at all.
    ///
    /// - Throws: A fault where the folder is missing, not writable or full.
    public func finish() throws(Fault) {
        guard let book else { return }
        for (sheet, rows) in sheets.map({ ($0.sheet, $0.rows) })
        where rows.rows > 0 && rows.columns > 0 {
            sheet.pointee.dim_rowmin = 0
            sheet.pointee.dim_rowmax = lxw_row_t(rows.rows - 1)
            sheet.pointee.dim_colmin = 0
            sheet.pointee.dim_colmax = lxw_col_t(rows.columns - 1)
        }
        self.book = nil
        errno = 0
        guard workbook_close(book) == LXW_NO_ERROR else {
            throw .system(errno == 0 ? EIO : errno, file: file, isWriting: true)
        }
        try WorkbookSplice.putRows(sheets.map(\.rows), into: temporary, file: file)
        let descriptor = Glibc.open(temporary, O_RDONLY | O_CLOEXEC)
        let isSynced = descriptor >= 0 && fsync(descriptor) == 0
        if descriptor >= 0 { close(descriptor) }
        guard isSynced, rename(temporary, path) == 0 else {
            throw .system(errno, file: file, isWriting: true)
        }
    }

    /// A name that a sheet can have.
    private static func fit(_ name: String, besides taken: Set<String>) -> String {
        let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "'"]
        var clean = String(name.visible.map { forbidden.contains($0) ? "-" : $0 })
        if clean.isEmpty { clean = "Sheet" }
        func cut(_ room: Int) -> String {
            var short = clean
            while short.utf16.count > room { short.removeLast() }
            return short
        }
        var (fit, number) = (cut(31), 2)
        while taken.contains(fit.lowercased()) {
            fit = cut(26) + " (\(number))"
            number += 1
        }
        return fit
    }
}

extension WorkbookWriter {
    private func number(of style: SheetStyle) -> Int {
        if style == SheetStyle() { return 0 }
        if let known = styles[style] { return known.number }
        guard let book, let format = workbook_add_format(book) else { return 0 }
        style.apply(to: format)
        let number = Int(lxw_format_get_xf_index(format))
        styles[style] = (format, number)
        return number
    }

    private func apply(_ layout: SheetLayout, to sheet: UnsafeMutablePointer<lxw_worksheet>) {
        for (column, width) in layout.widths.enumerated() {
            worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
        }
        if layout.frozenRows + layout.frozenColumns > 0 {
            worksheet_freeze_panes(
                sheet, lxw_row_t(layout.frozenRows), lxw_col_t(layout.frozenColumns))
        }
        if let filter = layout.filter {
            let range = filter.forC
            worksheet_autofilter(sheet, range.0, range.1, range.2, range.3)
        }
        for check in layout.checks { check.apply(to: sheet) }
        for highlight in layout.highlights { apply(highlight, to: sheet) }
        if layout.isLocked {
            var allowed = lxw_protection()
            allowed.format_columns = 1
            allowed.format_rows = 1
            allowed.sort = 1
            allowed.autofilter = 1
            worksheet_protect(sheet, nil, &allowed)
        }
        applyPaper(layout, to: sheet)
    }

    /// A4, as wide as the page.
    private func applyPaper(
        _ layout: SheetLayout, to sheet: UnsafeMutablePointer<lxw_worksheet>
    ) {
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7)
        if layout.isLandscape { worksheet_set_landscape(sheet) }
        if let rows = layout.repeatedRows {
            worksheet_repeat_rows(sheet, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
        }
        if let printed = layout.printed {
            let range = printed.forC
            worksheet_print_area(sheet, range.0, range.1, range.2, range.3)
        }
        let left = layout.footer.replacing("&", with: "&&").prefix(150)
        (left.isEmpty ? "&R&P / &N" : "&L\(left)&R&P / &N").withCString {
            _ = worksheet_set_footer(sheet, $0)
        }
    }

    private func apply(
        _ highlight: SheetLayout.Highlight, to sheet: UnsafeMutablePointer<lxw_worksheet>
    ) {
        guard let book, let format = workbook_add_format(book) else { return }
        format_set_bg_color(format, lxw_color_t(highlight.ground))
        let range = highlight.cells.forC
        ("=" + highlight.formula).withMutableCString { formula in
            var condition = lxw_conditional_format()
            condition.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
            condition.value_string = formula
            condition.format = format
            worksheet_conditional_format_range(
                sheet, range.0, range.1, range.2, range.3, &condition)
        }
    }
}
