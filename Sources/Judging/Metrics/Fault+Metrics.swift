import Contests
import Formats

extension Fault {
    static func columnMissing(
        _ name: String, header: [String], line: Int, file: String
    ) -> Fault {
        Fault(
            file: file, line: line,
            problem: Phrase("there is no column '\(name)'", "没有列“\(name)”"),
            rule: Phrase(
                "the header has \(header.joined(separator: ", "))",
                "表头为 \(header.joined(separator: "、"))"),
            remedy: Phrase("Head the column with \(name)", "请将该列命名为 \(name)"))
    }

    static func memberMissing(_ name: String, line: Int, file: String) -> Fault {
        Fault(
            file: file, line: line,
            problem: Phrase("'\(name)' is missing or has no usable value", "缺少“\(name)”或其值不可用"),
            rule: Phrase(
                "it is a text, a number, or a list of them", "其值应为文字、数字或由它们组成的列表"),
            remedy: Phrase("Give it a value", "请填写"))
    }

    static func unknownRow(_ id: String, line: Int, file: String) -> Fault {
        Fault(
            file: file, line: line,
            problem: Phrase("the id '\(id)' is unknown", "编号“\(id)”不存在"),
            rule: Phrase("only the ids that were given out are predicted", "只应预测赛题给出的编号"),
            remedy: Phrase("Correct it, or take the row out", "请改正或删去该行"))
    }

    static func repeatedRow(_ id: String, line: Int, file: String) -> Fault {
        Fault(
            file: file, line: line,
            problem: Phrase("the id '\(id)' stands here again", "编号“\(id)”重复"),
            rule: Phrase("each id has one row", "每个编号只能有一行"),
            remedy: Phrase("Take one of the rows out", "请删去其中一行"))
    }

    static func missingRows(_ count: Int, first: [String], file: String) -> Fault {
        Fault(
            file: file,
            problem: Phrase(
                "\(count) id(s) have no row: \(first.joined(separator: ", "))"
                    + (count > first.count ? ", …" : ""),
                "\(count) 个编号没有对应的行：\(first.joined(separator: "、"))"
                    + (count > first.count ? "……" : "")),
            rule: Phrase("every id that was given out is predicted", "赛题给出的每个编号都须预测"),
            remedy: Phrase("Add the rows", "请补上这些行"))
    }

    static func badCell(
        _ text: String, id: String, form: MetricKind.Form, line: Int, file: String
    ) -> Fault {
        Fault(
            file: file, line: line,
            problem: Phrase("'\(text)' stands at the id '\(id)'", "编号“\(id)”处为“\(text)”"),
            rule: form.rule, remedy: Phrase("Correct it", "请改正"))
    }

    static func badPart(_ text: String, column: String, line: Int, file: String) -> Fault {
        Fault(
            file: file, line: line,
            problem: Phrase(
                "'\(text)' stands in the column '\(column)'", "列“\(column)”中为“\(text)”"),
            rule: Phrase("it says public or private", "应为 public 或 private"),
            remedy: Phrase("Correct it", "请改正"))
    }

    static func notMeasurable(_ reason: Phrase, file: String) -> Fault {
        Fault(
            file: file,
            problem: Phrase(
                "the metric has no value: \(reason.english)", "指标无法计算：\(reason.chinese)"),
            rule: Phrase("what cannot be measured is not scored", "无法计算的不计分"),
            remedy: Phrase("Correct the file, or choose another metric", "请改正文件或更换指标"))
    }
}

extension MetricKind.Form {
    /// What a cell must be.
    fileprivate var rule: Phrase {
        switch self {
        case .classes: Phrase("it is one of the classes of the answers", "应为答案中的某个类别")
        case .scores, .numbers:
            Phrase("it is a finite number such as 0.25 or 1e-3", "应为有限的数字，如 0.25 或 1e-3")
        case .texts: Phrase("it is a text", "应为文字")
        case .lists:
            Phrase("identifiers stand in it, each once, blanks between them", "应为以空白分隔、互不重复的编号")
        case .boxes:
            Phrase(
                "it is a box with an area: left, top, right and bottom, blanks between them",
                "应为有面积的矩形：左、上、右、下四个数，以空白分隔")
        case .detections:
            Phrase(
                "for each thing stand in it its class, in predictions how sure it is, and its "
                    + "box: left, top, right and bottom, blanks between them",
                "每个目标依次为类别、（预测中的）置信度和矩形的左、上、右、下，以空白分隔")
        }
    }
}
