/// A language that Banyan itself speaks; the texts of a contest may be in any number of others.
public enum Language: String, Sendable, Hashable, CaseIterable {
    /// 中文, in simplified characters.
    case chinese = "zh"
    case english = "en"

    /// The language of a locale's name, such as `zh_CN.UTF-8`, `zh-Hans`, `en_GB` or `C`.
    ///
    /// Nothing for a language that Banyan does not speak.
    public init?(locale: String) {
        let name = locale.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }.lowercased()
        switch name {
        case "zh", "chinese": self = .chinese
        case "en", "english", "c", "posix": self = .english
        default: return nil
        }
    }
}
