import Assigning
import Contests
import Formats
import Numbers

/// Reads the tables of affinities and bids that a stage names.
struct AffinityTables {
    private(set) var given = GivenAffinities()
    private(set) var faults = FaultList()

    /// The largest number that an affinity may come to in whole units.
    private static let greatest = 1 << 28

    init(affinity: String?, bids: String?) {
        if let affinity { readAffinities(affinity) }
        if let bids { readBids(bids) }
    }

    private mutating func readAffinities(_ path: String) {
        var values: [(pair: Assignment, value: Points, row: CSVRow, column: Int)] = []
        read(path, column: ["affinity", "匹配度"], name: "affinity") { pair, row, column in
            let cell = row.trimmed(column)
            guard let value = try? Points(parsing: cell) else {
                return Phrase("'\(cell.shown)' is no decimal", "'\(cell.shown)' 不是小数")
            }
            values.append((pair, value, row, column))
            return nil
        }
        let decimals = values.map { Self.decimals(of: $0.value) }.max() ?? 0
        let unit = (0..<decimals).reduce(1) { power, _ in power * 10 }
        var matrix: [Assignment: Int] = [:]
        for (pair, value, row, column) in values {
            let whole = value.millionths / Int64(1_000_000 / unit)
            guard whole.magnitude <= Self.greatest else {
                tell(
                    path, row.line, place: row.place(column),
                    Phrase("the affinity \(value)", "匹配度 \(value)"),
                    Phrase(
                        "with \(decimals) decimals it may be \(Self.greatest / unit) at most",
                        "保留 \(decimals) 位小数时最大为 \(Self.greatest / unit)"))
                continue
            }
            matrix[pair] = Int(whole)
        }
        given.matrix = matrix
        given.decimals = decimals
    }

    private static func decimals(of value: Points) -> Int {
        let text = value.description
        guard let point = text.firstIndex(of: ".") else { return 0 }
        return text.distance(from: point, to: text.endIndex) - 1
    }

    private mutating func readBids(_ path: String) {
        let words: [String: GivenAffinities.Bid] = [
            "willing": .willing, "愿意": .willing, "neutral": .neutral, "中立": .neutral,
            "": .neutral, "unwilling": .unwilling, "不愿意": .unwilling,
        ]
        var bids: [Assignment: GivenAffinities.Bid] = [:]
        read(path, column: ["bid", "意愿"], name: "bid") { pair, row, column in
            let cell = row.trimmed(column)
            guard let bid = words[cell.lowercased()] else {
                return Phrase(
                    "'\(cell.shown)' is not willing, neutral or unwilling",
                    "'\(cell.shown)' 不是 willing、neutral 或 unwilling")
            }
            bids[pair] = bid
            return nil
        }
        given.bids = bids
    }

    /// Reads a table of judge, submission and something about them.
    ///
    /// - Parameter take: Takes a row, or says what is wrong with it.
    private mutating func read(
        _ path: String, column names: [String], name: String,
        take: (Assignment, CSVRow, Int) -> Phrase?
    ) {
        let search = TableSearch(needed: [["judge", "评委"], ["submission", "作品"], names])
        let table = CSVTable(path: path, search: search)
        faults.append(contentsOf: table.faults)
        guard let header = table.header else { return }
        guard let judge = header.index(of: ["judge", "评委"]),
            let submission = header.index(of: ["submission", "作品"]),
            let value = header.index(of: names)
        else {
            tell(
                path, 1, place: header.place(),
                Phrase(
                    "the columns judge, submission and \(name) are not all there",
                    "缺少 judge、submission 或 \(name) 列"),
                Phrase("each row is about a judge and a submission", "每行涉及一位评委和一件作品"))
            return
        }
        var seen: [Assignment: RowName] = [:]
        for row in table.rows {
            let pair = Assignment(
                judge: JudgeID(row.trimmed(judge)),
                submission: SubmissionID(row.trimmed(submission)))
            if let earlier = seen[pair]?.phrase {
                tell(
                    path, row.line, place: row.place(judge),
                    Phrase(
                        "'\(pair.judge.text.shown)' and '\(pair.submission.text.shown)' again",
                        "'\(pair.judge.text.shown)' 与 '\(pair.submission.text.shown)' 重复"),
                    Phrase("\(earlier.english) has them already", "\(earlier.chinese)已有"))
                continue
            }
            seen[pair] = row.name
            if let problem = take(pair, row, value) {
                tell(
                    path, row.line, place: row.place(value), problem,
                    Phrase("no other value can be counted", "其他值无法计算"))
            }
        }
    }

    private mutating func tell(
        _ file: String, _ line: Int, place: SheetPlace? = nil, _ problem: Phrase, _ rule: Phrase
    ) {
        faults.append(
            Fault(
                file: file, line: line, problem: problem, rule: rule,
                remedy: Phrase("Correct the table", "请改正该表"), place: place))
    }
}

extension Organizer {
    /// The tables of affinities and bids that a stage names.
    func given(for stage: Stage) throws(Refusal) -> GivenAffinities {
        let aims = stage.panel.aims
        guard aims.affinityFile != nil || aims.bidsFile != nil else { return GivenAffinities() }
        let tables = AffinityTables(
            affinity: aims.affinityFile.map(folder.inside), bids: aims.bidsFile.map(folder.inside))
        guard !tables.faults.hasErrors else { throw Refusal(tables.faults) }
        return tables.given
    }
}
