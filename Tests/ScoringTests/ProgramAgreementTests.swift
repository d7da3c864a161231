import Contests
import Numbers
import Scoring
import Testing

struct ProgramAgreementTests {
    private func table(_ marks: [(judge: String, submission: String, a: Int?, b: Int?)]) throws
        -> MarkTable
    {
        let sheets = try marks.map { mark in
            var given: [Mark] = []
            if let a = mark.a { given.append(Mark(criterion: "a", value: .points(try Points(a)))) }
            if let b = mark.b { given.append(Mark(criterion: "b", value: .points(try Points(b)))) }
            return ScoreSheet(
                stage: StageID(track: "t", name: "s"), judge: JudgeID(mark.judge),
                submission: SubmissionID(mark.submission), rubricHash: "", marks: given)
        }
        return MarkTable(sheets, criteria: ["a", "b"])
    }

    @Test func `severity, its error, both kappas and the widest differences are as by hand`() throws
    {
        let marks = try table([
            ("J1", "S1", 4, nil), ("J2", "S1", 6, nil), ("P", "S1", 3, nil),
            ("J1", "S2", 8, nil), ("P", "S2", 8, nil), ("P", "S3", 1, nil),
            ("J1", "S4", 2, 7), ("J2", "S4", 4, 9), ("P", "S4", 6, nil),
        ])
        let found = ProgramAgreement.all(in: marks, programs: ["P"])
        #expect(found.map(\.criterion) == ["a"])  // on b it marks nothing
        let agreement = try #require(found.first)
        // Differences 2, 0 and −3: their mean is −1/3, their deviation √(38/6).
        #expect(agreement.submissions == 3)
        #expect(abs(agreement.severity + 1.0 / 3) < 1e-12)
        #expect(abs((agreement.error ?? 0) - (38.0 / 18).squareRoot()) < 1e-12)
        #expect(agreement.widest.map(\.submission) == ["S4", "S1"])
        #expect(agreement.widest.map(\.peopleCount) == [2, 2])
        #expect(agreement.widest.first?.severity == -3)
        // Pairs (3,4) (3,6) (8,8) (6,2) (6,4): Σd² = 30, x̄ = 5.2, ȳ = 4.8, Σx²+Σy² = 154+136.
        let expected = (154.0 + 136) / 5 - 2 * 5.2 * 4.8
        #expect(abs((agreement.kappa ?? 0) - (1 - 30.0 / 5 / expected)) < 1e-12)
        // People: 4–6 and 2–4, both ways round: d² = 4, mean 4, Σx² = 72 over four.
        #expect(abs((agreement.peopleKappa ?? 0) - (1 - 4.0 / (2 * 18 - 2 * 16))) < 1e-12)
    }

    @Test func `without people, or without programs, there is nothing to compare`() throws {
        let marks = try table([("P", "S1", 3, 1), ("Q", "S1", 4, 2), ("J1", "S2", 5, 5)])
        #expect(ProgramAgreement.all(in: marks, programs: ["P", "Q"]).isEmpty)
        #expect(ProgramAgreement.all(in: marks, programs: []).isEmpty)
    }

    @Test func `what agrees to the point is no difference to look at`() throws {
        let marks = try table([("P", "S1", 3, nil), ("J1", "S1", 3, nil)])
        let agreement = try #require(ProgramAgreement.all(in: marks, programs: ["P"]).first)
        #expect(agreement.widest.isEmpty && agreement.severity == 0)
        #expect(agreement.error == nil && agreement.kappa == nil)
    }
}
