import Contests
import Formats
import Publishing
import Recording

extension Organizer {
    /// Checks everything in the ledger: the chain and the tree, signatures, references, counts,
    /// personal data, and that what was last published recomputes to the byte.
    ///
    /// - Parameters:
    ///   - keys: The office's public keys in hexadecimal, where the caller knows them from
    ///     elsewhere: every head must be signed by one of them. Without any, the key beside the
    ///     ledger must have signed all, where it is there.
    ///   - heads: Heads that were published before, each as `NUMBER:ROOT`: the ledger must have
    ///     grown from each.
    public func audit(
        keys: [String] = [], heads published: [String] = []
    ) throws(Refusal) -> Report {
        let published = try published.map { text throws(Refusal) in try Self.head(text) }
        let (audit, heads): (LedgerAudit, [SignedHead])
        do {
            audit = try ledger.audit()
            heads = try published.isEmpty ? [] : ledger.heads()
        } catch { throw Refusal(wrapping: error) }
        var report = Self.auditReport(audit)
        check(audit.keys, known: keys.map { $0.lowercased() }, in: &report)
        for head in published { Self.check(head, among: heads, in: &report) }
        guard audit.isSound else { return report }
        return try checkPublications(report)
    }

    /// Tells keys that signed but are not the office's, as far as it is known.
    private func check(_ keys: [String], known: [String], in report: inout Report) {
        var known = known
        if known.isEmpty {
            let path = SigningKey.path(beside: folder.ledger)
            guard Files.exists(path) else { return }
            do { known = [Bundle.hex(try SigningKey(path: path).publicKey)] } catch {
                report.faults.append(error.fault)
                report.status = .storageFailed
                return
            }
        }
        for key in keys where !known.contains(key) {
            report.lines.append(
                Phrase(
                    "heads are signed by another key than \(known.joined(separator: ", ")): "
                        + "\(key); if the office had that one too, give --key for each of its keys",
                    "部分封印由另一公钥 \(key) 签名，而不是 \(known.joined(separator: "，"))；"
                        + "如组委会也用过该公钥，请用 --key 逐一给出其全部公钥"))
            report.status = .dataAtFault
        }
    }

    /// A head as it was published: its number and its root.
    private typealias PublishedHead = (number: Int, root: String)

    private static func head(_ text: String) throws(Refusal) -> PublishedHead {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let root = parts.last?.lowercased() ?? ""
        guard parts.count == 2, let number = Int(parts[0]), number > 0,
            root.utf8.count == 64, Bundle.bytes(root) != nil
        else {
            throw Refusal(
                Phrase("'\(text.shown)' is not a head", "“\(text.shown)”不是封印"),
                remedy: Phrase(
                    "Write its number and its root as banyan ledger heads lists them: NUMBER:ROOT",
                    "请按 banyan ledger heads 所列写出编号和根哈希：编号:根哈希"))
        }
        return (number, root)
    }

    /// Tells whether the ledger grew from a head that was published; its heads were checked.
    private static func check(
        _ published: PublishedHead, among heads: [SignedHead], in report: inout Report
    ) {
        let (number, root) = published
        guard let own = heads.first(where: { $0.head.number == number }) else {
            report.lines.append(
                Phrase(
                    "head \(number) was published, but the ledger ends at head \(heads.count): "
                        + "what was recorded last was removed, or this is another ledger",
                    "第 \(number) 个封印曾经公布，但账本止于第 \(heads.count) 个封印："
                        + "最后的记录已被删除，或这是另一个账本"))
            report.status = .dataAtFault
            return
        }
        if own.head.root.hex == root {
            report.lines.append(
                Phrase(
                    "head \(number) is the one that was published: all that it covers is here",
                    "第 \(number) 个封印与公布的一致：它所覆盖的记录全部都在"))
        } else {
            report.lines.append(
                Phrase(
                    "head \(number) has the root \(own.head.root.hex), not the published one: "
                        + "the record was rewritten, or this is another ledger",
                    "第 \(number) 个封印的根哈希为 \(own.head.root.hex)，与公布的不符："
                        + "记录曾被改写，或这是另一个账本"))
            report.status = .dataAtFault
        }
    }

    static func auditReport(_ audit: LedgerAudit) -> Report {
        var report = Report()
        if !audit.findings.isEmpty {
            var table = Table(columns: [
                .init("fact", Phrase("Fact", "事实"), alignment: .trailing),
                .init("at", Phrase("When", "时间")),
                .init("problem", Phrase("What is wrong", "问题"), isFlexible: true),
                .init("dependents", Phrase("Rests on it", "受影响的事实")),
            ])
            table.rows = audit.findings.map { finding in
                [
                    finding.fact.map { .whole($0) } ?? .text(""), .text(finding.at),
                    .phrase(finding.problem),
                    .text(runs(of: finding.dependents)),
                ]
            }
            report.tables.append(table)
            report.status = .dataAtFault
        }
        let keys = audit.keys.joined(separator: ", ")
        report.lines.append(
            Phrase(
                "\(audit.facts) facts, \(audit.leaves) records hashed anew, \(audit.heads) heads: "
                    + (audit.isSound ? "all sound" : "\(audit.findings.count) finding(s)"),
                "\(audit.facts) 个事实，重新计算 \(audit.leaves) 条记录、\(audit.heads) 个封印："
                    + (audit.isSound ? "全部完好" : "发现 \(audit.findings.count) 处问题")))
        if audit.keys.count == 1 {
            report.lines.append(Phrase("signed by \(keys)", "签名公钥：\(keys)"))
        } else if audit.keys.count > 1 {
            report.lines.append(
                Phrase(
                    "signed by \(audit.keys.count) keys, one after the other; the office must "
                        + "confirm each: \(keys)",
                    "先后由 \(audit.keys.count) 个密钥签名，须由组委会逐一确认：\(keys)"))
        }
        if audit.erased > 0 {
            report.lines.append(
                Phrase(
                    "\(audit.erased) personal text(s) erased, each by a recorded redaction",
                    "\(audit.erased) 条个人信息已删除，均有删除记录"))
        }
        return report
    }

    /// Ascending numbers, those that follow each other as one run: `8 10–13 16`.
    private static func runs(of numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: " ")
    }

    /// Computes what was last published anew, where nothing was recorded since that a result can
    /// rest on.
    private func checkPublications(_ report: Report) throws(Refusal) -> Report {
        var report = report
        let facts: [Fact]
        do { facts = try ledger.facts() } catch { throw Refusal(wrapping: error) }
        let last = facts.last { !$0.act.isOfResult }?.sequence ?? 0
        var current: [String: Publication] = [:]
        var superseded = 0
        for fact in facts {
            guard case .publication(let publication) = fact.act else { continue }
            if fact.sequence > last {
                current[publication.file.name] = publication
            } else {
                superseded += 1
            }
        }
        if !current.isEmpty {
            let hashes = try publishedHashes()
            for name in current.keys.sorted() {
                guard let stated = current[name]?.file.sha256, !hashes.contains(stated) else {
                    continue
                }
                report.lines.append(
                    Phrase(
                        "\(name): what was published is not what the record makes",
                        "\(name)：已发布的内容与记录算出的结果不符"))
                report.status = .dataAtFault
            }
        }
        report.lines.append(
            Phrase(
                "\(current.count) published leaderboard(s) computed anew; \(superseded) older "
                    + "one(s) rest on an earlier state",
                "重新计算已发布榜单 \(current.count) 份；另有 \(superseded) 份以更早的状态为准"))
        return report
    }
}

extension Act {
    /// Whether the act only tells a result, so that no result rests on it.
    var isOfResult: Bool {
        switch self {
        case .ranking, .publication: true
        default: false
        }
    }
}
