public import Contests
public import Formats
import Numbers

/// A column of the table of judges.
enum JudgeColumn: String, TableColumn {
    case id, name, organisation, region, tracks, heats, criteria, expertise, load, kind, senior,
        reserve

    var aliases: [String] {
        switch self {
        case .id: ["judge", "编号", "评委编号", "评委"]
        case .name: ["姓名"]
        case .organisation: ["organisations", "organization", "单位", "工作单位"]
        case .region: ["地区"]
        case .tracks: ["track", "赛道"]
        case .heats: ["heat", "赛区"]
        case .criteria: ["criterion", "指标"]
        case .expertise: ["专长", "领域"]
        case .load: ["maximum load", "上限", "评审上限"]
        case .kind: ["类别"]
        case .senior: ["组长"]
        case .reserve: ["候补"]
        }
    }
}

/// Reads the table of judges.
public enum JudgeReader {
    /// Reads judges from CSV or a workbook; a judge with an error is left out.
    ///
    /// - Parameters:
    ///   - path: The file to open.
    ///   - file: The path that faults name.
    ///   - contest: The contest, for its tracks, heats and mappings.
    ///   - rubrics: The rubrics whose criteria and groups a judge may be limited to; any name
    ///     where nothing.
    /// - Returns: The judges in the order of the file, and every fault.
    public static func read(
        path: String, file: String, contest: Contest, rubrics: [Rubric]? = nil
    ) -> (judges: [Judge], faults: FaultList) {
        let search = TableColumns<JudgeColumn>.search(
            needed: [.id], mapping: contest.mapping(of: .judges, for: file))
        return read(
            CSVTable(path: path, file: file, search: search), file: file, contest: contest,
            rubrics: rubrics)
    }

    /// Reads judges from the bytes of a CSV file.
    public static func read(
        bytes: [UInt8], file: String, contest: Contest, rubrics: [Rubric]? = nil
    ) -> (judges: [Judge], faults: FaultList) {
        read(CSVTable(bytes: bytes, file: file), file: file, contest: contest, rubrics: rubrics)
    }

    private static func read(
        _ table: CSVTable, file: String, contest: Contest, rubrics: [Rubric]?
    ) -> (judges: [Judge], faults: FaultList) {
        guard let header = table.header else { return ([], table.faults) }
        let mapping = contest.mapping(of: .judges, for: file)
        let columns = TableColumns<JudgeColumn>(
            header, needed: [.id], file: file, mapping: mapping)
        var builder = JudgeBuilder(
            file: file, columns: columns, contest: contest, rubrics: rubrics)
        builder.faults.append(contentsOf: table.faults)
        builder.faults.append(contentsOf: columns.faults)
        guard columns.has(.id) else { return ([], builder.faults) }
        for row in table.rows { builder.read(row) }
        return (builder.judges, builder.faults)
    }
}

/// Makes judges of rows.
private struct JudgeBuilder {
    let file: String
    let columns: TableColumns<JudgeColumn>
    let places: [String]
    let heats: [String]
    /// Names of criteria and of their groups; nothing where any may be meant.
    let criteria: [String]?
    var judges: [Judge] = []
    var faults = FaultList()
    private var rows: [JudgeID: RowName] = [:]
    private var hasError = false

    init(
        file: String, columns: TableColumns<JudgeColumn>, contest: Contest, rubrics: [Rubric]?
    ) {
        self.file = file
        self.columns = columns
        places = contest.tracks.map(\.id.text) + contest.stages.map(\.id.description)
        heats = contest.stages.flatMap { $0.heats.map(\.id.text) }
        let names = rubrics?.flatMap { rubric in
            rubric.groups.map(\.id.text) + rubric.criteria.map(\.id.text)
        }
        criteria = names.map { Set($0).sorted { $0.precedesByCodePoint($1) } }
    }

    mutating func read(_ row: CSVRow) {
        hasError = false
        let id = JudgeID(columns.cell(.id, of: row))
        if let wrong = RecordID.problem(id.text) {
            tell(row, wrong.problem, wrong.rule, wrong.remedy, in: .id)
        }
        if !id.text.isEmpty, let earlier = rows[id] { tellDuplicate(row, id, earlier.phrase) }
        var judge = Judge(
            id: id, name: columns.cell(.name, of: row),
            organisations: columns.list(.organisation, of: row),
            region: columns.cell(.region, of: row), serves: served(row), heats: heats(row),
            criteria: ownCriteria(row),
            expertise: columns.list(.expertise, of: row), maximumLoad: load(row), kind: kind(row),
            isSenior: flag(.senior, Phrase("senior", "组长"), row))
        judge.isReserve = flag(.reserve, Phrase("reserve", "候补"), row)
        guard !hasError else { return }
        rows[id] = row.name
        judges.append(judge)
    }

    private mutating func tell(
        _ row: CSVRow, _ problem: Phrase, _ rule: Phrase, _ remedy: Phrase,
        in column: JudgeColumn? = nil, severity: Fault.Severity = .error
    ) {
        hasError = hasError || severity == .error
        faults.append(
            Fault(
                file: file, line: row.line, severity: severity, problem: problem, rule: rule,
                remedy: remedy, place: columns.place(column, of: row)))
    }

    private mutating func tellDuplicate(_ row: CSVRow, _ id: JudgeID, _ earlier: Phrase) {
        tell(
            row,
            Phrase("the judge \(id.text.quoted) again", "评委 \(id.text.quoted) 重复"),
            Phrase(
                "\(earlier.english) has the same id, and is kept",
                "\(earlier.chinese)已有该编号，保留该行"),
            Phrase("Give one of them another id, or take it out", "请为其中一个另取编号，或删去"),
            in: .id)
    }

    private mutating func served(_ row: CSVRow) -> [String] {
        let names = columns.list(.tracks, of: row)
        for name in names where !places.contains(name) {
            tellUnknown(
                row, .tracks, name, among: places, Phrase("track or TRACK/STAGE", "赛道或“赛道/阶段”"))
        }
        return names
    }

    private mutating func heats(_ row: CSVRow) -> [HeatID] {
        let names = columns.list(.heats, of: row)
        for name in names where !heats.contains(name) {
            tellUnknown(row, .heats, name, among: heats, Phrase("heat", "赛区"))
        }
        return names.map { HeatID($0) }
    }

    private mutating func ownCriteria(_ row: CSVRow) -> [CriterionID] {
        let names = columns.list(.criteria, of: row)
        if let criteria {
            for name in names where !criteria.contains(name) {
                tellUnknown(row, .criteria, name, among: criteria, Phrase("criterion", "指标"))
            }
        }
        return names.map { CriterionID($0) }
    }

    private mutating func tellUnknown(
        _ row: CSVRow, _ column: JudgeColumn, _ name: String, among names: [String],
        _ noun: Phrase
    ) {
        let list = names.phrase()
        tell(
            row,
            Phrase(
                "there is no \(noun.english) \(name.quoted)", "没有\(noun.chinese) \(name.quoted)"),
            names.isEmpty
                ? Phrase("the contest has none", "竞赛没有\(noun.chinese)")
                : Phrase("the contest has \(list.english)", "竞赛有 \(list.chinese)"),
            .perhaps(name, among: names, otherwise: Phrase("Correct the name", "请改正名称")),
            in: column)
    }

    private mutating func load(_ row: CSVRow) -> Int? {
        let text = columns.cell(.load, of: row)
        guard !text.isEmpty else { return nil }
        guard let number = SpreadsheetHabits.normalisedNumber(text), let load = Int(number.text),
            load >= 0
        else {
            tell(
                row, Phrase("the load \(text.quoted)", "上限 \(text.quoted)"),
                Phrase("it must be a whole number of submissions", "必须是整数件作品"),
                Phrase("Correct it, or leave it empty", "请改正，或留空"), in: .load)
            return nil
        }
        if !number.habits.isEmpty {
            let habits = number.habits.map(\.phrase)
            tell(
                row, Phrase("\(text.quoted) was read as \(load)", "\(text.quoted) 按 \(load) 读取"),
                Phrase(
                    habits.map(\.english).joined(separator: ", "),
                    habits.map(\.chinese).joined(separator: "，")), .none, in: .load,
                severity: .note)
        }
        return load
    }

    private func kind(_ row: CSVRow) -> JudgeKind {
        let text = columns.cell(.kind, of: row)
        return text.isEmpty ? "expert" : JudgeKind(text)
    }

    private mutating func flag(_ column: JudgeColumn, _ name: Phrase, _ row: CSVRow) -> Bool {
        let text = columns.cell(column, of: row)
        switch text.foldedForLookup {
        case "", "no", "n", "否", "0", "false": return false
        case "yes", "y", "是", "1", "true", name.chinese: return true
        default:
            tell(
                row,
                Phrase("\(name.english) is \(text.quoted)", "\(name.chinese)为 \(text.quoted)"),
                Phrase("it must be yes or no", "必须是 yes 或 no（是或否）"),
                Phrase("Correct it", "请改正"), in: column)
            return false
        }
    }
}
