public import Contests
public import Formats
import Publishing
import Recording

extension Organizer {
    /// Copies the ledger to a new file while it is in use.
    public func backUp(to path: String) throws(Refusal) -> Report {
        do { try ledger.backUp(to: path) } catch { throw Refusal(wrapping: error) }
        return Report(lines: [
            Phrase(
                "the ledger was copied to \(path); keep a copy of \(keyPath) too, apart from it",
                "账本已备份到 \(path)；请另行妥善保存 \(keyPath)")
        ])
    }

    /// What could be lost although it was acknowledged, as the ledger's server is set up.
    public func ledgerRisks() throws(Refusal) -> FaultList {
        do { return FaultList(try ledger.risks()) } catch { throw Refusal(wrapping: error) }
    }

    /// Copies every row of the ledger to a new file, or to a server's database without a ledger.
    public func copyLedger(to place: String) throws(Refusal) -> Report {
        do {
            try ledger.copy(to: place, keyPath: keyPath)
            let head = try ledger.heads().last
            return Report(lines: [
                Phrase(
                    "the ledger was copied whole; its last head is \(head?.head.number ?? 0), root "
                        + "\(head?.head.root.hex ?? "-")",
                    "账本已完整复制；最后一个封印是第 \(head?.head.number ?? 0) 个，根哈希 "
                        + "\(head?.head.root.hex ?? "-")"),
                Phrase(
                    "use only one of the two from now on, with the same \(keyPath)",
                    "此后请只使用其中一个，并沿用同一个 \(keyPath)"),
            ])
        } catch { throw Refusal(wrapping: error) }
    }

    /// Makes a contest's ledger from a copy, after auditing the copy.
    ///
    /// - Parameter folder: The contest's folder, which has no ledger.
    public static func restore(from copy: String, folder: String) throws(Refusal) -> Report {
        let path = ContestFolder.join(folder, "contest.banyan")
        do {
            let audit = try Ledger.restore(from: copy, to: path)
            var report = auditReport(audit)
            if audit.isSound {
                report.lines.append(
                    Phrase("the ledger was restored to \(path)", "账本已恢复到 \(path)"))
            } else {
                report.lines.append(Phrase("nothing was restored", "未作恢复"))
            }
            return report
        } catch { throw Refusal(wrapping: error) }
    }

    /// Erases what is personal of a judge for good, and records that it was done.
    public func redact(judge: JudgeID, reason: String) throws(Refusal) -> Report {
        try require(judge, in: try record())
        return try redact(.judge(judge), reason: reason)
    }

    /// Erases the names of a submission's people for good, and records that it was done.
    ///
    /// - Parameter comments: Whether the comments on it are erased too.
    public func redact(
        submission: SubmissionID, comments: Bool, reason: String
    ) throws(Refusal) -> Report {
        try require(submission, in: try record())
        return try redact(.submission(submission, comments: comments), reason: reason)
    }

    private func redact(
        _ subject: Ledger.RedactionSubject, reason: String
    ) throws(Refusal) -> Report {
        let result: Ledger.RedactionResult
        do { result = try ledger.redact(subject, decision: decision(reason)) } catch {
            throw Refusal(wrapping: error)
        }
        guard result.pieces > 0 || !result.isGone else {
            return Report(lines: [Phrase("nothing was left to erase", "没有可删除的个人信息")])
        }
        var report = Report(lines: [
            Phrase(
                "\(result.pieces) personal text(s) erased; every proof still holds",
                "已删除 \(result.pieces) 条个人信息，所有证明依然成立"),
            Phrase(
                "also remove them from the files that were loaded, from pages published before, "
                    + "and destroy older backups",
                "请同时从载入的源文件和已发布的页面中删除，并销毁旧备份"),
        ])
        if !result.isGone {
            report.lines.append(
                Phrase(
                    "another program has the ledger open, so traces may be left: end it, then "
                        + "repeat the command",
                    "另一个程序正在使用账本，可能仍有残留：请将其关闭后重新执行命令"))
            report.status = .storageFailed
        }
        return report
    }

    private var keyPath: String { SigningKey.path(beside: folder.ledger) }
}

extension Organizer {
    /// Lists the sealed heads of the ledger.
    ///
    /// - Parameter last: How many, the last ones; all of them where there is none.
    public func heads(last: Int?) throws(Refusal) -> Report {
        let heads: [SignedHead]
        do { heads = try ledger.heads() } catch { throw Refusal(wrapping: error) }
        var table = Table(columns: [
            .init("head", Phrase("Head", "封印"), alignment: .trailing),
            .init("fact", Phrase("Last fact", "截至事实"), alignment: .trailing),
            .init("leaves", Phrase("Leaves", "叶数"), alignment: .trailing),
            .init("root", Phrase("Root", "根哈希")), .init("key", Phrase("Key", "公钥")),
        ])
        table.rows = heads.suffix(max(last ?? heads.count, 0)).map { signed in
            [
                .whole(signed.head.number), .whole(signed.head.fact), .whole(signed.head.leaves),
                .text(signed.head.root.hex), .text(Bundle.hex(signed.key)),
            ]
        }
        return Report(tables: [table])
    }

    /// Lists the receipts of a stage's sheets, by judge and submission.
    ///
    /// - Parameter out: A folder for a page for each judge, to print and hand over; none for none.
    public func receipts(
        of id: StageID, judge: JudgeID?, out: String? = nil
    ) throws(Refusal) -> Report {
        _ = try stage(id)
        let all: [SheetReceipt]
        do { all = try ledger.receipts() } catch { throw Refusal(wrapping: error) }
        let own = all.filter { $0.stage == id && (judge == nil || $0.judge == judge) }
            .sorted { left, right in
                (left.judge, left.submission, left.revision)
                    < (right.judge, right.submission, right.revision)
            }
        var table = Table(columns: [
            .init("judge", Phrase("Judge", "评委")),
            .init("submission", Phrase("Submission", "作品")),
            .init("revision", Phrase("Revision", "版次"), alignment: .trailing),
            .init("receipt", Phrase("Receipt", "回执码")),
        ])
        table.rows = own.map {
            [
                .text($0.judge.text), .text($0.submission.text), .whole($0.revision),
                .text($0.code),
            ]
        }
        var report = Report(tables: [table])
        if let out { report.lines.append(try writeReceipts(own, of: id, to: out)) }
        return report
    }

    /// Writes a page for each of some judges, with all their receipts of a stage; says how many.
    func writeReceipts(
        of id: StageID, judges: Set<JudgeID>, to path: String
    ) throws(Refusal) -> Phrase {
        let all: [SheetReceipt]
        do { all = try ledger.receipts() } catch { throw Refusal(wrapping: error) }
        return try writeReceipts(
            all.filter { $0.stage == id && judges.contains($0.judge) }, of: id, to: path)
    }

    /// Writes a page for each judge; says how many.
    private func writeReceipts(
        _ receipts: [SheetReceipt], of id: StageID, to path: String
    ) throws(Refusal) -> Phrase {
        let record = try record()
        let names = ContestNames(contest, rubrics: folder.rubrics)
        let judges = Dictionary(grouping: receipts, by: \.judge).sorted { $0.key < $1.key }
        do {
            try Files.makeFolder(path)
            for (judge, own) in judges {
                let own = own.sorted { left, right in
                    (left.submission, left.revision) < (right.submission, right.revision)
                }
                let page = ReceiptPage(
                    stage: id, judge: record.judges[judge] ?? Judge(id: judge, name: ""),
                    receipts: own.map {
                        .init(submission: $0.submission, revision: $0.revision, code: $0.code)
                    })
                let name = "\(id.track.text).\(id.name).\(judge.text).html"
                try Files.write(
                    page.html(names, record: record), to: ContestFolder.join(path, name))
            }
        } catch { throw Refusal(wrapping: error) }
        return Phrase(
            "\(judges.count) page(s) of receipts written to \(path)",
            "已在 \(path) 生成 \(judges.count) 份回执页")
    }

    /// Says whether the sheet of a receipt is in the record and counts in the result.
    public func verify(receipt typed: String) throws(Refusal) -> Report {
        let code = try Self.receiptCode(typed)
        let all: [SheetReceipt]
        do { all = try ledger.receipts() } catch { throw Refusal(wrapping: error) }
        guard let receipt = all.first(where: { $0.code == code }) else {
            throw Self.unknownReceipt(code)
        }
        do {
            let inclusion = try ledger.inclusion(ofLeaf: receipt.position)
            guard let inclusion, inclusion.holds, inclusion.head.isSigned,
                SheetReceipt.code(of: inclusion.leaf) == code
            else { throw Self.unknownReceipt(code) }
            let history = try ledger.sheetHistory(
                stage: receipt.stage, judge: receipt.judge, submission: receipt.submission)
            let isLast = history.last?.sheet.revision == receipt.revision
            return Report(lines: [
                Phrase(
                    "\(code): sheet of judge \(receipt.judge) for \(receipt.submission) in "
                        + "\(receipt.stage), revision \(receipt.revision), fact \(receipt.fact)",
                    "\(code)：评委 \(receipt.judge) 对 \(receipt.submission) 在 \(receipt.stage) "
                        + "的评分，第 \(receipt.revision) 版，事实 \(receipt.fact)"),
                Phrase(
                    "proved: it is under the signed head \(inclusion.head.head.number), by "
                        + "\(inclusion.proof.count) hashes",
                    "已证明：它在已签名的第 \(inclusion.head.head.number) 个封印之下"
                        + "（\(inclusion.proof.count) 个哈希）"),
                isLast
                    ? Phrase("this revision is the one that counts", "计入成绩的正是这一版")
                    : Phrase(
                        "a later revision of this judge replaced it: \(history.count)",
                        "该评委后来提交的版本取代了它：第 \(history.count) 版"),
            ])
        } catch { throw Refusal(wrapping: error) }
    }

    static func receiptCode(_ typed: String) throws(Refusal) -> String {
        guard let code = SheetReceipt.normalized(typed) else {
            throw Refusal(
                Phrase("'\(typed.shown)' is not a receipt", "“\(typed.shown)”不是回执码"),
                remedy: Phrase(
                    "A receipt has 16 letters and digits, such as 3F9K-7Q2M-XH0T-5B8W",
                    "回执码由 16 个字母和数字组成，例如 3F9K-7Q2M-XH0T-5B8W"))
        }
        return code
    }

    static func unknownReceipt(_ code: String) -> Refusal {
        Refusal(
            Phrase("no sheet has the receipt \(code)", "没有回执码为 \(code) 的评分"),
            remedy: Phrase(
                "Check the code; if it is right, the sheet is not in this record",
                "请核对回执码；若无误，则该评分不在此记录中"), status: .dataAtFault)
    }
}
