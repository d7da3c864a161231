extension CriterionMarks {
    /// Adds up the sheets that begin in a run of marks, and sorts them into parts by submission.
    func run(
        _ rows: Range<Int>, partSize: Int
    ) throws(StandardisationRefusal) -> SheetScores.Run {
        let partCount = submissionCount / partSize + 1
        var run = SheetScores.Run(
            parts: [[SheetScores.Sheet]](repeating: [], count: partCount),
            sums: [SheetScores.Sums](repeating: SheetScores.Sums(), count: judgeCount))
        let sheets = try sheets(rows)
        for part in 0..<partCount { run.parts[part].reserveCapacity(sheets.count * 2 / partCount) }
        run.sums.withUnsafeMutableBufferPointer { sums in
            for sheet in sheets {
                let total = Int(sheet.total)
                sums[Int(sheet.judge)].count &+= 1
                sums[Int(sheet.judge)].total &+= total
                sums[Int(sheet.judge)].squares &+= total &* total
            }
        }
        for sheet in sheets { run.parts[Int(sheet.submission) / partSize].append(sheet) }
        return run
    }

    /// The sheets that begin in a run of marks, in order.
    private func sheets(_ rows: Range<Int>) throws(StandardisationRefusal) -> [SheetScores.Sheet] {
        var refused: Int?
        // Each complete sheet takes as many rows as there are criteria.
        let most = rows.count / weights.count + 1
        let sheets = [SheetScores.Sheet](unsafeUninitializedCapacity: most) { slots, count in
            withColumns { columns in
                var row = rows.lowerBound
                // The run before takes the sheet that stands across the border.
                while row > 0, row < rows.upperBound, columns.continues(row) { row += 1 }
                while row < rows.upperBound {
                    guard let sheet = columns.sheet(at: row) else {
                        refused = row
                        return
                    }
                    slots.initializeElement(at: count, to: sheet)
                    count += 1
                    row += columns.criterionCount
                }
            }
        }
        if let refused { throw refusal(at: refused) }
        return sheets
    }

    /// Why the marks from a row on are no sheet.
    private func refusal(at row: Int) -> StandardisationRefusal {
        for mark in row..<min(row + weights.count, steps.count) {
            let isKnown =
                (0..<submissionCount).contains(Int(submissions[mark]))
                && (0..<judgeCount).contains(Int(judges[mark]))
                && (0..<weights.count).contains(Int(criteria[mark]))
            guard isKnown else { return .unknown(mark: mark) }
        }
        return .incompleteSheet(submission: Int(submissions[row]), judge: Int(judges[row]))
    }

    private func withColumns(_ body: (MarkPointers) -> Void) {
        submissions.withUnsafeBufferPointer { submissions in
            judges.withUnsafeBufferPointer { judges in
                criteria.withUnsafeBufferPointer { criteria in
                    steps.withUnsafeBufferPointer { steps in
                        weights.withUnsafeBufferPointer { weights in
                            body(
                                MarkPointers(
                                    submissions: submissions, judges: judges, criteria: criteria,
                                    steps: steps, weights: weights,
                                    submissionCount: UInt32(submissionCount),
                                    judgeCount: UInt32(judgeCount)))
                        }
                    }
                }
            }
        }
    }
}

/// The columns where they lie in memory: ten million marks are looked at without further checks of
/// bounds than those that are written here.
private struct MarkPointers {
    let submissions: UnsafeBufferPointer<Int32>
    let judges: UnsafeBufferPointer<Int32>
    let criteria: UnsafeBufferPointer<Int8>
    let steps: UnsafeBufferPointer<Int16>
    let weights: UnsafeBufferPointer<Int32>
    let submissionCount: UInt32
    let judgeCount: UInt32

    var criterionCount: Int { weights.count }

    /// Whether a mark, not the first, is of the same sheet as the one before.
    @inline(__always)
    func continues(_ row: Int) -> Bool {
        submissions[row] == submissions[row &- 1] && judges[row] == judges[row &- 1]
    }

    /// The sheet whose marks begin at a row; none if these are not exactly one for each criterion.
    @inline(__always)
    func sheet(at start: Int) -> SheetScores.Sheet? {
        let end = start &+ weights.count
        let (submission, judge) = (submissions[start], judges[start])
        guard end <= steps.count, UInt32(bitPattern: submission) < submissionCount,
            UInt32(bitPattern: judge) < judgeCount
        else { return nil }
        var total: Int32 = 0
        var seen: UInt32 = 0
        for row in start..<end {
            let criterion = Int(criteria[row])
            guard criterion >= 0, criterion < weights.count, submissions[row] == submission,
                judges[row] == judge
            else { return nil }
            total &+= weights[criterion] &* Int32(steps[row])
            seen |= 1 << UInt32(truncatingIfNeeded: criterion)
        }
        // As many marks as criteria and all criteria seen: each once.
        guard seen == UInt32.max >> UInt32(32 &- weights.count) else { return nil }
        // A further mark of the same sheet begins another that cannot be complete.
        return SheetScores.Sheet(submission: submission, judge: judge, total: total)
    }
}
