import Contests
import Formats
import Reading
import Testing

/// Outside programs, as `<program>` in a stage.
@Suite struct ProgramTaskTests {
    private func load(_ programs: String) throws -> ContestFile.Loaded {
        let folder = try TestFolder()
        _ = try folder.write(ContestTexts.rubric, to: "rubrics/r.xml")
        let panel = "<panel minimum=\"3\" maximum=\"5\"/>"
        let contest = try changed(ContestTexts.contest, panel, to: panel + programs)
        return ContestFile.load(path: try folder.write(contest, to: "contest.xml"), file: "c.xml")
    }

    private func tasks(_ programs: String) throws -> [ProgramTask] {
        let loaded = try load(programs)
        #expect(loaded.faults.lines(in: .english) == [])
        return loaded.contest?.stage(StageID(track: "open", name: "preliminary"))?.programs ?? []
    }

    @Test
    func `a program advises, one process for each submission, unless the file says otherwise`()
        throws
    {
        let task = try #require(try tasks("<program judge=\"P\" command=\"p/run\"/>").first)
        #expect(task == ProgramTask(judge: "P", command: "p/run"))
        #expect(!task.counts && !task.isKept && !task.hasNetwork && task.atOnce == 1)
        #expect((task.seconds, task.megabytes, task.attempts) == (60, 1_024, 3))
    }

    @Test func `limits, network and variables of a program are read`() throws {
        let tasks = try tasks(
            """
            <program judge="P" command="p/run" counts="yes" keep="yes" at-once="8" seconds="120"
              memory="2048" attempts="5" network="yes" variables="API_KEY MODEL"/>
            <program judge="Q" command="q/run"/>
            """)
        let task = try #require(tasks.first)
        #expect(task.counts && task.isKept && task.hasNetwork && task.atOnce == 8)
        #expect((task.seconds, task.megabytes, task.attempts) == (120, 2_048, 5))
        #expect(task.variables == ["API_KEY", "MODEL"])
        let loaded = try load("<program judge=\"P\" command=\"p/run\"/>")
        let stage = loaded.contest?.stage(StageID(track: "open", name: "preliminary"))
        #expect(stage?.advisers == ["P"])
        #expect(tasks.map(\.judge) == ["P", "Q"])
    }

    private static let faulty: [(programs: String, problem: String)] = [
        ("<program command=\"p/run\"/>", "judge"),
        ("<program judge=\"P\"/>", "command"),
        ("<program judge=\"P\" command=\"run\"/>", "command=\"run\""),
        ("<program judge=\"P\" command=\"../p/run\"/>", "../p/run"),
        ("<program judge=\"P\" command=\"/bin/sh\"/>", "/bin/sh"),
        ("<program judge=\"P\" command=\"p/run\" at-once=\"0\"/>", "at-once=\"0\""),
        ("<program judge=\"P\" command=\"p/run\" seconds=\"0\"/>", "seconds=\"0\""),
        ("<program judge=\"P\" command=\"p/run\" seconds=\"1.5\"/>", "seconds=\"1.5\""),
        ("<program judge=\"P\" command=\"p/run\" memory=\"8\"/>", "memory=\"8\""),
        ("<program judge=\"P\" command=\"p/run\" attempts=\"99\"/>", "attempts=\"99\""),
        ("<program judge=\"P\" command=\"p/run\" counts=\"maybe\"/>", "counts=\"maybe\""),
        ("<program judge=\"P\" command=\"p/run\" variables=\"A=B\"/>", "A=B"),
        ("<program judge=\"P\" command=\"p/run\" timeout=\"5\"/>", "timeout"),
        (
            "<program judge=\"P\" command=\"p/run\"/><program judge=\"P\" command=\"q/run\"/>",
            "<program> for judge \"P\", who has work already"
        ),
    ]

    @Test(arguments: faulty)
    func `a faulty program is told, in both languages`(programs: String, problem: String) throws {
        let faults = try load(programs).faults
        #expect(faults.faults.count == 1, "\(faults.lines(in: .english))")
        #expect(faults.faults.first?.problem.english.contains(problem) == true)
        #expect(faults.lines(in: .chinese) != faults.lines(in: .english))
        #expect(faults.faults.first?.line != nil)
    }
}
