import Contests
import Formats

extension Grammar {
    /// The form of `contest.xml`.
    static let contest = Grammar(
        Form(
            "contest", "A contest: its tracks, stages, rules and awards.", "一个竞赛：赛道、阶段、规则和奖项。",
            attributes: [
                .required("id", .identifier, "The contest's identifier.", "竞赛的标识。"),
                .optional(
                    "languages", .languages,
                    "Languages that every text is expected in; check warns where one is missing.",
                    "各处文字应有的语言；缺少时 check 会警告。"),
                .optional(
                    "four-eyes", .flag,
                    "yes: an override counts only once a second person has confirmed it.",
                    "yes：人工裁定须经第二人确认方可生效。"),
            ],
            children: [
                .any("name"), .optional("sources"), .some("track"), .optional("awards"),
                .any("table"), .any("mapping"),
            ]),
        [.localized("name", "A name in one language.", "一种语言的名称。")] + structure
            + [metric, measured, program] + scoringForms + tieForms + awardForms + mappingForms)

    private static let structure = [
        Form(
            "sources",
            "Where the contest's data lie, beside contest.xml.",
            "竞赛数据的位置（相对于 contest.xml）。",
            attributes: [
                .optional(
                    "submissions", .text, "Files and folders with blanks between them.",
                    "以空白分隔的文件或文件夹。"),
                .optional("judges", .text, "The table of judges.", "评委表。"),
                .optional("conflicts", .text, "The table of conflicts of interest.", "回避关系表。"),
                .optional(
                    "ledger", .text, "The server that keeps the ledger: postgres://HOST/DATABASE.",
                    "存放账本的服务器：postgres://主机/数据库。"),
            ]),
        Form(
            "track", "One competition with its own rubric, judges and awards.",
            "一个赛道，有自己的评审标准、评委和奖项。",
            attributes: [.required("id", .identifier, "The track's identifier.", "赛道的标识。")],
            children: [.any("name"), .some("stage"), .optional("awards")]),
        Form(
            "stage", "One round of judging: who judges, by which rubric, and what marks become.",
            "一个评审阶段：谁来评、按什么标准、分数如何合成。",
            attributes: [
                .required("id", .identifier, "The stage's name in its track.", "阶段在赛道内的名称。"),
                .required(
                    "rubric", .text, "A path beside contest.xml, or banyan:NAME for a shipped one.",
                    "contest.xml 旁的路径，或用 banyan:NAME 指随程序附带的标准。"),
                .optional(
                    "deadline", .moment, "The last moment at which sheets are accepted.",
                    "接收评分表的截止时间。"),
                .optional(
                    "missing", .choice(["wait", "exclude", "proceed"]),
                    "What closing does about sheets that did not come: wait (default), exclude the"
                        + " submission, or proceed with at-least so many.",
                    "关闭阶段时如何处理缺少的评分表：等待（默认）、不计该作品，或按 at-least 所写的份数继续。"),
                .optional(
                    "at-least", .whole(1...999), "Sheets needed with missing=\"proceed\".",
                    "missing=\"proceed\" 时至少需要的评分表份数。"),
            ],
            children: [
                .any("name"), .one("panel"), .any("heat"), .any("metric"), .any("measured"),
                .any("program"), .one("scoring"), .optional("ties"), .optional("advance"),
            ]),
        Form(
            "panel", "How many judges a submission gets, and who may sit on a panel.",
            "每件作品由几位评委评审，以及评委组的组成规则。",
            attributes: [
                .required("minimum", .whole(1...999), "Judges that a submission needs.", "最少评委数。"),
                .optional(
                    "maximum", .whole(1...999), "Judges it may have; as minimum if not given.",
                    "最多评委数；不写则与 minimum 相同。"),
                .optional(
                    "maximum-load", .whole(1...1_000_000), "Submissions a judge gets at most.",
                    "每位评委最多评审的作品数。"),
                .optional(
                    "minimum-load", .whole(0...1_000_000), "Submissions a judge gets at least.",
                    "每位评委最少评审的作品数。"),
                .optional(
                    "per-organisation", .whole(1...999), "Judges of one organisation, at most.",
                    "同一单位的评委上限。"),
                .optional(
                    "per-region", .whole(1...999), "Judges of one region, at most.", "同一地区的评委上限。"),
                .optional(
                    "own-organisation", .choice(["barred", "allowed"]),
                    "Judges of the entrant's own organisation; barred if not given.",
                    "参赛者所在单位的评委；默认回避。"),
                .optional(
                    "own-region", .choice(["barred", "allowed"]),
                    "Judges of the submission's own region; allowed if not given.",
                    "作品所在地区的评委；默认不回避。"),
                .optional(
                    "senior", .whole(0...999), "Senior judges, at least.", "组长级评委的最少人数。"),
            ] + Self.aims,
            children: [.any("at-least"), .any("together"), .any("apart")]),
        Form(
            "at-least", "Judges of a kind that a panel must have.", "评委组中某类评委的最少人数。",
            attributes: [
                .required("kind", .identifier, "The kind of judge, as in judges.csv.", "评委类别。"),
                .required("count", .whole(1...999), "How many.", "人数。"),
            ]),
        twoJudges(
            "together", "Two judges of whom a panel has both or neither.", "必须同在一组或都不在的两位评委。"),
        twoJudges("apart", "Two judges of whom a panel has one at most.", "不得同在一组的两位评委。"),
        Form(
            "heat", "A regional competition judged apart.", "单独评审的赛区。",
            attributes: [.required("id", .identifier, "The heat's identifier.", "赛区的标识。")],
            children: [.any("name")]),
        Form(
            "advance", "Who goes on to the next stage.", "谁进入下一阶段。",
            attributes: [
                .required("to", .identifier, "The next stage of the track.", "本赛道的下一阶段。"),
                .optional("count", .whole(1...10_000_000), "How many go on.", "晋级数量。"),
                .optional("share", .ratio, "Which share of the ranked goes on.", "晋级比例。"),
                .optional(
                    "rounding", .choice(["up", "down", "nearest"]),
                    "How a share becomes a whole number; up if not given.", "比例如何取整；默认进一。"),
                .optional("minimum-score", .ratio, "The lowest score that goes on.", "晋级最低分。"),
                .optional(
                    "ties", .choice(["admit-all", "decide"]),
                    "Where the line falls into a tie: admit all, or decide (default).",
                    "分数线上同分时：全部晋级，或按同分规则决定（默认）。"),
            ],
            children: [.any("quota")]),
        Form(
            "quota", "Places set aside for a heat or a region.", "为赛区或地区保留的名额。",
            attributes: [
                .required("by", .choice(["heat", "region"]), "What for.", "按赛区还是地区。"),
                .optional(
                    "value", .text, "The heat or region; for every one if not given.",
                    "赛区或地区；不写则每个都有。"),
                .required("count", .whole(1...10_000_000), "How many places.", "名额数。"),
            ]),
        Form(
            "table", "A table that look-up steps use.", "供 look-up 步骤查询的表。",
            attributes: [
                .required("id", .identifier, "The table's name.", "表名。"),
                .required(
                    "file", .text, "CSV: a row for each key, a column for each mark.",
                    "CSV 文件：每个键一行，每个分数一列。"),
            ]),
    ]
}
