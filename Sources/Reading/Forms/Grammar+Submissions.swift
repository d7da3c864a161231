import Contests
import Formats

extension Grammar {
    /// The form of a file of submissions.
    static let submissions = Grammar(
        Form("submissions", "Submissions.", "参赛作品。", children: [.any("submission")]),
        submission.forms)

    /// The form of one submission, as a record of a file or a file of its own.
    static let submission = Grammar(
        Form(
            "submission", "A piece of work entered in a track.", "报名某赛道的一件作品。",
            attributes: [
                .required("id", .text, "Its identifier, at most 200 bytes.", "标识，最多 200 字节。"),
                .required("track", .text, "The track's identifier.", "赛道的标识。"),
                .optional("heat", .text, "The heat's identifier.", "赛区的标识。"),
                .optional("region", .text, "Where it comes from.", "来自的地区。"),
                .optional("submitted", .moment, "When it was handed in.", "提交时间。"),
            ],
            children: [
                .some("title"), .any("abstract"), .optional("entrant"), .any("keyword"),
                .any("link"), .any("attachment"), .any("field"),
            ]),
        [
            .localized("title", "A title in one language.", "一种语言的标题。"),
            .localized("abstract", "An abstract in one language.", "一种语言的摘要。"),
            Form(
                "entrant", "Who entered it: a team or a person.", "参赛的团队或个人。",
                attributes: [.optional("name", .text, "The team's or person's name.", "团队或个人名称。")],
                children: [.any("member"), .any("organisation")]),
            Form(
                "member", "A person in the team; the text is the name.", "团队成员，内容为姓名。",
                attributes: [
                    .optional("role", .text, "The person's part, such as lead.", "角色，如 lead。"),
                    .optional("organisation", .text, "The person's organisation.", "所在单位。"),
                ], text: .text),
            Form("organisation", "An organisation behind the team.", "参赛单位。", text: .text),
            Form("keyword", "A word for what it is about.", "关键词。", text: .text),
            Form("link", "An address of more about it.", "更多资料的网址。", text: .text),
            Form(
                "attachment", "A file that belongs to it.", "附件。",
                attributes: [
                    .required("name", .text, "A path in the submission's folder.", "作品文件夹中的路径。"),
                    .optional("size", .whole(0...(1 << 50)), "Its size in bytes.", "字节数。"),
                    .optional("sha256", .hash, "SHA-256 in hexadecimal.", "十六进制的 SHA-256。"),
                ]),
            Form(
                "field", "A further value that the rules may name.", "规则可能用到的其他数据。",
                attributes: [.required("name", .text, "The field's name.", "字段名。")], text: .text),
        ])

    /// The form of a file of score sheets.
    static let sheets = Grammar(
        Form(
            "sheets", "The score sheets of one judge.", "一位评委的评分表。",
            attributes: [
                .required("contest", .text, "The contest's identifier.", "竞赛的标识。"),
                .required("judge", .text, "The judge's identifier.", "评委编号。"),
            ], children: [.any("sheet")]),
        [
            Form(
                "sheet", "The marks for one submission in one stage.", "一件作品在一个阶段的评分。",
                attributes: [
                    .required("stage", .text, "TRACK/STAGE.", "赛道/阶段。"),
                    .required("submission", .text, "The submission's identifier.", "作品编号。"),
                    .required("rubric-hash", .hash, "The rubric's content hash.", "评审标准的内容散列值。"),
                    .optional("confidence", .decimal, "How sure the judge is.", "评委的把握程度。"),
                    .optional("check", .text, "Shows that nothing was mixed up.", "校验值，防止混淆。"),
                ], children: [.any("mark"), .optional("recuse")]),
            Form(
                "mark", "A mark on one criterion; the text is the comment.", "一个指标的评分，内容为评语。",
                attributes: [
                    .required("criterion", .identifier, "The criterion.", "指标。"),
                    .optional("value", .text, "The mark; not scored if not given.", "分数；不写为未评。"),
                    .optional("not-applicable", .flag, "Whether it does not apply.", "是否不适用。"),
                    .optional("ticks", .text, "Ticked boxes, blanks between them.", "勾选项，以空白分隔。"),
                ], text: .anything),
            Form("recuse", "The judge steps back, with the reason.", "评委回避及原因。", text: .anything),
        ])
}
