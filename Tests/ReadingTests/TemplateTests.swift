import Contests
import Formats
import Reading
import Testing

@Suite struct TemplateTests {
    @Test(arguments: Language.allCases)
    func `a new contest's folder is accepted without a fault`(_ language: Language) throws {
        let folder = try TestFolder()
        for file in ContestTemplate.files(language: language) {
            try folder.write(file.text, to: file.path)
        }
        let loaded = ContestFile.load(path: folder.path + "/contest.xml", file: "contest.xml")
        #expect(loaded.faults.lines(in: language) == [])
        let contest = try #require(loaded.contest)
        let judges = JudgeReader.read(
            path: folder.path + "/judges.csv", file: "judges.csv", contest: contest)
        #expect(judges.faults.lines(in: language) == [])
        var submissions: [Submission] = []
        let summary = SubmissionReader.read(
            paths: [folder.path + "/submissions"], contestFolder: folder.path, contest: contest
        ) { submissions += $0 }
        #expect(summary.faults.lines(in: language) == [])
        let conflicts = ConflictReader.read(
            path: folder.path + "/conflicts.csv", file: "conflicts.csv", contest: contest,
            judges: judges.judges, submissions: Set(submissions.map(\.id)))
        #expect(conflicts.faults.lines(in: language) == [])
        #expect(judges.judges.count == 4)
        #expect(submissions.count == 2)
        #expect(conflicts.conflicts.count == 1)
    }
}
