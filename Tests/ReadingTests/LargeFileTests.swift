import Contests
import Formats
import Foundation
import Reading
import Testing

@Suite struct LargeFileTests {
    /// Resident memory of this process in bytes.
    private func resident() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return try #require(pages) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    @Test func `a file of 120 MB is read in memory that is far smaller`() throws {
        let folder = try TestFolder()
        let count = 100_000
        let words = String(repeating: "一件作品的摘要 and some words of it. ", count: 24)
        try folder.write("", to: "submissions/x.xml")
        let path = folder.path + "/submissions/x.xml"
        let file = try #require(FileHandle(forWritingAtPath: path))
        file.write(Data("<export>\n".utf8))
        for start in stride(from: 0, to: count, by: 1_000) {
            let projects = (start..<start + 1_000).map {
                "<project no=\"S\($0)\"><name>t</name><text>\(words)</text><meta><kind>T1</kind>"
                    + "</meta></project>\n"
            }
            file.write(Data(projects.joined().utf8))
        }
        file.write(Data("</export>\n".utf8))
        try file.close()

        let text = try changed(
            ContestTexts.contest, "</contest>", to: MappingTests.xml + "</contest>")
        let contest = try #require(try folder.load(text).contest)
        let before = try resident()
        var (peak, read) = (before, 0)
        let summary = try SubmissionReader.read(
            paths: [path], contestFolder: folder.path, contest: contest
        ) { batch in
            read += batch.count
            if read % 8_192 < batch.count { peak = max(peak, try resident()) }
        }
        #expect(summary.faults.isEmpty)
        #expect(read == count)
        #expect(peak - before < 80 << 20)
    }

    @Test func `what the receiver throws ends the reading`() throws {
        struct Full: Error {}
        let folder = try TestFolder()
        let projects = (0..<5_000).map { MappingTests.project($0) }
        try folder.write("<export>\(projects.joined())</export>", to: "submissions/x.xml")
        let text = try changed(
            ContestTexts.contest, "</contest>", to: MappingTests.xml + "</contest>")
        let contest = try #require(try folder.load(text).contest)
        #expect(throws: Full.self) {
            _ = try SubmissionReader.read(
                paths: [folder.path + "/submissions"], contestFolder: folder.path, contest: contest
            ) { _ in throw Full() }
        }
    }
}
