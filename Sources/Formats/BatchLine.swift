import Foundation

/// A line of batches between the thread that parses and the one that uses them.
// @unchecked: `condition` guards every variable.
final class BatchLine: @unchecked Sendable {
    private let condition = NSCondition()
    private let capacity: Int
    private var waiting: [XMLRecordBatch] = []
    private var result: XMLSummary?
    private var isCancelled = false

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Puts a batch at the end, once there is room; false when nobody wants more.
    func put(_ batch: XMLRecordBatch) -> Bool {
        condition.withLock {
            while waiting.count >= capacity, !isCancelled { condition.wait() }
            if !isCancelled { waiting.append(batch) }
            condition.broadcast()
            return !isCancelled
        }
    }

    /// The next batch, once there is one; nothing after the last.
    func next() -> XMLRecordBatch? {
        condition.withLock {
            while waiting.isEmpty, result == nil { condition.wait() }
            guard !waiting.isEmpty else { return nil }
            condition.broadcast()
            return waiting.removeFirst()
        }
    }

    /// Says that no batch will follow.
    func finish(_ summary: XMLSummary) {
        condition.withLock {
            result = summary
            condition.broadcast()
        }
    }

    /// Says that no batch is wanted.
    func cancel() {
        condition.withLock {
            isCancelled = true
            waiting.removeAll()
            condition.broadcast()
        }
    }

    /// What the parsing came to, once it is over.
    func summary() -> XMLSummary {
        condition.withLock {
            while true {
                if let result { return result }
                condition.wait()
            }
        }
    }
}
