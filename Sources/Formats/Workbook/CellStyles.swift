/// Which of a workbook's styles show a number as a day, a time or a percentage.
struct CellStyles: Sendable {
    enum Number: Sendable, Hashable {
        case plain, percentage
        case date, time, dateTime
    }

    /// By the number that cells give.
    private var numbers: [Number] = []

    init() {}

    /// Reads the styles.
    ///
    /// - Throws: A fault where they are damaged.
    init(_ part: ZipArchive.Part, in archive: ZipArchive) throws(Fault) {
        var codes: [Int: Number] = [:]
        var ids: [Int] = []
        let fault = archive.readRecords(of: part, named: "numFmts cellXfs") { batch in
            for record in batch {
                let isList = record.name == "cellXfs"
                for child in record.children {
                    guard let id = child.attribute("numFmtId").flatMap({ Int($0) }) else {
                        if isList { ids.append(0) }
                        continue
                    }
                    if isList {
                        ids.append(id)
                    } else if let code = child.attribute("formatCode") {
                        codes[id] = Self.number(code)
                    }
                }
            }
        }
        if let fault { throw fault }
        numbers = ids.map { codes[$0] ?? Self.builtIn($0) }
    }

    subscript(style: Int) -> Number { numbers.indices.contains(style) ? numbers[style] : .plain }

    /// The formats that have no code in the file; 27 to 36 and 50 to 58 are days in Chinese.
    private static func builtIn(_ id: Int) -> Number {
        switch id {
        case 9, 10: .percentage
        case 14...17, 27...31, 36, 50...54, 57, 58: .date
        case 18...21, 32...35, 45...47, 55, 56: .time
        case 22: .dateTime
        default: .plain
        }
    }

    /// What a code such as `yyyy"年"m"月"` shows.
    static func number(_ code: String) -> Number {
        let letters = Self.letters(code)
        if letters.contains("%") { return .percentage }
        let hasDay = letters.contains("y") || letters.contains("d")
        let hasTime = letters.contains("h") || letters.contains("s")
        if hasDay { return hasTime ? .dateTime : .date }
        if hasTime { return .time }
        return letters.contains("m") ? .date : .plain
    }

    /// The characters that act, in lower case: those of the first section that are not quoted, and
    /// of brackets only elapsed hours, minutes and seconds.
    private static func letters(_ code: String) -> Set<Character> {
        var letters: Set<Character> = []
        var isQuoted = false
        var bracket: String?
        var skips = false
        for character in code.lowercased() {
            if skips {
                skips = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if let inside = bracket {
                bracket = character == "]" ? nil : inside + String(character)
                if character == "]", Set(inside).isSubset(of: ["h", "m", "s"]) {
                    letters.formUnion(inside)
                }
            } else {
                switch character {
                case "\"": isQuoted = true
                case "\\", "_", "*": skips = true
                case "[": bracket = ""
                case ";": return letters
                default: letters.insert(character)
                }
            }
        }
        return letters.isSuperset(of: "general") ? [] : letters
    }
}
