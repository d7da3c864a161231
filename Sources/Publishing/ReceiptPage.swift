public import Contests
import Formats

/// The receipts of one judge's sheets, to be printed and handed to the judge: each with its code,
/// also as a QR code.
public struct ReceiptPage: Sendable, Hashable {
    /// The receipt of one sheet.
    public struct Receipt: Sendable, Hashable {
        /// The submission.
        public var submission: SubmissionID
        /// Counts the sheets of the pair.
        public var revision: Int
        /// The code.
        public var code: String

        /// A receipt.
        public init(submission: SubmissionID, revision: Int, code: String) {
            self.submission = submission
            self.revision = revision
            self.code = code
        }
    }

    /// The stage.
    public var stage: StageID
    /// The judge.
    public var judge: Judge
    /// The receipts, in the order that they are printed in.
    public var receipts: [Receipt]

    /// The receipts of a judge.
    public init(stage: StageID, judge: Judge, receipts: [Receipt]) {
        self.stage = stage
        self.judge = judge
        self.receipts = receipts
    }

    /// The page, which needs nothing beside it; no mark stands on it.
    public func html(_ names: ContestNames, record: ContestRecord) -> String {
        let scope = names.scope(.stage(stage))
        let cards = receipts.map { card($0, record) }
        let body: Markup = """
            <header><p class="contest">\(names.title)</p>
            <h1>\(Phrase("Receipts: ", "评分回执："))\(scope)</h1>
            <p>\(judge.name) (\(judge.id.text))</p></header>
            <main id="main"><p>\(Self.explanation)</p>
            <ul class="receipts">
            \(cards)</ul></main>
            """
        return Page(
            title: Phrase("Receipts: ", "评分回执：") + scope, languages: Language.allCases,
            style: PageStyle.receipts, body: body
        ).html
    }

    private static let explanation = Phrase(
        """
        Each code stands for one of your score sheets, exactly as it was recorded. Keep this page. \
        Later, “banyan verify --receipt CODE” shows whether that sheet is in the record and counts \
        in the result. Nobody can read your marks from a code.
        """,
        """
        每个回执码对应您已记录的一份评分，一字不差。请妥善保存。日后可用“banyan verify --receipt 回执码”\
        核对该份评分是否在记录之中并计入结果。从回执码无法得知您的分数。
        """)

    private func card(_ receipt: Receipt, _ record: ContestRecord) -> Markup {
        let titles = record.submissions[receipt.submission]?.titles
        let title = titles.map { Phrase($0.text(in: "en"), $0.text(in: "zh")) } ?? .none
        let label = Phrase("QR code of \(receipt.code)", "\(receipt.code) 的二维码")
        let picture = QRCode(receipt.code)?.picture(label: label) ?? ""
        let revision: Markup =
            receipt.revision > 1
            ? " · \(Phrase("revision \(receipt.revision)", "第 \(receipt.revision) 版"))" : ""
        return """
            <li>\(picture)<div><p class="id">\(receipt.submission.text)\(revision)</p>\
            <p>\(title)</p><p class="receipt">\(receipt.code)</p></div></li>

            """
    }
}
