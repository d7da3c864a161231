public import Contests
import Dispatch
import Synchronization

/// Sends work out to judges, concurrently on Dispatch, and hands what comes back on in order.
///
/// Each judge has a queue. Begun are the earliest pieces of work for which both the machine and the
/// judge have room. Outcomes are handed on in the order of the work whatever the order of
/// finishing, so that what is made of them is the same in every run. A failure that may pass is
/// tried again after a wait, during which others go on.
///
/// Asked to stop, it begins nothing more, waits for what is under way, and hands on what is done.
public struct Dispatcher<Value: Sendable, Failure: Sendable>: Sendable {
    /// What came of a piece of work.
    public enum Outcome: Sendable {
        /// It is done.
        case done(Value)
        /// It failed for good.
        case failed(Failure)
        /// It was not tried, or what came of it does not count: too many before it had failed.
        case givenUp
    }

    /// A piece of work with what came of it.
    public struct Finished: Sendable {
        /// The judge.
        public var judge: JudgeID
        /// The submission.
        public var submission: SubmissionID
        /// What came of it.
        public var outcome: Outcome
    }

    private let atOnce: Int
    private let cancellation: Cancellation

    /// A dispatcher.
    ///
    /// - Parameters:
    ///   - atOnce: Pieces of work under way at once on this machine, at most.
    ///   - cancellation: Asks it to stop.
    public init(atOnce: Int, cancellation: Cancellation = Cancellation()) {
        self.atOnce = atOnce
        self.cancellation = cancellation
    }

    /// Sends the work out and waits until all of it has ended, or until it is to stop.
    ///
    /// - Parameters:
    ///   - work: Does one piece, on any thread; it must end by itself, and soon when asked to stop.
    ///   - handOn: Called on the calling thread with what ended, in the order of the work. Where it
    ///     throws, nothing more is begun.
    /// - Returns: How far it came; what was stopped counts nowhere.
    /// - Throws: What `handOn` throws, once nothing is under way.
    public func run(
        _ queues: [JudgeQueue],
        work: @escaping @Sendable (JudgeID, SubmissionID) -> Attempt<Value, Failure>,
        handOn: (Finished, DispatchProgress) throws -> Void
    ) throws -> DispatchProgress {
        let run = DispatchRun(
            queues, limit: atOnce, cancellation: cancellation, work: work)
        var rest = HandingOn<Value, Failure>(queues, total: run.pieceCount)
        let start = DispatchTime.now()
        run.pump()
        do {
            for position in 0..<run.pieceCount {
                guard let outcome = run.next(position) else { continue }
                rest.progress.seconds = start.secondsAgo
                rest.progress.retried = run.retried
                let (finished, isGivenUp) = rest.take(outcome, of: run.piece(position))
                if isGivenUp { run.close(queueAt: position) }
                try handOn(finished, rest.progress)
            }
        } catch {
            run.drain()
            throw error
        }
        run.drain()
        rest.progress.retried = run.retried
        return rest.progress
    }
}

/// What was handed on so far, and which queues fail too often.
private struct HandingOn<Value: Sendable, Failure: Sendable> {
    private let queues: [JudgeQueue]
    private var failuresInRow: [Int]
    var progress: DispatchProgress

    init(_ queues: [JudgeQueue], total: Int) {
        self.queues = queues
        failuresInRow = queues.map { _ in 0 }
        progress = DispatchProgress(total: total)
    }

    /// Takes the next outcome; says whether its queue has failed too often by now.
    mutating func take(
        _ outcome: Dispatcher<Value, Failure>.Outcome, of piece: (queue: Int, index: Int)
    ) -> (Dispatcher<Value, Failure>.Finished, isGivenUp: Bool) {
        let queue = queues[piece.queue]
        var outcome = outcome
        if failuresInRow[piece.queue] >= queue.patience { outcome = .givenUp }
        switch outcome {
        case .done:
            failuresInRow[piece.queue] = 0
            progress.done += 1
        case .failed:
            failuresInRow[piece.queue] += 1
            progress.failed += 1
        case .givenUp: progress.givenUp += 1
        }
        let finished = Dispatcher<Value, Failure>.Finished(
            judge: queue.judge, submission: queue.submissions[piece.index], outcome: outcome)
        return (finished, failuresInRow[piece.queue] >= queue.patience)
    }
}
