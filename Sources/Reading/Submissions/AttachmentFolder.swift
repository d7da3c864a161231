import Contests
import Formats

/// The folders beside a file of submissions: each is named by an id and holds that submission's
/// attachments.
struct AttachmentFolder: Sendable {
    private let base: String
    private let names: Set<String>
    /// Whether any name may be one that ``SafePath`` made of an id with other characters.
    private let hasMadeNames: Bool

    /// Looks at what lies beside a file.
    init(beside file: String) {
        let base = ContestFile.folder(of: file)
        self.base = base
        let all = (try? Files.list(base)) ?? []
        let folders = all.filter { Files.isFolder(FilePath.join(base, $0)) }
        names = Set(folders)
        hasMadeNames = folders.contains { $0.contains("^") || $0.contains("%") }
    }

    /// Completes a submission by the files of its folder, if it has one.
    func attach(to draft: inout SubmissionDraft, file: String) {
        guard !names.isEmpty || !draft.submission.attachments.isEmpty else { return }
        let id = draft.submission.id.text
        let name = name(for: id)
        guard name != nil || !draft.submission.attachments.isEmpty else { return }
        let files = AttachmentFiles(base: base, folder: name, excluding: [])
        files.complete(&draft, file: file)
    }

    /// The folder of an id, if it has one.
    private func name(for id: String) -> String? {
        if names.contains(id) { return id }
        guard hasMadeNames else { return nil }
        let made = SafePath.safeFileName(for: id)
        return names.contains(made) ? made : nil
    }
}

/// The files of one submission's folder.
struct AttachmentFiles {
    /// The folder that no file may lie outside.
    let base: String
    /// The submission's folder in it; none where there is none.
    let folder: String?
    /// Files that are no attachments.
    let excluding: Set<String>

    /// Deepest folder in a submission's folder.
    private static let maximumDepth = 16

    /// Completes the attachments that a submission names, and adds those that it does not.
    func complete(_ draft: inout SubmissionDraft, file: String) {
        var found: [String] = []
        if let folder { collect(folder, "", 0, &found) }
        var named = Set<String>()
        for index in draft.submission.attachments.indices {
            let attachment = draft.submission.attachments[index]
            guard named.insert(attachment.name).inserted else {
                tellRepeated(attachment, &draft, file)
                continue
            }
            if let path = path(of: attachment.name, &draft, file), found.contains(attachment.name) {
                check(attachment, index, at: path, &draft, file)
            }
        }
        for name in found where !named.contains(name) {
            guard let path = path(of: name, &draft, file) else { continue }
            draft.submission.attachments.append(Attachment(name: name))
            check(
                Attachment(name: name), draft.submission.attachments.count - 1, at: path, &draft,
                file)
        }
    }

    /// The names of all files in a folder, at any depth, in the order of code points.
    private func collect(_ folder: String, _ prefix: String, _ depth: Int, _ found: inout [String])
    {
        let path = FilePath.join(base, folder) + (prefix.isEmpty ? "" : "/" + prefix)
        guard depth < Self.maximumDepth, let names = try? Files.list(path) else { return }
        for name in names {
            let relative = prefix.isEmpty ? name : prefix + "/" + name
            if Files.isFolder(path + "/" + name), leadsInside(folder + "/" + relative) {
                collect(folder, relative, depth + 1, &found)
            } else if !excluding.contains(relative) {
                found.append(relative)
            }
        }
    }

    private func leadsInside(_ name: String) -> Bool {
        (try? SafePath.join(base, name)) != nil
    }

    /// The place of an attachment; tells a name that is refused.
    private func path(of name: String, _ draft: inout SubmissionDraft, _ file: String) -> String? {
        do throws(SafePath.Refusal) {
            let own = FilePath.join(
                base, folder ?? SafePath.safeFileName(for: draft.submission.id.text))
            let path = try SafePath.join(own, name)
            if let folder { _ = try SafePath.join(base, folder + "/" + name) }
            return path
        } catch {
            draft.tell(
                file,
                Phrase(
                    "the attachment \(name.quoted) of the submission"
                        + " \(draft.submission.id.text.quoted)",
                    "作品 \(draft.submission.id.text.quoted) 的附件 \(name.quoted)"),
                error.rule, Phrase("Put the file itself into the folder", "请把文件本身放进文件夹"))
            return nil
        }
    }

    /// Puts in the size and the digest of a file, and tells where others were given.
    private func check(
        _ given: Attachment, _ index: Int, at path: String, _ draft: inout SubmissionDraft,
        _ file: String
    ) {
        do throws(Fault) {
            let (size, digest) = try (Files.size(path), SHA256Digest(ofFile: path))
            if let stated = given.size, stated != size {
                tellDifferent(
                    given,
                    Phrase(
                        "\(size) bytes", "\(size) 字节"), "\(stated)", &draft, file)
            } else if !given.sha256.isEmpty, given.sha256 != digest.hex {
                tellDifferent(
                    given,
                    Phrase(
                        "the SHA-256 \(digest.hex)", "SHA-256 \(digest.hex)"), given.sha256,
                    &draft, file)
            }
            draft.submission.attachments[index].size = size
            draft.submission.attachments[index].sha256 = digest.hex
        } catch {
            draft.faults.append(error)
        }
    }

    private func tellDifferent(
        _ given: Attachment, _ found: Phrase, _ stated: String, _ draft: inout SubmissionDraft,
        _ file: String
    ) {
        draft.tell(
            file,
            Phrase(
                "the attachment \(given.name.quoted) has \(found.english), and \(stated) is stated",
                "附件 \(given.name.quoted) 为 \(found.chinese)，而写的是 \(stated)"),
            Phrase("what was handed in must be what is judged", "所评的必须是所交的"),
            Phrase("Bring the right file, or correct what is stated", "请换上正确的文件，或改正所写的值"))
    }

    private func tellRepeated(
        _ attachment: Attachment, _ draft: inout SubmissionDraft, _ file: String
    ) {
        draft.tell(
            file,
            Phrase(
                "the attachment \(attachment.name.quoted) again",
                "附件 \(attachment.name.quoted) 重复"),
            Phrase("a submission's attachments differ by name", "同一作品的附件名称不能相同"),
            Phrase("Take one of them out", "请删去其中一个"))
    }
}
