import Contests
import Formats

/// Criteria by what stands above their columns: the identifier, or a name that only one has.
struct CriterionTitles: Sendable {
    private var byID: [String: Int] = [:]
    /// By folded name, in any language; below 0 where several have it.
    private var byName: [String: Int] = [:]

    init(_ criteria: [Criterion]) {
        for (position, criterion) in criteria.enumerated() where byID[criterion.id.text] == nil {
            byID[criterion.id.text] = position
        }
        for (position, criterion) in criteria.enumerated() {
            for wording in criterion.names.wordings {
                let name = wording.text.foldedForLookup
                guard !name.isEmpty else { continue }
                byName[name] = byName[name].map { $0 == position ? $0 : -1 } ?? position
            }
        }
    }

    /// Where the criterion of a title stands in the rubric.
    ///
    /// - Complexity: O(1).
    func position(of title: String) -> Int? {
        if let position = byID[title] { return position }
        guard let position = byName[title.foldedForLookup], position >= 0 else { return nil }
        return position
    }

    /// What people read above a criterion's column, if it can be read back.
    ///
    /// - Parameter others: Titles of other columns, folded.
    func title(
        of criterion: Criterion, in language: Language, besides others: Set<String>
    ) -> String? {
        let name = criterion.names.text(in: language.rawValue)
            .split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
        let folded = name.foldedForLookup
        guard !name.isEmpty, !name.hasPrefix("#"), !others.contains(folded),
            byID[name] == nil || byID[name] == byID[criterion.id.text],
            position(of: name) == byID[criterion.id.text],
            !SheetColumn.commentEndings.contains(where: { folded.hasSuffix($0.foldedForLookup) })
        else { return nil }
        return name
    }
}
