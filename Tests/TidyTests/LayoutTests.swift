import Testing

struct LayoutTests {
    @Test func `seven things stand at the top`() throws {
        let expected: Set<String> = [
            "Package.swift", "README.md", "Makefile", "Rubrics", "Submissions", "Sources", "Tests",
        ]
        let found = try SourceTree.topLevel()
        expectNone(found.subtracting(expected).map { "\($0) does not belong there" }.sorted())
        expectNone(expected.subtracting(found).map { "\($0) is missing" }.sorted())
    }

    @Test func `no folder is named after leftovers`() {
        let leftovers: Set<Substring> = ["utils", "helpers", "common", "misc"]
        let found = SourceTree.paths.filter { path in
            path.lowercased().split(separator: "/").contains { leftovers.contains($0) }
        }
        expectNone(found)
    }

    @Test func `a file holds the one public type that it is named after`() {
        expectNone(SourceTree.swift.filter { $0.module != nil }.compactMap(misnaming))
    }

    /// Small types of one family may share a file, which then has a plural for its name.
    private func misnaming(of file: SourceFile) -> String? {
        let types = publicTypes(in: file)
        let expected = file.name.prefix { $0 != "+" }
        if types.count > 1, !types.contains(expected), !expected.hasSuffix("s") {
            return "\(file.path): \(types.joined(separator: ", ")) want files of their own"
        }
        if types.count == 1, types[0] != expected {
            return "\(file.path): holds \(types[0])"
        }
        return nil
    }

    private func publicTypes(in file: SourceFile) -> [Substring] {
        let kinds: Set<Substring> = ["struct", "class", "enum", "actor", "protocol"]
        return file.code.compactMap { line in
            guard line.hasPrefix("public "), !line.contains(" import ") else { return nil }
            let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            guard let place = words.firstIndex(where: kinds.contains), place + 1 < words.count,
                words[place + 1] != "func", words[place + 1] != "var"
            else { return nil }
            return words[place + 1]
        }
    }
}
