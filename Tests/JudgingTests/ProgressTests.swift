import Contests
import Judging
import Numbers
import Testing

struct ProgressTests {
    @Test func `progress counts what is done, open, late and recused, and who blocks what`() throws
    {
        var office = try MarkingOffice(deadline: "2026-05-01T18:00:00+08:00")
        office.record.recusals = [
            Recusal(judge: "J2", stage: office.stage.id, submission: "S2")
        ]
        let done = try office.sheet("J1", "S1", comment: "x")
        var open = try office.sheet("J1", "S2", comment: "x")
        open.marks.removeFirst()
        let table = MarkTable([done, open], criteria: office.rubric.criteria.map(\.id))
        let progress = Progress(
            of: office.stage, in: office.contest, rubric: office.rubric, record: office.record,
            marks: table, now: Timestamp("2026-05-02T00:00:00Z"))
        #expect(progress.total.assigned == 3 && progress.total.done == 1)
        #expect(progress.total.open == 1 && progress.total.notBegun == 1)
        #expect(progress.total.late == 2 && progress.total.recused == 1)
        #expect(progress.judges.map(\.counts.done) == [1, 0])
        #expect(
            progress.blocked == [
                .init(submission: "S1", notBegun: ["J2"]),
                .init(submission: "S2", open: ["J1"], unassigned: 1),
                .init(submission: "S3", unassigned: 2),
            ])
    }
}
