public import Computing
public import Contests
public import Formats

/// Files in which judges give their marks: one for each judge, to be filled offline.
public enum SheetFiles {
    /// The form of a file.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        /// A table that spreadsheets open.
        case csv
        /// XML.
        case xml
        /// An Excel workbook: marks, recusals and what the marks mean on a sheet each.
        case xlsx
    }

    /// Writes one file for each judge who has submissions in a stage.
    ///
    /// Every sheet carries the hash of its rubric and a check value, so that one mixed up or edited
    /// is noticed. Submissions that left and pairs with a recusal are left out. The bytes do not
    /// depend on the width.
    ///
    /// - Parameters:
    ///   - folder: Made if it is not there; files of the same name are replaced.
    ///   - sheets: Marks that have come already stand in the files.
    ///   - width: The most threads to use.
    /// - Returns: The files' names within the folder, in ascending order of judge.
    /// - Throws: The faults of the files that could not be written; the others are written.
    /// - Complexity: O(*n* · *c*) for *n* sheets of *c* criteria.
    public static func write(
        contest: Contest, stage: Stage, rubric: Rubric, record: ContestRecord, folder: String,
        format: Format = .csv, language: Language, sheets: [ScoreSheet] = [],
        width: Int = Concurrency.width
    ) throws(FaultList) -> [String] {
        do { try Files.makeFolder(folder) } catch { throw FaultList(error) }
        let packets = packets(contest, stage, rubric, record, sheets)
        let keepsCase =
            differWithoutCase(record.judges.keys.map(\.text))
            && differWithoutCase(contest.stages.map(\.id.description))
        let results = packets.concurrentMap(width: width) { packet -> (String, Fault?) in
            let name = fileName(
                stage: stage.id, judge: packet.judge.id, format: format, keepsCase: keepsCase)
            let path = folder + "/" + name
            do throws(Fault) {
                switch format {
                case .csv: try Files.write(csv(packet, language), to: path)
                case .xml: try Files.write(xml(packet, language), to: path)
                case .xlsx: try SheetWorkbook(packet, language).write(to: path)
                }
                return (name, nil)
            } catch { return (name, error) }
        }
        let faults = FaultList(results.compactMap(\.1))
        try faults.check()
        return results.map(\.0)
    }

    /// What one judge is sent.
    struct Packet: Sendable {
        let contest: Contest
        let stage: Stage
        let rubric: Rubric
        let judge: Judge
        /// The criteria that this judge marks.
        let criteria: [Criterion]
        let submissions: [Submission]
        /// Sheets that have come, by submission.
        let sheets: [SubmissionID: ScoreSheet]

        /// Whether the stage weighs judges by how sure they are.
        var asksForConfidence: Bool {
            sheets.values.contains { $0.confidence != nil }
                || stage.scoring.steps.contains { step in
                    guard case .combine(let combine) = step else { return false }
                    return combine.axis == .judges && combine.method == .weightedMean
                }
        }

        func check(_ submission: SubmissionID) -> CheckValue {
            SheetSeal.check(
                contest: contest.id, stage: stage.id, judge: judge.id, submission: submission,
                rubric: rubric.hash)
        }
    }

    private static func packets(
        _ contest: Contest, _ stage: Stage, _ rubric: Rubric, _ record: ContestRecord,
        _ sheets: [ScoreSheet]
    ) -> [Packet] {
        let recusals = Dictionary(grouping: record.recusals, by: \.judge)
        let pairs = (record.assignments[stage.id] ?? []).filter { pair in
            let own = recusals[pair.judge] ?? []
            return record.exits[pair.submission] == nil
                && !own.contains { $0.covers(pair.submission, in: stage.id) }
        }
        let ofStage = Dictionary(grouping: sheets.filter { $0.stage == stage.id }, by: \.judge)
        let byJudge = Dictionary(grouping: pairs, by: \.judge)
        return byJudge.sorted { $0.key < $1.key }.compactMap { id, pairs in
            guard let judge = record.judges[id] else { return nil }
            let latest = Dictionary(
                (ofStage[id] ?? []).map { ($0.submission, $0) },
                uniquingKeysWith: { $0.revision < $1.revision ? $1 : $0 })
            return Packet(
                contest: contest, stage: stage, rubric: rubric, judge: judge,
                criteria: judge.criteria(of: rubric),
                submissions: pairs.sorted().compactMap { record.submissions[$0.submission] },
                sheets: latest)
        }
    }

    /// Whether ids stay apart on a system that does not tell upper from lower case.
    private static func differWithoutCase(_ ids: [String]) -> Bool {
        Set(ids.map { $0.lowercased() }).count == ids.count
    }

    /// A name that tells stage and judge, safe on every system.
    static func fileName(
        stage: StageID, judge: JudgeID, format: Format, keepsCase: Bool
    ) -> String {
        let parts = [stage.track.text, stage.name, judge.text]
        let name = parts.map { SafePath.safeFileName(for: $0, keepsCase: keepsCase) }
            .joined(separator: ".")
        let isShort = name.utf8.count <= 200
        let stem = isShort ? name : SafePath.safeFileName(for: parts.joined(separator: "/"))
        return "\(stem).\(format.rawValue)"
    }
}
