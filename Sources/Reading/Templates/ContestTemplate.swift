public import Formats

/// The files of a new contest's folder, with comments that say what to change.
public enum ContestTemplate {
    /// A file of the folder.
    public struct File: Sendable, Hashable {
        /// The path in the contest's folder.
        public var path: String
        /// What it holds, as UTF-8.
        public var text: String
    }

    /// The files that `banyan init` writes, which `check` accepts as they are.
    ///
    /// - Parameter language: The language of the comments and of the judges' and teams' names; the
    ///   texts for people are in both.
    public static func files(language: Language) -> [File] {
        let template = language == .chinese ? ChineseTemplate.files : EnglishTemplate.files
        return template.map { File(path: $0.path, text: $0.text) }
    }
}
