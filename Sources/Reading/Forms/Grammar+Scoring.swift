import Contests
import Formats
import Numbers

extension Grammar {
    private static let rounds: [Form.Attribute] = [
        .optional(
            "mode", .choice(["half-up", "half-even", "down"]),
            "Which way a half goes; half-up (四舍五入) if not given.", "取舍方式；默认四舍五入。")
    ]

    private static let of = Form.Attribute.optional(
        "of", .identifiers, "Criteria or groups that the step is for; all if not given.",
        "此步骤针对的指标或指标组；默认全部。")

    private static let field = Form.Attribute.optional(
        "field", .text, "A field of the submission that holds a number.", "作品中保存数字的字段。")

    /// The forms of `scoring` and its steps.
    static let scoringForms = [
        Form(
            "scoring", "What is made of the marks: steps, taken in order.", "分数的合成：依次执行的步骤。",
            attributes: [
                .optional(
                    "order", .choice(["descending", "ascending"]),
                    "Whether the highest score is the best (default) or the lowest.",
                    "分数高者为先（默认）还是低者为先。")
            ],
            children: [
                .any("combine"), .any("drop"), .any("standardise"), .any("scale"), .any("shift"),
                .any("bound"), .any("round"), .any("look-up"), .any("range"), .any("carry"),
            ]),
        Form(
            "combine", "Makes one value of several.", "把多个值合成一个。",
            attributes: [
                .required(
                    "over", .choice(["criteria", "judges"]),
                    "What disappears: a sheet gets one score, or a submission one row.",
                    "合并指标（每份评分表得一个分数）还是合并评委（每件作品得一行）。"),
                .required(
                    "by",
                    .choice(["sum", "mean", "median", "weighted-sum", "weighted-mean", "points"]),
                    "How; points: each criterion gives its weight, whatever its scale.",
                    "合成方式；points：每个指标按权重计分，与其量程无关。"),
                .optional(
                    "missing-kind", .choice(["not-scored", "redistribute"]),
                    "Where a kind of judge gave no sheet: no score (default), or the others share"
                        + " its weight.",
                    "某类评委没有评分表时：不计分（默认），或由其他类别分担权重。"),
            ],
            children: [.any("combine.kind")]),
        Form(
            "kind", key: "combine.kind", "What the mean of one kind of judge counts.",
            "一类评委均分的权重。",
            attributes: [
                .required("name", .identifier, "The kind of judge.", "评委类别。"),
                .required("weight", .ratio, "What it counts.", "权重。"),
            ]),
        Form(
            "drop", "Leaves out the highest and lowest values of the judges.", "去掉最高分和最低分。",
            attributes: [
                .optional("highest", .whole(0...99), "How many of the highest; 1.", "最高分去几个；默认 1。"),
                .optional("lowest", .whole(0...99), "How many of the lowest; 1.", "最低分去几个；默认 1。"),
                .optional(
                    "at-least", .whole(1...999), "Values needed for any to be left out.",
                    "至少有这么多个分数才去掉。"),
                .optional(
                    "fewer", .choice(["keep", "not-scored"]),
                    "With fewer values: keep all (default), or no score.", "不足时：全部保留（默认）或不计分。"),
                of,
            ]),
        Form(
            "standardise", "Turns each sheet's score into a standard score of its judge.",
            "把每份评分表的分数换成该评委的标准分。",
            attributes: [
                .required("mean", .decimal, "The target mean, such as 50.", "目标均值，如 50。"),
                .required(
                    "deviation", .decimal, "The target deviation, such as 10.",
                    "目标标准差，如 10。"),
                .optional(
                    "set", .choice(["stage", "heat", "panel"]),
                    "Sheets that make the judge's mean and deviation; those of the stage.",
                    "计算评委均值和标准差所用的评分表；默认整个阶段。"),
                .optional(
                    "divisor", .choice(["sample", "population"]), "n − 1 (default) or n.",
                    "除数：n − 1（默认）或 n。"),
                .optional("digits", .whole(0...12), "Decimals to round to; 2.", "保留小数位；默认 2。"),
            ] + rounds),
        Form(
            "scale", "Multiplies each value.", "把每个值相乘。",
            attributes: [
                .optional("factor", .ratio, "A fixed factor; 1.", "固定系数；默认 1。"), field,
                .optional(
                    "by-weight", .flag, "Whether each criterion's weight is a factor; no.",
                    "是否乘以指标权重；默认否。"), of,
            ]),
        Form(
            "shift", "Adds to each value.", "给每个值加上一个数。",
            attributes: [
                .optional("amount", .ratio, "A fixed amount; 0.", "固定数额；默认 0。"), field, of,
            ]),
        Form(
            "bound", "Keeps each value within bounds.", "把每个值限制在范围内。",
            attributes: [
                .optional("minimum", .decimal, "The lowest value.", "最低值。"),
                .optional("maximum", .decimal, "The highest value.", "最高值。"),
            ]),
        Form(
            "round", "Rounds each value.", "把每个值取整到若干位小数。",
            attributes: [
                .required("digits", .whole(0...12), "Decimals to round to.", "保留小数位。")
            ] + rounds + [of]),
        Form(
            "look-up", "Replaces each mark by a value from a table.", "用表中的值替换每个分数。",
            attributes: [
                .required("table", .identifier, "The table's id.", "表的 id。"),
                .required(
                    "field", .text, "The submission's field that names the row.", "指明行的作品字段。"),
                of,
            ]),
        Form(
            "range", "Sends a submission back whose sheet scores span too much.",
            "评分表分数极差过大时退回复议。",
            attributes: [.required("limit", .decimal, "The largest span left alone.", "允许的最大极差。")]),
        Form(
            "carry", "Brings in scores of earlier stages.", "计入此前阶段的成绩。",
            attributes: [
                .optional("own-weight", .ratio, "What the own score counts; 1.", "本阶段成绩的权重；默认 1。"),
                .optional(
                    "by", .choice(["sum", "weighted-mean"]), "Sum (default) or weighted mean.",
                    "求和（默认）或加权平均。"),
            ],
            children: [.some("from")]),
        Form(
            "from", "An earlier stage and what it counts.", "此前的一个阶段及其权重。",
            attributes: [
                .required("stage", .identifier, "The earlier stage.", "此前的阶段。"),
                .optional("weight", .ratio, "What it counts; 1.", "权重；默认 1。"),
                .optional(
                    "score", .choice(["total", "own"]),
                    "Its score with (default) or without what it had carried itself.",
                    "含（默认）或不含它自己计入的成绩。"),
            ]),
    ]
}

extension Grammar {
    private static let preference: [Form.Attribute] = [
        .optional(
            "prefers",
            .choice([
                "higher",
                "lower",
            ]), "Which value is first; higher.",
            "哪个值在前；默认高者。"),
        .optional(
            "through-place", .whole(1...1_000_000),
            "Only ties whose first place is at most this are told apart.",
            "只区分首个名次不超过此数的同分。"),
    ]

    private static func tie(
        _ name: String, key: String? = nil, _ english: String, _ chinese: String,
        _ attributes: [Form.Attribute] = []
    ) -> Form {
        Form(
            name, key: key ?? "ties." + name, english, chinese,
            attributes: attributes + preference)
    }

    /// The forms of `ties` and its rules.
    static let tieForms: [Form] = {
        let rules = [
            tie(
                "criterion", "The mean of a criterion, or the sum of a group's means.",
                "某指标的均分，或某组各指标均分之和。",
                [.required("id", .identifier, "The criterion or group.", "指标或指标组。")]),
            tie(
                "untrimmed-sum",
                "The sum of all sheet scores, none left out.",
                "全部评分表分数之和，不去最高最低。"),
            tie("highest-sheet", "The highest sheet score.", "最高的评分表分数。"),
            tie("lowest-sheet", "The lowest sheet score.", "最低的评分表分数。"),
            tie("first-places", "How many judges put it first.", "把它排在第一的评委数。"),
            tie("head-to-head", "How many judges put it before the other.", "把它排在对方之前的评委数。"),
            tie(
                "count-back",
                "How many sheets have the highest score, then the next.",
                "最高分的份数，再比次高分。"),
            tie(
                "sheets-above", "How many sheets have a score above a value.", "高于某分数的评分表份数。",
                [.required("value", .decimal, "The value.", "分数。")]),
            tie(
                "kind", "The mean score of one kind of judge.", "某类评委的均分。",
                [.required("name", .identifier, "The kind of judge.", "评委类别。")]),
            tie(
                "earlier-stage", "The score in an earlier stage.", "此前某阶段的成绩。",
                [.required("name", .identifier, "The earlier stage.", "此前的阶段。")]),
            tie(
                "earlier-submission",
                "The time of handing in; the earlier is first.",
                "提交时间，早者在前。"),
            tie(
                "field", "A field of the submission that holds a number.", "作品中保存数字的字段。",
                [.required("name", .text, "The field.", "字段。")]),
            tie(
                "draw", "A draw that anybody can repeat from a published seed.", "可由公布的种子重现的抽签。",
                [.required("seed", .text, "The seed.", "种子。")]),
        ]
        let chain = Form(
            "ties", "How equal scores are told apart, in order.", "同分时依次比较的规则。",
            attributes: [
                .optional(
                    "numbering", .choice(["1224", "1223", "1234", "1 2.5 2.5 4"]),
                    "How places are counted where some share one; 1224.", "并列名次的编号方式；默认 1224。")
            ], children: rules.map { .any($0.key) })
        return [chain] + rules
    }()
}
