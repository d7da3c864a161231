extension Fault {
    /// A file that is no workbook, or a damaged one.
    static func notWorkbook(_ problem: Phrase, file: String) -> Fault {
        Fault(
            file: file, problem: problem,
            rule: Phrase("an .xlsx workbook is wanted", "需要 .xlsx 工作簿"),
            remedy: Phrase(
                "Open it in a spreadsheet and save it again as .xlsx",
                "请用电子表格打开并重新保存为 .xlsx"))
    }

    static func damagedWorkbook(file: String) -> Fault {
        notWorkbook(Phrase("the workbook is damaged", "工作簿已损坏"), file: file)
    }

    static func damagedPart(_ part: String, file: String) -> Fault {
        notWorkbook(
            Phrase(
                "the part '\(part.shown)' of the workbook is damaged",
                "工作簿中的“\(part.shown)”已损坏"), file: file)
    }

    /// A workbook of the old form, or one that a password locks.
    static func oldOrLocked(file: String) -> Fault {
        notWorkbook(
            Phrase(
                "it is an old .xls or .et workbook, or one locked by a password",
                "这是旧式 .xls、.et 工作簿，或设有打开密码"), file: file)
    }

    static func workbookBeyond(
        _ problem: Phrase, rule: Phrase, file: String
    ) -> Fault {
        Fault(
            file: file, problem: problem, rule: rule,
            remedy: Phrase(
                "Copy the table alone into a new workbook; nothing was read",
                "请只把表格复制到新工作簿中；内容没有读入"))
    }

    static func tooManyParts(_ count: Int, limit: Int, file: String) -> Fault {
        workbookBeyond(
            Phrase("the workbook has \(count) parts", "工作簿有 \(count) 个部件"),
            rule: Phrase("it may have \(limit)", "最多 \(limit) 个"), file: file)
    }

    static func tooManySheets(_ count: Int, limit: Int, file: String) -> Fault {
        workbookBeyond(
            Phrase("the workbook has \(count) sheets", "工作簿有 \(count) 个工作表"),
            rule: Phrase("it may have \(limit)", "最多 \(limit) 个"), file: file)
    }

    static func overlappingParts(file: String) -> Fault {
        workbookBeyond(
            Phrase("parts of the workbook overlap", "工作簿的部件互相重叠"),
            rule: Phrase("each part has its own bytes", "每个部件应有各自的数据"), file: file)
    }

    static func strangePart(_ name: String, file: String) -> Fault {
        workbookBeyond(
            Phrase(
                "the workbook has a part named '\(name.shown)'", "工作簿有名为“\(name.shown)”的部件"),
            rule: Phrase(
                "no name leads out of the workbook, and none stands twice", "部件名不得指向工作簿之外，也不得重复"),
            file: file)
    }

    static func swollenPart(_ name: String, limits: WorkbookLimits, file: String) -> Fault {
        workbookBeyond(
            Phrase(
                "the part '\(name.shown)' swells up when it is unpacked",
                "部件“\(name.shown)”解压后过大"),
            rule: Phrase(
                "a part has at most \(limits.partBytes) bytes, and \(limits.ratio) times its "
                    + "packed size",
                "解压后最多 \(limits.partBytes) 字节，且不超过压缩大小的 \(limits.ratio) 倍"),
            file: file)
    }

    static func tooMuchShared(_ limits: WorkbookLimits, file: String) -> Fault {
        workbookBeyond(
            Phrase("the workbook's texts are too many", "工作簿的文字过多"),
            rule: Phrase(
                "texts that cells share have at most \(limits.sharedBytes) bytes, and are at most "
                    + "\(limits.sharedTexts)",
                "单元格共用的文字最多 \(limits.sharedBytes) 字节、\(limits.sharedTexts) 条"), file: file)
    }
}
