import Contests
import Formats
import Foundation
import Reading
import TestSupport
import Testing

/// Whether `xmllint` is installed, which tests of the schemas compare with.
private let hasXMLLint = FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint")

@Suite(.enabled(if: hasXMLLint, "xmllint is not installed"))
struct SchemaTests {
    /// Whether `xmllint` accepts a document by a schema.
    private func accepts(_ text: String, _ kind: String) throws -> Bool {
        let folder = try TestFolder()
        let schema = try #require(Schemas.text(for: kind))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/xmllint")
        process.arguments = [
            "--nonet", "--noout", "--relaxng", try folder.write(schema, to: "s.rng"),
            try folder.write(text, to: "d.xml"),
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitWithinLimit()
        // 3 and 4: not valid; anything else would be the schema's own fault.
        #expect([0, 3, 4].contains(process.terminationStatus))
        return process.terminationStatus == 0
    }

    @Test func `the contest schema accepts what the reader accepts`() throws {
        #expect(try accepts(ContestTexts.contest, "contest"))
        #expect(try accepts(ContestTexts.full, "contest"))
        #expect(try accepts(ContestTexts.summit, "contest"))
    }

    @Test func `the contest schema refuses what the reader refuses by form`() throws {
        for fault in ContestFaultTests.names + ContestFaultTests.values + ContestFaultTests.aims {
            let text = try changed(ContestTexts.contest, fault.part, to: fault.other)
            // What lies beyond the form of single elements is the reader's alone.
            let isFormal =
                Self.formal.contains { fault.message.contains($0) }
                && !Self.beyondForm.contains { fault.message.contains($0) }
            #expect(try accepts(text, "contest") != isFormal, "\(fault)")
        }
    }

    @Test func `the contest schema accepts a metric, and refuses a name that is none`() throws {
        let panel = "<panel minimum=\"3\" maximum=\"5\"/>"
        for (name, isGood) in [("f1-macro", true), ("f1", false)] {
            let metric =
                "<metric judge=\"M\" criterion=\"c\" name=\"\(name)\" file=\"p-*.csv\" "
                + "answers=\"a.csv\" public=\"0.3\" seed=\"7\" counts=\"best\" per-day=\"2\"/>"
            let text = try changed(ContestTexts.contest, panel, to: panel + metric)
            #expect(try accepts(text, "contest") == isGood)
        }
    }

    /// Parts of messages on the form of elements and attributes.
    private static let formal = [
        "unknown ", "未知", " has no id;", "stands in", "is empty", "holds <", "holds no", "must be ",
        "必须是", "exactly one of",
    ]

    /// Days that do not exist, and numbers that do not fit each other.
    private static let beyondForm = ["2026-02-30", "value must be left", "senior="]

    @Test func `the rubric schema accepts what the reader accepts`() throws {
        #expect(try accepts(ContestTexts.rubric, "rubric"))
        let folder = try #require(ShippedRubrics.folder)
        for name in ShippedRubrics.names(in: folder) {
            let text = try String(contentsOfFile: "\(folder)/\(name).xml", encoding: .utf8)
            #expect(try accepts(text, "rubric"), "\(name)")
        }
    }

    @Test func `the rubric schema refuses an unknown kind, a missing scale limit and stray text`()
        throws
    {
        for (part, other) in [
            ("kind=\"gate\"", "kind=\"gaet\""), ("minimum=\"0\" maximum=\"40\"", "minimum=\"0\""),
            ("weight=\"40\">", "weight=\"40\">text"), ("step=\"1\"", "step=\"one\""),
            ("version=\"2\"", "verson=\"2\""),
        ] {
            let text = try changed(ContestTexts.rubric, part, to: other)
            let reading = RubricFile.read(bytes: Array(text.utf8), file: "r.xml")
            #expect(reading.rubric == nil)
            #expect(!(try accepts(text, "rubric")), "\(other)")
        }
    }

    @Test(arguments: SubmissionXMLTests.forms)
    func `the submission schema and the reader agree`(_ form: SubmissionXMLTests.Form) throws {
        #expect(try accepts(form.text, "submissions") == form.isSound)
    }

    @Test func `the schema of sheets accepts a sheet and refuses one without its rubric's hash`()
        throws
    {
        let sheet = """
            <sheets contest="c" judge="J1">
              <sheet stage="t/s" submission="S1" rubric-hash="\(String(repeating: "a", count: 64))"
                     confidence="3">
                <mark criterion="new" value="8.5">good</mark>
                <mark criterion="use" not-applicable="yes"/>
                <mark criterion="box" ticks="a c"/>
              </sheet>
            </sheets>
            """
        #expect(try accepts(sheet, "sheets"))
        #expect(!(try accepts(try changed(sheet, "rubric-hash", to: "hash"), "sheets")))
    }

    @Test func `every schema documents its elements in English and Chinese`() throws {
        for kind in Schemas.kinds {
            let text = try #require(Schemas.text(for: kind))
            #expect(text.contains("<a:documentation xml:lang=\"en\">"))
            #expect(text.contains("<a:documentation xml:lang=\"zh\">"))
        }
        #expect(Schemas.text(for: "nothing") == nil)
    }
}
