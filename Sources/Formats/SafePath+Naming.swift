extension SafePath {
    /// A file name for an id: different ids have names that differ on every system, one that does
    /// not tell upper from lower case too.
    ///
    /// ASCII letters in lower case, digits, `-`, `_` and letters without case stand
    /// for themselves; each other byte becomes `%` and two digits, and an upper-case letter `^` and
    /// itself. An id whose name would have more than 200 bytes gets a digest in place of its end.
    ///
    /// - Parameter keepsCase: Leaves upper-case letters as they are, for ids that differ in more
    ///   than case anyhow.
    /// - Complexity: O(*n*).
    public static func safeFileName(for id: String, keepsCase: Bool = false) -> String {
        var name = ""
        for scalar in id.unicodeScalars {
            let stays = keepsCase && ("A"..."Z").contains(scalar)
            name += stays ? String(scalar) : fileNamePiece(scalar)
        }
        if name.isEmpty { return "%" }
        if isReserved(name), let first = name.utf8.first {
            name = percent(first) + name.dropFirst()
        }
        guard name.utf8.count > 200 else { return name }
        var head = ""
        for character in name {
            if head.utf8.count + character.utf8.count > 130 { break }
            head.append(character)
        }
        // No other name holds two % in a row.
        return head + "%%" + SHA256Digest(of: id).hex
    }

    private static func fileNamePiece(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "a"..."z", "0"..."9", "-", "_": return String(scalar)
        case "A"..."Z": return "^" + String(scalar).lowercased()
        default:
            // Ideographs have no case and only one form; other scripts may be folded or composed.
            let isIdeograph =
                (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
            if isIdeograph { return String(scalar) }
            return String(scalar).utf8.map(percent).joined()
        }
    }

    private static func percent(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return "%" + (digits.count == 1 ? "0" : "") + digits
    }
}
