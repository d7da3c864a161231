/// Checks that bytes are UTF-8, without turning them into a `String`.
enum UTF8Check {
    /// How many of the bytes, from the first, are whole characters of UTF-8.
    ///
    /// - Complexity: O(*n*); 8 bytes at a time where they are ASCII.
    static func validCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += asciiCount(bytes, from: index)
                continue
            }
            let length = characterLength(bytes, at: index)
            if length == 0 { return index }
            index += length
        }
        return index
    }

    /// Whether bytes that are not valid may become so when more follow them.
    static func isCutCharacter(_ bytes: some Collection<UInt8>) -> Bool {
        guard let first = bytes.first, bytes.count < 4 else { return false }
        let wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        return first >= 0xC2 && first <= 0xF4 && bytes.count < wanted
            && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    }

    private static func asciiCount(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(bytes)
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index - start
    }

    /// The length of the character at an index, by table 3-7 of the Unicode standard; 0 for none.
    private static func characterLength(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Int {
        let first = bytes[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return 0 }
        let second = bytes[index + 1]
        let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        guard second >= lowest, second <= highest else { return 0 }
        if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return 0 }
        if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
