import Formats
import Foundation

/// W10: a workbook of 20 columns written, and read back.
///
/// Four columns are texts and sixteen are numbers of one decimal. The check value counts cells, the
/// characters of the texts and the tenths of the numbers.
struct WorkbookWorkload: Workload {
    enum Task: String {
        case write, read
    }

    let task: Task
    let rows: Int

    var name: String { "W10 XLSX \(task.rawValue) \(rows)x20" }

    private var folder: String { ProcessInfo.processInfo.environment["PERF_DATA"] ?? "perf-data" }
    private var path: String { "\(folder)/w10_\(rows).xlsx" }

    /// What is read is what was written before.
    var isPossible: Bool { task == .write || FileManager.default.fileExists(atPath: path) }

    /// A million rows are measured alone: openpyxl takes minutes.
    var peers: [Peer] {
        guard rows <= 100_000 else { return [] }
        let python = ProcessInfo.processInfo.environment["BENCH_PYTHON"] ?? "python3"
        let script = task == .write ? Self.writing : Self.reading
        return [
            Peer(
                name: "openpyxl", command: [python, "-c", script, path, "\(rows)"],
                result: (seconds: "seconds", check: "check"))
        ]
    }

    func run() throws -> Measurement {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        switch task {
        case .write: return try Measurement.of(name) { try write() }
        case .read: return Measurement.of(name) { read() }
        }
    }

    /// The tenths of a number.
    private static func tenths(_ row: Int, _ column: Int) -> Int { (row * 7 + column * 13) % 1_000 }

    private func write() throws -> String {
        let writer = try WorkbookWriter(path: path)
        try writer.addSheet("S", SheetLayout())
        var (characters, sum) = (0, 0)
        for row in 0..<rows {
            writer.append(
                (0..<20).map { column in
                    guard column < 4 else {
                        let tenths = Self.tenths(row, column)
                        sum += tenths
                        return SheetCell(.number("\(tenths / 10).\(tenths % 10)"))
                    }
                    let text = "text \(row)-\(column)"
                    characters += text.utf8.count
                    return SheetCell(.text(text))
                })
        }
        try writer.finish()
        return "\(rows * 20) cells, \(characters) characters, \(sum) tenths"
    }

    private func read() -> String {
        var (cells, characters, sum) = (0, 0, 0)
        func count(_ text: UnsafeBufferPointer<UInt8>, isText: Bool) {
            cells += 1
            guard !isText else {
                characters += text.count
                return
            }
            var (number, hasPoint) = (0, false)
            for byte in text {
                if byte == UInt8(ascii: ".") { hasPoint = true; continue }
                number = number * 10 + Int(byte - 0x30)
            }
            sum += hasPoint ? number : number * 10
        }
        let summary = TableReader.readBatches(path: path) { batch in
            for row in batch {
                for column in 0..<row.count {
                    row.withUTF8(column) { count($0, isText: column < 4) }
                }
            }
        }
        // The first row has taken the place of the titles.
        let header = summary.header?.names ?? []
        for (column, name) in header.enumerated() {
            Array(name.utf8).withUnsafeBufferPointer { count($0, isText: column < 4) }
        }
        return "\(cells) cells, \(characters) characters, \(sum) tenths"
    }

    private static let writing = """
        import json, sys, time, openpyxl
        path, rows = sys.argv[1] + ".peer.xlsx", int(sys.argv[2])
        start = time.perf_counter()
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("S")
        characters = tenths = 0
        for row in range(rows):
            cells = []
            for column in range(20):
                if column < 4:
                    cells.append(f"text {row}-{column}")
                    characters += len(cells[-1])
                else:
                    number = (row * 7 + column * 13) % 1000
                    tenths += number
                    cells.append(number / 10)
            sheet.append(cells)
        book.save(path)
        seconds = time.perf_counter() - start
        check = f"{rows * 20} cells, {characters} characters, {tenths} tenths"
        print("@@" + json.dumps({"seconds": seconds, "check": check}))
        """

    private static let reading = """
        import json, sys, time, openpyxl
        start = time.perf_counter()
        book = openpyxl.load_workbook(sys.argv[1], read_only=True)
        cells = characters = tenths = 0
        for row in book.active.iter_rows(values_only=True):
            for value in row:
                cells += 1
                if isinstance(value, str):
                    characters += len(value)
                else:
                    tenths += round(value * 10)
        seconds = time.perf_counter() - start
        check = f"{cells} cells, {characters} characters, {tenths} tenths"
        print("@@" + json.dumps({"seconds": seconds, "check": check}))
        """
}
