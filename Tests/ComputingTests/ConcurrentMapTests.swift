import Computing
import Synchronization
import Testing

struct ConcurrentMapTests {
    struct Refusal: Error, Hashable {
        let position: Int
    }

    @Test(arguments: [1, 2, 8], [0, 1, 2, 3, 7, 8, 9, 1_000])
    func `keeps the order of the elements for any width`(width: Int, count: Int) {
        let elements = Array(0..<count)
        let expected = elements.map { "submission \($0)" }
        #expect(elements.concurrentMap(width: width) { "submission \($0)" } == expected)
        for chunk in [1, 3, 64, 2_000] {
            let values = elements.concurrentMap(chunk: chunk, width: width) { "submission \($0)" }
            #expect(values == expected)
        }
    }

    @Test func `maps a slice, whose positions do not begin at 0`() {
        #expect([5, 6, 7, 8][1...2].concurrentMap { $0 * 10 } == [60, 70])
        #expect([5, 6, 7, 8][1...2].concurrentMap(chunk: 1) { $0 * 10 } == [60, 70])
    }

    @Test(arguments: [1, 2, 8])
    func `gives the same sum of sums for any width`(width: Int) {
        let sums = (0..<10_000).concurrentChunks(of: 128, width: width) { run in
            run.reduce(0.0) { $0 + 1 / Double($1 + 1) }
        }
        let oneByOne = stride(from: 0, to: 10_000, by: 128).map { start in
            (start..<min(start + 128, 10_000)).reduce(0.0) { $0 + 1 / Double($1 + 1) }
        }
        #expect(sums == oneByOne)
    }

    @Test func `cuts a range into runs, the last one shorter`() {
        #expect((3..<10).concurrentChunks(of: 3) { $0 } == [3..<6, 6..<9, 9..<10])
        #expect((3..<3).concurrentChunks(of: 3) { $0 } == [])
        #expect((0..<6).concurrentChunks(of: 3) { $0 } == [0..<3, 3..<6])
    }

    @Test(arguments: [1, 2, 8])
    func `throws the error of the first element that fails, for any width`(width: Int) {
        for attempt in 0..<200 {
            let first = attempt % 50
            let refuse = { @Sendable (position: Int) throws(Refusal) -> String in
                let isKept = position < first || position % 3 == 1
                guard isKept else { throw Refusal(position: position) }
                return "kept \(position)"
            }
            let expected = first % 3 == 1 ? first + 1 : first
            #expect(throws: Refusal(position: expected)) {
                try (0..<100).concurrentMap(width: width, refuse)
            }
            #expect(throws: Refusal(position: expected)) {
                try (0..<100).concurrentMap(chunk: 7, width: width, refuse)
            }
        }
    }

    @Test func `begins no further element after one has failed`() {
        let begun = Atomic(0)
        #expect(throws: Refusal(position: 10)) {
            try (0..<1_000_000).concurrentMap(width: 2) { position throws(Refusal) in
                begun.wrappingAdd(1, ordering: .relaxed)
                if position >= 10 { throw Refusal(position: position) }
            }
        }
        #expect(begun.load(ordering: .relaxed) <= 12)
    }

    @Test func `releases what was made before a failure`() {
        final class Counted: Sendable {
            static let alive = Atomic(0)
            init() { Self.alive.wrappingAdd(1, ordering: .relaxed) }
            deinit { Self.alive.wrappingSubtract(1, ordering: .relaxed) }
        }
        #expect(throws: Refusal(position: 500)) {
            try (0..<1_000).concurrentMap { position throws(Refusal) in
                if position >= 500 { throw Refusal(position: position) }
                return Counted()
            }
        }
        #expect(Counted.alive.load(ordering: .relaxed) == 0)
    }

    @Test func `may be called from within itself`() {
        let table = (0..<20).concurrentMap { row in (0..<20).concurrentMap { row * $0 } }
        #expect(table == (0..<20).map { row in (0..<20).map { row * $0 } })
    }
}
