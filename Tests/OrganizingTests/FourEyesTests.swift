import Contests
import Numbers
import Organizing
import TestSupport
import Testing

/// Overrides that count only once a second person has confirmed them.
struct FourEyesTests {
    private let contest: SmallContest
    private let organizer: Organizer

    init() throws {
        contest = try SmallContest(attributes: #"four-eyes="yes""#)
        organizer = try contest.prepared()
        _ = try contest.collect(
            SmallContest.preliminary, organizer, mark: ClosingTests.descending)
    }

    private func place(_ id: SubmissionID) throws -> Ratio? {
        try organizer.results(of: "t").standings["preliminary"]?
            .first { $0.submission == id }?.place
    }

    /// Sets S3 to the first place; gives the fact.
    private func override() throws -> Int {
        let report = try organizer.override(
            "S3", place: 1, in: SmallContest.preliminary, reason: "jury vote")
        let fact = try #require(try organizer.ledger.facts().last?.sequence)
        #expect(report.lines.contains { $0.english.contains("banyan confirm \(fact) --as NAME") })
        return fact
    }

    @Test func `an override counts only once somebody else has confirmed it`() throws {
        let fact = try override()
        #expect(try place("S3") == Ratio(whole: 3))
        #expect(try organizer.unconfirmed().tables.first?.rows.count == 1)
        let second = try contest.organizer(as: "李敏")
        #expect(try second.confirm(fact, reason: "agreed").status == .done)
        #expect(try place("S3") == Ratio(whole: 1))
        #expect(try place("S1") == Ratio(whole: 2))
        #expect(try organizer.unconfirmed().tables.isEmpty)
    }

    @Test func `nobody confirms their own override, and none is confirmed twice`() throws {
        let fact = try override()
        #expect(throws: Refusal.self) { try organizer.confirm(fact, reason: "") }
        let second = try contest.organizer(as: "李敏")
        for unknown in [0, fact - 1, fact + 1] {
            #expect(throws: Refusal.self) { try second.confirm(unknown, reason: "") }
        }
        _ = try second.confirm(fact, reason: "")
        #expect(throws: Refusal.self) { try second.confirm(fact, reason: "") }
    }

    @Test func `what does not count yet is told when the result is published`() throws {
        let fact = try override()
        let report = try organizer.publish(to: nil, language: .english)
        #expect(report.lines.contains { $0.english.hasPrefix("1 override(s) do not count yet") })
        _ = try contest.organizer(as: "李敏").confirm(fact, reason: "")
        let later = try organizer.publish(to: nil, language: .english)
        #expect(!later.lines.contains { $0.english.contains("do not count yet") })
    }

    @Test func `a stranger's computation from the bundle holds it back too`() throws {
        let fact = try override()
        for _ in 0..<2 {
            _ = try organizer.publish(to: nil, language: .english)
            let verified = try BundleVerifier.verify(
                path: contest.workshop.inside("published/public/bundle.jsonl"), keys: [],
                receipt: nil)
            #expect(verified.status == .done, "\(verified.lines)")
            guard try place("S3") != Ratio(whole: 1) else { return }
            _ = try contest.organizer(as: "李敏").confirm(fact, reason: "")
        }
        Issue.record("the override never counted")
    }

    @Test func `a contest that does not ask for it has overrides count at once`() throws {
        let contest = try SmallContest()
        let organizer = try contest.prepared()
        _ = try contest.collect(
            SmallContest.preliminary, organizer, mark: ClosingTests.descending)
        _ = try organizer.override(
            "S3", place: 1, in: SmallContest.preliminary, reason: "jury vote")
        let standings = try organizer.results(of: "t").standings["preliminary"]
        #expect(standings?.first { $0.submission == "S3" }?.place == Ratio(whole: 1))
    }
}
