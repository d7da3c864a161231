import Contests
import Formats
import Foundation
import Judging
import Testing

struct SheetRefusalTests {
    struct Refusal: CustomStringConvertible {
        var name: String
        var row: String
        var message: String
        var description: String { name }
    }

    static let head =
        "stage,judge,submission,novelty,novelty comment,use,eligible,parts,rubric,check"

    static let refusals = [
        Refusal(
            name: "an unknown judge", row: ",J9,S1,5,,5,pass,,,",
            message: "there is no judge 'J9'; a sheet names a judge of the contest. Perhaps 'J1' is"
                + " meant."),
        Refusal(
            name: "an unknown submission", row: "t/final,J1,S11,5,,5,pass,,,",
            message: "there is no submission 'S11'; a sheet names a submission by its id. Perhaps "
                + "'S1' is meant."),
        Refusal(
            name: "a submission that was not assigned", row: "t/final,J1,S3,5,,5,pass,,,",
            message: "the judge was not assigned this submission in t/final; only assigned judges' "
                + "marks count. Check judge and submission, or assign the pair first."),
        Refusal(
            name: "an unknown stage", row: "t/finale,J1,S1,5,,5,pass,,,",
            message: "there is no stage 't/finale'; a stage is written TRACK/STAGE. Perhaps "
                + "'t/final' is meant."),
        Refusal(
            name: "a mark off the scale", row: ",J1,S1,11,,5,pass,,,",
            message: "the mark 11 on 'novelty' is off the scale; marks go from 0 to 10 in steps of "
                + "0.5. The highest mark is 10."),
        Refusal(
            name: "a mark off the step", row: ",J1,S1,7.3,,5,pass,,,",
            message:
                "the mark 7.3 on 'novelty' is between two steps; marks go from 0 to 10 in steps"
                + " of 0.5. The nearest marks are 7 and 7.5."),
        Refusal(
            name: "a mark in words", row: ",J1,S1,good,,5,pass,,,",
            message: "'good' on 'novelty' is no number; a mark is a decimal such as 8.5. Write the "
                + "number alone; put words in the column of comments."),
        Refusal(
            name: "a missing comment", row: ",J1,S1,9.5,,5,pass,,,",
            message: "the mark 9.5 on 'novelty' has no comment; marks below 3 and above 9 need a "
                + "comment. Say why in the column of comments."),
        Refusal(
            name: "not applicable where it is refused", row: ",J1,S1,n/a,,5,pass,,,",
            message: "\"not applicable\" on 'novelty'; this criterion applies to every submission. "
                + "Give a mark, or leave the cell empty for not scored."),
        Refusal(
            name: "a gate neither passed nor failed", row: ",J1,S1,5,,5,maybe,,,",
            message: "'maybe' on 'eligible' is neither pass nor fail; a gate is passed or failed. "
                + "Write pass or fail."),
        Refusal(
            name: "an unknown box", row: ",J1,S1,5,,5,pass,a c,,",
            message: "'parts' has no box 'c'; its boxes are a, b. Name the boxes that hold, with "
                + "blanks between them; 0 for none."),
        Refusal(
            name: "another version of the rubric", row: ",J1,S1,5,,5,pass,,r-ffff456789abcdef,",
            message:
                "it was made for another version of the rubric (r-ffff456789abcdef); rubric 'r' "
                + "version 1 is r-0123456789abcdef. Write the sheets anew and let the judge mark "
                + "on the new one."),
        Refusal(
            name: "a wrong check value", row: ",J1,S1,5,,5,pass,,,ABCDE-FGHJK",
            message: "its check value 'ABCDE-FGHJK' does not belong to this judge, stage and "
                + "submission; the check value shows that a row was not mixed up or edited. "
                + "Restore the columns judge, stage, submission and check from the file sent out."),
    ]

    @Test(arguments: refusals)
    func `a bad sheet is refused with its reason, and the good one beside it is kept`(
        _ refusal: Refusal
    ) throws {
        let office = try MarkingOffice()
        let collected = try office.collect(
            csv: "\(Self.head)\n,J2,S2,5,,5,pass,,,\n\(refusal.row)\n")
        let cells = refusal.row.split(separator: ",", omittingEmptySubsequences: false)
        #expect(
            office.lines(collected) == [
                "in.csv:3: error: sheet of '\(cells[1])' for '\(cells[2])': \(refusal.message)"
            ])
        #expect(collected.sheets.map(\.sheet.judge) == ["J2"])
        #expect(collected.refused == 1)
        #expect(!collected.faults.lines(in: .chinese).joined().contains("error"))
    }

    @Test func `a judge who has recused is refused`() throws {
        var office = try MarkingOffice()
        office.record.recusals = [
            Recusal(judge: "J1", stage: office.stage.id, submission: "S1", reason: "my student")
        ]
        let collected = try office.collect(csv: "\(Self.head)\n,J1,S1,5,,5,pass,,,\n")
        #expect(collected.sheets.isEmpty)
        #expect(office.lines(collected).first?.contains("has recused: my student;") == true)
    }

    @Test func `a sheet past the deadline is refused, or accepted with a note`() throws {
        let office = try MarkingOffice(deadline: "2026-05-01T18:00:00+08:00")
        let text = "\(Self.head)\n,J1,S1,5,,5,pass,,,\n"
        let inTime = try office.collect(csv: text, now: "2026-05-01T10:00:00Z")
        #expect(inTime.sheets.map(\.isLate) == [false])
        let late = try office.collect(csv: text, now: "2026-05-01T10:00:01Z")
        #expect(late.sheets.isEmpty)
        #expect(
            office.lines(late).first?.contains(
                "it comes after the deadline; sheets are accepted until 2026-05-01T18:00:00+08:00.")
                == true)
        let allowed = try office.collect(
            csv: text, now: "2026-05-01T10:00:01Z", allowsLate: true)
        #expect(allowed.sheets.map(\.isLate) == [true])
        #expect(allowed.faults.faults.map(\.severity) == [.note])
    }

    @Test func `a column that is no criterion is told with the nearest one`() throws {
        let office = try MarkingOffice()
        let collected = try office.collect(
            csv: "judge,submission,novelti,use,eligible\nJ1,S1,5,5,pass\n")
        #expect(collected.sheets.isEmpty)
        #expect(
            office.lines(collected) == [
                "in.csv:2: error: sheet of 'J1' for 'S1': there is no criterion 'novelti'; the "
                    + "rubric has novelty, use, eligible, parts, delay, advice. Perhaps 'novelty' "
                    + "is meant."
            ])
    }

    @Test func `tables without their columns, other XML and missing files are told`() throws {
        let office = try MarkingOffice()
        try office.workshop.write("judge,novelty\nJ1,5\n", to: "a.csv")
        try office.workshop.write("judge,submission\nJ1,S1\n", to: "b.csv")
        try office.workshop.write("<rubric/>", to: "c.xml")
        try office.workshop.write("<sheets judge='J1'><sheet>", to: "d.xml")
        let lines = office.lines(office.collect(["a.csv", "b.csv", "c.xml", "d.xml", "e.csv"]))
        #expect(lines.count == 5)
        #expect(lines[0].hasPrefix("a.csv:1: error: there is no column submission;"))
        #expect(lines[1].hasPrefix("b.csv:1: error: there is no column of marks;"))
        #expect(lines[2].hasPrefix("c.xml:1:1: error: the root element is <rubric>;"))
        #expect(lines[3].hasPrefix("d.xml:1"))
        #expect(lines[4].hasPrefix("e.csv: error: there is no such file or folder."))
    }

    @Test func `two marks for one criterion in a long table are refused`() throws {
        let office = try MarkingOffice()
        let collected = try office.collect(
            csv: "judge,submission,criterion,mark\nJ1,S1,use,5\nJ1,S1,use,5\nJ1,S1,use,6\n")
        #expect(collected.sheets.isEmpty)
        #expect(
            office.lines(collected) == [
                "in.csv:4: error: sheet of 'J1' for 'S1': criterion 'use' was marked on line 2 "
                    + "already, '5'; a sheet has one mark for each criterion. Leave one of the two."
            ])
    }
}
