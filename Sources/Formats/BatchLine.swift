import Foundation

/// A line of batches between the thread that makes them and the one that uses them.
// @unchecked: `condition` guards every variable.
package final class BatchLine<Batch: Sendable, Summary: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let capacity: Int
    private var waiting: [Batch] = []
    private var result: Summary?
    private var isCancelled = false

    /// A line with room for so many batches.
    package init(capacity: Int) {
        self.capacity = capacity
    }

    /// Puts a batch at the end, once there is room; false when nobody wants more.
    package func put(_ batch: Batch) -> Bool {
        condition.withLock {
            while waiting.count >= capacity, !isCancelled { condition.wait() }
            if !isCancelled { waiting.append(batch) }
            condition.broadcast()
            return !isCancelled
        }
    }

    /// The next batch, once there is one; nothing after the last.
    package func next() -> Batch? {
        condition.withLock {
            while waiting.isEmpty, result == nil { condition.wait() }
            guard !waiting.isEmpty else { return nil }
            condition.broadcast()
            return waiting.removeFirst()
        }
    }

    /// Says that no batch will follow.
    package func finish(_ summary: Summary) {
        condition.withLock {
            result = summary
            condition.broadcast()
        }
    }

    /// Says that no batch is wanted.
    package func cancel() {
        condition.withLock {
            isCancelled = true
            waiting.removeAll()
            condition.broadcast()
        }
    }

    /// What the making came to, once it is over.
    package func summary() -> Summary {
        condition.withLock {
            while true {
                if let result { return result }
                condition.wait()
            }
        }
    }
}
