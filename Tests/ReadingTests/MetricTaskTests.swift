import Contests
import Formats
import Numbers
import Reading
import Testing

/// What built-in judges measure, as `<metric>` in a stage.
@Suite struct MetricTaskTests {
    private static let criterion = """
        <criterion id="error" kind="measurement" weight="0"><name xml:lang="zh">误差</name>\
        <name xml:lang="en">Error</name><measure minimum="0" maximum="5"/></criterion></rubric>
        """

    private func load(_ metric: String) throws -> ContestFile.Loaded {
        let folder = try TestFolder()
        _ = try folder.write(
            try changed(ContestTexts.rubric, "</rubric>", to: Self.criterion), to: "rubrics/r.xml")
        let contest = try changed(
            ContestTexts.contest, "<panel minimum=\"3\" maximum=\"5\"/>",
            to: "<panel minimum=\"3\" maximum=\"5\"/>" + metric)
        let path = try folder.write(contest, to: "contest.xml")
        return ContestFile.load(path: path, file: "contest.xml")
    }

    private func tasks(_ metric: String) throws -> [MetricTask] {
        let loaded = try load(metric)
        #expect(loaded.faults.lines(in: .english) == [])
        return loaded.contest?.stage(StageID(track: "open", name: "preliminary"))?.metrics ?? []
    }

    private func problems(_ rest: String) throws -> [String] {
        try load("<metric judge=\"M\" \(rest)/>").faults.faults.map(\.problem.english)
    }

    @Test func `a metric, its files, its parts and its revisions are read`() throws {
        let tasks = try tasks(
            """
            <metric judge="M" criterion="error" name="quantile-loss" quantile="0.9"
              file="out/p-*.csv" answers="hidden/a.csv" key="k" answer="y" prediction="z"
              public="0.3" seed="7" counts="best" per-day="2"
              until="2026-04-30T18:00:00+08:00"/>
            """)
        let task = try #require(tasks.first)
        #expect(task.judge == "M" && task.criterion == "error" && task.metric == .quantileLoss)
        #expect(task.quantile == Points(millionths: 900_000))
        #expect(task.file == "out/p-*.csv" && task.answers == "hidden/a.csv")
        #expect([task.key, task.answer, task.prediction] == ["k", "y", "z"])
        #expect(task.split == .seeded(share: Points(millionths: 300_000), seed: 7))
        #expect(task.choice == .best && task.perDay == 2)
        #expect(task.until == Timestamp("2026-04-30T18:00:00+08:00"))
    }

    @Test(arguments: MetricKind.allCases)
    func `every metric can be named in a contest file`(_ metric: MetricKind) throws {
        let name = metric.rawValue
        let task = "judge=\"M\" criterion=\"error\" name=\"\(name)\" file=\"p.csv\""
        #expect(try tasks("<metric \(task) answers=\"a.csv\"/>").map(\.metric) == [metric])
    }

    @Test func `the stage's deadline ends the public part where until is not given`() throws {
        let task = try #require(
            try tasks(
                "<metric judge=\"M\" criterion=\"error\" name=\"mae\" file=\"p.csv\""
                    + " answers=\"a.csv\" split=\"part\"/>"
            ).first)
        let deadline = try #require(Timestamp("2026-05-01T18:00:00+08:00"))
        #expect(task.part(at: deadline, deadline: deadline) == .open)
        let later = Timestamp(seconds: deadline.seconds + 1)
        #expect(task.part(at: later, deadline: deadline) == .final)
    }

    private static let faulty: [(String, String)] = [
        ("criterion=\"new\" name=\"mae\"", "criterion=\"new\" in <metric> names no criterion"),
        ("criterion=\"error\" name=\"maa\"", "name=\"maa\""),
        ("criterion=\"error\" name=\"mae\" positive=\"yes\"", "positive in <metric>"),
        ("criterion=\"error\" name=\"mae\" places=\"3\"", "places in <metric>"),
        ("criterion=\"error\" name=\"mae\" quantile=\"0.5\"", "quantile in <metric>"),
        ("criterion=\"error\" name=\"quantile-loss\" quantile=\"1\"", "quantile=\"1\" in <metric>"),
        ("criterion=\"error\" name=\"mae\" overlap=\"0.5\"", "overlap in <metric>"),
        ("criterion=\"error\" name=\"detection-map\" overlap=\"0\"", "overlap=\"0\" in <metric>"),
        ("criterion=\"error\" name=\"detection-map\" overlap=\"1.1\"", "overlap=\"1.1\""),
        ("criterion=\"error\" name=\"mae\" public=\"1\"", "public=\"1\" in <metric>"),
        ("criterion=\"error\" name=\"mae\" seed=\"1\"", "seed in <metric>"),
        ("criterion=\"error\" name=\"mae\" split=\"s\" public=\"0.5\"", "public in <metric>"),
        ("criterion=\"error\" name=\"mae\" counts=\"best\"", "counts in <metric>"),
        ("criterion=\"error\" name=\"mae\" per-day=\"2\"", "per-day in <metric>"),
    ]

    @Test(arguments: faulty)
    func `a faulty metric is told`(_ rest: String, _ problem: String) throws {
        let found = try problems(rest + " file=\"p.csv\" answers=\"a.csv\"")
        #expect(found.count == 1)
        #expect(found.first?.contains(problem) == true, "\(found)")
    }

    @Test func `files lie in the contest's folder, and one star stands in the name`() throws {
        let rest = "criterion=\"error\" name=\"mae\" answers=\"../a.csv\" file=\"p.csv\""
        #expect(try problems(rest).contains { $0.contains("../a.csv") })
        let star = "criterion=\"error\" name=\"mae\" answers=\"a.csv\" file=\"*/p.csv\""
        #expect(try problems(star).contains { $0.contains("file=\"*/p.csv\"") })
    }

    @Test func `one judge does not measure a criterion twice`() throws {
        let metric =
            "<metric judge=\"M\" criterion=\"error\" name=\"mae\" file=\"p\" answers=\"a\"/>"
        #expect(
            try load(metric + metric).faults.faults.map(\.problem.english) == [
                "<metric> again for judge \"M\" and criterion \"error\""
            ])
    }

    @Test func `a table of measured values is read, and its criterion is a measurement`() throws {
        let loaded = try load(
            "<measured judge=\"M\" criterion=\"error\" file=\"cost.xlsx\" value=\"p95\"/>")
        #expect(loaded.faults.lines(in: .english) == [])
        let stage = loaded.contest?.stage(StageID(track: "open", name: "preliminary"))
        let table = try #require(stage?.measured.first)
        #expect(table.judge == "M" && table.criterion == "error" && table.file == "cost.xlsx")
        #expect(table.key == "submission" && table.value == "p95")
        let other = try load("<measured judge=\"M\" criterion=\"new\" file=\"cost.csv\"/>")
        #expect(other.faults.faults.count == 1)
    }
}
