import Contests
import Foundation
import Recording
import TestSupport
import Testing

/// A ledger that moves from one engine to another.
struct CopyingTests {
    /// A ledger with something of everything and some data that were erased.
    private static func filled(_ engine: TestedEngine) throws -> (Workplace, Ledger) {
        let work = try TestedEngine.$current.withValue(engine) { try AppendOnlyTests.filled() }
        let ledger = try work.open()
        _ = try ledger.redact(.judge("J1"), decision: Some.decision())
        return (work, ledger)
    }

    private static func lines(_ ledger: Ledger) throws -> [SealedLine] {
        var lines: [SealedLine] = []
        try ledger.sealedLines { lines.append($0) }
        return lines
    }

    @Test(arguments: TestedEngine.available, TestedEngine.available)
    func `a copy has the same heads, and goes on from them`(
        from: TestedEngine, to: TestedEngine
    ) throws {
        let (work, ledger) = try Self.filled(from)
        let other = try Workplace(to)
        try ledger.copy(to: other.path)
        try FileManager.default.copyItem(atPath: work.keyPath, toPath: other.keyPath)
        let copy = try Ledger.open(path: other.path, create: false, keyPath: other.keyPath)
        #expect(try copy.heads() == ledger.heads())
        #expect(try Self.lines(copy) == Self.lines(ledger))
        #expect(try copy.facts() == ledger.facts())
        #expect(try copy.receipts() == ledger.receipts())
        let audit = try copy.audit()
        #expect(audit.isSound, "\(audit.findings)")
        #expect(try audit.erased == ledger.audit().erased)
        for one in [ledger, copy] {
            try one.record(
                Some.sheet("J9", "S9"), from: "portal", key: "9", by: "x", at: Some.at)
        }
        #expect(try copy.heads().last?.head == ledger.heads().last?.head)
        #expect(throws: LedgerError.self) { try ledger.copy(to: other.path) }
    }
}
