public import Computing
import Foundation

/// Random cases for a property that must hold in all of them.
///
/// Given as the arguments of a test, `@Test(arguments: SeededCases(50))`, each case is run on its
/// own, and a failure names the seed of its case. With that seed in `BANYAN_SEED`, the case is run
/// again alone.
public struct SeededCases: RandomAccessCollection, Sendable {
    /// One case: a seed, which is all that it is made from.
    public struct Case: Sendable, CustomStringConvertible {
        /// The seed that repeats the case.
        public let seed: UInt64

        /// Chance for this case: the same numbers each time that it is asked for.
        public var random: SeededRandom { SeededRandom(seed: seed, label: "test case") }

        public var description: String { "BANYAN_SEED=\(seed)" }
    }

    private let seeds: ClosedRange<UInt64>

    /// So many cases, with the seeds from 1 up; or the one that `BANYAN_SEED` names.
    public init(_ count: Int) {
        let given = ProcessInfo.processInfo.environment["BANYAN_SEED"].flatMap { UInt64($0) }
        seeds = given.map { $0...$0 } ?? 1...UInt64(Swift.max(count, 1))
    }

    public var startIndex: Int { 0 }

    public var endIndex: Int { seeds.count }

    public subscript(position: Int) -> Case {
        Case(seed: seeds[seeds.index(seeds.startIndex, offsetBy: position)])
    }
}
