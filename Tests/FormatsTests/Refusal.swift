import Testing

/// A file that must be refused, with the whole message that a person gets.
struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let message: String

    init(_ name: String, _ text: String, _ message: String) {
        self.init(name, Array(text.utf8), message)
    }

    init(_ name: String, _ bytes: [UInt8], _ message: String) {
        (testDescription, self.bytes, self.message) = (name, bytes, message)
    }
}
