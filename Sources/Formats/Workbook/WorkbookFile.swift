/// An `.xlsx` workbook, open for reading: its sheets, and what its cells refer to.
///
/// > ISO/IEC 29500-1:2016. "Office Open XML File Formats: Fundamentals and Markup Language
/// > Reference."
struct WorkbookFile {
    struct Sheet: Sendable {
        let name: String
        let isHidden: Bool
        fileprivate let relation: String
    }

    let archive: ZipArchive
    private(set) var sheets: [Sheet] = []
    private(set) var texts = SharedTexts()
    private(set) var styles = CellStyles()
    /// Whether days are counted from 1904 and not from 1900.
    private(set) var countsFrom1904 = false
    private var targets: [String: String] = [:]

    /// Opens a workbook, and reads all of it but its sheets.
    ///
    /// - Throws: A fault where it is damaged or beyond a limit.
    init(path: String, file: String, limits: WorkbookLimits) throws(Fault) {
        archive = try ZipArchive(path: path, file: file, limits: limits)
        let book = try mainPart()
        targets = try relations(of: book).byID
        try readSheets(book)
        if let part = try related(book, "sharedStrings") {
            texts = try SharedTexts(part, in: archive)
        }
        if let part = try related(book, "styles") { styles = try CellStyles(part, in: archive) }
    }

    /// The part of a sheet.
    func part(of sheet: Sheet) throws(Fault) -> ZipArchive.Part {
        guard let target = targets[sheet.relation], let part = archive.parts[target] else {
            throw .damagedPart(sheet.name, file: archive.file)
        }
        return part
    }
}

extension WorkbookFile {
    private struct Relations {
        var byID: [String: String] = [:]
        var byKind: [String: String] = [:]
    }

    /// The part that lists the sheets.
    private func mainPart() throws(Fault) -> String {
        let found = try relations(of: "").byKind["officeDocument"]
        guard let found, archive.parts[found] != nil else {
            throw .notWorkbook(
                Phrase("there is no workbook in the file", "文件中没有工作簿"), file: archive.file)
        }
        return found
    }

    private func related(_ part: String, _ kind: String) throws(Fault) -> ZipArchive.Part? {
        try relations(of: part).byKind[kind].flatMap { archive.parts[$0] }
    }

    /// What a part refers to; nothing where it says nothing.
    private func relations(of part: String) throws(Fault) -> Relations {
        let steps = part.split(separator: "/").map(String.init)
        let folder = steps.dropLast()
        let name = (folder + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
        var relations = Relations()
        guard let part = archive.parts[name] else { return relations }
        let tree = try tree(of: part)
        for child in tree.children where child.name == "Relationship" {
            guard let target = child.attribute("Target"), child.attribute("TargetMode") == nil
            else { continue }
            let place = Self.resolved(target, in: Array(folder))
            if let id = child.attribute("Id") { relations.byID[id] = place }
            let kind = child.attribute("Type")?.split(separator: "/").last.map(String.init)
            if let kind, relations.byKind[kind] == nil { relations.byKind[kind] = place }
        }
        return relations
    }

    /// The name of the part that a target means, seen from a folder of the archive.
    private static func resolved(_ target: String, in folder: [String]) -> String {
        var steps = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") {
            if step == ".." { _ = steps.popLast() } else if step != "." { steps.append("\(step)") }
        }
        return steps.joined(separator: "/")
    }

    func tree(of part: ZipArchive.Part) throws(Fault) -> XMLTree {
        let bytes = try archive.read(part)
        var limits = XMLLimits.document
        limits.elements = 50_000
        do throws(Fault) {
            return try XMLTree.parse(bytes, file: archive.file, limits: limits)
        } catch {
            var fault = Fault.damagedPart(part.name, file: archive.file)
            fault.rule = error.problem
            throw fault
        }
    }

    private mutating func readSheets(_ name: String) throws(Fault) {
        guard let part = archive.parts[name] else { return }
        let tree = try tree(of: part)
        let date = tree.first(named: "workbookPr")?.attribute("date1904")
        countsFrom1904 = date == "1" || date == "true"
        for child in tree.first(named: "sheets")?.children ?? [] {
            // The attribute is `r:id`, whose local name is that of no other one of a sheet.
            guard let name = child.attribute("name"), let id = child.attribute("id") else {
                continue
            }
            let state = child.attribute("state") ?? "visible"
            sheets.append(Sheet(name: name, isHidden: state != "visible", relation: id))
        }
        let limit = archive.limits.sheets
        guard sheets.count <= limit else {
            throw .tooManySheets(sheets.count, limit: limit, file: archive.file)
        }
    }
}
