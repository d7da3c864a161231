import Foundation

/// Python with libraries of Debian's, by which tests make workbooks as other programs do.
public enum Python {
    /// A script of the tests.
    public enum Script: String, Sendable {
        case habits, fill, make, hostile
    }

    /// Whether a library is installed; tests that need it are skipped visibly where it is not.
    public static func has(_ library: String) -> Bool {
        let output = try? run(["-c", "import \(library)"])
        return output?.status == 0
    }

    public static let hasOpenpyxl = has("openpyxl")
    public static let hasXlsxWriter = has("xlsxwriter")
    /// LibreOffice with its bridge to Python.
    public static let hasLibreOffice =
        has("uno")
        && ["/usr/bin/soffice", "/usr/local/bin/soffice"].contains {
            FileManager.default.isExecutableFile(atPath: $0)
        }

    /// Runs a script, and gives what it printed.
    ///
    /// - Throws: ``Failure`` with what it said where it ended badly.
    @discardableResult
    public static func run(_ script: Script, _ arguments: [String]) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let path = folder.appending(path: "Workbooks/\(script.rawValue).py").path
        let output = try run([path] + arguments)
        guard output.status == 0 else { throw Failure(text: output.text) }
        return output.text
    }

    /// A script that ended badly.
    public struct Failure: Error, CustomStringConvertible {
        let text: String
        public var description: String { text }
    }

    /// Debian's own Python, for which its packages are; else the first in the path.
    private static let program: [String] =
        FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
        ? ["/usr/bin/python3"] : ["/usr/bin/env", "python3"]

    private static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: program[0])
        process.arguments = Array(program.dropFirst()) + arguments
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forWritingTo: file)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitWithinLimit()
        return (process.terminationStatus, try String(contentsOf: file, encoding: .utf8))
    }
}
