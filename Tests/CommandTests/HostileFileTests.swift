import Foundation
import TestSupport
import Testing

/// Large files that mean harm, given to the built program: each is refused in words, and none ends
/// the program, holds it up or takes more than 100 MB.
struct HostileFileTests {
    struct HostileFile: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let name: String
        let message: String
        let bytes: @Sendable () -> Data

        init(
            _ description: String, _ name: String, _ message: String,
            _ text: @escaping @Sendable () -> String
        ) {
            testDescription = description
            (self.name, self.message) = (name, message)
            bytes = { Data(text().utf8) }
        }
    }

    private static func many(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    private static func submission(_ inside: String) -> String {
        """
        <submissions><submission id="S1" track="open">\(inside)</submission></submissions>
        """
    }

    static let files = [
        HostileFile("a billion laughs", "a.xml", "DOCTYPE") {
            let entities = (1...9).map {
                "<!ENTITY l\($0) \"\(many("&l\($0 - 1);", 10))\">"
            }
            return "<!DOCTYPE s [<!ENTITY l0 \"ha\">\(entities.joined())]>"
                + submission("<title>&l9;</title>")
        },
        HostileFile("a file of the system as an entity", "a.xml", "DOCTYPE") {
            "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + submission("<title>&x;</title>")
        },
        HostileFile("an endless device as an entity", "a.xml", "DOCTYPE") {
            "<!DOCTYPE s SYSTEM \"file:///dev/zero\">" + submission("<title>x</title>")
        },
        HostileFile("a million elements inside each other", "a.xml", "error:") {
            many("<a>", 1_000_000)
        },
        HostileFile("an attribute of 64 MB", "a.xml", "error:") {
            "<submissions><submission id=\"" + many("x", 64 << 20) + "\"/></submissions>"
        },
        HostileFile("a text of 64 MB", "a.xml", "error:") {
            submission("<title>" + many("y", 64 << 20) + "</title>")
        },
        HostileFile("an element name of 16 MB", "a.xml", "error:") {
            "<" + many("n", 16 << 20) + "/>"
        },
        HostileFile("a comment of 64 MB that never ends", "a.xml", "error:") {
            "<submissions><!--" + many("z", 64 << 20)
        },
        HostileFile("a million attributes", "a.xml", "error:") {
            "<submissions " + (0..<1_000_000).map { "a\($0)=\"\" " }.joined() + "/>"
        },
        HostileFile("a million faults", "a.xml", "error:") {
            "<submissions>" + many("<submission/>\n", 1_000_000) + "</submissions>"
        },
        HostileFile("a quoted cell of 64 MB", "a.csv", "error:") {
            "id,track,title\nS1,open,\"" + many("x", 64 << 20)
        },
        HostileFile("a header of a million columns", "a.csv", "error:") {
            "id,track,title," + many("c,", 1_000_000) + "\nS1,open,T\n"
        },
        HostileFile("a million rows with a fault each", "a.csv", "error:") {
            "id,track,title\n" + many("S,nowhere,\n", 1_000_000)
        },
        HostileFile("a million arrays inside each other", "a.jsonl", "error:") {
            many("[", 1_000_000)
        },
        HostileFile("a line of 64 MB", "a.jsonl", "error:") {
            "{\"id\": \"" + many("x", 64 << 20) + "\"}"
        },
        HostileFile("zeros alone", "a.xml", "error:") { many("\u{0}", 1 << 20) },
    ]

    @Test(arguments: files)
    func `a hostile file is refused within 100 MB and harms nothing`(file: HostileFile) throws {
        let workshop = try ContestWorkshop()
        #expect(try Program.run(["init", "c"], in: workshop.path).status == 0)
        let path = workshop.inside("c/submissions/" + file.name)
        try file.bytes().write(to: URL(filePath: path))
        for verb in ["check", "load"] {
            let run = try MeasuredRun(
                [verb, "--contest", workshop.inside("c"), "--lang", "en"], in: workshop.path)
            #expect(run.status == 1, "\(run.errors.prefix(500))")
            #expect(run.peakMebibytes <= 100)
            #expect(run.errors.contains(file.message), "\(run.errors.prefix(500))")
            #expect(run.errors.contains("/submissions/" + file.name + ":"))
        }
    }
}
