public import Contests
public import Formats

/// A column of the table of conflicts.
enum ConflictColumn: String, TableColumn {
    case judge, submission, organisation, region, reason

    var aliases: [String] {
        switch self {
        case .judge: ["评委", "评委编号"]
        case .submission: ["作品", "作品编号"]
        case .organisation: ["organization", "单位", "工作单位"]
        case .region: ["地区"]
        case .reason: ["原因"]
        }
    }
}

/// Reads the table of conflicts of interest.
public enum ConflictReader {
    /// Reads conflicts from CSV or a workbook; one with an error is left out. No file means no
    /// conflicts.
    ///
    /// - Parameters:
    ///   - path: The file to open.
    ///   - file: The path that faults name.
    ///   - contest: The contest, for its mappings.
    ///   - judges: The judges that conflicts may name.
    ///   - submissions: The submissions that conflicts may name; none where they are not known.
    /// - Returns: The conflicts in the order of the file, each once, and every fault.
    public static func read(
        path: String, file: String, contest: Contest, judges: [Judge],
        submissions: Set<SubmissionID>? = nil
    ) -> (conflicts: [Conflict], faults: FaultList) {
        guard Files.exists(path) else { return ([], FaultList()) }
        let search = TableColumns<ConflictColumn>.search(
            needed: [.judge], mapping: contest.mapping(of: .conflicts, for: file))
        return read(
            CSVTable(path: path, file: file, search: search), file: file, contest: contest,
            judges: judges,
            submissions: submissions)
    }

    /// Reads conflicts from the bytes of a CSV file.
    public static func read(
        bytes: [UInt8], file: String, contest: Contest, judges: [Judge],
        submissions: Set<SubmissionID>? = nil
    ) -> (conflicts: [Conflict], faults: FaultList) {
        read(
            CSVTable(bytes: bytes, file: file), file: file, contest: contest, judges: judges,
            submissions: submissions)
    }

    private static func read(
        _ table: CSVTable, file: String, contest: Contest, judges: [Judge],
        submissions: Set<SubmissionID>?
    ) -> (conflicts: [Conflict], faults: FaultList) {
        guard let header = table.header else { return ([], table.faults) }
        let columns = TableColumns<ConflictColumn>(
            header, needed: [.judge], file: file,
            mapping: contest.mapping(of: .conflicts, for: file))
        var builder = ConflictBuilder(
            file: file, columns: columns, judges: Set(judges.map(\.id.text)),
            submissions: submissions.map { Set($0.map(\.text)) })
        builder.faults.append(contentsOf: table.faults)
        builder.faults.append(contentsOf: columns.faults)
        guard columns.has(.judge) else { return ([], builder.faults) }
        for row in table.rows { builder.read(row) }
        return (builder.conflicts, builder.faults)
    }
}

/// Makes conflicts of rows.
private struct ConflictBuilder {
    let file: String
    let columns: TableColumns<ConflictColumn>
    let judges: Set<String>
    let submissions: Set<String>?
    var conflicts: [Conflict] = []
    var faults = FaultList()
    private var seen: [Conflict: RowName] = [:]

    init(
        file: String, columns: TableColumns<ConflictColumn>, judges: Set<String>,
        submissions: Set<String>?
    ) {
        self.file = file
        self.columns = columns
        self.judges = judges
        self.submissions = submissions
    }

    mutating func read(_ row: CSVRow) {
        let judge = columns.cell(.judge, of: row)
        let isKnown = check(judge, .judge, in: judges, row, Phrase("judge", "评委"))
        guard let target = target(row), isKnown else { return }
        let conflict = Conflict(
            judge: JudgeID(judge), target: target, reason: columns.cell(.reason, of: row))
        var same = conflict
        same.reason = ""
        if let earlier = seen[same]?.phrase {
            tell(
                row, Phrase("the conflict stands again", "该回避关系重复"),
                Phrase("\(earlier.english) has it already", "\(earlier.chinese)已有"),
                Phrase("Take one of the lines out", "请删去其中一行"), severity: .warning)
            return
        }
        seen[same] = row.name
        conflicts.append(conflict)
    }

    private mutating func target(_ row: CSVRow) -> Conflict.Target? {
        let submission = columns.cell(.submission, of: row)
        let organisation = columns.cell(.organisation, of: row)
        let region = columns.cell(.region, of: row)
        let given = [submission, organisation, region].count { !$0.isEmpty }
        guard given == 1 else {
            tell(
                row,
                given == 0
                    ? Phrase("the conflict names nothing to avoid", "该行没有写明回避对象")
                    : Phrase("the conflict names \(given) things to avoid", "该行写了 \(given) 个回避对象"),
                Phrase(
                    "a line has exactly one of submission, organisation and region",
                    "每行只能有作品、单位、地区中的一个"),
                given == 0
                    ? Phrase("Fill one of them in", "请填写其中一个")
                    : Phrase("Write a line for each", "请各写一行"))
            return nil
        }
        if !organisation.isEmpty { return .organisation(organisation) }
        if !region.isEmpty { return .region(region) }
        if let submissions {
            let noun = Phrase("submission", "作品")
            guard check(submission, .submission, in: submissions, row, noun) else { return nil }
        }
        return .submission(SubmissionID(submission))
    }

    /// Whether an identifier is known; tells one that is not.
    private mutating func check(
        _ id: String, _ column: ConflictColumn, in known: Set<String>, _ row: CSVRow, _ noun: Phrase
    ) -> Bool {
        guard !known.contains(id) else { return true }
        let near = known.count <= 5_000 ? NearestName.of(id, among: known.sorted()) : nil
        let habit = SpreadsheetHabits.suspectIdentifier(id, known: known)
        tell(
            row,
            id.isEmpty
                ? Phrase("the line names no \(noun.english)", "该行没有写\(noun.chinese)")
                : Phrase(
                    "there is no \(noun.english) \(id.quoted)", "没有\(noun.chinese) \(id.quoted)"),
            habit ?? Phrase("a conflict is between what is there", "回避关系只涉及已有的评委和作品"),
            near.map { Phrase("Perhaps \($0) is meant", "也许应为 \($0)") }
                ?? Phrase("Correct the id", "请改正编号"), in: column)
        return false
    }

    private mutating func tell(
        _ row: CSVRow, _ problem: Phrase, _ rule: Phrase, _ remedy: Phrase,
        in column: ConflictColumn? = nil, severity: Fault.Severity = .error
    ) {
        faults.append(
            Fault(
                file: file, line: row.line, severity: severity, problem: problem, rule: rule,
                remedy: remedy, place: columns.place(column, of: row)))
    }
}
