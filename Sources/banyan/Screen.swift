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
        for table in report.tables { show(table, as: format) }
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
    case text, json, csv, markdown
}
