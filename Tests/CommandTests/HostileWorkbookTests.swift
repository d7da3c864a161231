import Foundation
import TestSupport
import Testing

/// Workbooks that mean harm, given to the built program: each is refused in words, and none ends
/// the program, holds it up or takes more than 100 MB.
struct HostileWorkbookTests {
    static let kinds: [(kind: String, message: String)] = [
        ("bomb", "swells up when it is unpacked"), ("lying_bomb", "error: "),
        ("overlapping", "parts of the workbook overlap"),
        ("traversal", "a part named '../../../../tmp/escaped.txt'"),
        ("absolute", "a part named '/etc/cron.d/x'"),
        ("twice", "error: "), ("broken_directory", "damaged"),
        ("cut", "damaged"), ("bad_checksum", "damaged"),
        ("many_parts", "the workbook has 60004 parts"),
        ("many_sheets", "the workbook has 10000 sheets"),
        ("entities", "DOCTYPE"), ("outside", "DOCTYPE"), ("deep", "swells up"),
        ("shared", "the workbook's texts are too many"), ("amplified", "error: "),
        ("wide", "damaged"), ("numbers", "error: "),
        ("no_workbook", "there is no workbook in the file"), ("old", "an old .xls"),
    ]

    @Test(arguments: kinds)
    func `a hostile workbook is refused within 100 MB and harms nothing`(
        kind: String, message: String
    ) throws {
        let workshop = try ContestWorkshop()
        #expect(try Program.run(["init", "c"], in: workshop.path).status == 0)
        let path = workshop.inside("c/submissions/a.xlsx")
        try Python.run(.hostile, [path, kind])
        for verb in [["load"], ["collect", path]] {
            let run = try MeasuredRun(
                verb + ["--contest", workshop.inside("c"), "--lang", "en"], in: workshop.path)
            #expect(run.status == 1, "\(verb) \(run.errors.prefix(500))")
            #expect(run.peakMebibytes <= 100, "\(verb)")
            #expect(run.errors.contains("a.xlsx: "), "\(run.errors.prefix(500))")
            if verb == ["load"] {
                #expect(run.errors.contains(message), "\(run.errors.prefix(500))")
            }
        }
        #expect(!FileManager.default.fileExists(atPath: "/tmp/escaped.txt"))
    }
}
