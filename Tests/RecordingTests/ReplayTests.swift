import Contests
import Numbers
import Recording
import TestSupport
import Testing

/// Random acts, recorded in a ledger and kept in a model beside it.
@Suite(.onEachEngine(share: 8))
struct ReplayTests {
    /// What the ledger should say, kept the simple way.
    struct Model {
        var record = ContestRecord()
        var sheets: [StageID: [Assignment: ScoreSheet]] = [:]

        mutating func add(_ submission: Submission) {
            if record.submissions.updateValue(submission, forKey: submission.id) == nil {
                record.loadOrder[submission.id] = record.loadOrder.count
            }
        }

        mutating func add(_ sheet: ScoreSheet) {
            let pair = Assignment(judge: sheet.judge, submission: sheet.submission)
            let last = sheets[sheet.stage]?[pair]
            var sheet = sheet
            sheet.revision = last?.revision ?? 1
            guard sheet != last else { return }
            sheet.revision = (last?.revision ?? 0) + 1
            sheets[sheet.stage, default: [:]][pair] = sheet
        }
    }

    private static let stages = [Some.stage, Some.final]

    /// Does one random thing, on both sides.
    private func act(_ ledger: Ledger, _ model: inout Model, _ nouns: inout RandomNouns) throws {
        let stage = Self.stages[nouns.random.below(2)]
        let submission = SubmissionID("S\(nouns.random.below(5))")
        let judge = JudgeID("J\(nouns.random.below(4))")
        let decision = nouns.decision()
        switch nouns.random.below(11) {
        case 0:
            let known = model.record.submissions[submission]
            let new = nouns.chance(2) ? nouns.submission(submission) : known
            guard let new else { return }
            try ledger.record([new], from: [], by: "x", at: Some.at)
            model.add(new)
        case 1:
            let new = nouns.judge(judge)
            try ledger.record([new], from: [], by: "x", at: Some.at)
            model.record.judges[judge] = new
        case 2, 3:
            let sheet = nouns.sheet(stage, judge, submission)
            for _ in 0...nouns.random.below(2) {
                try ledger.record(
                    [sheet], from: SourceFile(name: "\(decision.reason) \(sheet)"), by: "x",
                    at: Some.at)
                model.add(sheet)
            }
        case 4:
            let all = (0..<20).map {
                Assignment(
                    judge: JudgeID("J\($0 / 5)"), submission: SubmissionID("S\($0 % 5)"))
            }
            let chosen = all.filter { _ in nouns.chance(2) }.sorted()
            try ledger.record(chosen, of: stage, by: "x", at: Some.at)
            model.record.assignments[stage] = chosen.isEmpty ? nil : chosen
        case 5:
            let exit: Exit = nouns.chance(2) ? .withdrawn(decision) : .disqualified(decision)
            try ledger.record(exit, of: submission)
            model.record.exits[submission] = exit
        case 6:
            try ledger.record(closing: stage, decision)
            model.record.closings[stage] = decision
        case 7:
            try ledger.record(reopening: stage, decision)
            model.record.closings[stage] = nil
        case 8:
            let adjustment = Adjustment(
                stage: stage, submission: submission, judge: judge, points: nouns.points(),
                decision: decision)
            try ledger.record([adjustment, adjustment])
            model.record.adjustments += [adjustment, adjustment]
        case 9:
            let conflicts = nouns.texts().map {
                Conflict(judge: judge, target: .organisation($0), reason: $0)
            }
            try ledger.record(conflicts, isComplete: true, from: [], by: "x", at: Some.at)
            model.record.conflicts = conflicts
        default:
            let admitted = (0..<5).map { SubmissionID("S\($0)") }.filter { _ in nouns.chance(2) }
            try ledger.record(admissionsTo: stage, admitted, by: "x", at: Some.at)
            model.record.advanced[stage] = admitted
        }
    }

    @Test(arguments: SeededCases(25))
    func `the replay is the state`(_ case: SeededCases.Case) throws {
        let work = try Workplace()
        var nouns = RandomNouns(random: `case`.random)
        var model = Model()
        for _ in 1...3 {
            let ledger = try work.open()
            for _ in 1...20 { try act(ledger, &model, &nouns) }
            try expect(ledger, model)
        }
    }

    private func expect(_ ledger: Ledger, _ model: Model) throws {
        let record = try ledger.contestRecord()
        #expect(record.submissions.mapValues(\.asLoaded) == model.record.submissions)
        #expect(record.loadOrder == model.record.loadOrder)
        #expect(record.judges == model.record.judges)
        #expect(record.exits == model.record.exits)
        #expect(record.adjustments == model.record.adjustments)
        #expect(record.closings == model.record.closings)
        #expect(record.assignments == model.record.assignments)
        #expect(record.advanced == model.record.advanced)
        #expect(Set(record.conflicts) == Set(model.record.conflicts))
        let facts = try ledger.facts()
        #expect(facts.map(\.sequence) == Array(1..<facts.count + 1))
        for stage in Self.stages {
            let sheets = Array((model.sheets[stage] ?? [:]).values)
            let sorted = sheets.sorted { ($0.submission, $0.judge) < ($1.submission, $1.judge) }
            #expect(try ledger.sheets(of: stage) == sorted)
            let criteria = Array(Set(sheets.flatMap { $0.marks.map(\.criterion) })).sorted()
            #expect(
                try ledger.marks(of: stage, criteria: criteria)
                    == MarkTable(sheets, criteria: criteria))
        }
    }
}
