import CXLSXWriter
import Glibc

extension SheetStyle {
    /// Makes a format of libxlsxwriter look so.
    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        if isBold { format_set_bold(format) }
        if size != 11 { format_set_font_size(format, Double(size)) }
        if let color { format_set_font_color(format, lxw_color_t(color)) }
        if let ground { format_set_bg_color(format, lxw_color_t(ground)) }
        if !number.isEmpty { number.withCString { format_set_num_format(format, $0) } }
        if isWrapped { format_set_text_wrap(format) }
        if hasBorder {
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, 0xB7C4C9)
        }
        if isOpen { format_set_unlocked(format) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        switch side {
        case .leading: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .middle: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .trailing: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        case nil: break
        }
        guard isIndented else { return }
        if side == nil { format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue)) }
        format_set_indent(format, 1)
    }
}

extension SheetRange {
    /// As libxlsxwriter's functions take it.
    var forC: (lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t) {
        (
            lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound), lxw_row_t(rows.upperBound),
            lxw_col_t(columns.upperBound)
        )
    }
}

extension SheetLayout.Check {
    /// Puts the rule on cells of a sheet of libxlsxwriter, which copies all texts.
    func apply(to sheet: UnsafeMutablePointer<lxw_worksheet>) {
        var check = lxw_data_validation()
        check.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        check.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
        check.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
        check.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
        var texts = [hintTitle.cut(32), hint.cut(255), refusal.cut(255)]
        var items: [String] = []
        switch rule {
        case .list(let list):
            check.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            items = list
        case .formula(let formula):
            check.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
            texts.append("=" + formula)
        case .anything:
            check.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
        }
        let range = cells.forC
        Self.withCStrings(texts) { pointers in
            check.input_title = texts[0].isEmpty ? nil : pointers[0]
            check.input_message = texts[1].isEmpty ? nil : pointers[1]
            check.error_message = texts[2].isEmpty ? nil : pointers[2]
            if texts.count > 3 { check.value_formula = pointers[3] }
            Self.withCStrings(items) { list in
                if !items.isEmpty { check.value_list = list.baseAddress }
                _ = worksheet_data_validation_range(
                    sheet, range.0, range.1, range.2, range.3, &check)
            }
        }
    }

    /// Texts as C has them, with a null pointer after the last.
    private static func withCStrings(
        _ texts: [String],
        _ body: (UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>) -> Void
    ) {
        var pointers = texts.map { strdup($0) } + [nil]
        pointers.withUnsafeMutableBufferPointer { body($0) }
        for pointer in pointers { free(pointer) }
    }
}

extension String {
    /// As many characters of the text, counted as spreadsheets do.
    fileprivate func cut(_ count: Int) -> String {
        guard utf16.count > count else { return self }
        var short = self
        while short.utf16.count > count - 1 { short.removeLast() }
        return short + "…"
    }

    /// Gives a copy that C may keep for the time of a call; it is not changed.
    func withMutableCString(_ body: (UnsafeMutablePointer<CChar>?) -> Void) {
        let copy = strdup(self)
        defer { free(copy) }
        body(copy)
    }
}
