public import Foundation

/// The folder of real data that stands beside the checkout and is no part of it.
///
/// It is where `BANYAN_SHARED` says, or else `../shared` beside the package. A test that needs it
/// says `.enabled(if: SharedData.isPresent, "the shared data is not beside this checkout")`, so
/// that it is skipped visibly without.
public enum SharedData {
    /// The folder, whether it is there or not.
    public static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["BANYAN_SHARED"] {
            return URL(filePath: path, directoryHint: .isDirectory)
        }
        // …/shared is beside the package, which holds Tests/TestSupport/SharedData.swift.
        return URL(filePath: #filePath).resolvingSymlinksInPath()
            .appending(path: "../../../../shared", directoryHint: .isDirectory).standardizedFileURL
    }()

    /// Whether the real data is there.
    public static let isPresent = FileManager.default.fileExists(atPath: url("README.md").path)

    /// The place of a file of real data, such as `gmcm-2023/stage1.csv`.
    public static func url(_ path: String) -> URL {
        folder.appending(path: "data").appending(path: path)
    }
}
