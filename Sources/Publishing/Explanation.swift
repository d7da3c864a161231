public import Contests
public import Formats
import Numbers

/// How a submission came to its score, its place and its awards, in words and numbers.
public struct Explanation: Sendable, Hashable {
    /// Lines under one heading.
    public struct Section: Sendable, Hashable {
        /// The heading.
        public var title: Phrase
        /// What is said, line by line.
        public var lines: [Phrase]

        /// Lines under one heading.
        public init(title: Phrase, lines: [Phrase]) {
            self.title = title
            self.lines = lines
        }
    }

    /// What is known of the submission in one stage.
    public struct Evidence: Sendable {
        /// The stage's leaderboard, by which the distances to the lines are told.
        public var leaderboard: Leaderboard
        /// The submission's score.
        public var score: SubmissionScore
        /// How the score came about, step by step; without, only its sheets are told.
        public var trace: ScoreTrace?

        /// What is known of the submission in one stage.
        public init(leaderboard: Leaderboard, score: SubmissionScore, trace: ScoreTrace? = nil) {
            self.leaderboard = leaderboard
            self.score = score
            self.trace = trace
        }
    }

    /// The submission.
    public var submission: SubmissionID
    /// Its title.
    public var title: Phrase
    /// For whom it is told.
    public var audience: Audience
    /// What is told, in order.
    public var sections: [Section]
}

extension Explanation {
    /// Puts into words how a submission came to its result.
    ///
    /// - Parameters:
    ///   - submission: The submission.
    ///   - evidence: What is known of it, stage by stage, in the order of the stages.
    ///   - overall: The leaderboards of its track and of the whole contest, for places and awards.
    ///   - names: The contest with its rubrics.
    ///   - record: Titles and decisions; judges only for the office.
    ///   - audience: For whom it is told: for the public, judges are numbered.
    public init(
        of submission: SubmissionID, evidence: [Evidence], overall: [Leaderboard] = [],
        names: ContestNames, record: ContestRecord, audience: Audience = .public
    ) {
        let entry = record.submissions[submission]
        self.submission = submission
        title = entry?.titles.phrase(else: submission.text) ?? Phrase(verbatim: submission.text)
        self.audience = audience
        sections = evidence.flatMap { evidence in
            StageExplainer(submission, evidence, names: names, record: record, audience: audience)
                .sections
        }
        sections += overall.compactMap { board in
            ResultExplainer(submission, board, names: names, record: record, audience: audience)
                .section
        }
    }

    /// The explanation for a terminal.
    public func text(in language: Language) -> String {
        let heading = "\(submission.text.visible)  \(title[language].oneLine)\n"
        return heading
            + sections.map { section in
                "\n" + section.title[language].oneLine + "\n"
                    + section.lines.map { "  " + $0[language].oneLine + "\n" }.joined()
            }.joined()
    }

    /// The explanation in Markdown.
    public func markdown(in language: Language) -> String {
        let heading = "# \(submission.text.markdownEscaped) \(title[language].markdownEscaped)\n"
        return heading
            + sections.map { section in
                "\n## " + section.title[language].markdownEscaped + "\n\n"
                    + section.lines.map { "- " + $0[language].markdownEscaped + "\n" }.joined()
            }.joined()
    }

    /// The explanation for programs.
    public var json: String {
        let value: JSONValue = [
            "submission": .string(submission.text), "title": title.jsonValue,
            "audience": .string(audience.rawValue),
            "sections": .array(
                sections.map { section in
                    [
                        "title": section.title.jsonValue,
                        "lines": .array(section.lines.map(\.jsonValue)),
                    ]
                }),
        ]
        return value.encoded(pretty: true) + "\n"
    }
}
