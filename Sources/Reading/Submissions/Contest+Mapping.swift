import Contests
import Foundation

extension Contest {
    /// The first mapping of a noun whose files a path is among.
    ///
    /// - Parameters:
    ///   - path: The file, as it is opened.
    ///   - folder: The contest's folder, where it is known. A file elsewhere is compared by its
    ///     name alone.
    func mapping(of noun: Mapping.Noun, for path: String, in folder: String? = nil) -> Mapping? {
        let candidates = mappings.filter { $0.noun == noun }
        guard !candidates.isEmpty else { return nil }
        let name = Self.name(of: path, in: folder)
        return candidates.first { mapping in
            let pattern = Array(mapping.files.utf8)
            let own = pattern.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
            return switch name {
            case .inside(let path): Self.matches(Array(path.utf8)[...], pattern[...])
            case .elsewhere(let name): Self.matches(Array(name.utf8)[...], own[...])
            }
        }
    }

    private enum Name {
        case inside(String)
        case elsewhere(String)
    }

    private static func name(of path: String, in folder: String?) -> Name {
        let url = URL(filePath: path).standardizedFileURL
        if let folder {
            let root = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL.path
            let prefix = root.hasSuffix("/") ? root : root + "/"
            if url.path.hasPrefix(prefix) {
                return .inside(String(url.path.dropFirst(prefix.count)))
            }
        }
        return .elsewhere(url.lastPathComponent)
    }

    /// Whether a text is of a pattern, in which `*` stands for any run of bytes.
    private static func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        var (text, pattern) = (text, pattern)
        // After a star: the pattern behind it, and the text from which it is tried next.
        var retry: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
        while !text.isEmpty {
            if pattern.first == UInt8(ascii: "*") {
                pattern = pattern.dropFirst()
                retry = (pattern, text)
            } else if let wanted = pattern.first, wanted == text.first {
                (text, pattern) = (text.dropFirst(), pattern.dropFirst())
            } else if let last = retry {
                (text, pattern) = (last.text.dropFirst(), last.pattern)
                retry = (pattern, text)
            } else {
                return false
            }
        }
        return pattern.allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
