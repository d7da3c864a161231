import Contests
import Formats
import Reading
import Testing

/// Submissions read from files of a test, with what was told.
struct SubmissionLoad {
    let submissions: [Submission]
    let summary: SubmissionSummary
    /// The faults, in English, without the folder before the files' names.
    let lines: [String]

    /// Writes files into `submissions/` of a folder and reads them for ``ContestTexts/contest``.
    ///
    /// - Parameter mapping: The text of a mapping to put into the contest.
    init(
        _ files: [(name: String, text: String)], mapping: String = "", width: Int = 2,
        language: Language = .english
    ) throws {
        let folder = try TestFolder()
        for (name, text) in files { try folder.write(text, to: "submissions/\(name)") }
        try self.init(folder, mapping: mapping, width: width, language: language)
    }

    /// Reads `submissions/` of a folder.
    init(
        _ folder: TestFolder, mapping: String = "", width: Int = 2, language: Language = .english
    ) throws {
        let text = try changed(ContestTexts.contest, "</contest>", to: mapping + "</contest>")
        let contest = try #require(try folder.load(text).contest)
        let source = "\(folder.path)/submissions"
        var submissions: [Submission] = []
        summary = SubmissionReader.read(
            paths: [source], contestFolder: folder.path, contest: contest, width: width
        ) { submissions += $0 }
        self.submissions = submissions
        lines = summary.faults.lines(in: language).map {
            $0.replacing("\(source)/", with: "")
        }
    }
}
