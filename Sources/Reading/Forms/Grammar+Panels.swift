extension Grammar {
    /// What an assignment is to achieve, as attributes of a panel.
    ///
    /// The affinity's formula stands here because people read it in the schema.
    static var aims: [Form.Attribute] {
        [
            .optional(
                "objective", .choice(["total", "worst-first", "even-loads"]),
                "Which assignment is the best: the greatest affinity in total (default); the best"
                    + " worst panel, then the total; or the most even loads, then the total."
                    + " The affinity of judge and submission, from 0 to 1,000, is 700 times the"
                    + " share of the submission's keywords that the judge's expertise matches"
                    + " (half where one only contains the other), 100 for each word of expertise"
                    + " found in a title or abstract (200 at most), and 100 where one names the"
                    + " track.",
                "何为最好的分配：总匹配度最大（默认）；先使最差一组的匹配度最大，再看总和；或先使评审量最均衡，"
                    + "再看总和。匹配度从 0 到 1000：作品关键词被评委专长匹配的比例乘以 700（仅互相包含的按一半计）；"
                    + "专长词每在标题或摘要中出现一个加 100（最多 200）；专长词指明赛道的再加 100。"),
            .optional(
                "links", .whole(0...999),
                "Submissions that judges share, at least, along a set of links that joins all of"
                    + " them; without it islands are only told.",
                "使所有评委彼此相连的共同评审作品数下限；不写则只提示互不相连的组。"),
            .optional(
                "anchors", .whole(0...9_999),
                "Submissions that every judge of the stage marks, to calibrate by.",
                "由本阶段全体评委共同评审、用于校准的作品数。"),
            .optional(
                "chance", .decimal,
                "The greatest chance that any judge may have of getting any one submission, above"
                    + " 0 and at most 1, with at most 3 decimals: pairs are drawn by the seed, so"
                    + " that nobody can aim for a submission. Goes with the greatest total, and"
                    + " not with rules about who sits on a panel, links or anchors.",
                "任一评委分到任一作品的最大概率，大于 0 且不超过 1，至多 3 位小数：各对由种子抽定，使任何人都无法"
                    + "瞄准某件作品。仅用于总匹配度最大的目标，不与评委组构成规则、links、anchors 同用。"),
            .optional(
                "affinity", .text,
                "A CSV beside contest.xml (judge, submission, affinity) that replaces the formula;"
                    + " a pair that it leaves out has an affinity of 0.",
                "contest.xml 旁的 CSV 文件（judge,submission,affinity），代替公式；未列出的一对为 0。"),
            .optional(
                "bids", .text,
                "A CSV beside contest.xml (judge, submission, bid): willing adds 300, unwilling"
                    + " takes 300 off; of a given affinity, three tenths of the greatest.",
                "contest.xml 旁的 CSV 文件（judge,submission,bid）：willing（愿意）加 300，unwilling（不愿意）"
                    + "减 300；若匹配度由文件给出，则为其最大值的十分之三。"),
        ]
    }

    /// An element that names two judges.
    static func twoJudges(_ name: String, _ english: String, _ chinese: String) -> Form {
        Form(
            name, english, chinese,
            attributes: [
                .required("judge", .identifier, "One of them, as in judges.csv.", "其中一位评委的编号。"),
                .required("with", .identifier, "The other.", "另一位评委的编号。"),
            ])
    }
}
