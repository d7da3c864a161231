import Glibc

/// Bytes of a file or of memory, in chunks, which can be read again from the start.
final class ByteSource {
    static let chunkBytes = 1 << 20

    private let descriptor: Int32
    private let bytes: [UInt8]
    private var position = 0

    /// - Throws: A fault where the file cannot be opened, or a pipe gives more than 1 GiB.
    init(path: String, file: String) throws(Fault) {
        let opened = try Files.open(path, file: file).get()
        guard lseek(opened, 0, SEEK_CUR) < 0 else {
            (descriptor, bytes) = (opened, [])
            return
        }
        defer { close(opened) }  // a pipe cannot be read twice
        (descriptor, bytes) = (-1, try Files.readAll(opened, file: file, limit: 1 << 30))
    }

    init(bytes: [UInt8]) {
        descriptor = -1
        self.bytes = bytes
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The next bytes; none at the end.
    func next(file: String) throws(Fault) -> [UInt8] {
        guard descriptor < 0 else {
            guard let chunk = Files.readChunk(descriptor, limit: Self.chunkBytes) else {
                throw .system(errno, file: file)
            }
            return chunk
        }
        let chunk = bytes[position..<min(position + Self.chunkBytes, bytes.count)]
        position = chunk.endIndex
        return Array(chunk)
    }

    func rewind(file: String) throws(Fault) {
        position = 0
        if descriptor >= 0, lseek(descriptor, 0, SEEK_SET) < 0 {
            throw .system(errno, file: file)
        }
    }
}
