import Testing

struct SafetyTests {
    /// `file:line: what` for each line of code that contains a word.
    private func lines(containing word: String) -> [String] {
        SourceTree.swift.flatMap { file in
            file.offences { file.code[$0].contains(word) ? word : nil }
        }
    }

    @Test func `no error is tried away`() {
        expectNone(lines(containing: "try!"))
    }

    @Test func `nothing ends the program on purpose`() {
        expectNone(lines(containing: "fatalError("))
    }

    @Test func `nothing is unwrapped or cast by force`() {
        let found = SourceTree.swift.flatMap { file in
            file.offences { forces(file.code[$0]) ? "unwraps or casts by force" : nil }
        }
        expectNone(found)
    }

    /// Whether an exclamation mark follows a value or a type directly and is no part of `!=`.
    private func forces(_ line: String) -> Bool {
        let characters = Array(line)
        return characters.indices.contains { place in
            guard characters[place] == "!", place > 0 else { return false }
            let before = characters[place - 1]
            let isAfterValue = before.isLetter || before.isNumber || "_)]}\">?`".contains(before)
            let isComparison = place + 1 < characters.count && characters[place + 1] == "="
            return isAfterValue && !isComparison
        }
    }

    @Test(arguments: ["@unchecked Sendable", "nonisolated(unsafe)"])
    func `what the compiler is told to trust has its reason on the line above`(word: String) {
        let found = SourceTree.swift.flatMap { file in
            file.offences { line in
                guard file.code[line].contains(word) else { return nil }
                let above = line > 0 ? file.lines[line - 1].drop { $0 == " " } : ""
                return above.hasPrefix("//") ? nil : "\(word) without a reason above"
            }
        }
        expectNone(found)
    }
}
