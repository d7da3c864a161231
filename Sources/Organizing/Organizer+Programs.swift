public import Contests
import Formats
import Foundation
public import Judging
import Recording

extension Organizer {
    /// Lets everything that judges a stage by itself do its work: built-in judges, then programs.
    ///
    /// What a program has judged by the same rubric is not judged again, so a run that was stopped
    /// goes on where it was. Where the ledger lies on a server, any number of machines may do this
    /// at once: they share the work.
    ///
    /// - Parameters:
    ///   - again: Whether programs judge also what they have judged.
    ///   - atOnce: Processes of programs at once, at most.
    ///   - lease: Seconds of silence after which others take over what this machine was at.
    ///   - cancellation: Asks it to stop; what is done is recorded.
    ///   - progress: Called each time that something has ended.
    /// - Throws: ``Refusal`` where the stage is closed or nothing judges it by itself, where a
    ///   program is not there, and where somebody else is at it who cannot share it.
    public func judge(
        _ id: StageID, again: Bool = false, atOnce: Int, lease: Int = 60,
        cancellation: Cancellation, progress: (DispatchProgress) -> Void
    ) throws(Refusal) -> Report {
        let stage = try stage(id)
        guard !stage.programs.isEmpty else { return try measure(id) }
        var report = Report()
        if !stage.metrics.isEmpty || !stage.measured.isEmpty { report = try measure(id) }
        let work = try ProgramWork(self, stage, cancellation: cancellation)
        defer { work.stop() }
        var run = ProgramRun(
            organizer: self, work: work,
            dispatcher: Dispatcher(atOnce: atOnce, cancellation: cancellation),
            cancellation: cancellation)
        do {
            if let leases = ledger.leases(of: id, length: lease, again: again) {
                try run.share(leases, progress)
            } else {
                try run.alone(again: again, progress)
            }
        } catch { throw Refusal(wrapping: error) }
        report.faults.append(contentsOf: run.tally.failures)
        report.lines += work.lines + run.tally.lines
        if cancellation.isAsked {
            report.lines.append(
                Phrase(
                    "stopped; run banyan judge \(id) again to go on",
                    "已停止；再次运行 banyan judge \(id) 即可继续"))
        }
        if report.faults.hasErrors { report.status = .dataAtFault }
        return report
    }
}
