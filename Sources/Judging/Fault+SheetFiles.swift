import Contests
import Formats

extension Fault {
    /// An XML file that holds something else than sheets.
    static func notSheets(_ tree: XMLTree, file: String) -> Fault {
        tree.fault(
            in: file,
            Phrase("the root element is <\(tree.name.shown)>", "根元素为 <\(tree.name.shown)>"),
            rule: Phrase("a file of sheets begins with <sheets>", "评分表文件的根元素为 <sheets>"),
            remedy: Phrase("Check that the right file was given", "请检查文件是否给对"))
    }

    static func unknownAttribute(
        _ name: String, of element: XMLTree, _ known: [String], file: String
    ) -> Fault {
        element.fault(
            in: file,
            Phrase(
                "<\(element.name)> has no attribute '\(name.shown)'",
                "<\(element.name)> 没有属性“\(name.shown)”"),
            rule: Phrase(
                "it may have \(known.joined(separator: ", "))",
                "可用的属性为 \(known.joined(separator: "、"))"),
            remedy: SheetProblem.perhaps(
                name, among: known, otherwise: Phrase("Take it out", "请删去该属性")),
            severity: .warning)
    }

    static func unknownElement(
        _ child: XMLTree, in element: XMLTree, _ known: [String], file: String
    ) -> Fault {
        child.fault(
            in: file,
            Phrase(
                "<\(child.name.shown)> cannot stand in <\(element.name)>",
                "<\(element.name)> 中不能有 <\(child.name.shown)>"),
            rule: Phrase(
                known.isEmpty
                    ? "it holds text only" : "it may hold \(known.joined(separator: ", "))",
                known.isEmpty ? "其中只能有文字" : "其中可以有 \(known.joined(separator: "、"))"),
            remedy: SheetProblem.perhaps(
                child.name, among: known, otherwise: Phrase("Take it out", "请删去该元素")))
    }

    static func missingColumns(
        _ columns: [SheetColumn], header: CSVHeader, file: String
    ) -> Fault {
        let names = columns.map(\.name)
        return Fault(
            file: file, line: header.line,
            problem: Phrase(
                "there is no column \(names.map(\.english).joined(separator: ", "))",
                "缺少列 \(names.map(\.chinese).joined(separator: "、"))"),
            rule: Phrase(
                "a table of marks names judge and submission in each row",
                "评分表的每一行须注明评委与作品"),
            remedy: Phrase(
                "Add it to the header, or write a mapping in the contest file",
                "请在表头补上，或在比赛文件中写明映射"), place: header.place())
    }

    static func noMarkColumns(header: CSVHeader, file: String) -> Fault {
        Fault(
            file: file, line: header.line,
            problem: Phrase("there is no column of marks", "没有分数列"),
            rule: Phrase(
                "a table has either criterion and mark, or a column for each criterion",
                "表格须有“指标”和“分数”两列，或每项指标一列"),
            remedy: Phrase("Add the columns to the header", "请在表头补上这些列"),
            place: header.place())
    }

    static func mappedColumns(
        _ names: [String], _ mapping: Mapping, header: CSVHeader, file: String
    ) -> Fault {
        Fault(
            file: file, line: header.line,
            problem: Phrase(
                "there is no column \(names.map(\.shown).joined(separator: ", "))",
                "缺少列 \(names.map(\.shown).joined(separator: "、"))"),
            rule: Phrase(
                "mapping '\(mapping.id.shown)' of the contest file reads it",
                "比赛文件中的映射“\(mapping.id.shown)”要读取它"),
            remedy: SheetProblem.perhaps(
                names.first ?? "", among: header.names,
                otherwise: Phrase("Put the mapping right", "请改正该映射")),
            place: header.place())
    }

    /// A column of notes that a judge added.
    static func extraColumn(at place: SheetPlace, file: String) -> Fault {
        Fault(
            file: file, severity: .warning,
            problem: Phrase("the column is no criterion's, and was not read", "此列不是指标，没有读取"),
            rule: Phrase(
                "marks stand below the criteria's own titles", "分数须填在各指标的原标题之下"),
            remedy: Phrase(
                "If marks stand in it, put its title right; else leave it",
                "若其中是分数，请改正列标题；否则可以不管"), place: place)
    }

    /// A row of notes below or among the sheets.
    static func extraRow(_ text: String, at place: SheetPlace, file: String) -> Fault {
        Fault(
            file: file, severity: .note,
            problem: Phrase(
                "the row names no judge, and was not read: '\(text.shown)'",
                "此行没有评委，没有读取：“\(text.shown)”"), place: place)
    }

    /// Rows that were sent out and did not come back.
    static func missingRows(_ submissions: [String], at place: SheetPlace, file: String) -> Fault {
        let names = submissions.prefix(10).map(\.shown)
        let more = submissions.count > 10 ? " …" : ""
        return Fault(
            file: file, severity: .note,
            problem: Phrase(
                "\(submissions.count) row(s) that were sent out are not there: "
                    + names.joined(separator: ", ") + more,
                "缺少已下发的 \(submissions.count) 行：" + names.joined(separator: "、") + more),
            rule: Phrase("they count as not begun", "视为尚未评审"), place: place)
    }

    /// Two files that say different things of one pair.
    static func disagreement(_ first: CollectedSheet, _ second: CollectedSheet) -> Fault {
        let (judge, submission) = (
            second.sheet.judge.text.shown, second.sheet.submission.text.shown
        )
        let (english, chinese) = (first.location(in: .english), first.location(in: .chinese))
        return Fault(
            file: second.file, line: second.line,
            problem: Phrase(
                "sheet of '\(judge)' for '\(submission)' disagrees with the one at \(english)",
                "评委“\(judge)”对作品“\(submission)”的评分表与 \(chinese) 处的不一致"),
            rule: Phrase("a judge has one sheet for each submission", "每位评委对每件作品只有一份评分表"),
            remedy: Phrase(
                "Neither counts; ask the judge which holds, and collect that one alone",
                "两份均不计入；请向评委确认以哪份为准，再单独收取"), place: second.place)
    }
}
