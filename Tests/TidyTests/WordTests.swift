import Testing

struct WordTests {
    /// Each file's lines cut into lower-case words.
    private func offences(
        in files: [SourceFile], _ check: @escaping (_ words: [String]) -> String?
    ) -> [String] {
        files.flatMap { file in
            file.offences { line in
                check(file.lines[line].lowercased().split { !$0.isLetter }.map(String.init))
            }
        }
    }

    @Test func `nothing is left to do`() {
        let words: Set<String> = ["todo", "fixme", "xxx"]
        let files = SourceTree.files.filter { $0.name != "WordTests" }
        expectNone(offences(in: files) { $0.first(where: words.contains) })
    }

    /// What a contest needs is written in its files; the benchmarks name the data they run on.
    @Test func `no source names a contest or a sport`() {
        let names: Set<String> = [
            "gmcm", "dcic", "eurovision", "imo", "olympiad", "olympic", "iclr", "isu", "dci", "fis",
            "skating", "skater", "skaters", "diving", "diver", "divers", "gymnastics", "swimming",
            "skijumping", "drumcorps", "dorahacks", "nascar",
        ]
        let files = SourceTree.swift.filter { $0.module != nil && $0.module != "bench" }
        let found = offences(in: files) { words in
            let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
            return (words + pairs).first(where: names.contains)
        }
        expectNone(found)
    }
}
