extension Fault {
    static func guessedEncoding(file: String) -> Fault {
        Fault(
            file: file, severity: .note,
            problem: Phrase(
                "the file is not UTF-8, and was read as GB18030", "该文件不是 UTF-8，已按 GB18030 读取"),
            remedy: Phrase(
                "If its Chinese looks wrong, save it as UTF-8", "如果中文显示有误，请另存为 UTF-8"))
    }

    /// - Parameter offset: Bytes before the first one that is no text.
    static func notText(
        _ encoding: TextEncoding, at offset: Int, line: Int?, file: String
    ) -> Fault {
        let name = encoding.rawValue
        return Fault(
            file: file, line: line,
            problem: Phrase(
                "byte \(offset + 1) is no text in \(name)", "第 \(offset + 1) 个字节不是 \(name) 文字"),
            rule: Phrase(
                "a file is UTF-8, UTF-16 with a byte-order mark, or GB18030",
                "文件须为 UTF-8、带字节顺序标记的 UTF-16 或 GB18030"),
            remedy: Phrase("Save the file as UTF-8", "请将文件另存为 UTF-8"))
    }

    static func unknownEncoding(_ encoding: TextEncoding, file: String) -> Fault {
        Fault(
            file: file,
            problem: Phrase(
                "this system cannot read \(encoding.rawValue)", "本系统无法读取 \(encoding.rawValue)"),
            remedy: Phrase("Save the file as UTF-8", "请将文件另存为 UTF-8"))
    }
}
