public import Formats

/// Where a stage's rubric is, as the contest file refers to it: a path beside it, or
/// `banyan:NAME` for one that ships with Banyan.
public struct RubricReference: Sendable, Hashable {
    /// The file to open.
    public var path: String
    /// Whether it is one that ships with Banyan.
    public var isShipped: Bool

    /// Why a reference leads nowhere.
    public struct Problem: Error, Sendable, Hashable {
        /// What is wrong.
        public var problem: Phrase
        /// The rule that it breaks.
        public var rule: Phrase
        /// What to do about it.
        public var remedy: Phrase
    }

    /// The file that a reference means, whether it is there or not for a path; a shipped one is.
    ///
    /// - Parameters:
    ///   - text: The reference.
    ///   - contestFolder: The folder that paths are relative to, and must stay inside.
    ///   - shippedFolder: The folder of the shipped rubrics; none where it was not found.
    public static func resolve(
        _ text: String, contestFolder: String, shippedFolder: String?
    ) -> Result<RubricReference, Problem> {
        guard text.hasPrefix("banyan:") else {
            do throws(SafePath.Refusal) {
                let path = try SafePath.join(contestFolder, text)
                return .success(RubricReference(path: path, isShipped: false))
            } catch {
                return .failure(.refused(text, error))
            }
        }
        let name = String(text.dropFirst("banyan:".count))
        guard let shippedFolder else { return .failure(.noShippedFolder(name)) }
        let names = ShippedRubrics.names(in: shippedFolder)
        guard names.contains(name) else { return .failure(.notShipped(name, names)) }
        return .success(
            RubricReference(path: FilePath.join(shippedFolder, name + ".xml"), isShipped: true))
    }
}

extension RubricReference.Problem {
    fileprivate static func refused(_ text: String, _ refusal: SafePath.Refusal) -> Self {
        Self(
            problem: Phrase("the rubric \(text.quoted)", "评审标准 \(text.quoted)"),
            rule: refusal.rule,
            remedy: Phrase("Copy the rubric into the contest's folder", "请把评审标准复制到竞赛文件夹"))
    }

    fileprivate static func noShippedFolder(_ name: String) -> Self {
        Self(
            problem: Phrase(
                "the shipped rubric \(name.quoted) was not found", "找不到随附的评审标准 \(name.quoted)"),
            rule: Phrase(
                "the folder of rubrics is missing from this installation", "此安装中没有评审标准文件夹"),
            remedy: Phrase(
                "Install Banyan again, or set BANYAN_RUBRICS to the folder",
                "请重新安装，或用 BANYAN_RUBRICS 指明该文件夹"))
    }

    fileprivate static func notShipped(_ name: String, _ names: [String]) -> Self {
        let list = names.phrase()
        return Self(
            problem: Phrase(
                "no rubric \(name.quoted) ships with Banyan", "没有随附的评审标准 \(name.quoted)"),
            rule: Phrase("there is \(list.english)", "现有 \(list.chinese)"),
            remedy: .perhaps(
                name, among: names, mark: { "banyan:" + $0 },
                otherwise: Phrase("Name one of them", "请写其中之一")))
    }
}
