import Synchronization
import TestSupport
import Testing

/// What a ledger lies in.
enum TestedEngine: String, CaseIterable {
    case sqlite, postgres

    /// The one that the present test is run with.
    @TaskLocal static var current = TestedEngine.sqlite

    /// Those that are installed.
    static var available: [TestedEngine] {
        PostgresServer.isInstalled ? allCases : [.sqlite]
    }
}

/// Runs each test once on every engine: one suite that both pass.
struct EachEngine: SuiteTrait, TestTrait, TestScoping {
    /// Of how many cases of a suite one is run on the server too, which takes longer to make.
    var share = 1
    private let count = Counter()

    private final class Counter: Sendable {
        let cases = Mutex(0)
    }

    init(share: Int = 1) {
        self.share = share
    }

    var isRecursive: Bool { true }

    func scopeProvider(for test: Test, testCase: Test.Case?) -> EachEngine? {
        testCase == nil ? nil : self
    }

    func provideScope(
        for test: Test, testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        let number = count.cases.withLock { cases in
            defer { cases += 1 }
            return cases
        }
        let engines = number.isMultiple(of: share) ? TestedEngine.available : [.sqlite]
        for engine in engines {
            try await TestedEngine.$current.withValue(engine) { try await function() }
        }
    }
}

extension Trait where Self == EachEngine {
    /// Runs each test once on every engine.
    static var onEachEngine: EachEngine { EachEngine() }

    /// Runs each test on SQLite, and one of so many cases on every engine.
    static func onEachEngine(share: Int) -> EachEngine { EachEngine(share: share) }
}
