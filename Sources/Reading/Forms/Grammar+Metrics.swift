import Contests
import Formats

extension Grammar {
    /// Where measured values stand.
    static let measured = Form(
        "measured", "A table of measured values, such as latency or cost.",
        "测量值（如时延、成本）的表。",
        attributes: [
            .required("judge", .identifier, "The judge of the kind program.", "program 类评委。"),
            .required("criterion", .identifier, "The criterion, a measurement.", "测量类指标。"),
            .required(
                "file", .text, "CSV or a workbook beside contest.xml.",
                "contest.xml 旁的 CSV 或工作簿。"),
            .optional(
                "key", .text, "The column of submissions; submission if not given.",
                "作品列；默认 submission。"),
            .optional("value", .text, "The column of values; value if not given.", "数值列；默认 value。"),
        ])

    /// What a built-in judge measures in a stage.
    static let metric = Form(
        "metric", "What a built-in judge measures: a file of each submission against answers.",
        "内置评委的测量：以作品的文件对照隐藏答案。",
        attributes: [
            .required("judge", .identifier, "The judge of the kind program.", "program 类评委。"),
            .required("criterion", .identifier, "The criterion, a measurement.", "测量类指标。"),
            .required(
                "name", .choice(MetricKind.allCases.map(\.rawValue)), "The metric.", "度量名称。"),
            .required(
                "file", .text,
                "The file in the submission's folder; with * in its name, every revision of it,"
                    + " named by day: p-*.csv holds p-2026-05-01-1.csv.",
                "作品文件夹中的文件；名称含 * 时为其所有版本，以日期命名，如 p-*.csv 包括 p-2026-05-01-1.csv。"),
            .required(
                "answers", .text, "The table of answers, beside contest.xml; never published.",
                "答案表（相对于 contest.xml），永不公开。"),
            .optional("key", .text, "The column of ids; id if not given.", "编号列；默认 id。"),
            .optional(
                "answer", .text, "The column of answers; answer if not given.",
                "答案列；默认 answer。"),
            .optional(
                "prediction", .text, "The column of predictions; prediction if not given.",
                "预测列；默认 prediction。"),
            .optional("positive", .text, "The class looked for; 1 if not given.", "正类；默认 1。"),
            .optional("places", .whole(1...100_000), "Places of a list that count.", "列表计入的名次数。"),
            .optional("quantile", .decimal, "The quantile predicted.", "所预测的分位数。"),
            .optional(
                "overlap", .decimal, "The least IoU of a thing that is found; 0.5 if not given.",
                "视为检出的最小交并比；默认 0.5。"),
            .optional(
                "public", .decimal, "The share of answers of the public board.", "公开榜所用答案的比例。"),
            .optional("seed", .whole(0...Int.max), "Draws the public share; 0.", "抽取公开部分的种子；默认 0。"),
            .optional(
                "split", .text, "Or a column of answers that says public or private.",
                "或由答案表中写明 public 或 private 的列划分。"),
            .optional(
                "counts", .choice(["last", "best"]),
                "The revision that counts: last (default), or best on the public answers.",
                "计入的版本：最后一版（默认），或公开部分最好的一版。"),
            .optional("per-day", .whole(1...1_000), "Revisions of a day that count.", "每天计入的版本数。"),
            .optional(
                "until", .moment, "When the final board follows; the stage's deadline by default.",
                "何时转为最终榜；默认为阶段截止时间。"),
        ])
}
