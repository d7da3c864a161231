import Contests
import Formats
import Numbers

/// Makes a contest of a document that a ``GrammarCheck`` has been over, and tells what the grammar
/// cannot say: names that are used twice, and names that refer to nothing.
///
/// Where a value is missing or wrong, which has been told, something harmless stands in for it:
/// a contest with errors is not handed out.
struct ContestBuilder {
    let file: String
    let folder: String
    var faults: FaultList
    /// The rubrics that the stages refer to, as they are found.
    var rubrics: [StageID: Rubric] = [:]

    init(file: String, folder: String, faults: FaultList) {
        self.file = file
        self.folder = folder
        self.faults = faults
    }

    mutating func contest(_ tree: XMLTree) -> Contest {
        let languages = tree.declaredLanguages
        faults.append(
            contentsOf: MissingTexts.faults(in: tree, .contest, languages, file: file))
        checkUnique(tree.children(named: "track"))
        checkUnique(tree.children(named: "table"))
        checkUnique(tree.children(named: "mapping"))
        checkUnique(awards(under: tree))
        let stages = Self.stageNames(tree.children(named: "track"))
        var contest = Contest(
            id: tree.value("id") ?? "", names: tree.texts("name"), languages: languages,
            tracks: tree.children(named: "track").map { track($0) },
            awards: tree.first(named: "awards").map { awards($0, stages: stages) } ?? [],
            mappings: tree.children(named: "mapping").map { mapping($0) },
            tables: tree.children(named: "table").map { table($0) },
            sources: sources(tree.first(named: "sources")))
        contest.needsFourEyes = tree.flag("four-eyes") ?? false
        return contest
    }

    private mutating func sources(_ tree: XMLTree?) -> Contest.Sources {
        var sources = Contest.Sources()
        guard let tree else { return sources }
        if let paths = tree.value("submissions") { sources.submissions = paths.words }
        if let path = tree.value("judges") { sources.judges = path }
        if let path = tree.value("conflicts") { sources.conflicts = path }
        for path in sources.submissions + [sources.judges, sources.conflicts] {
            place(path, of: tree)
        }
        sources.ledger = tree.value("ledger")
        if let ledger = sources.ledger { checkServer(ledger, of: tree) }
        return sources
    }

    /// Tells what is no address of a server, and a password, which everybody could read here.
    private mutating func checkServer(_ address: String, of tree: XMLTree) {
        let parts = address.split(separator: "://", maxSplits: 1)
        guard parts.count == 2, ["postgres", "postgresql"].contains(parts[0]) else {
            tell(
                tree, Phrase("ledger=\(address.quoted)", "ledger=\(address.quoted)"),
                rule: Phrase(
                    "the ledger's server is written postgres://USER@HOST/DATABASE",
                    "账本服务器的写法是 postgres://用户@主机/数据库"),
                remedy: Phrase(
                    "Write the address, or leave ledger out for a file in the folder",
                    "请改写地址；若账本就在文件夹中，请删去 ledger"))
            return
        }
        let people = parts[1].prefix { $0 != "/" && $0 != "?" }.split(separator: "@").dropLast()
        guard people.contains(where: { $0.contains(":") }) || parts[1].contains("password=") else {
            return
        }
        tell(
            tree, Phrase("ledger states a password", "ledger 中写有密码"),
            rule: Phrase("contest.xml holds no secret", "contest.xml 中不写秘密"),
            remedy: Phrase(
                "Take it out, and keep it in ~/.pgpass", "请删去，并把密码保存在 ~/.pgpass 中"))
    }

    private mutating func track(_ tree: XMLTree) -> Track {
        let stages = tree.children(named: "stage")
        checkUnique(stages)
        let id: TrackID = tree.identifier("id")
        let names = Self.stageNames([tree])
        return Track(
            id: id, names: tree.texts("name"),
            stages: stages.enumerated().map { position, stage in
                self.stage(stage, track: id, later: Array(names.dropFirst(position + 1)))
            },
            awards: tree.first(named: "awards").map { awards($0, stages: names) } ?? [])
    }

    /// The names of the stages of some tracks, each once.
    static func stageNames(_ tracks: [XMLTree]) -> [String] {
        var seen = Set<String>()
        return tracks.flatMap { $0.children(named: "stage") }.compactMap { $0.value("id") }
            .filter { seen.insert($0).inserted }
    }

    private func awards(under tree: XMLTree) -> [XMLTree] {
        ([tree] + tree.children(named: "track")).flatMap { $0.children(named: "awards") }
            .flatMap { $0.children(named: "award") }
    }
}

extension ContestBuilder {
    mutating func tell(
        _ element: XMLTree, _ problem: Phrase, rule: Phrase = .none, remedy: Phrase = .none,
        severity: Fault.Severity = .error
    ) {
        faults.append(
            element.fault(in: file, problem, rule: rule, remedy: remedy, severity: severity))
    }

    /// Tells identifiers that stand twice among elements of one kind.
    mutating func checkUnique(_ elements: [XMLTree]) {
        faults.append(contentsOf: Duplicates.faults(among: elements, file: file))
    }

    /// Tells a reference to a name that is not there.
    mutating func check(
        _ name: String?, of element: XMLTree, attribute: String, isOneOf names: [String],
        _ noun: Phrase
    ) {
        guard let name, !names.contains(name) else { return }
        let list = names.phrase()
        tell(
            element,
            Phrase(
                "\(attribute)=\(name.quoted) in <\(element.name)> names no \(noun.english)",
                "<\(element.name)> 中的 \(attribute)=\(name.quoted) 不是\(noun.chinese)"),
            rule: names.isEmpty
                ? Phrase("there is none", "这里没有\(noun.chinese)")
                : Phrase("there is \(list.english)", "现有 \(list.chinese)"),
            remedy: .perhaps(
                name, among: names, otherwise: Phrase("Correct the name", "请改正名称")))
    }

    /// The place of a path in the contest's folder; tells one that is refused.
    @discardableResult
    mutating func place(_ path: String, of element: XMLTree) -> String? {
        do throws(SafePath.Refusal) {
            return try SafePath.join(folder, path)
        } catch {
            tell(
                element,
                Phrase(
                    "the path \(path.quoted) in <\(element.name)>",
                    "<\(element.name)> 中的路径 \(path.quoted)"),
                rule: error.rule,
                remedy: Phrase("Put the file into the contest's folder", "请把文件放进竞赛文件夹"))
            return nil
        }
    }
}
