import Contests
import Foundation
import Judging
import Synchronization
import TestSupport
import Testing

/// Work sent out through queues: order, limits, retries, stopping.
struct DispatcherTests {
    private typealias Jobs = Dispatcher<Int, String>

    private static func id(_ number: Int) -> SubmissionID { SubmissionID("S\(number)") }

    private static func queue(
        _ judge: String, _ count: Int, atOnce: Int = 4, attempts: Int = 1, patience: Int = .max
    ) -> JudgeQueue {
        JudgeQueue(
            judge: JudgeID(judge), submissions: (0..<count).map { id($0) }, atOnce: atOnce,
            retry: RetryRule(attempts: attempts, firstDelay: 0.001, longestDelay: 0.004),
            patience: patience)
    }

    /// What a job gives, whoever does it and when.
    private static func value(_ judge: JudgeID, _ submission: SubmissionID) -> Int {
        "\(judge) \(submission)".utf8.reduce(7) { ($0 * 31 + Int($1)) % 1_000_003 }
    }

    private static func line(_ finished: Jobs.Finished) -> String {
        switch finished.outcome {
        case .done(let value): "\(finished.judge) \(finished.submission) \(value)"
        case .failed(let why): "\(finished.judge) \(finished.submission) failed \(why)"
        case .givenUp: "\(finished.judge) \(finished.submission) given up"
        }
    }

    @Test(arguments: SeededCases(4))
    func `ten thousand jobs with random failures and stops give the results of an undisturbed run`(
        seeded: SeededCases.Case
    ) throws {
        let queues = [
            Self.queue("A", 4_000, atOnce: 1), Self.queue("B", 5_000, atOnce: 8),
            Self.queue("C", 1_000, atOnce: 3),
        ]
        var undisturbed: [String] = []
        _ = try Jobs(atOnce: 1).run(queues, work: { .done(Self.value($0, $1)) }) { finished, _ in
            undisturbed.append(Self.line(finished))
        }
        #expect(undisturbed.count == 10_000)
        let random = Mutex(seeded.random)
        var left = queues
        for index in left.indices { left[index].retry.attempts = 60 }
        var found: [String] = []
        var runs = 0
        while left.contains(where: { !$0.submissions.isEmpty }) {
            runs += 1
            let cancellation = Cancellation()
            let begun = Atomic(0)
            let stopsAfter = random.withLock { 100 + $0.below(1_200) }
            _ = try Jobs(atOnce: 8, cancellation: cancellation).run(left) { judge, submission in
                let count = begun.wrappingAdd(1, ordering: .relaxed).newValue
                if count == stopsAfter { cancellation.ask() }
                let chance = random.withLock { $0.below(100) }
                guard chance >= 15 else { return .mayPass("for now") }
                return .done(Self.value(judge, submission))
            } handOn: { finished, _ in
                found.append(Self.line(finished))
            }
            let done = Set(found.map { $0.split(separator: " ").prefix(2).joined(separator: " ") })
            for index in left.indices {
                let judge = left[index].judge
                left[index].submissions.removeAll { done.contains("\(judge) \($0)") }
            }
        }
        #expect(runs >= 8)
        #expect(found.count == 10_000)  // nothing twice
        #expect(found.sorted() == undisturbed.sorted())
    }

    @Test func `outcomes are handed on in the order of the work, whatever finishes first`() throws {
        let queues = [Self.queue("A", 40), Self.queue("B", 20)]
        var orders: [[String]] = []
        for _ in 0..<5 {
            var order: [String] = []
            _ = try Jobs(atOnce: 8).run(queues) { judge, submission in
                usleep(UInt32.random(in: 0...3_000))
                return .done(Self.value(judge, submission))
            } handOn: { finished, _ in
                order.append(Self.line(finished))
            }
            orders.append(order)
        }
        #expect(Set(orders).count == 1)
        #expect(orders[0].count == 60)
        #expect(orders[0][0].hasPrefix("A S0") && orders[0][1].hasPrefix("B S0"))
    }

    @Test func `limits of the machine and of each judge hold, and a judge may be serial`() throws {
        let load = Mutex<[JudgeID: Int]>([:])
        let most = Mutex<[JudgeID: Int]>([:])
        let all = Mutex(0)
        _ = try Jobs(atOnce: 3).run([Self.queue("A", 60, atOnce: 1), Self.queue("B", 60)]) {
            judge, submission in
            load.withLock { load in
                load[judge, default: 0] += 1
                most.withLock { $0[judge] = max($0[judge] ?? 0, load[judge] ?? 0) }
                all.withLock { $0 = max($0, load.values.reduce(0, +)) }
            }
            usleep(1_000)
            load.withLock { $0[judge, default: 0] -= 1 }
            return .done(1)
        } handOn: { _, _ in
        }
        #expect(most.withLock { $0["A"] } == 1)
        #expect(most.withLock { $0["B"] ?? 0 } >= 2)
        #expect(all.withLock { $0 } == 3)
    }

    @Test func `what may pass is tried again as the rule says, what will not never is`() throws {
        let tries = Mutex<[SubmissionID: Int]>([:])
        var lines: [String] = []
        let progress = try Jobs(atOnce: 4).run([Self.queue("A", 3, attempts: 4)]) { _, id in
            let count = tries.withLock { tries in
                tries[id, default: 0] += 1
                return tries[id] ?? 0
            }
            switch id {
            case "S0": return .willNotPass("never")
            case "S1": return .mayPass("try \(count)")
            default: return count < 3 ? .mayPass("not yet") : .done(count)
            }
        } handOn: { finished, _ in
            lines.append(Self.line(finished))
        }
        #expect(lines == ["A S0 failed never", "A S1 failed try 4", "A S2 3"])
        #expect(tries.withLock { $0 } == ["S0": 1, "S1": 4, "S2": 3])
        #expect((progress.done, progress.failed, progress.retried) == (1, 2, 5))
    }

    @Test func `waits double from try to try up to the longest`() throws {
        let starts = Mutex<[ContinuousClock.Instant]>([])
        var queue = Self.queue("A", 1, attempts: 5)
        queue.retry = RetryRule(attempts: 5, firstDelay: 0.02, longestDelay: 0.08)
        _ = try Jobs(atOnce: 1).run([queue]) { _, _ in
            starts.withLock { $0.append(.now) }
            return .mayPass("")
        } handOn: { _, _ in
        }
        let moments = starts.withLock { $0 }
        let waits = zip(moments, moments.dropFirst()).map { $0.0.duration(to: $0.1) }
        try #require(waits.count == 4)
        // A wait is never shorter than the rule says; how much longer is up to the machine.
        for (wait, least) in zip(waits, [20, 40, 80, 80]) {
            #expect(wait >= .milliseconds(least - 1))
        }
    }

    @Test func `others go on while one waits for its next try`() throws {
        var queue = Self.queue("A", 30, atOnce: 1, attempts: 2)
        queue.retry = RetryRule(attempts: 2, firstDelay: 0.2, longestDelay: 0.2)
        let order = Mutex<[SubmissionID]>([])
        _ = try Jobs(atOnce: 1).run([queue]) { _, id in
            let isFirst = order.withLock { order in
                order.append(id)
                return order.filter { $0 == id }.count == 1
            }
            return id == "S0" && isFirst ? .mayPass("") : .done(1)
        } handOn: { _, _ in
        }
        #expect(order.withLock { $0.lastIndex(of: "S0") ?? 0 } > 10)
    }

    @Test func `a judge that fails ten times in a row is given up, and another goes on`() throws {
        var lines: [String] = []
        let progress = try Jobs(atOnce: 4).run([
            Self.queue("A", 1_000, patience: 10), Self.queue("B", 50, patience: 10),
        ]) { judge, id in
            judge == "A" && id != "S3" ? .willNotPass("broken") : .done(1)
        } handOn: { finished, _ in
            lines.append(Self.line(finished))
        }
        #expect(lines.count == 1_050)
        // The row begins anew after S3: ten more fail, and the rest is not tried or not counted.
        #expect(lines.filter { $0.hasPrefix("A") && $0.contains("failed") }.count == 13)
        #expect(lines.filter { $0.contains("given up") }.count == 986)
        #expect((progress.done, progress.failed, progress.givenUp) == (51, 13, 986))
    }

    @Test func `asked to stop, it begins nothing more and hands on what is done`() throws {
        let cancellation = Cancellation()
        let running = Atomic(0)
        let begun = Atomic(0)
        var handedOn = 0
        let progress = try Jobs(atOnce: 4, cancellation: cancellation).run([Self.queue("A", 500)]) {
            _, id in
            running.wrappingAdd(1, ordering: .relaxed)
            defer { running.wrappingSubtract(1, ordering: .relaxed) }
            if begun.wrappingAdd(1, ordering: .relaxed).newValue == 40 { cancellation.ask() }
            usleep(500)
            return id == "S2" ? .mayPass("stopped") : .done(1)
        } handOn: { _, _ in
            handedOn += 1
        }
        #expect(running.load(ordering: .relaxed) == 0)
        let count = begun.load(ordering: .relaxed)
        #expect(count >= 40 && count <= 44)
        #expect(progress.done == handedOn - progress.failed)
        #expect(progress.done >= count - 1)  // each that was begun and ended well
    }

    @Test func `what the office cannot record ends the run, with nothing under way`() throws {
        struct Full: Error {}
        let running = Atomic(0)
        #expect(throws: Full.self) {
            _ = try Jobs(atOnce: 4).run([Self.queue("A", 500)]) { _, _ in
                running.wrappingAdd(1, ordering: .relaxed)
                usleep(500)
                running.wrappingSubtract(1, ordering: .relaxed)
                return .done(1)
            } handOn: { finished, _ in
                if finished.submission == "S20" { throw Full() }
            }
        }
        #expect(running.load(ordering: .relaxed) == 0)
    }

    @Test func `progress tells how much is left at the pace so far`() {
        var progress = DispatchProgress(total: 100)
        #expect(progress.secondsLeft == nil)
        progress.done = 30
        progress.failed = 10
        progress.givenUp = 20
        progress.seconds = 8
        #expect(progress.secondsLeft == 8)
    }
}
