public import Contests
public import Formats
import Judging
import Publishing
import Scoring

extension Organizer {
    /// Writes one file for each judge, to be filled offline.
    public func writeSheets(
        of id: StageID, to path: String, as form: SheetFileForm, language: Language
    ) throws(Refusal) -> Report {
        let stage = try stage(id)
        let rubric = try rubric(of: stage)
        let record = try record()
        do {
            let written = try SheetFiles.write(
                contest: contest, stage: stage, rubric: rubric, record: record, folder: path,
                format: form.format, language: language, sheets: try ledger.sheets(of: id))
            return Report(lines: [
                Phrase(
                    "\(written.count) sheet file(s) written to \(path)",
                    "已在 \(path) 生成 \(written.count) 份评分表")
            ])
        } catch { throw Refusal(wrapping: error) }
    }

    /// Reads filled sheets into the record; good sheets in a bad file are kept.
    ///
    /// - Parameters:
    ///   - stage: The stage of files that do not name one.
    ///   - allowsLate: Whether sheets past the deadline are accepted; recorded.
    public func collect(
        paths: [String], stage: StageID? = nil, allowsLate: Bool = false, receipts: String? = nil
    ) throws(Refusal) -> Report {
        if let stage { _ = try self.stage(stage) }
        let record = try record()
        do {
            let collector = SheetCollector(
                contest: contest, rubrics: folder.rubrics, record: record,
                existing: try existingSheets(record), stage: stage, now: now,
                allowsLate: allowsLate)
            let collected = collector.collect(paths: paths)
            var report = try keep(collected, allowsLate: allowsLate)
            guard let receipts else { return report }
            for id in Set(collected.sheets.map(\.sheet.stage)).sorted() {
                let judges = Set(
                    collected.sheets.filter { $0.sheet.stage == id }.map(\.sheet.judge))
                report.lines.append(try writeReceipts(of: id, judges: judges, to: receipts))
            }
            return report
        } catch { throw Refusal(wrapping: error) }
    }

    /// The latest sheets of every stage that is open, to see what a collected one changes.
    private func existingSheets(_ record: ContestRecord) throws -> [ScoreSheet] {
        var sheets: [ScoreSheet] = []
        for stage in contest.stages where record.assignments[stage.id] != nil {
            sheets += try ledger.sheets(of: stage.id)
        }
        return sheets
    }

    private func keep(_ collected: CollectedSheets, allowsLate: Bool) throws -> Report {
        let remarks = try newRemarks(collected.disagreements)
        let load = try ledger.record(by: author, at: now) { appender in
            let isLate = collected.sheets.contains { $0.isLate }
            appender.note(
                sheetsFrom: collected.files,
                note: allowsLate && isLate ? "late sheets accepted" : "")
            for sheet in collected.sheets { try appender.append(sheet.sheet, from: sheet.file) }
            if !collected.recusals.isEmpty {
                try appender.append(collected.recusals, from: collected.files)
            }
            for remark in remarks { appender.append(remark: remark.text, about: remark.subject) }
            return appender.sheetLoad
        }
        var report = Report(faults: collected.faults)
        report.lines.append(
            Phrase(
                "\(load.new) sheet(s) collected, \(load.revised) revised, \(load.unchanged) "
                    + "unchanged, \(collected.refused) refused",
                "新收 \(load.new) 份评分，更新 \(load.revised) 份，未变 \(load.unchanged) 份，"
                    + "拒收 \(collected.refused) 份"))
        if !collected.recusals.isEmpty {
            report.lines.append(
                Phrase(
                    "\(collected.recusals.count) recusal(s) declared in the sheets",
                    "评分表中声明回避 \(collected.recusals.count) 项"))
        }
        return report
    }
}

extension Organizer {
    /// Sheets that contradict each other, as remarks that keep both; those recorded before are
    /// left out.
    private func newRemarks(
        _ disagreements: [CollectedSheets.Disagreement]
    ) throws -> [(subject: String, text: String)] {
        guard !disagreements.isEmpty else { return [] }
        let recorded = Set(
            try ledger.facts().compactMap { fact -> String? in
                guard case .remark(let subject, let text) = fact.act else { return nil }
                return subject + "\n" + text
            })
        return disagreements.map { pair in
            let sheet = pair.first.sheet
            return (
                subject: "disagreement \(sheet.stage) \(sheet.judge) \(sheet.submission)",
                text: "\(pair.first.inWords) | \(pair.second.inWords)"
            )
        }.filter { !recorded.contains($0.subject + "\n" + $0.text) }
    }

    /// Fixes the order of presentation, records and shows it.
    ///
    /// - Parameter seed: Any text; the same one gives the same order.
    public func draw(_ id: StageID, seed: String) throws(Refusal) -> Report {
        _ = try stage(id)
        let record = try record()
        let present = record.participants(of: id, in: contest).filter {
            record.exits[$0] == nil
        }
        let order = Draw.order(of: present, seed: seed)
        let text = "seed \(seed): " + order.map(\.text).joined(separator: " ")
        try append { $0.append(remark: text, about: "draw \(id)") }
        return Report(tables: [drawTable(order, record: record)])
    }
}

extension CollectedSheet {
    /// Where the sheet stood and what it said, without comments: a remark cannot be erased.
    fileprivate var inWords: String {
        let marks = sheet.marks.map { mark in
            switch mark.value {
            case .points(let points): "\(mark.criterion)=\(points)"
            case .notApplicable: "\(mark.criterion)=NA"
            case .text: "\(mark.criterion)=TEXT"
            }
        }
        return "\(file):\(line): " + marks.joined(separator: " ")
    }
}
