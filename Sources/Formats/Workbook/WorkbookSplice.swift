import CZip
import Glibc

/// Puts rows into the sheets of a workbook whose sheets are empty.
enum WorkbookSplice {
    /// Replaces the empty `<sheetData/>` of every sheet.
    ///
    /// - Parameters:
    ///   - rows: Those of each sheet, in the order of the sheets.
    ///   - path: The workbook, which is changed in place.
    /// - Throws: A fault where it cannot be written.
    static func putRows(_ rows: [SheetRows], into path: String, file: String) throws(Fault) {
        var code: Int32 = 0
        guard let archive = zip_open(path, 0, &code) else {
            throw .system(EIO, file: file, isWriting: true)
        }
        for (index, rows) in rows.enumerated() {
            guard put(rows, into: "xl/worksheets/sheet\(index + 1).xml", of: archive) else {
                zip_discard(archive)
                throw .system(errno == 0 ? EIO : errno, file: file, isWriting: true)
            }
        }
        guard zip_close(archive) == 0 else {
            let problem = zip_error_code_system(zip_get_error(archive))
            zip_discard(archive)
            throw .system(problem == 0 ? EIO : problem, file: file, isWriting: true)
        }
    }

    private static func put(_ rows: SheetRows, into name: String, of archive: OpaquePointer) -> Bool
    {
        let index = zip_name_locate(archive, name, 0)
        guard index >= 0, let sheet = read(UInt64(index), of: archive),
            let (head, tail) = split(sheet), let place = rows.finish(head: head, tail: tail),
            let source = zip_source_filep(
                archive, rows.stream, UInt64(place.start), Int64(place.count))
        else { return false }
        // A part that is replaced keeps its way of packing, so it gives way to a new one.
        guard zip_delete(archive, UInt64(index)) == 0,
            case let added = zip_file_add(archive, name, source, 0), added >= 0
        else {
            zip_source_free(source)
            return false
        }
        // The fastest way to pack takes a sixth of the usual one's time, and a fifth more room.
        return zip_set_file_compression(archive, UInt64(added), Int32(ZIP_CM_DEFLATE), 1) == 0
            && zip_file_set_dostime(archive, UInt64(added), 0, 33, 0) == 0  // 1 January 1980
    }

    private static func read(_ index: UInt64, of archive: OpaquePointer) -> [UInt8]? {
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0,
            let part = zip_fopen_index(archive, index, 0)
        else { return nil }
        defer { zip_fclose(part) }
        let count = Int(status.size)
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            done = max(0, Int(zip_fread(part, buffer.baseAddress, UInt64(count))))
        }
        return bytes.count == count ? bytes : nil
    }

    /// What stands before the rows of a sheet, and after them.
    private static func split(_ sheet: [UInt8]) -> (head: [UInt8], tail: [UInt8])? {
        let text = String(decoding: sheet, as: UTF8.self)
        guard let place = text.firstRange(of: "<sheetData/>") else { return nil }
        return (
            Array((text[..<place.lowerBound] + "<sheetData>").utf8),
            Array(("</sheetData>" + text[place.upperBound...]).utf8)
        )
    }
}
