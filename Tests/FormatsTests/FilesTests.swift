import Formats
import Foundation
import Testing

struct FilesTests {
    private func inFolder(_ body: (_ folder: String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/banyan-\(UUID())"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Files.makeFolder(folder)
        try body(folder)
    }

    @Test func `what is written is read, and nothing else is left behind`() throws {
        try inFolder { folder in
            try Files.write("one", to: folder + "/f")
            try Files.write("榕评", to: folder + "/f")
            #expect(try Files.read(folder + "/f") == Array("榕评".utf8))
            #expect(try Files.list(folder) == ["f"])
            #expect(Files.exists(folder + "/f") && !Files.isFolder(folder + "/f"))
        }
    }

    @Test func `a folder is listed by code points, without hidden files`() throws {
        try inFolder { folder in
            for name in ["b", "A", "a", "榕", "10", "9", ".hidden", "é"] {
                try Files.write("", to: folder + "/" + name)
            }
            #expect(try Files.list(folder) == ["10", "9", "A", "a", "b", "é", "榕"])
        }
    }

    @Test func `a file beyond the limit is refused`() throws {
        try inFolder { folder in
            try Files.write("12345", to: folder + "/f")
            #expect(try Files.read(folder + "/f", limit: 5).count == 5)
            let fault = #expect(throws: Fault.self) {
                try Files.read(folder + "/f", file: "f", limit: 4)
            }
            #expect(
                fault?.description == """
                    f: error: the file is too large; a file of this kind may have 4 bytes. Split \
                    it into smaller files.
                    """)
        }
    }

    private func message(_ body: () throws -> Void) -> String {
        #expect(throws: Fault.self, performing: body)?.description ?? ""
    }

    @Test func `every refusal says what to do`() throws {
        try inFolder { folder in
            #expect(
                message { _ = try Files.read(folder + "/x", file: "x") } == """
                    x: error: there is no such file or folder. Check the spelling of the path, and \
                    that it is given from the right folder.
                    """)
            #expect(
                message { try Files.write("", to: folder + "/x/y", file: "y") } == """
                    y: error: the folder to write it in is not there. Make the folder first, or \
                    name another.
                    """)
            #expect(
                message { try Files.write("", to: folder, file: "d") } == """
                    d: error: something of that name stands in the way. Move it away, or choose \
                    another name.
                    """)
            #expect(
                message { _ = try Files.list(folder + "/x", file: "x") }
                    .hasPrefix("x: error: there is no such file or folder."))
            #expect(
                message { _ = try Files.read("a\u{0}b", file: "a\u{0}b") }
                    .hasPrefix("a⟨U+0000⟩b: error: there is no such file"))
            let left = try Files.list(folder)
            #expect(left.isEmpty)
        }
    }
}
