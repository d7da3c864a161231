public import Dispatch
public import Synchronization

extension RandomAccessCollection where Self: Sendable {
    /// Maps every element, using all the cores.
    ///
    /// Results keep the order of the elements, so they do not depend on the number of cores. Meant
    /// for elements that take a tenth of a millisecond or more each; cheaper ones go through
    /// ``concurrentMap(chunk:width:_:)``. May be called from within itself.
    ///
    /// - Parameters:
    ///   - width: The most threads to use. Tests vary it to show that nothing depends on it.
    ///   - transform: Called at most once for each element, on any thread. After it throws, no
    ///     further element is begun.
    /// - Throws: The error of the first element, in order, for which `transform` throws: the same
    ///   one always, whichever thread fails first.
    /// - Complexity: O(*n*) calls for *n* elements, shared out among the threads.
    @inlinable
    public func concurrentMap<Value: Sendable, Failure: Error>(
        width: Int = Concurrency.width,
        _ transform: @Sendable (Element) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        var failures: [(position: Int, error: Failure)] = []
        let values = [Value](unsafeUninitializedCapacity: count) { slots, initialized in
            let (begun, failed) = fill(slots, width: width, transform)
            failures = failed
            initialized = failed.isEmpty ? count : 0
            guard !failed.isEmpty else { return }
            let empty = Set(failed.map(\.position))
            for position in 0..<begun where !empty.contains(position) {
                slots.deinitializeElement(at: position)
            }
        }
        // Positions are begun in order and all that were begun are finished, so whatever stands
        // before the first failure was tried and did not fail.
        if let first = failures.min(by: { $0.position < $1.position }) { throw first.error }
        return values
    }

    /// Maps every element, using all the cores, a run of neighbouring elements at a time.
    ///
    /// For elements that are cheap: handing one out costs about as much as 100 additions.
    ///
    /// - Parameters:
    ///   - chunk: How many elements a thread takes at a time; 1 or more.
    ///   - width: The most threads to use. Tests vary it to show that nothing depends on it.
    ///   - transform: Called at most once for each element, on any thread.
    /// - Throws: The error of the first element, in order, for which `transform` throws.
    /// - Complexity: O(*n*) calls for *n* elements, shared out among the threads.
    @inlinable
    public func concurrentMap<Value: Sendable, Failure: Error>(
        chunk: Int,
        width: Int = Concurrency.width,
        _ transform: @Sendable (Element) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        let chunks = try (0..<count).concurrentChunks(of: chunk, width: width) {
            positions throws(Failure) in
            var values: [Value] = []
            values.reserveCapacity(positions.count)
            for position in positions { values.append(try transform(self[at: position])) }
            return values
        }
        var values: [Value] = []
        values.reserveCapacity(count)
        for chunk in chunks { values.append(contentsOf: chunk) }
        return values
    }

    @inlinable
    subscript(at position: Int) -> Element {
        self[index(startIndex, offsetBy: position)]
    }

    /// Puts each element's value into the slot at its position.
    ///
    /// - Returns: How many positions were begun, and those among them that failed.
    @inlinable
    func fill<Value: Sendable, Failure: Error>(
        _ slots: UnsafeMutableBufferPointer<Value>,
        width: Int,
        _ transform: @Sendable (Element) throws(Failure) -> Value
    ) -> (begun: Int, failed: [(position: Int, error: Failure)]) {
        // Each position is taken by one thread alone, which writes that slot and no other.
        nonisolated(unsafe) let slots = slots
        let next = Atomic(0)
        let hasFailed = Atomic(false)
        let failures = Mutex<[(position: Int, error: Failure)]>([])
        DispatchQueue.concurrentPerform(iterations: Swift.max(Swift.min(width, count), 1)) { _ in
            while !hasFailed.load(ordering: .relaxed) {
                let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard position < count else { return }
                do throws(Failure) {
                    slots.initializeElement(at: position, to: try transform(self[at: position]))
                } catch {
                    hasFailed.store(true, ordering: .relaxed)
                    failures.withLock { $0.append((position, error)) }
                }
            }
        }
        let begun = Swift.min(next.load(ordering: .relaxed), count)
        return (begun, failures.withLock { $0 })
    }
}

extension Range<Int> {
    /// Maps every run of `size` neighbouring numbers, the last one shorter, using all the cores.
    ///
    /// Where the runs begin depends on `size` alone, so a sum of sums is the same for any number
    /// of cores.
    ///
    /// - Parameters:
    ///   - size: How many numbers make a run; 1 or more.
    ///   - width: The most threads to use. Tests vary it to show that nothing depends on it.
    ///   - transform: Called at most once for each run, on any thread.
    /// - Throws: The error of the first run, in order, for which `transform` throws.
    /// - Returns: A value for each run, in order.
    @inlinable
    public func concurrentChunks<Value: Sendable, Failure: Error>(
        of size: Int,
        width: Int = Concurrency.width,
        _ transform: @Sendable (Range<Int>) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        precondition(size > 0, "a chunk holds at least one element")
        let starts = stride(from: lowerBound, to: upperBound, by: size).map { $0 }
        return try starts.concurrentMap(width: width) { start throws(Failure) in
            try transform(start..<Swift.min(start + size, upperBound))
        }
    }
}
