import Foundation

/// A temporary contest folder: files are written into it, and it goes when the test is over.
public final class ContestWorkshop: Sendable {
    /// The folder's path.
    public let path: String

    /// A new, empty folder.
    public init() throws {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "banyan-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of a file in the folder.
    public func inside(_ name: String) -> String { path + "/" + name }

    /// Writes a file, making its folders.
    public func write(_ text: String, to name: String) throws {
        let url = URL(filePath: inside(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Writes a CSV from a header and rows; cells are quoted where they need it.
    public func writeCSV(_ header: [String], _ rows: [[String]], to name: String) throws {
        let lines = ([header] + rows).map { $0.map(Self.quoted).joined(separator: ",") }
        try write(lines.joined(separator: "\n") + "\n", to: name)
    }

    private static func quoted(_ cell: String) -> String {
        cell.contains { "\",\n\r".contains($0) }
            ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
    }
}
