import Computing
import Contests
import Formats

extension SubmissionDecoder {
    /// Reads a file of submissions in XML, in our own form or through a mapping.
    func readXML<Failure: Error>(
        _ path: String, _ take: ([DecodedChunk]) throws(Failure) -> Void
    ) throws(Failure) -> FaultList {
        guard let mapping = context.mapping(for: path) else {
            return try readOwnXML(path, take)
        }
        guard !mapping.record.isEmpty else { return FaultList(Self.noRecord(mapping, path)) }
        let attachments = AttachmentFolder(beside: path)
        let plan = RecordPlan(mapping)
        let (context, width) = (context, width)
        let summary = try reader.read(path: path, record: mapping.record) {
            batch throws(Failure) in
            let plan = plan.resolved(in: batch)
            for records in batch.portions {
                try take(
                    records.decoded(width: width) { record in
                        var draft = plan.draft(of: record)
                        attachments.attach(to: &draft, file: path)
                        return context.finish(draft, file: path)
                    })
            }
        }
        if let fault = summary.fault { return FaultList(fault) }
        return summary.records == 0
            ? FaultList(Self.noRecords(mapping, path, summary)) : FaultList()
    }

    private var reader: XMLRecords { XMLRecords(batchBytes: 1 << 21, batchesAhead: 3) }

    private func readOwnXML<Failure: Error>(
        _ path: String, _ take: ([DecodedChunk]) throws(Failure) -> Void
    ) throws(Failure) -> FaultList {
        let attachments = AttachmentFolder(beside: path)
        let (context, width) = (context, width)
        var rootFaults: FaultList?
        let summary = try reader.read(path: path, record: "submission") { batch throws(Failure) in
            let faults = rootFaults ?? Self.rootFaults(batch.root, path)
            rootFaults = faults
            guard !faults.hasErrors else { return }
            for records in batch.portions {
                try take(
                    records.decoded(width: width) { record in
                        context.decode(record.tree, file: path) { draft in
                            attachments.attach(to: &draft, file: path)
                        }
                    })
            }
        }
        var faults = FaultList()
        if let root = summary.root {
            faults.append(contentsOf: rootFaults ?? Self.rootFaults(root, path))
        }
        if let fault = summary.fault { faults.append(fault) }
        guard !faults.hasErrors else { return faults }
        for stray in summary.strays { faults.append(Self.stray(stray, path)) }
        return faults
    }

    /// What is wrong with the root of a file of our own form.
    private static func rootFaults(_ root: XMLTree, _ path: String) -> FaultList {
        guard root.name != Grammar.submissions.root.name else {
            var check = GrammarCheck(.submissions, file: path)
            _ = check.check(root)
            return check.faults
        }
        return FaultList(
            root.fault(
                in: path,
                Phrase(
                    "the file begins with <\(root.name.shown)>",
                    "文件以 <\(root.name.shown)> 开头"),
                rule: Phrase(
                    "a file of submissions is one <submissions>", "作品文件的根元素是 <submissions>"),
                remedy: Phrase(
                    "Write a <mapping> for it in the contest file, or correct it",
                    "请在竞赛文件中为它写 <mapping>，或改正文件")))
    }

    private static func stray(_ stray: XMLSummary.Stray, _ path: String) -> Fault {
        Fault(
            file: path, line: stray.line,
            problem: Phrase(
                "\(stray.count) elements <\(stray.name.shown)> outside every <submission>",
                "<submission> 之外有 \(stray.count) 个 <\(stray.name.shown)>"),
            rule: Phrase("<submissions> may hold <submission>", "<submissions> 只含 <submission>"),
            remedy: .perhaps(
                stray.name, among: ["submission"], mark: { "<\($0)>" },
                otherwise: Phrase("Take them out", "请删去")))
    }

    private static func noRecord(_ mapping: Mapping, _ path: String) -> Fault {
        Fault(
            file: path,
            problem: Phrase(
                "the mapping \(mapping.id.quoted) does not say which element is a record",
                "映射 \(mapping.id.quoted) 没有说明哪个元素是一条记录"),
            rule: Phrase("an XML file needs it", "XML 文件必须说明"),
            remedy: Phrase("Add record=\"…\" to the <mapping>", "请给 <mapping> 加上 record=\"…\""))
    }

    private static func noRecords(
        _ mapping: Mapping, _ path: String, _ summary: XMLSummary
    ) -> Fault {
        Fault(
            file: path, line: summary.root?.line,
            problem: Phrase(
                "the file holds no <\(mapping.record.shown)>",
                "文件中没有 <\(mapping.record.shown)>"),
            rule: Phrase(
                "the mapping \(mapping.id.quoted) reads that element",
                "映射 \(mapping.id.quoted) 要读取该元素"),
            remedy: .perhaps(
                mapping.record, among: summary.strays.map(\.name), mark: { "<\($0)>" },
                otherwise: Phrase("Correct the mapping's record", "请改正映射的 record")))
    }
}

extension SubmissionContext {
    /// A submission of our own form.
    ///
    /// - Parameter attach: Completes the attachments.
    func decode(
        _ tree: XMLTree, file: String, attach: (inout SubmissionDraft) -> Void
    ) -> DecodedSubmission {
        var check = GrammarCheck(.submission, file: file)
        let isRead = check.check(tree)
        var draft = SubmissionDraft(line: tree.line, column: tree.column > 0 ? tree.column : nil)
        draft.faults = check.faults.faults
        // What the grammar has told need not be told again by the checks of values.
        guard isRead, !check.faults.hasErrors else {
            return DecodedSubmission(submission: nil, line: tree.line, faults: draft.faults)
        }
        draft.put(tree)
        attach(&draft)
        return finish(draft, file: file)
    }
}

extension SubmissionDraft {
    /// Puts a submission of our own XML form into the draft.
    fileprivate mutating func put(_ tree: XMLTree) {
        for field in ["id", "track", "heat", "region", "submitted"] {
            guard let value = tree.value(field), let known = SubmissionField(name: field) else {
                continue
            }
            put(value, into: known)
        }
        for child in tree.children {
            switch child.name {
            case "title", "abstract":
                guard let wording = child.wording(keepsLines: child.name == "abstract") else {
                    continue
                }
                put(
                    wording.text,
                    into: child.name == "title"
                        ? .title(language: wording.language)
                        : .abstract(language: wording.language))
            case "entrant": put(entrant: child)
            case "keyword": put(child.trimmedText, into: .keywords)
            case "link": put(child.trimmedText, into: .links)
            case "attachment":
                submission.attachments.append(
                    Attachment(
                        name: child.value("name") ?? "", size: child.whole("size").map(Int64.init),
                        sha256: child.value("sha256")?.lowercased() ?? ""))
            case "field": put(child.trimmedText, into: .field(child.value("name") ?? ""))
            default: break
            }
        }
    }

    private mutating func put(entrant tree: XMLTree) {
        submission.entrant.name = tree.value("name") ?? ""
        for child in tree.children {
            if child.name == "organisation" {
                put(child.trimmedText, into: .organisations)
            } else if child.name == "member" {
                submission.entrant.members.append(
                    Entrant.Member(
                        name: child.trimmedText, role: child.value("role") ?? "",
                        organisation: child.value("organisation") ?? ""))
            }
        }
    }
}
