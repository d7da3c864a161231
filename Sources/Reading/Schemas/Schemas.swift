import Contests

/// The published forms of Banyan's own XML files, as RELAX NG schemas in XML syntax.
///
/// They are made of the same forms that the readers check by, with their documentation in English
/// and Chinese.
public enum Schemas {
    /// The kinds of files that have a schema.
    public static let kinds = ["contest", "rubric", "submissions", "sheets"]

    /// The schema of `contest.xml`.
    public static let contest = SchemaText.of(.contest)
    /// The schema of a rubric.
    public static let rubric = SchemaText.of(.rubric)
    /// The schema of a file of submissions.
    public static let submissions = SchemaText.of(.submissions)
    /// The schema of a file of score sheets.
    public static let sheets = SchemaText.of(.sheets)

    /// The schema of a kind of file; none for another word.
    public static func text(for kind: String) -> String? {
        switch kind {
        case "contest": contest
        case "rubric": rubric
        case "submissions": submissions
        case "sheets": sheets
        default: nil
        }
    }
}
