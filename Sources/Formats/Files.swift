import Foundation
import Glibc

/// Reading and writing of whole files, with faults that say what to do.
public enum Files {
    /// Bytes of a file that is read whole, where nothing else is said.
    public static let standardLimit = 64 << 20

    /// Reads a whole file.
    ///
    /// - Parameters:
    ///   - file: The path that faults name; `path` where there is none.
    ///   - limit: The most bytes to read.
    /// - Throws: A fault where the file is missing, unreadable, a folder or larger than the limit.
    public static func read(
        _ path: String, file: String? = nil, limit: Int = standardLimit
    ) throws(Fault) -> [UInt8] {
        let name = file ?? path
        let descriptor = try open(path, file: name).get()
        defer { close(descriptor) }
        return try readAll(descriptor, file: name, limit: limit)
    }

    /// Writes a file so that it is there whole or not at all: beside its place first, then synced,
    /// then moved over it.
    ///
    /// - Throws: A fault where the folder is missing, not writable or full.
    public static func write(
        _ bytes: some Sequence<UInt8>, to path: String, file: String? = nil
    ) throws(Fault) {
        let name = file ?? path
        let temporary = path + ".\(getpid())-\(UInt32.random(in: 0...(.max))).tmp"
        let descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system(errno, file: name, isWriting: true) }
        let isWritten = writeAll(Array(bytes), to: descriptor) && fsync(descriptor) == 0
        var problem = isWritten ? 0 : errno
        if close(descriptor) != 0, problem == 0 { problem = errno }
        if problem == 0, rename(temporary, path) != 0 { problem = errno }
        guard problem == 0 else {
            unlink(temporary)
            throw .system(problem, file: name, isWriting: true)
        }
        syncFolder(of: path)
    }

    /// Writes a text as UTF-8, whole or not at all.
    public static func write(
        _ text: String, to path: String, file: String? = nil
    ) throws(Fault) {
        try write(text.utf8, to: path, file: file)
    }

    /// The names in a folder in the order of their code points, without those that begin with a
    /// dot.
    ///
    /// - Throws: A fault where the folder is missing, unreadable or not a folder.
    public static func list(_ path: String, file: String? = nil) throws(Fault) -> [String] {
        guard let folder = opendir(path) else { throw .system(errno, file: file ?? path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.precedesByCodePoint($1) }
    }

    /// Makes a folder and those above it, where they are missing.
    ///
    /// - Throws: A fault where a file stands in the way or a folder is not writable.
    public static func makeFolder(_ path: String, file: String? = nil) throws(Fault) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .system(errno == 0 ? EACCES : errno, file: file ?? path, isWriting: true)
        }
    }

    /// Whether there is a file or folder of this path.
    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether there is a folder of this path.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether there is a file of this path that can be read again: no folder, pipe or device.
    public static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}

extension Files {
    /// Opens a file for reading, and refuses a folder, which would open but not read.
    static func open(_ path: String, file: String) -> Result<Int32, Fault> {
        guard !path.utf8.contains(0) else { return .failure(.system(ENOENT, file: file)) }
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(.system(errno, file: file)) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            return .success(descriptor)
        }
        close(descriptor)
        return .failure(.system(EISDIR, file: file))
    }

    /// All bytes up to the end of the file.
    static func readAll(_ descriptor: Int32, file: String, limit: Int) throws(Fault) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            guard let chunk = readChunk(descriptor, limit: min(limit + 1 - bytes.count, 1 << 20))
            else { throw .system(errno, file: file) }
            if chunk.isEmpty { return bytes }
            bytes += chunk
            if bytes.count > limit { throw .tooManyBytes(nil, limit: limit, file: file) }
        }
    }

    /// Some bytes, none at the end of the file; nothing after an error, with `errno` set.
    static func readChunk(_ descriptor: Int32, limit: Int) -> [UInt8]? {
        var failed = false
        let chunk = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            var got = Glibc.read(descriptor, buffer.baseAddress, limit)
            while got < 0, errno == EINTR {
                got = Glibc.read(descriptor, buffer.baseAddress, limit)
            }
            failed = got < 0
            count = max(0, got)
        }
        return failed ? nil : chunk
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let written = Glibc.write(
                    descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return false }
                rest = rest.dropFirst(written)
            }
            return true
        }
    }

    /// Makes the new name last through a power cut, where the file system can.
    private static func syncFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
