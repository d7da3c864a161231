import Contests
import Formats

/// Brings the sheets of several files together, and tells where they contradict each other.
struct SheetMerger {
    let rules: SheetRules
    var result = CollectedSheets()
    private var found: [CollectedSheet] = []
    /// Where each found sheet belongs in the order of all.
    private var ranks: [Int] = []
    private var toldColumns: Set<Fault> = []
    private var recusals: Set<Recusal> = []

    init(rules: SheetRules) {
        self.rules = rules
    }

    /// Takes what became of one sheet.
    mutating func add(_ check: SheetCheck) {
        for fault in check.faults {
            // What is said of a whole column is said once.
            if let place = fault.place, place.row == nil, !toldColumns.insert(fault).inserted {
                continue
            }
            result.faults.append(fault)
        }
        if check.isRefused { result.refused += 1 }
        if let recusal = check.recusal { recusals.insert(recusal) }
        guard let sheet = check.sheet else { return }
        found.append(sheet)
        ranks.append(rules.rank(of: sheet.sheet))
    }

    mutating func finish() -> CollectedSheets {
        // Whole numbers are sorted, for comparing identifiers takes longer than checking sheets.
        let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, ranks[order[end]] == ranks[order[start]] { end += 1 }
            let sheets = order[start..<end].map { found[$0] }
            if let sheet = decide(sheets) { result.sheets.append(sheet) }
            start = end
        }
        let known = Set(rules.record.recusals)
        result.recusals = recusals.subtracting(known).sorted {
            ($0.stage, $0.judge, $0.submission ?? "", $0.reason)
                < ($1.stage, $1.judge, $1.submission ?? "", $1.reason)
        }
        return result
    }

    /// The sheet that counts of all that came for one pair; none where they contradict each other.
    ///
    /// Equal sheets are one. A sheet that says what is recorded already gives way to one that says
    /// something else: that is a revision. A sheet whose marks all stand in another is an earlier
    /// state of it.
    private mutating func decide(_ sheets: [CollectedSheet]) -> CollectedSheet? {
        if sheets.count == 1 { return sheets[0] }
        var different: [CollectedSheet] = []
        for sheet in sheets where !different.contains(where: { $0.sheet.says(sheet.sheet) }) {
            different.append(sheet)
        }
        let new = different.filter { !$0.isKnown }
        let candidates = new.isEmpty ? different : new
        let fullest = candidates.first { one in
            candidates.allSatisfy { $0.sheet.isPart(of: one.sheet) }
        }
        guard fullest == nil else { return fullest }
        for other in candidates.dropFirst() {
            result.disagreements.append(.init(first: candidates[0], second: other))
            result.faults.append(.disagreement(candidates[0], other))
        }
        result.refused += candidates.count
        return nil
    }
}

extension ScoreSheet {
    /// Whether every mark of this sheet stands in another one too.
    func isPart(of other: ScoreSheet) -> Bool {
        (confidence == nil || confidence == other.confidence)
            && marks.allSatisfy(other.marks.contains)
    }
}
