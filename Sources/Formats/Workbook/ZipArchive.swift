import CZip
import Dispatch
import Glibc

/// The parts of a workbook's file, within limits.
///
/// Names of parts are only looked up, never used as paths.
// @unchecked: `handle` is used by one thread at a time: while a part is streamed, nothing else is
// read.
final class ZipArchive: @unchecked Sendable {
    struct Part: Sendable {
        let name: String
        let index: UInt64
        let bytes: Int
        let packedBytes: Int
    }

    let file: String
    let limits: WorkbookLimits
    private let handle: OpaquePointer
    private(set) var parts: [String: Part] = [:]

    /// Opens an archive and checks what it states of its parts.
    ///
    /// - Throws: A fault where it is damaged or beyond a limit.
    init(path: String, file: String, limits: WorkbookLimits) throws(Fault) {
        let fileBytes = try Self.checkedSize(path, file: file, limits: limits)
        var code: Int32 = 0
        guard let handle = zip_open(path, ZIP_RDONLY, &code) else {
            throw .damagedWorkbook(file: file)
        }
        (self.file, self.limits, self.handle) = (file, limits, handle)
        try readParts(fileBytes: fileBytes)
    }

    deinit { zip_discard(handle) }

    private static func checkedSize(
        _ path: String, file: String, limits: WorkbookLimits
    ) throws(Fault) -> Int {
        let descriptor = try Files.open(path, file: file).get()
        defer { close(descriptor) }
        let bytes = Int(lseek(descriptor, 0, SEEK_END))
        guard bytes >= 0 else { throw .damagedWorkbook(file: file) }
        guard bytes <= limits.fileBytes else {
            throw .tooManyBytes(bytes, limit: limits.fileBytes, file: file)
        }
        let count = ZipDirectory.statedParts(descriptor, bytes: bytes)
        guard count <= limits.parts else {
            throw .tooManyParts(count, limit: limits.parts, file: file)
        }
        return bytes
    }

    private func readParts(fileBytes: Int) throws(Fault) {
        let count = Int(zip_get_num_entries(handle, 0))
        guard count <= limits.parts else {
            throw .tooManyParts(count, limit: limits.parts, file: file)
        }
        var packed = 0
        for index in 0..<UInt64(max(0, count)) {
            var status = zip_stat_t()
            let wanted = UInt64(ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)
            guard zip_stat_index(handle, index, 0, &status) == 0, status.valid & wanted == wanted,
                let name = status.name.map({ String(cString: $0) })
            else { throw .damagedWorkbook(file: file) }
            let part = Part(
                name: name, index: index, bytes: Int(clamping: status.size),
                packedBytes: Int(clamping: status.comp_size))
            try check(part)
            packed += min(part.packedBytes, limits.fileBytes) + 30
            guard parts.updateValue(part, forKey: name) == nil else {
                throw .strangePart(name, file: file)
            }
        }
        guard packed <= fileBytes else { throw .overlappingParts(file: file) }
    }

    private func check(_ part: Part) throws(Fault) {
        let steps = part.name.split(separator: "/", omittingEmptySubsequences: false)
        guard !part.name.hasPrefix("/"), !steps.contains(".."), !part.name.contains("\\") else {
            throw .strangePart(part.name, file: file)
        }
        let isSwollen =
            part.bytes > 1 << 20 && part.bytes / limits.ratio > max(1, part.packedBytes)
        guard part.bytes <= limits.partBytes, !isSwollen else {
            throw .swollenPart(part.name, limits: limits, file: file)
        }
    }
}

extension ZipArchive {
    /// Gives the unpacked bytes of a part, some at a time, until `take` wants no more.
    private func unpack(
        _ part: Part, _ take: (UnsafeRawBufferPointer) -> Bool
    ) throws(Fault) {
        guard let source = zip_fopen_index(handle, part.index, 0) else {
            throw .damagedPart(part.name, file: file)
        }
        defer { zip_fclose(source) }
        let room = 1 << 16
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 16)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = Int(zip_fread(source, buffer.baseAddress, UInt64(room)))
            guard count >= 0 else { throw .damagedPart(part.name, file: file) }
            if count == 0 { break }
            total += count
            guard total <= part.bytes else {
                throw .swollenPart(part.name, limits: limits, file: file)
            }
            guard take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
        }
        guard total == part.bytes else { throw .damagedPart(part.name, file: file) }
    }

    /// A small part, whole.
    func read(_ part: Part) throws(Fault) -> [UInt8] {
        guard part.bytes <= limits.wholeBytes else {
            throw .swollenPart(part.name, limits: limits, file: file)
        }
        var bytes: [UInt8] = []
        try unpack(part) { chunk in
            bytes.append(contentsOf: chunk)
            return true
        }
        return bytes
    }

    /// Reads the records of a part's XML, in memory that does not grow with it.
    ///
    /// The part is unpacked on a thread of its own, and parsed on another.
    ///
    /// - Parameter record: Local names of elements, with a blank between two.
    /// - Returns: What was wrong with the part.
    /// - Throws: What `body` throws.
    func readRecords<Failure: Error>(
        of part: Part, named record: String, _ body: (XMLRecordBatch) throws(Failure) -> Void
    ) throws(Failure) -> Fault? {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
            return .system(errno, file: file)
        }
        let (reading, writing) = (ends[0], ends[1])
        let outcome = UnpackOutcome()
        DispatchQueue(label: "banyan.formats.zip").async {
            outcome.finish(self.pour(part, into: writing))
        }
        defer { outcome.wait() }
        defer { close(reading) }
        let summary = try XMLRecords().read(
            .descriptor(reading), file: file, record: record, limits: limits.xml, batch: body)
        guard summary.fault == nil else {
            // What is wrong with the bytes is told rather than what the parser makes of them.
            shutdown(reading, Int32(SHUT_RDWR))
            return outcome.wait() ?? .damagedPart(part.name, file: file, summary.fault)
        }
        shutdown(reading, Int32(SHUT_RDWR))
        return outcome.wait()
    }

    /// Unpacks a part into a socket, which it closes.
    private func pour(_ part: Part, into socket: Int32) -> Fault? {
        defer { close(socket) }
        do throws(Fault) {
            try unpack(part) { chunk in
                var rest = chunk[...]
                while !rest.isEmpty {
                    let bytes = UnsafeRawBufferPointer(rebasing: rest)
                    let sent = send(
                        socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
                    if sent < 0, errno == EINTR { continue }
                    guard sent > 0 else { return false }
                    rest = rest.dropFirst(sent)
                }
                return true
            }
            return nil
        } catch { return error }
    }
}

/// How the unpacking of a part on its own thread ended.
// @unchecked: `fault` is written before the signal and read after it.
private final class UnpackOutcome: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    private var fault: Fault?

    func finish(_ fault: Fault?) {
        self.fault = fault
        done.signal()
    }

    @discardableResult
    func wait() -> Fault? {
        done.wait()
        done.signal()  // for whoever asks again
        return fault
    }
}

extension Fault {
    /// A part whose XML is at fault, with what the XML reader says of it.
    fileprivate static func damagedPart(_ part: String, file: String, _ cause: Fault?) -> Fault {
        var fault = damagedPart(part, file: file)
        guard let cause else { return fault }
        fault.rule = Phrase(
            "line \(cause.line ?? 1): \(cause.problem.english)",
            "第 \(cause.line ?? 1) 行：\(cause.problem.chinese)")
        return fault
    }
}
