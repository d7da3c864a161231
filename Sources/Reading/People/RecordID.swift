import Formats

/// What an identifier of a submission or a judge may be.
enum RecordID {
    /// Bytes that an identifier may have.
    static let maximumBytes = 200

    /// What is wrong with an identifier; nothing where it is sound.
    static func problem(_ id: String) -> (problem: Phrase, rule: Phrase, remedy: Phrase)? {
        if id.isEmpty {
            return (
                Phrase("the id is empty", "编号是空的"),
                Phrase("the files refer to it", "其他文件要用它来指称"),
                Phrase("Give one", "请填写")
            )
        }
        if id.utf8.count > maximumBytes {
            return (
                Phrase(
                    "the id \(id.quoted) has \(id.utf8.count) bytes",
                    "编号 \(id.quoted) 有 \(id.utf8.count) 字节"),
                Phrase("it may have \(maximumBytes)", "最多 \(maximumBytes) 字节"),
                Phrase("Shorten it", "请缩短")
            )
        }
        guard !isPlain(id) else { return nil }
        if id.unicodeScalars.contains(where: \.isInvisible) {
            return (
                Phrase(
                    "the id \(id.quoted) holds a character that does not show",
                    "编号 \(id.quoted) 含有不可见字符"),
                Phrase("two ids must differ to the eye", "编号必须能用肉眼区分"),
                Phrase("Type it again", "请重新输入")
            )
        }
        guard let habit = SpreadsheetHabits.suspectIdentifier(id) else { return nil }
        return (
            habit, Phrase("ids are text, to the last character", "编号是文本，逐字符比较"),
            Phrase("Look the id up where it came from", "请到原始数据中核对该编号")
        )
    }

    /// Whether the id is nothing but ASCII letters and digits, with no letter E: most are.
    private static func isPlain(_ id: String) -> Bool {
        id.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte)
                || (0x41...0x5A).contains(byte & 0xDF) && byte & 0xDF != 0x45
        }
    }
}
