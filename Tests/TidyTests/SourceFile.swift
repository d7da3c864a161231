import Foundation

/// A source file of the package, as the tidy tests read it.
struct SourceFile: Sendable {
    /// The path below the package's folder, such as `Sources/Numbers/Points.swift`.
    let path: String

    /// The lines as they stand.
    let lines: [String]

    /// The same lines with comments, the insides of string literals and backticked names blanked
    /// out.
    let code: [String]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        code = CodeReader.blanked(text).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    var isSwift: Bool { path.hasSuffix(".swift") }

    /// The parts of the path: `Sources`, the module, and what stands below it.
    var parts: [Substring] { path.split(separator: "/") }

    /// The module whose source this is; none of a test and of the manifest.
    var module: String? {
        parts.first == "Sources" && parts.count > 2 ? String(parts[1]) : nil
    }

    /// The file's name without its ending.
    var name: Substring { (parts.last ?? "").prefix { $0 != "." } }

    /// `file:line: what` for each line for which a check has something to say.
    func offences(_ check: (_ line: Int) -> String?) -> [String] {
        lines.indices.compactMap { line in check(line).map { "\(path):\(line + 1): \($0)" } }
    }

    /// The modules that a line of code imports, each with its line counted from 0.
    var imports: [(line: Int, module: String)] {
        code.indices.compactMap { line in
            let words = code[line].split { $0 == " " || $0 == "." }
            guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
                words[..<place].allSatisfy({ Self.importModifiers.contains($0) || $0.first == "@" })
            else { return nil }
            let kinds: Set<Substring> = [
                "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
            ]
            let name = kinds.contains(words[place + 1]) ? words[place + 2] : words[place + 1]
            return (line, String(name))
        }
    }

    private static let importModifiers: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private",
    ]
}
