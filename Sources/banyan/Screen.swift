import ArgumentParser
import Formats
import Foundation
import Organizing
import Publishing

/// Where a verb's report goes: results to standard output, everything else to standard error.
enum Screen {
    /// Prints a report, and ends the run with its exit status where that is not 0.
    static func show(_ report: Report, as format: TableFormat = .text) throws {
        for line in report.faults.lines(in: runLanguage) { tell(line) }
        if format == .xlsx {
            try showWorkbook(report.tables)
        } else {
            for table in report.tables { show(table, as: format) }
        }
        for line in report.lines {
            if format == .text { print(line[runLanguage]) } else { tell(line[runLanguage]) }
        }
        if report.status != .done { throw ExitCode(report.status.rawValue) }
    }

    /// Prints a line to standard error.
    static func tell(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    private static func show(_ table: Table, as format: TableFormat) {
        switch format {
        case .text: print(table.text(in: runLanguage, width: terminalWidth))
        case .json: print(table.json)
        case .csv: print(table.csv(in: runLanguage), terminator: "")
        case .markdown: print(table.markdown(in: runLanguage))
        case .xlsx: break  // all tables together are one workbook
        }
    }

    /// Writes one workbook with all tables to standard output.
    private static func showWorkbook(_ tables: [Table]) throws {
        guard isatty(STDOUT_FILENO) == 0 else {
            tell(
                said(
                    "error: a workbook is not for a terminal. Send it to a file: … > table.xlsx",
                    "错误：工作簿不能显示在终端上。请写入文件：… > table.xlsx"))
            throw ExitCode(2)
        }
        guard !tables.isEmpty else { return }
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        do throws(Fault) {
            try Table.write(tables, to: path, language: runLanguage)
            FileHandle.standardOutput.write(Data(try Files.read(path, limit: 1 << 30)))
        } catch {
            tell(error.description(in: runLanguage))
            throw ExitCode(3)
        }
    }

    /// Columns of the terminal; where the output is not one, as many as a page of text has.
    private static var terminalWidth: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
            size.ws_col > 20
        else { return 120 }
        return Int(size.ws_col)
    }
}

/// How a table is printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown, xlsx
}
