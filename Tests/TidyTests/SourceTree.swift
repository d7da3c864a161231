import Foundation

/// The package's own source, as it lies on disk.
enum SourceTree {
    /// The package's folder, which holds `Tests/TidyTests/SourceTree.swift`.
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The Swift and C files of the sources, the tests and the manifest.
    static let files: [SourceFile] = paths.filter { path in
        [".swift", ".c", ".h"].contains { path.hasSuffix($0) }
    }
    .compactMap { path in
        (try? String(contentsOf: folder.appending(path: path), encoding: .utf8))
            .map { SourceFile(path: path, text: $0) }
    }

    /// The Swift files among them.
    static let swift = files.filter(\.isSwift)

    /// The paths of all files and folders below `Sources` and `Tests`, and of the manifest.
    static let paths: [String] =
        ["Package.swift"]
        + ["Sources", "Tests"].flatMap { top in
            (FileManager.default.enumerator(atPath: folder.appending(path: top).path)?
                .compactMap { $0 as? String } ?? []).sorted().map { "\(top)/\($0)" }
        }

    /// What lies in the package's folder, without hidden files and what building leaves there.
    static func topLevel() throws -> Set<String> {
        let built: Set<String> = ["Package.resolved", "perf-data"]
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return Set(names.filter { !$0.hasPrefix(".") && !built.contains($0) })
    }
}
