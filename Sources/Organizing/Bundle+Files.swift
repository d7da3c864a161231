import Formats
import Foundation

extension Bundle {
    /// The line of a file: its text, or its bytes in Base64 where they are no UTF-8.
    static func line(ofFile name: String, _ bytes: [UInt8]) -> JSONObject {
        if let text = String(validating: bytes, as: UTF8.self) {
            return ["file": .string(name), "text": .string(text)]
        }
        return ["file": .string(name), "base64": .string(Data(bytes).base64EncodedString())]
    }

    /// The bytes of the file of a line; nothing where the line has none.
    static func bytes(ofFile line: JSONValue) -> [UInt8]? {
        if let text = line["text"]?.text { return Array(text.utf8) }
        return line["base64"]?.text.flatMap { Data(base64Encoded: $0) }.map(Array.init)
    }
}
