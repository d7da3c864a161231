import Contests
import Formats

/// Reads a file of sheets, in any of its forms, without checking what it says.
struct SheetReader: Sendable {
    let mappings: [Mapping]

    init(contest: Contest) {
        mappings = contest.mappings.filter { $0.noun == .marks }
    }

    /// Reads one file; its form is told by what it holds.
    func read(_ path: String) -> RawFile {
        var file = RawFile(source: SourceFile(name: path))
        if TableReader.isWorkbook(path) {
            readWorkbook(path, into: &file)
            return file
        }
        let bytes: [UInt8]
        do throws(Fault) {
            bytes = try Files.read(path)
        } catch {
            file.faults.append(error)
            return file
        }
        file.source.sha256 = SHA256Digest(of: bytes).hex
        if Self.isXML(bytes) {
            readXML(bytes, into: &file)
        } else {
            readCSV(bytes, into: &file)
        }
        return file
    }

    private static func isXML(_ bytes: [UInt8]) -> Bool {
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x00]
        return bytes.first { !blanks.contains($0) } == UInt8(ascii: "<")
    }

    /// The mapping of a file, if the contest has one.
    func mapping(of path: String) -> Mapping? {
        mappings.first { mapping in
            mapping.files.split(whereSeparator: \.isWhitespace).contains {
                Self.matches(path, pattern: String($0))
            }
        }
    }

    /// Whether a path, or its end after a stroke, matches a pattern in which `*` stands for any run
    /// of characters.
    static func matches(_ path: String, pattern: String) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
        var ends = [path[...]]
        for place in path.indices where path[place] == "/" {
            ends.append(path[path.index(after: place)...])
        }
        return ends.contains { matches($0, parts[...]) }
    }

    private static func matches(_ text: Substring, _ parts: ArraySlice<Substring>) -> Bool {
        guard let first = parts.first, text.hasPrefix(first) else { return false }
        let rest = text.dropFirst(first.count)
        guard parts.count > 1 else { return rest.isEmpty }
        if parts.count == 2, parts.last?.isEmpty == true { return true }
        return rest.indices.contains { matches(rest[$0...], parts.dropFirst()) }
            || matches(rest[rest.endIndex...], parts.dropFirst())
    }
}
