public import Contests
import Formats
import Foundation
public import Judging
import Recording

/// What came of a program's work in one run.
private struct ProgramTally {
    var failures = FaultList()
    var load = Act.Load()
    var sheets = 0
    var failed = 0
    var givenUp = 0
}

extension Organizer {
    /// Lets everything that judges a stage by itself do its work: built-in judges, then programs.
    ///
    /// What a program has judged by the same rubric is not judged again, so a run that was stopped
    /// goes on where it was. Sheets are recorded in the order of the work, a hundred at a time.
    ///
    /// - Parameters:
    ///   - again: Whether programs judge also what they have judged.
    ///   - atOnce: Processes of programs at once, at most.
    ///   - cancellation: Asks it to stop; what is done is recorded.
    ///   - progress: Called each time that something has ended.
    /// - Throws: ``Refusal`` where the stage is closed or nothing judges it by itself, and where a
    ///   program is not there.
    public func judge(
        _ id: StageID, again: Bool = false, atOnce: Int, cancellation: Cancellation,
        progress: (DispatchProgress) -> Void
    ) throws(Refusal) -> Report {
        let stage = try stage(id)
        guard !stage.programs.isEmpty else { return try measure(id) }
        var report = Report()
        if !stage.metrics.isEmpty || !stage.measured.isEmpty { report = try measure(id) }
        let work = try ProgramWork(self, stage, again: again, cancellation: cancellation)
        defer { work.stop() }
        do {
            let tally = try run(work, atOnce: atOnce, cancellation, progress)
            report.faults.append(contentsOf: tally.failures)
            report.lines += work.lines + [tally.line]
        } catch { throw Refusal(wrapping: error) }
        if cancellation.isAsked {
            report.lines.append(
                Phrase(
                    "stopped; run banyan judge \(id) again to go on",
                    "已停止；再次运行 banyan judge \(id) 即可继续"))
        }
        if report.faults.hasErrors { report.status = .dataAtFault }
        return report
    }

    private func run(
        _ work: ProgramWork, atOnce: Int, _ cancellation: Cancellation,
        _ progress: (DispatchProgress) -> Void
    ) throws -> ProgramTally {
        var tally = ProgramTally()
        var batch: [Dispatcher<ScoreSheet, ProgramFault>.Finished] = []
        let dispatcher = Dispatcher<ScoreSheet, ProgramFault>(
            atOnce: atOnce, cancellation: cancellation)
        _ = try dispatcher.run(work.queues, work: { work.judge($0, $1) }) { finished, far in
            progress(far)
            batch.append(finished)
            guard batch.count == 100 else { return }
            try keep(batch, of: work, &tally)
            batch = []
        }
        try keep(batch, of: work, &tally)
        return tally
    }

    /// Records sheets, and what went wrong as remarks against the program.
    private func keep(
        _ batch: [Dispatcher<ScoreSheet, ProgramFault>.Finished], of work: ProgramWork,
        _ tally: inout ProgramTally
    ) throws {
        let source = "programs of \(work.stage.id) at \(now.text)"
        let load = try ledger.record(by: author, at: now) { appender in
            appender.note(sheetsFrom: [SourceFile(name: source)])
            for finished in batch {
                switch finished.outcome {
                case .done(let sheet): try appender.append(sheet, from: source)
                case .failed(let fault):
                    appender.append(
                        remark: fault.phrase.english,
                        about: "program \(work.stage.id) \(finished.judge) \(finished.submission)")
                case .givenUp: break
                }
            }
            return appender.sheetLoad
        }
        tally.add(load)
        for finished in batch {
            switch finished.outcome {
            case .done: tally.sheets += 1
            case .failed(let fault):
                tally.failed += 1
                tally.failures.append(work.fault(fault, finished.submission, of: finished.judge))
            case .givenUp: tally.givenUp += 1
            }
        }
    }
}

extension ProgramTally {
    mutating func add(_ further: Act.Load) {
        load.new += further.new
        load.revised += further.revised
        load.unchanged += further.unchanged
    }

    var line: Phrase {
        Phrase(
            "\(load.new) submission(s) judged, \(load.revised) again, \(load.unchanged) unchanged; "
                + "\(failed) failed, \(givenUp) given up",
            "新评 \(load.new) 件，重评 \(load.revised) 件，未变 \(load.unchanged) 件；"
                + "失败 \(failed) 件，放弃 \(givenUp) 件")
    }
}
