import Contests
import Formats
import Foundation
import Numbers
import Reading
import Testing

@Suite struct RubricFileTests {
    private func read(_ text: String) -> (rubric: Rubric?, faults: FaultList) {
        RubricFile.read(bytes: Array(text.utf8), file: "r.xml")
    }

    @Test func `the hash does not depend on blanks, comments and the order of attributes`() throws {
        let plain = try #require(read(ContestTexts.rubric).rubric)
        var text = try changed(
            ContestTexts.rubric, "id=\"r\" version=\"2\"", to: "version='2'\n   id=\"r\"")
        text = try changed(
            text, "  <criterion id=\"use\"", to: "<!-- why -->\n\n<criterion id=\"use\"")
        text = try changed(text, "step=\"0.5\"", to: "step=\"0.50\"")
        let other = try #require(read(text).rubric)
        #expect(plain.hash.count == 64)
        #expect(other == plain)
    }

    @Test(arguments: [
        ("version=\"2\"", "version=\"3\""), ("创新", "新意"), ("Fair", "fair"),
        ("step=\"1\"", "step=\"2\""),
        ("kind=\"judgement\" weight=\"40\"", "kind=\"judgement\" required=\"no\" weight=\"40\""),
    ])
    func `the hash depends on all content`(_ part: String, _ other: String) throws {
        let plain = try #require(read(ContestTexts.rubric).rubric)
        let changed = try #require(read(try changed(ContestTexts.rubric, part, to: other)).rubric)
        #expect(changed.hash != plain.hash)
    }

    @Test func `a published rubric whose levels share their ends is read with a warning for each`()
        throws
    {
        let text = """
            <rubric id="r">
              <criterion id="c" kind="judgement">
                <scale minimum="0" maximum="100" step="1">
                  <level id="a" low="85" high="100"><name xml:lang="zh">优秀</name></level>
                  <level id="b" low="70" high="85"><name xml:lang="zh">良好</name></level>
                  <level id="c" low="55" high="70"><name xml:lang="zh">一般</name></level>
                  <level id="d" low="0" high="55"><name xml:lang="zh">较差</name></level>
                </scale>
              </criterion>
            </rubric>
            """
        let (rubric, faults) = read(text)
        #expect(rubric != nil)
        #expect(faults.faults.allSatisfy { $0.severity == .warning })
        #expect(
            faults.faults.map(\.problem.chinese) == [
                "85 同时属于优秀和良好", "70 同时属于良好和一般", "55 同时属于一般和较差",
            ])
        #expect(faults.faults[0].remedy.english == "End 良好 at 84")
    }

    @Test func `every kind of criterion is read with its parts`() throws {
        let folder = try #require(ShippedRubrics.folder)
        let path = folder + "/every-kind.xml"
        let (rubric, faults) = RubricFile.read(path: path, file: "every-kind.xml")
        #expect(faults.lines(in: .english) == [])
        let criteria = try #require(rubric).criteria
        #expect(Set(criteria.map(\.kindName)).count == 7)
        #expect(
            criteria.first { $0.id == "argument" }?.comment
                == .outside(
                    low: try Points(5), high: try Points(13)))
        #expect(criteria.first { $0.id == "field-trial" }?.notApplicable == .counted(try Points(4)))
        #expect(criteria.first { $0.id == "idea-novelty" }?.scale?.levels[0].examples.count == 1)
        #expect(rubric?.groups.map(\.id) == ["merit", "idea", "measured"])
    }

    @Test func `every rubric that ships with Banyan is read without an error`() throws {
        let folder = try #require(ShippedRubrics.folder)
        for name in ShippedRubrics.names(in: folder) {
            let (rubric, faults) = RubricFile.read(path: "\(folder)/\(name).xml", file: name)
            #expect(!faults.hasErrors, "\(faults)")
            #expect(rubric?.id == name)
        }
    }

    @Test func `a name near to a shipped rubric is suggested`() throws {
        let folder = try #require(ShippedRubrics.folder)
        let result = RubricReference.resolve(
            "banyan:data-analisys", contestFolder: "/nowhere", shippedFolder: folder)
        guard case .failure(let problem) = result else {
            Issue.record("it was found")
            return
        }
        #expect(problem.remedy.english == "Perhaps banyan:data-analysis is meant")
    }
}

extension Criterion {
    fileprivate var kindName: String {
        switch kind {
        case .judgement: "judgement"
        case .measurement: "measurement"
        case .checklist: "checklist"
        case .gate: "gate"
        case .bonus: "bonus"
        case .deduction: "deduction"
        case .text: "text"
        }
    }
}
