import Computing
import Foundation
import TestSupport
import Testing

/// A sound contest folder with one file damaged at random, given to the built program.
struct DamagedFileTests {
    private static let damaged = [
        "contest.xml", "rubrics/rubric.xml", "judges.csv", "conflicts.csv",
        "submissions/example.csv", "marks.csv",
    ]

    /// What hurts files: cut, a byte changed, a part doubled, taken out or filled with rubbish.
    private static func damage(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        let start = random.below(bytes.count)
        let end = min(bytes.count, start + 1 + random.below(200))
        switch random.below(6) {
        case 0: bytes.removeSubrange(start...)
        case 1: bytes[start] ^= UInt8(1 << random.below(8))
        case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 3: bytes.removeSubrange(start..<end)
        case 4:
            let rubbish = (0..<200).map { _ in UInt8(random.below(256)) }
            bytes.insert(contentsOf: rubbish, at: start)
        default:
            let tokens = ["\"", "<", "&", "\u{0}", ",", "\n", "<!--", "]]>", "\u{FEFF}", "９", "-"]
            bytes.insert(contentsOf: tokens[random.below(tokens.count)].utf8, at: start)
        }
        return bytes
    }

    private static let marks = """
        judge,submission,criterion,mark
        J01,S001,innovation,50
        J01,S001,application,30
        J02,S001,innovation,41
        """

    @Test(arguments: SeededCases(100))
    func `a damaged file is read or refused in words, within 100 MB`(
        sample: SeededCases.Case
    ) throws {
        var random = sample.random
        let workshop = try ContestWorkshop()
        #expect(try Program.run(["init", "c"], in: workshop.path).status == 0)
        let folder = workshop.inside("c")
        try workshop.write(Self.marks, to: "c/marks.csv")
        let name = Self.damaged[random.below(Self.damaged.count)]
        let url = URL(filePath: folder + "/" + name)
        try Data(Self.damage(Array(try Data(contentsOf: url)), &random)).write(to: url)
        let verbs = [
            ["check"], ["load"], ["assign", "open/preliminary"],
            ["collect", folder + "/marks.csv", "--stage", "open/preliminary"],
        ]
        for verb in verbs {
            let run = try MeasuredRun(verb + ["--contest", folder, "--lang", "en"], in: folder)
            #expect(run.status <= 1, "\(name), \(verb): \(run.errors.prefix(500))")
            #expect(run.peakMebibytes <= 100, "\(name), \(verb)")
            // Why an assignment cannot be made is an answer, on standard output.
            let isTold =
                verb[0] == "assign" || run.errors.contains("error: ") && run.errors.contains(". ")
            #expect(run.status == 0 || isTold, "\(name), \(verb): \(run.errors.prefix(500))")
        }
    }
}
