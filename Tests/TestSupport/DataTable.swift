import Foundation

/// A CSV of real data: the rows by column name. For files without quoted line breaks.
public struct DataTable {
    /// The rows; cells by the name of their column.
    public let rows: [[String: String]]

    /// Reads a file of real data; one whose name ends in `.gz` is unpacked.
    public init(_ name: String) throws {
        let url = SharedData.url(name)
        let bytes = try name.hasSuffix(".gz") ? Self.unpacked(url) : Data(contentsOf: url)
        self.init(text: String(decoding: bytes, as: UTF8.self))
    }

    private static func unpacked(_ url: URL) throws -> Data {
        let unpacking = Process()
        unpacking.executableURL = URL(filePath: "/usr/bin/env")
        unpacking.arguments = ["gzip", "-dc", url.path]
        let pipe = Pipe()
        unpacking.standardOutput = pipe
        try unpacking.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        unpacking.waitWithinLimit()
        return bytes
    }

    /// Reads a CSV's text.
    public init(text: String) {
        var lines = text.split(whereSeparator: \.isNewline).map { Self.cells($0) }
        let header = lines.removeFirst()
        rows = lines.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    private static func cells(_ line: Substring) -> [String] {
        guard line.contains("\"") else {
            return line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
