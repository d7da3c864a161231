import Computing
import Contests
import Numbers

/// Makes nouns from chance, with every kind of character that a text may hold.
struct RandomNouns {
    var random: SeededRandom

    /// Texts that are hard to keep: escapes, line breaks, controls, rare scripts, combining marks,
    /// emoji of several code points, a byte-order mark, the first and last code points.
    static let pieces: [String] = [
        "a", "B", "7", " ", "榕", "评", "中国", "\\", "\\n", "\t", "\n", "\r\n", "\u{1}", "\u{7F}",
        "\u{85}", "\u{2028}", "\u{202E}", "\u{FEFF}", "e\u{301}", "é", "👩‍👩‍👧‍👦",
        "𠮷", "ﷺ", "\u{10FFFF}",
        "\u{E000}", "\u{FFFD}", "'", "\"", ",", ";", "(", ")", "%", "%20", "NA", "/", "-", "=",
        "<&>", "\u{0}",
    ]

    mutating func chance(_ oneIn: Int) -> Bool { random.below(oneIn) == 0 }

    /// A text of up to 5 pieces, none of which is U+0000.
    mutating func text() -> String {
        (0..<random.below(6)).map { _ in Self.pieces[random.below(Self.pieces.count - 1)] }.joined()
    }

    mutating func texts() -> [String] { (0..<random.below(4)).map { _ in text() } }

    mutating func wordings() -> LocalizedText {
        LocalizedText(
            (0..<random.below(3)).map { _ in
                LocalizedText.Wording(language: text(), text: text())
            })
    }

    mutating func points() -> Points {
        Points(millionths: Int64(random.below(2_000_000_000)) - 1_000_000_000)
    }

    mutating func time() -> Timestamp {
        let texts = [
            "2026-05-01T18:00:00+08:00", "2024-02-29T23:59Z", "1999-12-31T00:00:00.5-03:30",
        ]
        return Timestamp(texts[random.below(3)]) ?? Timestamp(seconds: 0)
    }

    mutating func submission(_ id: SubmissionID) -> Submission {
        var submission = Submission(id: id, track: TrackID(text()))
        submission.heat = chance(2) ? HeatID(text()) : nil
        submission.region = text()
        submission.titles = wordings()
        submission.abstract = wordings()
        submission.entrant.name = text()
        submission.entrant.organisations = texts()
        for _ in 0..<random.below(4) {
            submission.entrant.members.append(
                .init(name: text(), role: text(), organisation: text()))
        }
        submission.keywords = texts()
        submission.links = texts()
        for _ in 0..<random.below(3) {
            let size = chance(2) ? Int64(random.below(1 << 40)) : nil
            submission.attachments.append(.init(name: text(), size: size, sha256: text()))
        }
        submission.submitted = chance(2) ? time() : nil
        for _ in 0..<random.below(4) { submission.fields[text()] = text() }
        return submission
    }

    mutating func judge(_ id: JudgeID) -> Judge {
        Judge(
            id: id, name: text(), organisations: texts(), region: text(), serves: texts(),
            heats: texts().map { HeatID($0) }, criteria: texts().map { CriterionID($0) },
            expertise: texts(), maximumLoad: chance(2) ? random.below(99) : nil,
            kind: JudgeKind(text()), isSenior: chance(2))
    }

    mutating func sheet(
        _ stage: StageID, _ judge: JudgeID, _ submission: SubmissionID
    ) -> ScoreSheet {
        let marks = (0..<random.below(5)).map { index in
            Mark(
                criterion: CriterionID("\(index) " + text()), value: value(), comment: text(),
                ticks: chance(3) ? texts() : [])
        }
        return ScoreSheet(
            stage: stage, judge: judge, submission: submission, rubricHash: text(),
            confidence: chance(3) ? points() : nil, marks: marks)
    }

    private mutating func value() -> Mark.Value {
        switch random.below(5) {
        case 0: .notApplicable
        case 1: .text
        default: .points(points())
        }
    }

    mutating func decision() -> Decision { Decision(by: text(), at: time(), reason: text()) }

    mutating func stage() -> StageID { StageID(track: TrackID(text()), name: text()) }
}

extension Submission {
    /// The submission as a file has it: without what stands for its entrant in the ledger.
    var asLoaded: Submission {
        var submission = self
        submission.entrant.pseudonym = ""
        return submission
    }
}
