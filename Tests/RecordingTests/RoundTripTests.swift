import Contests
import Numbers
import Recording
import TestSupport
import Testing

/// What is recorded is read back as it was, whatever characters it holds.
@Suite(.onEachEngine(share: 8))
struct RoundTripTests {
    let ledger: Ledger
    let work: Workplace

    init() throws {
        work = try Workplace()
        ledger = try work.open()
    }

    /// Strings that look alike are equal in Swift; a ledger keeps the code points.
    private func scalars(_ value: some Any) -> [UInt32] {
        String(reflecting: value).unicodeScalars.map(\.value)
    }

    @Test(arguments: SeededCases(60))
    func `a submission and a judge come back to the code point`(_ case: SeededCases.Case) throws {
        var nouns = RandomNouns(random: `case`.random)
        var submission = nouns.submission(SubmissionID(nouns.text()))
        let judge = nouns.judge(JudgeID(nouns.text()))
        try ledger.record([submission], from: [], by: nouns.text(), at: nouns.time())
        try ledger.record([judge], from: [], by: nouns.text(), at: nouns.time())
        let record = try ledger.contestRecord()
        var found = try #require(record.submissions[submission.id])
        #expect(found.entrant.pseudonym.isEmpty == (submission.entrant.identity == nil))
        found = found.asLoaded
        #expect(found == submission)
        #expect(try scalars(#require(record.judges[judge.id])) == scalars(judge))
        submission.fields = [:]  // a dictionary is shown in no fixed order
        found.fields = [:]
        #expect(scalars(found) == scalars(submission))
    }

    @Test(arguments: SeededCases(60))
    func `sheets come back to the code point`(_ case: SeededCases.Case) throws {
        var nouns = RandomNouns(random: `case`.random)
        let stage = nouns.stage()
        let sheets = (0..<5).map {
            nouns.sheet(stage, JudgeID(nouns.text() + "\($0)"), SubmissionID(nouns.text()))
        }
        let source = nouns.text()
        for _ in 1...2 {
            try ledger.record(
                sheets, from: SourceFile(name: source, sha256: nouns.text()), by: "x",
                at: nouns.time())
        }
        let found = try ledger.recordedSheets(of: stage)
        #expect(found.allSatisfy { $0.source == source && $0.fact == 1 })
        let sorted = sheets.sorted { ($0.submission, $0.judge) < ($1.submission, $1.judge) }
        #expect(scalars(found.map(\.sheet)) == scalars(sorted))
        #expect(try scalars(ledger.sheets(of: stage)) == scalars(sorted))
    }

    @Test(arguments: SeededCases(40))
    func `every kind of fact comes back to the code point`(_ case: SeededCases.Case) throws {
        var nouns = RandomNouns(random: `case`.random)
        let by = nouns.text()
        let at = nouns.time()
        let acts = acts(&nouns)
        try ledger.record(by: by, at: at) { appender in
            for act in acts { try appender.append(again: act) }
        }
        let facts = try ledger.facts()
        #expect(scalars(facts.map(\.act)) == scalars(acts))
        #expect(facts.map(\.sequence) == Array(1...acts.count))
    }

    private func acts(_ nouns: inout RandomNouns) -> [Act] {
        let submission = SubmissionID(nouns.text())
        let scopes: [Leaderboard.Scope] = [
            .overall, .stage(nouns.stage()), .track(TrackID(nouns.text())),
        ]
        return [
            .exit(submission, .withdrawn(nouns.decision())),
            .exit(submission, .disqualified(nouns.decision())),
            .adjustment(
                Adjustment(
                    stage: nouns.stage(), submission: submission,
                    judge: nouns.chance(2) ? nil : JudgeID(nouns.text()), points: nouns.points(),
                    decision: nouns.decision())),
            .reconsideration(
                Reconsideration(
                    stage: nouns.stage(), submission: submission, judge: JudgeID(nouns.text()),
                    score: nouns.points(), decision: nouns.decision())),
            .confirmation(of: 5, nouns.decision()),
            .appeal(
                Appeal(
                    submission: submission, stage: nouns.stage(), decision: nouns.decision())),
            .appealOutcome(
                of: 7, Appeal.Outcome(isUpheld: nouns.chance(2), decision: nouns.decision())),
            .override(
                Override(
                    submission: submission, setting: .place(3, in: nouns.stage()),
                    decision: nouns.decision())),
            .override(
                Override(
                    submission: submission, setting: .award(AwardID(nouns.text())),
                    decision: nouns.decision())),
            .override(
                Override(
                    submission: submission, setting: .award(nil), decision: nouns.decision())),
            .closing(nouns.stage(), nouns.decision()),
            .reopening(nouns.stage(), nouns.decision()),
            .remark(subject: nouns.text(), text: nouns.text()),
        ]
            + scopes.map {
                .ranking(
                    Ranking(
                        scope: $0, isOfficial: nouns.chance(2), sha256: nouns.text(),
                        rule: nouns.text(), engine: nouns.text()))
            }
            + scopes.map {
                .publication(
                    Publication(
                        scope: $0, view: nouns.text(),
                        file: SourceFile(name: nouns.text(), sha256: nouns.text())))
            }
    }

    @Test(arguments: [
        Int64(0), 1, -1, 999_999, -1_000_000, 100_000, 12_500_000, 999_999_999_999_999_999,
        -999_999_999_999_999_999, .max, .min + 2,
    ])
    func `a mark comes back exactly`(millionths: Int64) throws {
        let points = Points(millionths: millionths)
        var sheet = Some.sheet()
        sheet.marks = [Mark(criterion: "c", value: .points(points))]
        sheet.confidence = points
        try ledger.record([sheet], from: Some.file, by: "x", at: Some.at)
        #expect(try ledger.sheets(of: Some.stage) == [sheet])
        #expect(try ledger.marks(of: Some.stage, criteria: ["c"]).cells == [millionths])
    }

    @Test func `identifiers that only look alike are two`() throws {
        let composed = SubmissionID("caf\u{E9}")
        let decomposed = SubmissionID("cafe\u{301}")
        try ledger.record(
            [composed, decomposed].map { Submission(id: $0, track: "green") }, from: [], by: "x",
            at: Some.at)
        try ledger.record(
            [Some.sheet("J1", composed), Some.sheet("J1", decomposed)], from: Some.file, by: "x",
            at: Some.at)
        #expect(try ledger.contestRecord().submissions.count == 2)
        #expect(try ledger.sheets(of: Some.stage).count == 2)
        #expect(try ledger.marks(of: Some.stage, criteria: []).submissions.count == 2)
    }

    /// What holds U+0000, and how the error names its place.
    static let nul: [(@Sendable (Ledger) throws -> Void, String)] = [
        ({ try record($0, Submission(id: "S\0", track: "green")) }, "submission S\0"),
        ({ try record($0, Submission(id: "S1", track: "green", region: "\0")) }, "submission S1"),
        (
            { try record($0, Submission(id: "S1", track: "t", entrant: Entrant(name: "a\0b"))) },
            "submission S1"
        ),
        (
            { try $0.record([Judge(id: "J1", name: "\0")], from: [], by: "x", at: Some.at) },
            "judge J1"
        ),
        ({ try collect($0, Some.sheet("J\0")) }, "judge"),
        ({ try collect($0, Some.sheet("J1", "S\0")) }, "submission"),
        ({ try collect($0, Some.sheet(comment: "\0")) }, "comment"),
        (
            {
                try $0.record(
                    [Recusal(judge: "J1", stage: Some.stage, reason: "\0")], by: "x", at: Some.at)
            }, "reason"
        ),
        (
            {
                try $0.record(
                    [Conflict(judge: "J\0", target: .region("x"))], isComplete: true, from: [],
                    by: "x", at: Some.at)
            }, "conflict"
        ),
        ({ try $0.record(remark: "\0", about: "", by: "x", at: Some.at) }, "remark"),
        ({ try $0.record(remark: "x", about: "", by: "\0", at: Some.at) }, "remark"),
        (
            { try $0.record(admissionsTo: Some.final, ["\0"], by: "x", at: Some.at) }, "submission"
        ),
    ]

    @Test(arguments: nul.indices)
    func `the character U+0000 is refused, and nothing is recorded`(index: Int) throws {
        let (record, place) = Self.nul[index]
        #expect(throws: LedgerError.nulCharacter(in: place)) { try record(ledger) }
        #expect(try ledger.facts().isEmpty)
        #expect(try work.number("SELECT count(*) FROM personal") == 0)
    }

    private static func record(_ ledger: Ledger, _ submission: Submission) throws {
        try ledger.record([submission], from: [], by: "x", at: Some.at)
    }

    private static func collect(_ ledger: Ledger, _ sheet: ScoreSheet) throws {
        try ledger.record([sheet], from: Some.file, by: "x", at: Some.at)
    }
}

extension Appender {
    /// Appends an act that was read.
    fileprivate mutating func append(again act: Act) throws {
        switch act {
        case .exit(let submission, let exit): append(exit, of: submission)
        case .adjustment(let adjustment): append(adjustment)
        case .reconsideration(let reconsideration): append(reconsideration)
        case .override(let override): append(override)
        case .confirmation(let fact, let decision): append(confirmationOf: fact, decision)
        case .appeal(let appeal): _ = append(appeal)
        case .appealOutcome(let fact, let outcome): append(outcome, ofAppeal: fact)
        case .closing(let stage, let decision): append(closing: stage, decision)
        case .reopening(let stage, let decision): append(reopening: stage, decision)
        case .ranking(let ranking): try append(ranking)
        case .publication(let publication): append(publication)
        case .remark(let subject, let text): append(remark: text, about: subject)
        default: break
        }
    }
}
