import Contests

extension Judge {
    /// The name, and that the judge is a program, in words for both languages; for tables whose
    /// names are the same in both.
    var shownName: String {
        guard isProgram else { return name }
        return name.isEmpty ? "program 程序" : "\(name) (program 程序)"
    }
}
