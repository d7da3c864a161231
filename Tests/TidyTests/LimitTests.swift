import Testing

struct LimitTests {
    @Test func `a file has at most 400 lines`() {
        let found = SourceTree.files.filter { $0.lines.count > 401 }  // the last one is empty
        expectNone(found.map { "\($0.path): \($0.lines.count - 1) lines" })
    }

    @Test func `a line has at most 100 columns`() {
        let found = SourceTree.files.flatMap { file in
            file.offences { file.lines[$0].count > 100 ? "\(file.lines[$0].count) columns" : nil }
        }
        expectNone(found)
    }

    @Test func `a function has at most 70 lines`() {
        let found = SourceTree.swift.flatMap { file in
            FunctionSpan.all(in: file).filter { $0.length > 70 }
                .map { "\(file.path):\($0.start + 1): \($0.length) lines" }
        }
        expectNone(found)
    }
}
