/// Reads JSON Lines: a JSON object a line, in memory that does not grow with the file.
///
/// Lines that are empty are passed over. A line that is no object is left out and told.
public enum JSONLines {
    /// An object and the line it stands on.
    public struct Line: Sendable, Hashable {
        public let number: Int
        public let object: JSONObject
    }

    /// Bytes of one line.
    public static let maximumLineBytes = 16 << 20

    /// Reads a file line by line.
    ///
    /// - Parameters:
    ///   - path: The file to open.
    ///   - file: The path that faults name; `path` where there is none.
    ///   - body: Called for each object, in the order of the file.
    /// - Returns: All that was wrong.
    /// - Throws: What `body` throws.
    public static func read<Failure: Error>(
        path: String, file: String? = nil, _ body: (Line) throws(Failure) -> Void
    ) throws(Failure) -> FaultList {
        let source: TextSource
        do throws(Fault) {
            source = try TextSource(path: path, file: file ?? path)
        } catch {
            return FaultList(error)
        }
        return try read(source, file: file ?? path, body)
    }

    /// Reads bytes line by line.
    ///
    /// - Parameter file: The path that faults name.
    /// - Throws: What `body` throws.
    public static func read<Failure: Error>(
        bytes: [UInt8], file: String, _ body: (Line) throws(Failure) -> Void
    ) throws(Failure) -> FaultList {
        let source: TextSource
        do throws(Fault) {
            source = try TextSource(bytes: bytes, file: file)
        } catch {
            return FaultList(error)
        }
        return try read(source, file: file, body)
    }

    private static func read<Failure: Error>(
        _ source: TextSource, file: String, _ body: (Line) throws(Failure) -> Void
    ) throws(Failure) -> FaultList {
        var (source, faults, rest, number) = (source, FaultList(), [UInt8](), 0)
        if let note = source.note { faults.append(note) }
        while true {
            var chunk: [UInt8]?
            do throws(Fault) {
                chunk = try source.next()
            } catch {
                faults.append(error)
            }
            let bytes = rest + (chunk ?? [])
            var start = 0
            while let end = lineEnd(bytes, from: start, isLast: chunk == nil) {
                number += 1
                if let object = object(bytes[start..<end], number, file, &faults) {
                    try body(Line(number: number, object: object))
                }
                start = end + 1
            }
            guard chunk != nil else { return faults }
            rest = Array(bytes[start...])
            if rest.count > maximumLineBytes {
                faults.append(.lineTooLong(number + 1, limit: maximumLineBytes, file: file))
                return faults
            }
        }
    }

    private static func lineEnd(_ bytes: [UInt8], from start: Int, isLast: Bool) -> Int? {
        guard start < bytes.count else { return nil }
        return bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? (isLast ? bytes.count : nil)
    }

    private static func object(
        _ line: ArraySlice<UInt8>, _ number: Int, _ file: String, _ faults: inout FaultList
    ) -> JSONObject? {
        if line.allSatisfy({ $0 <= 0x20 }) { return nil }
        do throws(JSONParser.Failure) {
            if let object = try JSONParser.parse(line).object { return object }
            faults.append(.noObject(number, file: file))
        } catch {
            faults.append(.notJSON(error, in: line, firstLine: number, file: file))
        }
        return nil
    }
}

extension Fault {
    static func noObject(_ line: Int, file: String) -> Fault {
        Fault(
            file: file, line: line, column: 1,
            problem: Phrase("the line is no JSON object", "该行不是 JSON 对象"),
            rule: Phrase(
                "every line of JSON Lines is an object, as in {\"id\": \"A1\"}",
                "JSON Lines 的每一行须为一个对象，如 {\"id\": \"A1\"}"),
            remedy: Phrase("Put the values between { and }", "请将内容写在 { 和 } 之间"))
    }

    static func lineTooLong(_ line: Int, limit: Int, file: String) -> Fault {
        Fault(
            file: file, line: line, problem: Phrase("the line is too long", "该行过长"),
            rule: Phrase("a line may have \(limit) bytes", "一行最多 \(limit) 字节"),
            remedy: Phrase(
                "Check the line breaks; nothing from line \(line) on was read",
                "请检查换行；自第 \(line) 行起的内容没有读入"))
    }
}
