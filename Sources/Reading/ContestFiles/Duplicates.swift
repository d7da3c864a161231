import Formats

/// Tells identifiers that are used more than once.
enum Duplicates {
    /// Faults of elements whose `id` an earlier element of the list has.
    static func faults(among elements: [XMLTree], file: String) -> [Fault] {
        var first: [String: XMLTree] = [:]
        var faults: [Fault] = []
        for element in elements {
            guard let id = element.value("id") else { continue }
            guard let earlier = first[id] else {
                first[id] = element
                continue
            }
            faults.append(
                element.fault(
                    in: file,
                    Phrase(
                        "the id \(id.quoted) of <\(element.name)> is used again",
                        "<\(element.name)> 的 id \(id.quoted) 重复"),
                    rule: Phrase(
                        "<\(earlier.name)> in line \(earlier.line) has it already",
                        "第 \(earlier.line) 行的 <\(earlier.name)> 已用过它"),
                    remedy: Phrase("Give one of them another id", "请为其中一个另取 id")))
        }
        return faults
    }
}
