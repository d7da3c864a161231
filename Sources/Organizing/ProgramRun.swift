import Contests
import Dispatch
import Formats
import Foundation
import Judging
import Recording

/// One run of a stage's programs: sends the work out, and records what comes back a hundred at a
/// time, in the order of the work.
struct ProgramRun {
    let organizer: Organizer
    let work: ProgramWork
    let dispatcher: Dispatcher<ScoreSheet, ProgramFault>
    let cancellation: Cancellation
    var tally = ProgramTally()
    /// Failures in a row of each judge.
    private var failures: [JudgeID: Int] = [:]

    init(
        organizer: Organizer, work: ProgramWork,
        dispatcher: Dispatcher<ScoreSheet, ProgramFault>, cancellation: Cancellation
    ) {
        self.organizer = organizer
        self.work = work
        self.dispatcher = dispatcher
        self.cancellation = cancellation
    }

    /// Judges all that is to be judged, as the only one who does.
    ///
    /// - Throws: ``Refusal`` where another process is at it, ``LedgerError``.
    mutating func alone(again: Bool, _ progress: (DispatchProgress) -> Void) throws {
        let lock = try FolderLock(organizer.folder.path)
        defer { lock.release() }
        let sheets = again ? [] : try organizer.ledger.sheets(of: work.stage.id)
        let judged = Set(
            sheets.filter { $0.rubricHash == work.rubricHash }.map {
                Assignment(judge: $0.judge, submission: $0.submission)
            })
        let queues = work.queues.map { queue in
            var queue = queue
            queue.submissions.removeAll {
                judged.contains(Assignment(judge: queue.judge, submission: $0))
            }
            return queue
        }
        try send(queues, leases: nil, progress)
    }

    /// Judges what nobody else does, until nothing is left to judge.
    ///
    /// - Throws: ``Refusal`` where others judge the other way, ``LedgerError``.
    mutating func share(_ leases: WorkLeases, _ progress: (DispatchProgress) -> Void) throws {
        let pairs = work.queues.flatMap { queue in
            queue.submissions.map { Assignment(judge: queue.judge, submission: $0) }
        }
        let joining = try patiently { try leases.join(pairs, rubric: work.rubricHash) }
        guard case .joined(let total) = joining else {
            throw Self.othersDiffer(work.stage.id)
        }
        leases.keepSigning()
        do {
            try shareRounds(leases, total: total, progress)
        } catch {
            // Where this fails too, what is held lapses.
            try? leases.leave()
            throw error
        }
        try leases.leave()
        let open = try leases.open().pairs.values.reduce(0, +)
        tally.givenUp = cancellation.isAsked ? 0 : open
        tally.byOthers = max(0, total - open - tally.judged - tally.failed)
    }

    private mutating func shareRounds(
        _ leases: WorkLeases, total: Int, _ progress: (DispatchProgress) -> Void
    ) throws {
        let start = DispatchTime.now()
        var share = WorkShare()
        while !cancellation.isAsked {
            let open = try patiently { try leases.open() }
            let wanted = work.queues.filter { failures[$0.judge, default: 0] < $0.patience }
            let queues = try wanted.map { queue in
                var queue = queue
                let count = share.size(
                    of: open.pairs[queue.judge] ?? 0, workers: open.workers, atOnce: queue.atOnce)
                queue.submissions =
                    count == 0 ? [] : try patiently { try leases.take(count, of: queue.judge) }
                queue.patience -= failures[queue.judge, default: 0]
                return queue
            }
            if queues.allSatisfy(\.submissions.isEmpty) {
                // What others are at may become free, should they die.
                guard wanted.contains(where: { open.pairs[$0.judge] != nil }) else { return }
                usleep(200_000)
                continue
            }
            let ended = total - open.pairs.values.reduce(0, +) - tally.failed
            let failed = tally.failed
            let roundStart = DispatchTime.now()
            try send(queues, leases: leases) { far in
                var far = far
                far.total = total
                far.done += max(0, ended)
                far.failed += failed
                far.seconds = start.secondsAgo
                progress(far)
            }
            share.adapt(toSeconds: roundStart.secondsAgo)
            for queue in wanted where failures[queue.judge, default: 0] >= queue.patience {
                try patiently { try leases.release(queue.judge) }
            }
        }
    }

    private mutating func send(
        _ queues: [JudgeQueue], leases: WorkLeases?, _ progress: (DispatchProgress) -> Void
    ) throws {
        var batch: [Dispatcher<ScoreSheet, ProgramFault>.Finished] = []
        let work = work
        _ = try dispatcher.run(queues, work: { work.judge($0, $1) }) { finished, far in
            progress(far)
            batch.append(finished)
            guard batch.count == 100 else { return }
            try keep(batch, leases)
            batch = []
        }
        try keep(batch, leases)
    }

    private mutating func keep(
        _ batch: [Dispatcher<ScoreSheet, ProgramFault>.Finished], _ leases: WorkLeases?
    ) throws {
        guard !batch.isEmpty else { return }
        let (load, failed) = try patiently { try record(batch, leases) }
        tally.add(load)
        tally.failed += failed.count
        for (fault, pair) in failed {
            tally.failures.append(work.fault(fault, pair.submission, of: pair.judge))
        }
        for finished in batch { count(finished) }
    }

    /// Records sheets, and what went wrong as remarks against the program; but nothing of what
    /// another worker has taken over.
    private func record(
        _ batch: [Dispatcher<ScoreSheet, ProgramFault>.Finished], _ leases: WorkLeases?
    ) throws -> (Act.Load, failed: [(fault: ProgramFault, pair: Assignment)]) {
        let source = "programs of \(work.stage.id) at \(organizer.now.text)"
        return try organizer.ledger.record(by: organizer.author, at: organizer.now) { appender in
            var failed: [(fault: ProgramFault, pair: Assignment)] = []
            appender.note(sheetsFrom: [SourceFile(name: source)])
            for finished in batch {
                let pair = Assignment(judge: finished.judge, submission: finished.submission)
                switch finished.outcome {
                case .done(let sheet):
                    guard try leases.map({ try appender.end(pair, of: $0) }) ?? true else { break }
                    try appender.append(sheet, from: source)
                case .failed(let fault):
                    guard try leases.map({ try appender.fail(pair, of: $0) }) ?? true else { break }
                    appender.append(
                        remark: fault.phrase.english,
                        about: "program \(work.stage.id) \(pair.judge) \(pair.submission)")
                    failed.append((fault, pair))
                case .givenUp: break
                }
            }
            return (appender.sheetLoad, failed)
        }
    }

    /// Tries again what a server's going away has undone, or what another keeps from being done who
    /// is frozen in its midst: the server ends such a transaction after five minutes.
    ///
    /// What was done after all is not done twice: its leases are gone.
    private func patiently<Value>(_ body: () throws -> Value) throws -> Value {
        var (lost, locked) = (0, 0)
        while true {
            do { return try body() } catch let error as LedgerError {
                switch error {
                case .unreachable, .inDoubt: lost += 1
                case .locked: locked += 1
                default: throw error
                }
                guard lost <= 2, locked <= 6 else { throw error }
            }
        }
    }

    private mutating func count(_ finished: Dispatcher<ScoreSheet, ProgramFault>.Finished) {
        switch finished.outcome {
        case .done: failures[finished.judge] = 0
        case .failed: failures[finished.judge, default: 0] += 1
        case .givenUp: tally.givenUp += 1
        }
    }

    private static func othersDiffer(_ stage: StageID) -> Refusal {
        Refusal(
            Phrase(
                "others are judging \(stage) at this moment, and with --again where this is "
                    + "without, or the other way round",
                "其他机器正在评审 \(stage)，而其 --again 选项与本次不同"),
            remedy: Phrase(
                "Wait until they have finished, or do as they do",
                "请等它们完成，或使用相同的选项"))
    }
}
