import Contests
import Formats
import Foundation
import Reading

/// A folder of its own for one test, taken away with it.
final class TestFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "banyan-reading-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, and the folders above it; returns its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = "\(path)/\(name)"
        try makeFolder(URL(filePath: name).deletingLastPathComponent().relativePath)
        try Data(bytes).write(to: URL(filePath: file))
        return file
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: "\(path)/\(name)", withIntermediateDirectories: true)
    }
}

extension TestFolder {
    /// Reads a contest that lies here with the rubric of ``ContestTexts``.
    func load(
        _ contest: String, rubric: String = ContestTexts.rubric
    ) throws -> ContestFile.Loaded {
        try write(rubric, to: "rubrics/r.xml")
        try write(contest, to: "contest.xml")
        return ContestFile.load(path: "\(path)/contest.xml", file: "contest.xml")
    }
}

/// A text with one part replaced; the part must be there.
func changed(_ text: String, _ part: String, to other: String) throws -> String {
    struct Absent: Error { let part: String }
    guard let range = text.range(of: part) else { throw Absent(part: part) }
    return text.replacingCharacters(in: range, with: other)
}
