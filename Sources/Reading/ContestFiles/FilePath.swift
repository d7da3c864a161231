import Formats

/// Paths as faults name them.
enum FilePath {
    /// The path of a file that lies beside another one.
    static func beside(_ file: String, _ path: String) -> String {
        guard let stroke = file.lastIndex(of: "/") else { return path }
        return file[...stroke] + path
    }

    /// The path of a file in a folder; the folder itself is not written where it is the current.
    static func join(_ folder: String, _ path: String) -> String {
        folder.isEmpty || folder == "."
            ? path : folder.hasSuffix("/") ? folder + path : folder + "/" + path
    }
}
