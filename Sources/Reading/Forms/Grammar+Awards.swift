import Contests
import Formats

extension Grammar {
    /// The forms of `awards`.
    static let awardForms = [
        Form(
            "awards", "Awards, in the order in which they are given.", "奖项，按授予的先后排列。",
            children: [.any("award")]),
        Form(
            "award", "A prize and who may win it.", "一个奖项及获奖条件。",
            attributes: [
                .required("id", .identifier, "The award's identifier.", "奖项的标识。"),
                .optional(
                    "rounding", .choice(["up", "down", "nearest"]),
                    "How a share becomes a whole number; up if not given.", "比例如何取整；默认进一。"),
                .optional(
                    "minimum-score", .ratio,
                    "The lowest score that wins; places below stay vacant.",
                    "获奖最低分；不足者名额空缺。"),
                .optional(
                    "reached", .identifier, "The stage that a winner must have reached.",
                    "获奖者必须到达的阶段。"),
                .optional(
                    "additional", .flag, "Whether it may be won beside another award; no.",
                    "是否可与其他奖项兼得；默认否。"),
                .optional(
                    "per-entrant", .whole(1...999), "How many an entrant may win.",
                    "每个参赛者最多获几个。"),
                .optional(
                    "ties", .choice(["admit-all", "decide"]),
                    "Where the line falls into a tie: admit all, or decide (default).",
                    "分数线上同分时：全部获奖，或按同分规则决定（默认）。"),
            ],
            alternatives: [
                .optional("count", .whole(1...10_000_000), "How many win.", "获奖数量。"),
                .optional("share", .ratio, "Which share of the ranked wins.", "获奖比例。"),
                .optional(
                    "from-score", .ratio, "Everyone with at least this score wins.",
                    "达到此分者均获奖。"),
                .optional(
                    "everyone", .choice(["yes"]), "Everyone who is eligible wins.",
                    "符合条件者均获奖。"),
            ],
            children: [.any("name"), .optional("prize"), .any("condition")]),
        Form(
            "prize", "Prize money for each winner.", "每个获奖者的奖金。",
            attributes: [
                .required("amount", .decimal, "The amount.", "金额。"),
                .required("currency", .currency, "An ISO 4217 code such as CNY.", "货币代码，如 CNY。"),
            ]),
        Form(
            "condition", "What a winner must have on a criterion; every condition must be met.",
            "获奖者在某指标上必须达到的要求；所有条件都须满足。",
            attributes: [
                .required(
                    "criteria", .identifiers, "Criteria or groups; one of them is enough.",
                    "指标或指标组，满足其一即可。"),
                .optional(
                    "of", .choice(["mean", "best"]),
                    "The judges' mean (default) or the best mark of any judge.",
                    "评委均分（默认）或任一评委的最高分。"),
                .required("minimum", .decimal, "The lowest value that meets it.", "最低要求。"),
            ]),
    ]

    /// The forms of `mapping`.
    static let mappingForms = [
        Form(
            "mapping", "How a file of another system is read.", "其他系统文件的读取方式。",
            attributes: [
                .required("id", .identifier, "A name for messages.", "用于提示的名称。"),
                .required(
                    "of", .choice(["submissions", "judges", "conflicts", "marks"]),
                    "What the file holds.", "文件内容的种类。"),
                .required(
                    "files", .text, "A path beside contest.xml; * stands for any characters.",
                    "contest.xml 旁的路径；* 代表任意字符。"),
                .optional("record", .text, "In XML, the element of one record.", "XML 中表示一条记录的元素。"),
            ],
            children: [.some("mapping.field"), .any("constant")]),
        Form(
            "field", key: "mapping.field", "One of our fields and where it stands.", "一个字段及其所在位置。",
            attributes: [
                .required("name", .text, "Our name of the field, such as title.", "字段名，如 title。"),
                .required(
                    "from", .text, "A column, an element/path, or an element/@attribute.",
                    "列名、元素路径，或 元素/@属性。"),
                .optional("xml:lang", .language, "The language of its texts.", "文字的语言。"),
            ],
            children: [.any("value")]),
        Form(
            "value", "One of their values and ours.", "对方的一个值与我们的值。",
            attributes: [
                .required("from", .text, "Theirs.", "对方的值。"),
                .required("to", .text, "Ours.", "我们的值。"),
            ]),
        Form(
            "constant", "A value for a field that the file does not have.", "文件中没有的字段的值。",
            attributes: [
                .required("name", .text, "Our name of the field.", "字段名。"),
                .required("value", .text, "The value.", "值。"),
            ]),
    ]
}
