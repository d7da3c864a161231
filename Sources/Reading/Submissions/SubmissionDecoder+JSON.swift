import Computing
import Contests
import Formats

extension SubmissionDecoder {
    /// Objects that are decoded together.
    private static let batchSize = 2_048

    /// Reads JSON Lines.
    func readJSONLines<Failure: Error>(
        _ path: String, _ take: ([DecodedChunk]) throws(Failure) -> Void
    ) throws(Failure) -> FaultList {
        let attachments = AttachmentFolder(beside: path)
        let (context, width) = (context, width)
        var unknown = UnknownNames(file: path)
        var lines: [JSONLines.Line] = []
        func flush() throws(Failure) {
            let decoded = lines.decoded(width: width) { line in
                var draft = SubmissionDraft(line: line.number)
                draft.put(line.object, file: path)
                attachments.attach(to: &draft, file: path)
                return context.finish(draft, file: path)
            }
            lines.removeAll(keepingCapacity: true)
            for chunk in decoded { unknown.add(chunk) }
            try take(decoded)
        }
        var faults = try JSONLines.read(path: path) { line throws(Failure) in
            lines.append(line)
            if lines.count == Self.batchSize { try flush() }
        }
        try flush()
        faults.append(contentsOf: unknown.faults)
        return faults
    }

    /// Reads submissions that have a folder each.
    ///
    /// - Parameter take: Is given what a folder holds, and the folder's position.
    func readFolders<Failure: Error>(
        _ paths: [String], _ take: (DecodedChunk, Int) throws(Failure) -> Void
    ) throws(Failure) -> FaultList {
        let context = context
        var faults = FaultList()
        for start in stride(from: 0, to: paths.count, by: 256) {
            let some = paths[start..<min(start + 256, paths.count)]
            let decoded = some.concurrentMap(width: width) { context.decodeFolder(of: $0) }
            for (offset, one) in decoded.enumerated() {
                var chunk = DecodedChunk()
                chunk.add(one)
                var unknown = UnknownNames(file: paths[start + offset])
                unknown.add(chunk)
                faults.append(contentsOf: unknown.faults)
                try take(chunk, start + offset)
            }
        }
        return faults
    }
}

/// Names of JSON members that mean nothing, each told once for a file.
private struct UnknownNames {
    let file: String
    private var seen = Set<String>()
    private(set) var faults = FaultList()

    init(file: String) {
        self.file = file
    }

    mutating func add(_ chunk: DecodedChunk) {
        for (name, line) in chunk.unknownNames where seen.insert(name).inserted {
            let list = SubmissionField.names.phrase(limit: 20)
            faults.append(
                Fault(
                    file: file, line: line, severity: .warning,
                    problem: Phrase(
                        "the member \(name.quoted) is not read", "没有读取成员 \(name.quoted)"),
                    rule: Phrase(
                        "a submission has \(list.english)", "作品可以有 \(list.chinese)"),
                    remedy: .perhaps(
                        name, among: SubmissionField.names,
                        otherwise: Phrase("Leave it, or take it out", "可以保留，或删去"))))
        }
    }
}

extension SubmissionContext {
    /// The submission that a folder holds, its description being `submission.xml` or
    /// `submission.json`.
    func decodeFolder(of path: String) -> DecodedSubmission {
        let folder = ContestFile.folder(of: path)
        let name = folder.split(separator: "/").last.map(String.init) ?? folder
        let files = AttachmentFiles(
            base: ContestFile.folder(of: folder), folder: name,
            excluding: Set(SubmissionSource.describing))
        do throws(Fault) {
            if path.hasSuffix(".xml") {
                let tree = try XMLTree.parse(contentsOf: path)
                return decode(tree, file: path) { files.complete(&$0, file: path) }
            }
            let value = try JSONValue.parse(Files.read(path), file: path)
            guard let object = value.object else { throw .noSubmission(path) }
            var draft = SubmissionDraft(line: 1)
            draft.put(object, file: path)
            files.complete(&draft, file: path)
            return finish(draft, file: path)
        } catch {
            return DecodedSubmission(submission: nil, line: error.line ?? 1, faults: [error])
        }
    }
}

extension Fault {
    fileprivate static func noSubmission(_ file: String) -> Fault {
        Fault(
            file: file, line: 1,
            problem: Phrase("the file is no JSON object", "文件不是 JSON 对象"),
            rule: Phrase("it describes one submission", "它描述一件作品"),
            remedy: Phrase("Put the values between { and }", "请将内容写在 { 和 } 之间"))
    }
}
