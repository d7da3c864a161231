import Contests
import Formats

/// What submissions are held against: the contest's tracks and heats.
struct SubmissionContext: Sendable {
    let contest: Contest
    let folder: String
    private let chosenMapping: String?
    /// The heats of each track, over all of its stages.
    private let heats: [String: Set<String>]

    init(_ contest: Contest, folder: String, mapping: String?) {
        self.contest = contest
        self.folder = folder
        chosenMapping = mapping
        heats = Dictionary(
            contest.tracks.map { track in
                (track.id.text, Set(track.stages.flatMap { $0.heats.map(\.id.text) }))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The mapping that a file is read through; none where it is in the contest's own form.
    func mapping(for path: String) -> Mapping? {
        guard let chosenMapping else {
            return contest.mapping(of: .submissions, for: path, in: folder)
        }
        return contest.mappings.first { $0.id == chosenMapping && $0.noun == .submissions }
    }
}

/// A submission while it is put together.
struct SubmissionDraft {
    var submission = Submission(id: "", track: "")
    var submitted = ""
    var line: Int
    var column: Int?
    /// Where in a workbook a field stands, or all of it; none in other files.
    var placeOf: ((SubmissionField?) -> SheetPlace?)?
    var faults: [Fault] = []
    var unknownNames: [String] = []

    init(line: Int, column: Int? = nil) {
        self.line = line
        self.column = column
    }
}

extension SubmissionContext {
    /// Checks a submission that all parts have been put into.
    ///
    /// - Complexity: O(1) where nothing is wrong.
    func finish(_ draft: consuming SubmissionDraft, file: String) -> DecodedSubmission {
        check(&draft, file: file)
        let isGood = draft.faults.allSatisfy { $0.severity != .error }
        return DecodedSubmission(
            submission: isGood ? draft.submission : nil, line: draft.line, faults: draft.faults,
            unknownNames: draft.unknownNames, place: draft.placeOf?(.id))
    }

    private func check(_ draft: inout SubmissionDraft, file: String) {
        let id = draft.submission.id.text
        if let wrong = RecordID.problem(id) {
            draft.tell(file, wrong.problem, wrong.rule, wrong.remedy, in: .id)
        }
        if let heats = heats[draft.submission.track.text] {
            if let heat = draft.submission.heat, !heats.contains(heat.text) {
                tellHeat(heat, heats, &draft, file)
            }
        } else {
            tellTrack(&draft, file)
        }
        if draft.submission.titles.isEmpty {
            draft.tell(
                file, Phrase("the submission \(id.quoted) has no title", "作品 \(id.quoted) 没有标题"),
                Phrase("judges and the public know it by its title", "评委和公众通过标题辨认作品"),
                Phrase("Add one", "请加上标题"))
        }
        guard !draft.submitted.isEmpty else { return }
        if let moment = Timestamp(draft.submitted) {
            draft.submission.submitted = moment
        } else {
            let kind = ValueKind.moment
            draft.tell(
                file,
                Phrase(
                    "the time \(draft.submitted.quoted) of the submission \(id.quoted)",
                    "作品 \(id.quoted) 的提交时间 \(draft.submitted.quoted)"),
                Phrase(
                    "it must be \(kind.expectation.english)", "必须是\(kind.expectation.chinese)"),
                kind.remedy(for: draft.submitted), in: .submitted)
        }
    }

    private func tellTrack(_ draft: inout SubmissionDraft, _ file: String) {
        let (id, track) = (draft.submission.id.text, draft.submission.track.text)
        let names = contest.tracks.map(\.id.text)
        let list = names.phrase()
        draft.tell(
            file,
            track.isEmpty
                ? Phrase("the submission \(id.quoted) names no track", "作品 \(id.quoted) 没有写赛道")
                : Phrase(
                    "the submission \(id.quoted) is in the unknown track \(track.quoted)",
                    "作品 \(id.quoted) 的赛道 \(track.quoted) 不存在"),
            Phrase("the contest has \(list.english)", "竞赛有 \(list.chinese)"),
            .perhaps(track, among: names, otherwise: Phrase("Name one of them", "请写其中之一")),
            in: .track)
    }

    private func tellHeat(
        _ heat: HeatID, _ heats: Set<String>, _ draft: inout SubmissionDraft, _ file: String
    ) {
        let names = heats.sorted { $0.precedesByCodePoint($1) }
        let list = names.phrase()
        let id = draft.submission.id.text
        draft.tell(
            file,
            Phrase(
                "the submission \(id.quoted) is in the unknown heat \(heat.text.quoted)",
                "作品 \(id.quoted) 的赛区 \(heat.text.quoted) 不存在"),
            names.isEmpty
                ? Phrase("its track has no heats", "该赛道没有赛区")
                : Phrase("its track has \(list.english)", "该赛道有 \(list.chinese)"),
            .perhaps(
                heat.text, among: names,
                otherwise: names.isEmpty
                    ? Phrase("Take the heat out, or write it as the region", "请删去赛区，或改写为地区")
                    : Phrase("Name one of them", "请写其中之一")), in: .heat)
    }
}

extension SubmissionDraft {
    mutating func tell(
        _ file: String, _ problem: Phrase, _ rule: Phrase, _ remedy: Phrase,
        in field: SubmissionField? = nil, severity: Fault.Severity = .error
    ) {
        faults.append(
            Fault(
                file: file, line: line, column: column, severity: severity, problem: problem,
                rule: rule, remedy: remedy, place: placeOf?(field)))
    }
}
