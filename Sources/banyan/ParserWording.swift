/// What the parser of arguments says by itself, in the language of this run.
///
/// The parser knows English only: headings of its help, and what is wrong with a command. In a
/// Chinese run its phrases are replaced where they stand at their fixed places; names of options
/// and values stay as they are.
enum ParserWording {
    /// The parser's text, in the language of this run.
    static func said(_ text: String) -> String {
        guard runLanguage == .chinese else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { inChinese(String($0)) }.joined(separator: "\n")
    }

    private static func inChinese(_ line: String) -> String {
        var line = line
        for (english, chinese) in openings where line.hasPrefix(english) {
            line = chinese + line.dropFirst(english.count)
        }
        for (english, chinese) in phrases { line = line.replacing(english, with: chinese) }
        return line
    }

    /// What lines begin with; after an error's opening may come one of its kinds.
    private static let openings = [
        ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："),
        ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："), ("Help:  ", "说明："), ("Error: ", "错误："),
        ("错误：Unknown option ", "错误：没有这个选项："), ("错误：Unexpected argument ", "错误：多余的参数："),
        ("错误：Missing expected argument ", "错误：缺少参数："),
        ("错误：Missing value for ", "错误：缺少选项的值："), ("错误：The value ", "错误：这个值不可用："),
    ]

    private static let phrases = [
        ("(default: ", "(默认："), ("(values: ", "(可取："), (" SUBCOMMANDS:", "："),
        ("; default: ", "；默认："), ("Show the version.", "显示版本。"),
        ("Show help information.", "显示帮助。"), ("' is invalid for '", "'，用于 '"),
        (". Did you mean '", "。是否指 '"), ("'?", "'？"),
        (". Please provide one of ", "。可用的值："), ("' or '", "' 或 '"),
        (" unexpected arguments: ", " 个多余的参数："), ("  See '", "  详情请运行 '"),
        (" for more information.", ""), (" for detailed help.", ""),
    ]
}
