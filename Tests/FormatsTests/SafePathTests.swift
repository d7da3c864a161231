import Formats
import Foundation
import Testing

struct SafePathTests {
    @Test(arguments: ["a.pdf", "附件/方案 1.pdf", "a/b/c", "..a", "a..b", "...x", "COM10.txt"])
    func `a plain relative name is joined`(name: String) throws {
        #expect(try SafePath.join("/nowhere/contest", name) == "/nowhere/contest/" + name)
        #expect(try SafePath.join("/nowhere/contest/", name) == "/nowhere/contest/" + name)
    }

    @Test(arguments: [
        ("", SafePath.Refusal.empty), ("/etc/passwd", .absolute), ("~/x", .absolute),
        ("C:/x", .absolute), ("..", .leadsOutside), ("../x", .leadsOutside),
        ("a/../../x", .leadsOutside), ("a/..", .leadsOutside), ("a//b", .emptyPart),
        ("./a", .emptyPart), ("a/", .emptyPart), ("a\\..\\b", .backslash),
        ("a\u{0}b", .controlCharacter), ("a\nb", .controlCharacter),
        ("a\u{202E}fdp.exe", .controlCharacter), ("CON", .reserved("CON")),
        ("a/nul.txt", .reserved("nul.txt")), ("lpt1", .reserved("lpt1")), ("a.", .reserved("a.")),
        ("a ", .reserved("a ")), ("a?b", .reserved("a?b")),
        (String(repeating: "榕", count: 86), .tooLong),
        (String(repeating: "a/", count: 600) + "a", .tooLong),
    ])
    func `a name that leads astray is refused`(name: String, refusal: SafePath.Refusal) {
        #expect(throws: refusal) { try SafePath.join("/nowhere/contest", name) }
        #expect(!refusal.rule.isEmpty)
    }

    @Test func `a symbolic link may lead about inside the folder, but not out of it`() throws {
        let files = FileManager.default
        let folder = files.temporaryDirectory.path + "/banyan-\(UUID())"
        defer { try? files.removeItem(atPath: folder) }
        try Files.makeFolder(folder + "/contest/inside")
        try Files.write("x", to: folder + "/secret")
        let root = folder + "/contest"
        func link(_ name: String, to target: String) throws {
            try files.createSymbolicLink(atPath: root + "/" + name, withDestinationPath: target)
        }
        try link("good", to: "inside")
        try link("up", to: "..")
        try link("file", to: "../secret")
        try link("dangling", to: "/nowhere/else")
        #expect(try SafePath.join(root, "good/new.pdf") == root + "/good/new.pdf")
        for name in ["up", "up/secret", "file", "up/contest/../secret", "dangling", "dangling/x"] {
            #expect(throws: SafePath.Refusal.leadsOutside) { try SafePath.join(root, name) }
        }
        // A folder whose name begins with the contest's is another one.
        try Files.makeFolder(folder + "/contest-2")
        try link("sibling", to: "../contest-2")
        #expect(throws: SafePath.Refusal.leadsOutside) { try SafePath.join(root, "sibling/x") }
    }

    @Test func `plain ids are their own file names`() {
        #expect(SafePath.safeFileName(for: "j01-a_b") == "j01-a_b")
        #expect(SafePath.safeFileName(for: "评委01") == "评委01")
        #expect(SafePath.safeFileName(for: "J01") == "^j01")
        #expect(SafePath.safeFileName(for: "J01", keepsCase: true) == "J01")
        #expect(SafePath.safeFileName(for: "CON", keepsCase: true) == "%43ON")
        #expect(SafePath.safeFileName(for: "../a") == "%2e%2e%2fa")
        #expect(SafePath.safeFileName(for: "con") == "%63on")
        #expect(SafePath.safeFileName(for: "") == "%")
    }

    @Test func `different ids have names that differ without regard to case and form`() {
        let pieces = [
            "", "a", "A", "^a", "^", "%", "%41", "é", "e\u{301}", "É", "ß", "SS", "榕", ".", "/",
            "con", "CON", " ", "İ", "i", "\u{0}",
        ]
        var ids = pieces.flatMap { first in pieces.map { first + $0 } }
        ids += [200, 201, 400].flatMap { count in
            ["a", "A", "榕", "."].map { String(repeating: $0, count: count) }
        }
        let scalars = Set(ids.map { Array($0.unicodeScalars) })
        let names = scalars.map { scalars in
            SafePath.safeFileName(for: String(String.UnicodeScalarView(scalars)))
        }
        let folded = Set(names.map { $0.lowercased().precomposedStringWithCompatibilityMapping })
        #expect(folded.count == scalars.count)
        #expect(names.allSatisfy { $0.utf8.count <= 200 })
        #expect(throws: Never.self) {
            for name in names { _ = try SafePath.join("/nowhere", name) }
        }
    }
}
