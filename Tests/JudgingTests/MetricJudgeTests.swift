import Contests
import Formats
import Foundation
import Judging
import TestSupport
import Testing

/// Files of predictions against hidden answers.
struct MetricJudgeTests {
    private let workshop: ContestWorkshop

    init() throws { workshop = try ContestWorkshop() }

    private func task(_ metric: MetricKind) -> MetricTask {
        MetricTask(judge: "M", criterion: "c", metric: metric, file: "p.csv", answers: "a.csv")
    }

    private func judge(_ task: MetricTask, answers: String) throws -> MetricJudge {
        try workshop.write(answers, to: "a.csv")
        return try MetricJudge(task: task, answers: workshop.inside("a.csv"), file: "a.csv")
    }

    private func value(
        _ judge: MetricJudge, _ predictions: String, _ name: String = "p.csv"
    ) throws -> Double {
        try workshop.write(predictions, to: name)
        return try judge.values(of: workshop.inside(name), file: name, on: [.final])[0]
    }

    /// `line: problem` of each fault of a file.
    private func faults(_ judge: MetricJudge, _ predictions: String) -> [String] {
        do {
            _ = try value(judge, predictions)
            return []
        } catch let faults as FaultList {
            return faults.faults.map { "\($0.line ?? 0): \($0.problem.english)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `rows are matched by id in any order, in CSV and JSON Lines`() throws {
        let judge = try judge(task(.accuracy), answers: "id,answer\na,cat\nb,dog\nc,cat\nd,dog\n")
        #expect(try value(judge, "prediction,id\ndog,d\n cat , a \ndog,c\n\"dog\",b\n") == 0.75)
        let lines = """
            {"id": "d", "prediction": "dog"}
            {"prediction": "cat", "id": "a"}
            {"id": "c", "prediction": "dog"}
            {"id": "b", "prediction": "dog"}
            """
        #expect(try value(judge, lines, "p.jsonl") == 0.75)
    }

    @Test func `missing, repeated and unknown ids and cells of a wrong type are all told`() throws {
        let judge = try judge(task(.meanAbsolute), answers: "id,answer\na,1\nb,2\nc,3\nd,4\n")
        let found = faults(judge, "id,prediction\na,1\na,2\nx,1\nb,NaN\nc,many\n")
        #expect(
            found == [
                "0: 1 id(s) have no row: d", "3: the id 'a' stands here again",
                "4: the id 'x' is unknown", "5: 'NaN' stands at the id 'b'",
                "6: 'many' stands at the id 'c'",
            ])
    }

    @Test(arguments: ["inf", "-inf", "nan", "1e999", "0x10", "", "1,5", "--1", "1e", "."])
    func `what is no finite number is refused`(cell: String) throws {
        let judge = try judge(task(.meanAbsolute), answers: "id,answer\na,1\n")
        #expect(faults(judge, "id,prediction\na,\"\(cell)\"\n").count == 1)
    }

    @Test func `a class that the answers do not have is refused`() throws {
        let judge = try judge(task(.f1Macro), answers: "id,answer\na,cat\nb,dog\n")
        #expect(faults(judge, "id,prediction\na,cat\nb,cow\n") == ["3: 'cow' stands at the id 'b'"])
    }

    @Test func `a file without its columns, or without rows, is refused`() throws {
        let judge = try judge(task(.meanAbsolute), answers: "id,answer\na,1\n")
        #expect(faults(judge, "id,value\na,1\n").contains("1: there is no column 'prediction'"))
        #expect(faults(judge, "id,prediction\n") == ["0: 1 id(s) have no row: a"])
        #expect(!faults(judge, "").isEmpty)
    }

    @Test func `answers by which nothing can be measured are refused`() throws {
        let cases: [(MetricKind, String)] = [
            (.areaUnderCurve, "id,answer\na,1\nb,1\n"), (.matthews, "id,answer\na,x\n"),
            (.determination, "id,answer\na,2\nb,2\n"), (.meanAbsolute, "id,answer\n"),
            (.meanAbsoluteShare, "id,answer\na,0\nb,1\n"), (.f1Binary, "id,answer\na,0\nb,2\n"),
        ]
        for (metric, answers) in cases {
            #expect(throws: FaultList.self, "\(metric)") {
                try judge(task(metric), answers: answers)
            }
        }
    }

    @Test func `weighted kappa goes by the order of numbers, not of first rows`() throws {
        let answers = "id,answer\na,10\nb,9\nc,2\nd,10\n"
        let judge = try judge(task(.kappaLinear), answers: answers)
        let near = try value(judge, "id,prediction\na,9\nb,9\nc,2\nd,10\n")
        let far = try value(judge, "id,prediction\na,2\nb,9\nc,2\nd,10\n")
        #expect(near > far)
    }

    @Test func `a drawn part depends on the seed and not on the order of the file`() throws {
        let ids = (1...40).map { "r\($0)" }
        var task = task(.exactMatch)
        task.split = .seeded(share: .init(millionths: 300_000), seed: 7)
        let rows = ids.map { "\($0),x" }
        let one = try judge(task, answers: "id,answer\n" + rows.joined(separator: "\n"))
        let other = try judge(
            task, answers: "id,answer\n" + rows.reversed().joined(separator: "\n"))
        #expect(one.rows(of: .open) == 12 && one.rows(of: .final) == 28)
        let some =
            "id,prediction\n"
            + ids.map { "\($0),\($0 < "r25" ? "x" : "y")" }
            .joined(separator: "\n")
        try workshop.write(some, to: "p.csv")
        let parts: [MetricPart] = [.open, .final]
        let path = workshop.inside("p.csv")
        #expect(
            try one.values(of: path, file: "p", on: parts)
                == other.values(of: path, file: "p", on: parts))
        task.split = .seeded(share: .init(millionths: 300_000), seed: 8)
        let third = try judge(task, answers: "id,answer\n" + rows.joined(separator: "\n"))
        #expect(
            try third.values(of: path, file: "p", on: parts)
                != one.values(of: path, file: "p", on: parts))
    }

    private static let lists: [(MetricKind, Double)] = [
        (.meanAveragePrecision, 0.75), (.reciprocalRank, 0.75),
    ]

    @Test(arguments: lists)
    func `ranked lists stand in one cell, and one that repeats an id is refused`(
        metric: MetricKind, wanted: Double
    ) throws {
        let judge = try judge(task(metric), answers: "id,answer\na,x\nb,y z\n")
        #expect(try value(judge, "id,prediction\na,q x\nb,y z q\n") == wanted)
        #expect(faults(judge, "id,prediction\na,q x q\nb,y\n").count == 1)
    }

    @Test(arguments: SeededCases(4))
    func `a number is read right to its last bit`(chance: SeededCases.Case) throws {
        var random = chance.random
        let numbers = (0..<50).map { index -> String in
            let value = Double(bitPattern: random.next())
            let plain = Double(Int64(bitPattern: random.next()) >> 20) / 1e6
            return index % 2 == 0 || !value.isFinite ? "\(plain)" : "\(value)"
        }
        let rows = numbers.enumerated().map { "r\($0.offset),\($0.element)" }
        for (row, number) in numbers.enumerated() {
            let other = try #require(Double(number))
            var task = task(.meanAbsolute)
            task.key = "id"
            let single = try judge(task, answers: "id,answer\n\(rows[row])\n")
            #expect(try value(single, "id,prediction\nr\(row),\(number)\n") == 0, "\(number)")
            let zero = try judge(task, answers: "id,answer\nr,0\n")
            #expect(try value(zero, "id,prediction\nr,\(number)\n") == abs(other), "\(number)")
        }
    }
}
