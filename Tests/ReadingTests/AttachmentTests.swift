import Contests
import Formats
import Foundation
import Reading
import Testing

@Suite struct AttachmentTests {
    private static let table = "id,track,title,attachments\nS1,open,t,\nS2,open,t,b.txt\n"
    private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test func `the files in a submission's folder become its attachments`() throws {
        let folder = try TestFolder()
        try folder.write(Self.table, to: "submissions/s.csv")
        try folder.write("abc", to: "submissions/S1/a.txt")
        try folder.write("abc", to: "submissions/S1/more/z.txt")
        try folder.write("hidden", to: "submissions/S1/.hidden")
        let load = try SubmissionLoad(folder)
        #expect(load.lines == [])
        #expect(
            load.submissions.map(\.attachments) == [
                [
                    Attachment(name: "a.txt", size: 3, sha256: Self.abc),
                    Attachment(name: "more/z.txt", size: 3, sha256: Self.abc),
                ],
                [Attachment(name: "b.txt")],
            ])
    }

    @Test func `an attachment that is not what the file says is told`() throws {
        let folder = try TestFolder()
        let line = #"{"id":"S1","track":"open","title":"t","attachments":[{"name":"a","size":4}]}"#
        try folder.write(line, to: "submissions/s.jsonl")
        try folder.write("abc", to: "submissions/S1/a")
        let load = try SubmissionLoad(folder)
        #expect(load.submissions.isEmpty)
        #expect(
            load.lines == [
                "s.jsonl:1: error: the attachment \"a\" has 3 bytes, and 4 is stated; what was "
                    + "handed in must be what is judged. Bring the right file, or correct what is "
                    + "stated."
            ])
    }

    @Test func `a link that leads out of the folder is refused`() throws {
        let folder = try TestFolder()
        try folder.write(Self.table, to: "submissions/s.csv")
        try folder.write("secret", to: "secret.txt")
        try folder.write("abc", to: "submissions/S1/a.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/submissions/S1/b.txt",
            withDestinationPath: folder.path + "/secret.txt")
        let load = try SubmissionLoad(folder)
        #expect(load.submissions.map(\.id) == ["S2"])
        #expect(load.lines.count == 1)
        #expect(load.lines[0].contains("a path may not lead outside its folder"))
    }

    @Test(arguments: ["../x", "/etc/passwd", "a\\b", "C:x", "a//b", "con"])
    func `an attachment's name that is no safe path is refused`(_ name: String) throws {
        let folder = try TestFolder()
        try folder.write(
            "id,track,title,attachments\nS1,open,t,\(name)\n", to: "submissions/s.csv")
        let load = try SubmissionLoad(folder)
        #expect(load.submissions.isEmpty)
        #expect(load.lines.count == 1)
    }

    @Test func `a folder for each submission is a source by itself`() throws {
        let folder = try TestFolder()
        try folder.write(
            "<submission id='B' track='open'><title>b</title></submission>",
            to: "submissions/two/submission.xml")
        try folder.write(
            #"{"id":"A","track":"open","title":"a"}"#, to: "submissions/one/submission.json")
        try folder.write("abc", to: "submissions/one/a.txt")
        try folder.write("<submission id='C'/>", to: "submissions/zero/submission.xml")
        let load = try SubmissionLoad(folder)
        #expect(load.submissions.map(\.id) == ["A", "B"])
        #expect(load.submissions[0].attachments.map(\.name) == ["a.txt"])
        #expect(load.lines.allSatisfy { $0.hasPrefix("zero/submission.xml:1:1: error: ") })
        #expect(load.summary.files.count == 3)
    }

    @Test func `a path that is not there is told, and other files are passed over with a note`()
        throws
    {
        let folder = try TestFolder()
        try folder.write("hello", to: "submissions/readme.md")
        let load = try SubmissionLoad(folder)
        #expect(load.summary.faults.faults.map(\.severity) == [.note])
        try folder.write("[]", to: "submissions/all.json")
        #expect(
            try SubmissionLoad(folder).summary.faults.faults.map(\.severity) == [.warning, .note])
        let empty = try TestFolder()
        #expect(try SubmissionLoad(empty).summary.faults.hasErrors)
    }
}
