/// The tables whose rows are leaves of the ledger's tree, in the order in which a seal takes them.
public enum LedgerTable: Int, Sendable, CaseIterable {
    case judge, submission, conflict, recusal, assignment, sheet, admission, fact

    /// The table's name, which also begins the form of its rows.
    public var name: String {
        switch self {
        case .judge: "judge"
        case .submission: "submission"
        case .conflict: "conflict"
        case .recusal: "recusal"
        case .assignment: "assignment"
        case .sheet: "sheet"
        case .admission: "admission"
        case .fact: "fact"
        }
    }

    /// A table by its name.
    public init?(name: some StringProtocol) {
        guard let table = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = table
    }
}
