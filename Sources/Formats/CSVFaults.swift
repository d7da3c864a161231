extension Fault {
    static func emptyTable(file: String) -> Fault {
        Fault(
            file: file, line: 1, problem: Phrase("the table is empty", "表格是空的"),
            rule: Phrase(
                "its first line names the columns", "首行须写明各列名称"),
            remedy: Phrase("Check that the right file was given", "请检查文件是否给对"))
    }

    static func emptyColumnName(_ column: Int, line: Int, file: String) -> Fault {
        Fault(
            file: file, line: line,
            problem: Phrase("column \(column) has no name", "第 \(column) 列没有名称"),
            rule: Phrase("the first line names every column", "首行须写明每一列的名称"),
            remedy: Phrase("Name the column, or delete it", "请为该列命名，或将其删去"))
    }

    static func repeatedColumn(
        _ name: String, columns: (Int, Int), line: Int, file: String
    ) -> Fault {
        Fault(
            file: file, line: line,
            problem: Phrase(
                "columns \(columns.0) and \(columns.1) are both named '\(name.shown)'",
                "第 \(columns.0) 列和第 \(columns.1) 列都叫“\(name.shown)”"),
            rule: Phrase(
                "every column has a name of its own, whatever its case and width",
                "各列名称不得相同（不区分大小写和全半角）"),
            remedy: Phrase("Rename or delete one of them", "请改名或删去其中一列"))
    }

    static func fullWidthCommas(line: Int, file: String) -> Fault {
        Fault(
            file: file, line: line,
            problem: Phrase(
                "the columns stand between full-width commas (，)", "各列以全角逗号（，）分隔"),
            rule: Phrase(
                "columns stand between commas, semicolons or tabs", "各列须以半角逗号、分号或制表符分隔"),
            remedy: Phrase("Replace ， with ,", "请将“，”替换为“,”"))
    }

    static func wrongCellCount(
        _ found: Int, header: CSVHeader, line: Int, file: String
    ) -> Fault {
        let expected = header.count
        let problem = Phrase(
            "the row has \(found) \(found == 1 ? "cell" : "cells")", "该行有 \(found) 个单元格")
        let rule = Phrase(
            "the header in line \(header.line) names \(expected) columns",
            "第 \(header.line) 行的表头有 \(expected) 列")
        let remedy =
            found < expected
            ? Phrase(
                "Add the cells that are missing, empty ones too", "请补上缺少的单元格，空的也要补")
            : Phrase(
                "Put a cell that holds a comma between quotation marks",
                "请给含逗号的单元格加上引号")
        return Fault(file: file, line: line, problem: problem, rule: rule, remedy: remedy)
    }

    static func unclosedQuote(line: Int, _ limits: CSVLimits, file: String) -> Fault {
        Fault(
            file: file, line: line,
            problem: Phrase(
                "a quotation mark that opens a cell here is not closed",
                "此处单元格开头的引号没有结束"),
            rule: Phrase(
                "a quoted cell ends with a quotation mark, within \(limits.cellBytes) bytes",
                "带引号的单元格须以引号结束，最多 \(limits.cellBytes) 字节"),
            remedy: Phrase(
                "Add the closing mark; nothing from line \(line) on was read",
                "请补上结束的引号；自第 \(line) 行起的内容没有读入"))
    }

    static func textAfterQuote(line: Int, file: String) -> Fault {
        Fault(
            file: file, line: line,
            problem: Phrase(
                "text follows the closing quotation mark of a cell", "单元格结束的引号之后还有文字"),
            rule: Phrase(
                "a quotation mark inside a quoted cell is written twice",
                "带引号的单元格内，引号须写两次"),
            remedy: Phrase("Write \"\" for each mark inside", "请将其中的每个引号写作 \"\""))
    }

    static func cellTooLong(_ limits: CSVLimits, line: Int, file: String) -> Fault {
        Fault(
            file: file, line: line, problem: Phrase("a cell is too long", "单元格过长"),
            rule: Phrase(
                "a cell may have \(limits.cellBytes) bytes", "一个单元格最多 \(limits.cellBytes) 字节"),
            remedy: Phrase(
                "Shorten it; nothing from line \(line) on was read",
                "请缩短内容；自第 \(line) 行起的内容没有读入"))
    }

    static func rowTooLong(_ limits: CSVLimits, line: Int, file: String) -> Fault {
        Fault(
            file: file, line: line, problem: Phrase("a row is too long", "一行过长"),
            rule: Phrase(
                "a row may have \(limits.cells) cells and \(limits.rowBytes) bytes",
                "一行最多 \(limits.cells) 个单元格、\(limits.rowBytes) 字节"),
            remedy: Phrase(
                "Check the line breaks; nothing from line \(line) on was read",
                "请检查换行；自第 \(line) 行起的内容没有读入"))
    }
}
