import Contests
import Formats

extension Grammar {
    /// The form of a rubric.
    static let rubric = Grammar(
        Form(
            "rubric", "What is judged and how.", "评审标准：评什么、怎么评。",
            attributes: [
                .required("id", .identifier, "The rubric's identifier.", "评审标准的标识。"),
                .optional("version", .text, "Its version; 1 if not given.", "版本；默认 1。"),
                .optional("total", .ratio, "What the weights must sum to.", "权重合计应等于的值。"),
                .optional(
                    "languages", .languages, "Languages that every text is expected in.",
                    "各处文字应有的语言。"),
            ],
            children: [.any("name"), .any("source"), .any("group"), .any("criterion")]),
        texts + parts + kinds)

    private static let texts: [Form] = [
        .localized("name", "A name in one language.", "一种语言的名称。"),
        .localized(
            "source", "Where the facts are from, and what is ours.", "依据的来源，以及哪些是我们定的。"),
        .localized("description", "What the judge is to look at.", "评委应关注的内容。"),
        .localized("descriptor", "What a submission at this level is like.", "该等级作品的表现。"),
        .localized("reason", "What is told when the gate fails.", "不通过时告知的原因。"),
    ]

    private static let parts = [
        Form(
            "group", "Criteria under one heading; groups may hold groups.", "一组指标；组内可再分组。",
            attributes: [
                .required("id", .identifier, "The group's identifier.", "指标组的标识。"),
                .optional("weight", .ratio, "What the weights within must sum to.", "组内权重合计应等于的值。"),
            ],
            children: [.any("name"), .any("group"), .any("criterion")]),
        Form(
            "criterion", "One thing to judge.", "一个评审指标。",
            attributes: [
                .required("id", .identifier, "The criterion's identifier.", "指标的标识。"),
                .required(
                    "kind",
                    .choice([
                        "judgement", "measurement", "checklist", "gate", "bonus", "deduction",
                        "text",
                    ]), "How it is judged.", "评审方式。"),
                .optional("weight", .ratio, "Its weight; 1 if not given.", "权重；默认 1。"),
                .optional("required", .flag, "Whether a sheet needs a mark here.", "是否必须评分。"),
                .optional(
                    "comment", .choice(["optional", "always", "outside"]),
                    "When a comment must be given; outside a band of marks with comment-low and"
                        + " comment-high.",
                    "何时必须写评语；outside 指分数低于 comment-low 或高于 comment-high 时。"),
                .optional("comment-low", .decimal, "The band's lowest mark.", "不必写评语的最低分。"),
                .optional("comment-high", .decimal, "The band's highest mark.", "不必写评语的最高分。"),
                .optional(
                    "not-applicable", .text,
                    "refused (default), redistributed, or the points that it counts as.",
                    "不适用时：refused 不允许（默认）、redistributed 权重分给其他指标，或计为的分数。"),
            ],
            children: [
                .any("name"), .any("description"), .optional("scale"), .optional("measure"),
                .any("box"), .optional("gate"),
            ]),
    ]

    private static let kinds = [
        Form(
            "scale", "The marks that a judge may give.", "评委可给的分数。",
            attributes: [
                .required("minimum", .decimal, "The lowest mark.", "最低分。"),
                .required("maximum", .decimal, "The highest mark.", "最高分。"),
                .required("step", .decimal, "The distance between marks.", "分数间隔。"),
            ],
            children: [.any("level")]),
        Form(
            "level", "A named band of marks.", "一个等级的分数段。",
            attributes: [
                .required("id", .identifier, "The level's identifier.", "等级的标识。"),
                .required("low", .decimal, "Its lowest mark.", "最低分。"),
                .required("high", .decimal, "Its highest mark.", "最高分。"),
            ],
            children: [.any("name"), .any("descriptor"), .any("example")]),
        .localized("example", "What such a submission may look like.", "该等级作品的例子。"),
        Form(
            "measure", "How a measured value becomes points; as it is, without line or band.",
            "测量值如何换成分数；没有 line 或 band 时测量值即分数。",
            attributes: [
                .optional("unit", .text, "The unit, for display.", "显示用的单位。"),
                .optional("minimum", .decimal, "The fewest points.", "最低分。"),
                .optional("maximum", .decimal, "The most points.", "最高分。"),
            ],
            children: [.optional("line"), .any("band")]),
        Form(
            "line", "base + (value − reference) × slope.", "base +（测量值 − reference）× slope。",
            attributes: [
                .required("base", .decimal, "Points at the reference.", "参考值处的分数。"),
                .required("reference", .decimal, "The reference value.", "参考值。"),
                .required("slope", .ratio, "Points for each unit.", "每单位的分数。"),
                .optional("digits", .whole(0...12), "Decimals to round to.", "保留小数位。"),
                .optional(
                    "mode", .choice(["half-up", "half-even", "down"]), "Which way a half goes.",
                    "取舍方式。"),
            ]),
        Form(
            "band", "Points from a value on, up to the next band.", "自某测量值起（含）的分数，直到下一段。",
            attributes: [
                .required("from", .decimal, "The lowest value.", "起始值。"),
                .required("points", .decimal, "What it is worth.", "分数。"),
            ]),
        Form(
            "box", "A box to tick.", "一个勾选项。",
            attributes: [
                .required("id", .identifier, "The box's identifier.", "勾选项的标识。"),
                .required("points", .decimal, "What a tick is worth.", "勾选的分数。"),
            ],
            children: [.any("name")]),
        Form(
            "gate", "How many failing sheets fail the submission.", "多少评委判不通过时作品不通过。",
            attributes: [
                .optional("fails", .choice(["any", "majority", "all"]), "majority.", "默认过半数。")
            ],
            children: [.any("reason")]),
    ]
}
