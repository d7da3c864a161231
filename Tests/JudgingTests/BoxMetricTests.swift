import Contests
import Formats
import Foundation
import Judging
import Numbers
import TestSupport
import Testing

/// Metrics of boxes, from files to value.
struct BoxMetricTests {
    private let workshop: ContestWorkshop

    init() throws {
        workshop = try ContestWorkshop()
    }

    private func judge(
        _ metric: MetricKind, _ answers: String, file: String = "a.csv",
        _ change: (inout MetricTask) -> Void = { _ in }
    ) throws -> MetricJudge {
        try workshop.write(answers, to: file)
        var task = MetricTask(
            judge: "M", criterion: "c", metric: metric, file: "p.csv", answers: file)
        change(&task)
        return try MetricJudge(task: task, answers: workshop.inside(file), file: file)
    }

    private func values(
        _ judge: MetricJudge, _ predictions: String, file: String = "p.csv",
        on parts: [MetricPart] = [.final]
    ) throws -> [Double] {
        try workshop.write(predictions, to: file)
        return try judge.values(of: workshop.inside(file), file: file, on: parts)
    }

    private static let boxes = """
        id,answer
        a,0 0 2 2
        b,10 10 20 20
        """

    @Test func `the overlap of boxes is its mean over the rows`() throws {
        let found = "id,prediction\nb,10 10 20 20\na,1 1 3 3\n"
        let value = try values(judge(.boxOverlap, Self.boxes), found)[0]
        #expect(abs(value - (1.0 / 7 + 1) / 2) < 1e-15)
    }

    @Test(arguments: ["", "1 1 3", "1 1 3 3 3", "3 1 1 3", "1 1 1 3", "1 1 x 3", "1,1,3,3"])
    func `what is no box is told with its line`(cell: String) throws {
        let judge = try judge(.boxOverlap, Self.boxes)
        let error = #expect(throws: FaultList.self) {
            try values(judge, "id,prediction\na,\"\(cell)\"\nb,10 10 20 20\n")
        }
        let line = try #require(error?.lines(in: .english).first)
        #expect(line.hasPrefix("p.csv:2: error: '\(cell)' stands at the id 'a'"))
        #expect(line.contains("left, top, right and bottom"))
    }

    /// Two classes over three pictures; nothing is in the third.
    private static let things = """
        id,answer,part
        p1,car 0 0 10 10 car 20 20 30 30,private
        p2,dog 0 0 10 10,public
        p3,,private
        """
    private static let found = """
        id,prediction
        p1,car 0.9 0 0 10 10 car 0.8 100 100 110 110 car 0.7 20 20 30 29
        p2,dog 0.5 0 0 10 6 cat 1 0 0 10 10
        p3,dog 0.9 5 5 6 6
        """

    @Test func `detections are measured by class, the surest first`() throws {
        // Cars: found, not, found: (1 + 2/3) / 2. Dogs: not, found: 1/2. Cats are nowhere.
        let judge = try judge(.detection, Self.things)
        let value = try values(judge, Self.found)[0]
        #expect(abs(value - ((1 + 2.0 / 3) / 2 + 0.5) / 2) < 1e-15)
    }

    @Test func `the overlap that makes a find is the contest's`() throws {
        // Neither the second car (0.9) nor the dog (0.6) overlaps by 0.95.
        let judge = try judge(.detection, Self.things) {
            $0.overlap = Points(millionths: 950_000)
        }
        #expect(try values(judge, Self.found) == [0.25])
    }

    /// The values that `StatisticsTests/MetricReference/make_detections.py` took from the package
    /// mean-average-precision.
    @Test(arguments: 0..<3)
    func `detections are measured as another program measures them`(place: Int) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "StatisticsTests/MetricReference")
        func rows(_ name: String) throws -> [[Substring]] {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                .split(separator: "\n").map {
                    $0.split(separator: ",", omittingEmptySubsequences: false)
                }
        }
        let pictures = try rows("detections.csv")
        func table(_ title: String, _ column: Int) -> String {
            (["id,\(title)"] + pictures.map { "\($0[0]),\($0[column])" }).joined(separator: "\n")
        }
        let wanted = try rows("detection_values.csv")[place + 1]
        let judge = try judge(.detection, table("answer", 1)) {
            $0.overlap = (try? Points(parsing: String(wanted[0]))) ?? .zero
        }
        let value = try values(judge, table("prediction", 2))[0]
        #expect(abs(value - (Double(wanted[1]) ?? .nan)) <= 1e-12, "\(value)")
    }

    @Test func `pictures of the public board and of the final one are measured apart`() throws {
        let judge = try judge(.detection, Self.things) { $0.split = .column("part") }
        let values = try values(judge, Self.found, on: [.open, .final])
        #expect(values[0] == 1)
        #expect(abs(values[1] - (1 + 2.0 / 3) / 2) < 1e-15)
    }

    @Test func `JSON Lines hold things as lists of lists`() throws {
        let answers = """
            {"id": "p1", "answer": [["car", 0, 0, 10, 10], ["car", 20, 20, 30, 30]]}
            {"id": "p2", "answer": [["dog", [0, 0, 10, 10]]]}
            {"id": "p3", "answer": []}
            """
        let found = """
            {"id": "p1", "prediction": [["car", 0.9, [0, 0, 10, 10]]]}
            {"id": "p2", "prediction": []}
            {"id": "p3", "prediction": ""}
            """
        let judge = try judge(.detection, answers, file: "a.jsonl")
        #expect(try values(judge, found, file: "p.jsonl") == [0.25])
    }

    @Test(arguments: ["car 0 0 10 10", "car 0.9 0 0 10", "car sure 0 0 10 10", "car 0.9 9 0 1 10"])
    func `what is no whole detection is told with its line`(cell: String) throws {
        let judge = try judge(.detection, Self.things)
        let error = #expect(throws: FaultList.self) {
            try values(judge, "id,prediction\np1,\(cell)\np2,\np3,\n")
        }
        let line = try #require(error?.lines(in: .english).first)
        #expect(line.hasPrefix("p.csv:2: error: '\(cell)' stands at the id 'p1'"))
    }

    @Test func `answers without a thing leave nothing to measure`() throws {
        #expect(throws: FaultList.self) { try judge(.detection, "id,answer\np1,\np2,\n") }
    }
}
