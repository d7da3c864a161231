import Contests
import Dispatch
import Synchronization

/// One run of a dispatcher: its book, its threads and its waits.
final class DispatchRun<Value: Sendable, Failure: Sendable>: Sendable {
    typealias Outcome = Dispatcher<Value, Failure>.Outcome

    private let queues: [JudgeQueue]
    private let cancellation: Cancellation
    private let work: @Sendable (JudgeID, SubmissionID) -> Attempt<Value, Failure>
    private let book: Mutex<WorkBoard<Outcome>>
    private let retries = Atomic(0)
    private let clock = DispatchQueue(label: "banyan.judging.retries")
    private let ended = DispatchSemaphore(value: 0)
    /// How long one waits before looking again: nobody wakes who waits for work that is given up.
    private static var glance: DispatchTimeInterval { .milliseconds(50) }

    let pieceCount: Int

    init(
        _ queues: [JudgeQueue], limit: Int, cancellation: Cancellation,
        work: @escaping @Sendable (JudgeID, SubmissionID) -> Attempt<Value, Failure>
    ) {
        self.queues = queues
        self.cancellation = cancellation
        self.work = work
        let board = WorkBoard<Outcome>(queues, limit: limit)
        pieceCount = board.pieces.count
        book = Mutex(board)
    }

    /// Tries that were made again.
    var retried: Int { retries.load(ordering: .relaxed) }

    func piece(_ position: Int) -> (queue: Int, index: Int) {
        book.withLock { ($0.pieces[position].queue, $0.pieces[position].index) }
    }

    /// No more work is begun of the queue that a position belongs to.
    func close(queueAt position: Int) {
        book.withLock { $0.close($0.pieces[position].queue) }
    }

    /// Begins whatever there is room for.
    func pump() {
        guard !cancellation.isAsked else { return }
        for position in book.withLock({ $0.begin() }) {
            // A queue of its own gets a thread at once, while a shared one adds threads only slowly
            // where work does nothing but wait for its program.
            DispatchQueue(label: "banyan.judging").async { self.perform(position) }
        }
    }

    private func perform(_ position: Int) {
        let (queue, index) = piece(position)
        switch work(queues[queue].judge, queues[queue].submissions[index]) {
        case .done(let value): end(position, .done(value))
        case .willNotPass(let failure): end(position, .failed(failure))
        case .mayPass(let failure):
            let tries = book.withLock { $0.tries(position) }
            if cancellation.isAsked {
                end(position, nil)
            } else if let delay = queues[queue].retry.delay(after: tries) {
                tryAgain(position, after: delay)
            } else {
                end(position, .failed(failure))
            }
        }
    }

    private func end(_ position: Int, _ outcome: Outcome?) {
        book.withLock { $0.end(position, outcome) }
        pump()
        ended.signal()
    }

    /// Lets others have the place while a further try waits.
    private func tryAgain(_ position: Int, after delay: Double) {
        retries.wrappingAdd(1, ordering: .relaxed)
        book.withLock { $0.delay(position) }
        pump()
        clock.asyncAfter(deadline: .now() + delay) {
            self.book.withLock { $0.resume(position) }
            self.pump()
        }
    }

    /// The outcome of a position, once it has ended; nothing once all is stopped.
    func next(_ position: Int) -> Outcome? {
        while true {
            switch book.withLock({ $0.take(position) }) {
            case .ended(let outcome): return outcome
            case .givenUp: return .givenUp
            case .open: break
            }
            if cancellation.isAsked, book.withLock({ $0.isIdle }) { return nil }
            _ = ended.wait(timeout: .now() + Self.glance)
        }
    }

    /// Begins nothing more and waits until nothing is under way.
    func drain() {
        for queue in queues.indices { book.withLock { $0.close(queue) } }
        while !book.withLock({ $0.isIdle }) { _ = ended.wait(timeout: .now() + Self.glance) }
    }
}
