import Contests
import Formats
import Foundation
import Reading
import Recording

/// What a freeze recorded.
private struct Commitment {
    var hash: String
    var at: String
}

/// Whose sheet it is: a later one of the same pair in the same stage replaces it.
private struct SheetPair: Hashable {
    let stage: StageID
    let judge: JudgeID
    let submission: SubmissionID

    init(_ sheet: ScoreSheet) {
        (stage, judge, submission) = (sheet.stage, sheet.judge, sheet.submission)
    }
}

extension BundleVerifier {
    /// Computes the result, compares it, and says what that proves.
    func report(signer: String, isKnown: Bool, code: String?) throws -> Report {
        var replay = SealedReplay(openings: openings)
        var commitments: [Commitment] = []
        for (index, leaf) in leaves.enumerated() {
            guard let table = replay.add(leaf) else {
                return told("record \(index) cannot be read", "第 \(index) 条记录无法读取")
            }
            guard table == .fact else { continue }
            let known = replay.remarks(about: Organizer.freezing)
            if known.count > commitments.count, let hash = known.last {
                let at = replay.record.lastFact?.text ?? ""
                commitments.append(Commitment(hash: hash, at: at))
            }
        }
        var record = replay.finish()
        guard let folder = try contestFolder() else {
            return told("the rules in the bundle cannot be read", "数据包中的规则无法读取")
        }
        record.holdBackUnconfirmed(in: folder.contest)
        if let sheet = foreignSheet(replay.sheets, rubrics: folder.rubrics) {
            return told(
                "a sheet of \(sheet.stage) was marked by a rubric that is not in the bundle",
                "\(sheet.stage) 有评分所用的评分标准不在数据包中")
        }
        let boards = try Organizer.boards(
            folder: folder, record: record, sheets: replay.sheets)
        let computed = BundleResults.lines(boards)
        guard computed == results else {
            let wrong = zip(computed, results).first { $0 != $1 }?.1["leaderboard"]?.text ?? "?"
            return told(
                "the leaderboard of \(wrong) is not what the rules make of the marks",
                "\(wrong) 的榜单不是按规则由评分算出的结果")
        }
        var report = proved(replay, boards: boards.count, signer: signer, isKnown: isKnown)
        add(commitments, to: &report)
        if let code { try add(receipt: code, replay, to: &report) }
        return report
    }

    /// A sheet that counts, as the last of its pair, but was marked by a rubric that is not here.
    private func foreignSheet(
        _ sheets: [ScoreSheet], rubrics: [StageID: Rubric]
    ) -> ScoreSheet? {
        let hashes = Set(rubrics.values.map(\.hash))
        var seen = Set<SheetPair>()
        return sheets.reversed().first { sheet in
            seen.insert(SheetPair(sheet)).inserted && !hashes.contains(sheet.rubricHash)
        }
    }

    private func told(_ english: String, _ chinese: String) -> Report {
        var failed = self
        failed.refuse(english, chinese)
        return failed.failure
    }

    /// Reads the rules from the bundle's own files.
    private func contestFolder() throws -> ContestFolder? {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "banyan-bundle-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let shipped = path + "/shipped"
        try Files.makeFolder(path)
        try Files.makeFolder(shipped)
        var rules: [UInt8]?
        for (name, bytes) in files {
            if name == "contest.xml" {
                rules = bytes
            } else if name.hasPrefix("banyan:") {
                let file = try SafePath.join(shipped, String(name.dropFirst(7)) + ".xml")
                try Files.write(bytes, to: file)
            } else {
                let file = try SafePath.join(path, name)
                try Files.makeFolder(String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]))
                try Files.write(bytes, to: file)
            }
        }
        guard let rules else { return nil }
        let loaded = ContestFile.load(
            bytes: rules, file: "contest.xml", folder: path, shippedFolder: shipped)
        guard let contest = loaded.contest, !loaded.faults.hasErrors else { return nil }
        return ContestFolder(path: path, contest: contest, rubrics: loaded.rubrics)
    }

    private func proved(
        _ replay: SealedReplay, boards: Int, signer: String, isKnown: Bool
    ) -> Report {
        Report(lines: [
            Phrase(
                "proved: \(leaves.count) records make the roots of \(heads.count) chained heads, "
                    + "each signed",
                "已证明：\(leaves.count) 条记录与 \(heads.count) 个相连且已签名的封印相符"),
            Phrase(
                "proved: \(boards) leaderboard(s) are what the rules in the bundle make of its "
                    + "\(replay.sheets.count) sheets",
                "已证明：\(boards) 份榜单正是数据包中的规则由其中 \(replay.sheets.count) 份评分算出的结果"),
            isKnown
                ? Phrase("proved: the office's key \(signer) signed it", "已证明：由组委会公钥 \(signer) 签名")
                : Phrase(
                    "signed by \(signer): compare it with the key that the office published",
                    "签名公钥为 \(signer)：请与组委会公布的公钥核对"),
            Phrase(
                "a bundle cannot tell: who the judges are, whether a judge gave the marks that "
                    + "were recorded (receipts tell that), or whether the office keeps another "
                    + "record (compare heads with others)",
                "数据包无法说明：评委是谁；所记录的评分是否确为评委所给（可用回执核对）；"
                    + "组委会是否另有一份记录（可与他人核对封印）"),
        ])
    }

    /// Tells every commitment, and fails where the result is not the one of the last.
    private func add(_ commitments: [Commitment], to report: inout Report) {
        let made = release.map {
            Pseudonym.opened(
                salt: $0.salt, text: Ledger.escaped(BundleResults.text(results))
            ).hex
        }
        for commitment in commitments {
            let (hash, at) = (commitment.hash, commitment.at)
            report.lines.append(
                made == hash
                    ? Phrase(
                        "proved: it is the result that was frozen as \(hash) at \(at)",
                        "已证明：成绩与 \(at) 公布的承诺值 \(hash) 一致")
                    : Phrase(
                        "the result is not the one that was frozen as \(hash) at \(at)",
                        "成绩与 \(at) 公布的承诺值 \(hash) 不一致"))
        }
        if let last = commitments.last, made != last.hash { report.status = .dataAtFault }
    }

    private func add(
        receipt code: String, _ replay: SealedReplay, to report: inout Report
    ) throws(Refusal) {
        let found = replay.sheetLeaves.indices.first {
            SheetReceipt.code(of: MerkleTree.leaf(leaves[replay.sheetLeaves[$0]])) == code
        }
        guard let found else { throw Organizer.unknownReceipt(code) }
        let sheet = replay.sheets[found]
        let isLast = !replay.sheets[(found + 1)...].contains { SheetPair($0) == SheetPair(sheet) }
        let marks = sheet.marks.map { mark in
            switch mark.value {
            case .points(let points): "\(mark.criterion)=\(points)"
            case .notApplicable: "\(mark.criterion)=NA"
            case .text: "\(mark.criterion)"
            }
        }.joined(separator: " ")
        report.lines.append(
            Phrase(
                "\(code): \(sheet.submission) in \(sheet.stage), revision \(sheet.revision), "
                    + "\(marks): " + (isLast ? "it counts" : "a later revision replaced it"),
                "\(code)：\(sheet.stage) \(sheet.submission)，第 \(sheet.revision) 版，\(marks)："
                    + (isLast ? "计入成绩" : "已被后来的版本取代")))
    }
}
