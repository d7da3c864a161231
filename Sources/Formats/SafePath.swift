import Glibc

/// Paths made from names that stand in data: they never lead outside the folder they belong to.
public enum SafePath {
    /// Bytes of a relative name, and of one part of it.
    public static let maximumBytes = 1_024
    static let maximumPartBytes = 255

    /// Joins a folder and a relative name.
    ///
    /// - Parameters:
    ///   - folder: The folder that the path must not leave; need not exist yet.
    ///   - name: Parts between `/`, as data give it.
    /// - Returns: The path; what is there may be missing.
    /// - Throws: Why the name is refused: absolute, with `..`, with control characters, or
    ///   through a symbolic link that leads outside.
    public static func join(_ folder: String, _ name: String) throws(Refusal) -> String {
        let parts = try parts(of: name)
        var path = folder
        for part in parts { path += (path.hasSuffix("/") ? "" : "/") + part }
        guard staysInside(folder, path) else { throw .leadsOutside }
        return path
    }

    /// The parts of a relative name, each checked.
    private static func parts(of name: String) throws(Refusal) -> [String] {
        guard !name.isEmpty else { throw .empty }
        guard name.utf8.count <= maximumBytes else { throw .tooLong }
        if name.unicodeScalars.contains(where: \.isInvisible) { throw .controlCharacter }
        let hasDrive = name.dropFirst().first == ":" && name.first?.isLetter == true
        if name.hasPrefix("/") || name.hasPrefix("~") || hasDrive { throw .absolute }
        if name.contains("\\") { throw .backslash }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        for part in parts {
            if part == ".." { throw .leadsOutside }
            if part.isEmpty || part == "." { throw .emptyPart }
            if part.utf8.count > maximumPartBytes { throw .tooLong }
            if isReserved(part) { throw .reserved(part) }
        }
        return parts
    }

    /// Whether what the path leads to, by symbolic links too, lies in the folder.
    private static func staysInside(_ folder: String, _ path: String) -> Bool {
        guard let root = resolved(folder) else { return true }  // nothing there to lead outside
        var existing = path[...]
        while existing.utf8.count > folder.utf8.count {
            if let target = resolved(String(existing)) {
                return target == root || target.hasPrefix(root == "/" ? "/" : root + "/")
            }
            // A link that leads nowhere yet could be made to lead anywhere.
            if isLink(String(existing)) { return false }
            existing = existing[..<(existing.lastIndex(of: "/") ?? existing.startIndex)]
        }
        return true
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    private static func resolved(_ path: String) -> String? {
        guard let target = realpath(path, nil) else { return nil }
        defer { free(target) }
        return String(cString: target)
    }

    /// Names that mean a device or cannot stand on some systems: a folder is carried from one to
    /// another.
    static func isReserved(_ part: String) -> Bool {
        if part.hasSuffix(".") || part.hasSuffix(" ") || part.hasPrefix(" ") { return true }
        if part.contains(where: { "<>:\"|?*".contains($0) }) { return true }
        let stem = part.prefix { $0 != "." }.uppercased()
        let devices: Set = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
        let isPort = (stem.hasPrefix("COM") || stem.hasPrefix("LPT")) && stem.count == 4
        return devices.contains(stem) || (isPort && stem.last?.isNumber == true)
    }
}

extension SafePath {
    /// Why a name is refused.
    public enum Refusal: Error, Sendable, Hashable {
        case empty
        case absolute
        case leadsOutside
        case emptyPart
        case backslash
        case controlCharacter
        case reserved(String)
        case tooLong
    }
}

extension SafePath.Refusal {
    /// The rule that the name breaks, in words.
    public var rule: Phrase {
        switch self {
        case .empty: Phrase("a file name is not empty", "文件名不能为空")
        case .absolute:
            Phrase("a path is relative to its folder", "路径须相对于所在文件夹")
        case .leadsOutside:
            Phrase("a path may not lead outside its folder", "路径不得指向所在文件夹之外")
        case .emptyPart:
            Phrase("a path has no empty parts and no '.'", "路径中不得有空的部分或“.”")
        case .backslash: Phrase("parts of a path stand between /", "路径各部分须以 / 分隔")
        case .controlCharacter:
            Phrase("a file name has no invisible characters", "文件名不得含不可见字符")
        case .reserved(let part):
            Phrase(
                "'\(part.shown)' cannot be a file name on every system",
                "“\(part.shown)”在某些系统上不能作文件名")
        case .tooLong:
            Phrase(
                "a path has at most \(SafePath.maximumBytes) bytes, and a part of it "
                    + "\(SafePath.maximumPartBytes)",
                "路径最多 \(SafePath.maximumBytes) 字节，其中每一部分最多 \(SafePath.maximumPartBytes) 字节")
        }
    }
}
