import Contests
import Formats

extension SheetReader {
    /// Reads `<sheets>`.
    func readXML(_ bytes: [UInt8], into file: inout RawFile) {
        let tree: XMLTree
        do throws(Fault) {
            tree = try XMLTree.parse(bytes, file: file.source.name)
        } catch {
            file.faults.append(error)
            return
        }
        guard tree.name == "sheets" else {
            file.faults.append(.notSheets(tree, file: file.source.name))
            return
        }
        checkNames(tree, attributes: ["contest", "judge"], children: ["sheet"], &file)
        for element in tree.children where element.name == "sheet" {
            file.sheets.append(sheet(element, judge: tree.attribute("judge") ?? "", &file))
        }
    }

    private func sheet(_ element: XMLTree, judge: String, _ file: inout RawFile) -> RawSheet {
        checkNames(
            element,
            attributes: ["stage", "judge", "submission", "rubric-hash", "check", "confidence"],
            children: ["mark", "recuse"], &file)
        var sheet = RawSheet(
            stage: element.attribute("stage") ?? "",
            judge: element.attribute("judge") ?? judge,
            submission: element.attribute("submission") ?? "", line: element.line,
            rubric: element.attribute("rubric-hash"), check: element.attribute("check"),
            confidence: element.attribute("confidence") ?? "",
            recusal: element.first(named: "recuse")?.trimmedText)
        for mark in element.children where mark.name == "mark" {
            checkNames(
                mark, attributes: ["criterion", "value", "not-applicable", "ticks"], children: [],
                &file)
            let ticks = mark.attribute("ticks")
            let isNotApplicable = ["yes", "true", "是"].contains(
                mark.attribute("not-applicable")?.trimmed ?? "")
            sheet.cells.append(
                RawSheet.Cell(
                    criterion: mark.attribute("criterion") ?? "",
                    value: isNotApplicable ? "n/a" : (mark.attribute("value") ?? ticks ?? ""),
                    comment: mark.trimmedText, line: mark.line,
                    isTicks: ticks.map { !$0.isEmpty } ?? false))
        }
        return sheet
    }

    private func checkNames(
        _ element: XMLTree, attributes: [String], children: [String], _ file: inout RawFile
    ) {
        for attribute in element.attributes where !attributes.contains(attribute.name) {
            file.faults.append(
                .unknownAttribute(attribute.name, of: element, attributes, file: file.source.name))
        }
        for child in element.children where !children.contains(child.name) {
            file.faults.append(
                .unknownElement(child, in: element, children, file: file.source.name))
        }
    }
}
