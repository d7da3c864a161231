import Contests
import Formats

/// What a program answered, read from a line of JSON; the marks are not yet checked.
struct ProgramReply {
    let sheet: RawSheet

    /// Reads a reply.
    ///
    /// - Throws: Why it is none, or that the program declines.
    init(_ line: [UInt8], stage: StageID, pair: Assignment) throws(ProgramFault) {
        let value: JSONValue
        do { value = try JSONValue.parse(line, file: "") } catch {
            throw .broken(error.problem)
        }
        guard let object = value.object else {
            throw .broken(Phrase("it is no object", "不是对象"))
        }
        guard object["banyan"]?.integer == ProgramRequest.version else {
            throw .broken(
                Phrase(
                    "banyan is not \(ProgramRequest.version)",
                    "banyan 不是 \(ProgramRequest.version)"))
        }
        guard let id = object["submission"]?.text else {
            throw .broken(Phrase("submission is missing", "缺少 submission"))
        }
        guard id == pair.submission.text else { throw .otherSubmission(id) }
        try Self.check(object, isOneOf: Self.names)
        if let reason = object["declined"]?.text {
            throw .declined(reason: reason, later: object["later"]?.bool ?? false)
        }
        guard let marks = object["marks"]?.elements else {
            throw .broken(Phrase("marks are missing", "缺少 marks"))
        }
        var sheet = RawSheet(
            stage: stage.description, judge: pair.judge.text, submission: id, line: 0)
        if let confidence = object["confidence"], !confidence.isNull {
            guard let digits = confidence.digits else {
                throw .broken(Phrase("confidence is no number", "confidence 不是数"))
            }
            sheet.confidence = digits
        }
        for mark in marks { sheet.cells.append(try Self.cell(mark)) }
        self.sheet = sheet
    }

    private static let names: Set<String> = [
        "banyan", "submission", "marks", "confidence", "declined", "later",
    ]
    private static let markNames: Set<String> = [
        "criterion", "mark", "passed", "ticks", "not_applicable", "text", "comment",
    ]

    private static func cell(_ value: JSONValue) throws(ProgramFault) -> RawSheet.Cell {
        guard let object = value.object, let criterion = object["criterion"]?.text else {
            throw .broken(Phrase("a mark without a criterion", "分数没有写 criterion"))
        }
        try check(object, isOneOf: markNames)
        var given: [String] = []
        var isTicks = false
        if let mark = object["mark"] {
            guard let text = mark.digits ?? mark.text else { throw notReadable(criterion) }
            given.append(text)
        }
        if let passed = object["passed"] {
            guard let passed = passed.bool else { throw notReadable(criterion) }
            given.append(passed ? "yes" : "no")
        }
        if let ticks = object["ticks"] {
            let boxes = ticks.elements?.compactMap(\.text)
            guard let boxes, boxes.count == ticks.elements?.count else {
                throw notReadable(criterion)
            }
            given.append(boxes.joined(separator: " "))
            isTicks = true
        }
        if object["not_applicable"]?.bool == true { given.append("NA") }
        if let text = object["text"]?.text { given.append(text) }
        guard given.count == 1 else {
            throw .broken(
                Phrase(
                    "criterion '\(criterion.shown)' needs one of mark, passed, ticks, "
                        + "not_applicable and text",
                    "指标“\(criterion.shown)”应写 mark、passed、ticks、not_applicable、text 之一"))
        }
        return RawSheet.Cell(
            criterion: criterion, value: given[0], comment: object["comment"]?.text ?? "", line: 0,
            isTicks: isTicks)
    }

    private static func notReadable(_ criterion: String) -> ProgramFault {
        .broken(
            Phrase(
                "the mark on '\(criterion.shown)' is of the wrong type",
                "指标“\(criterion.shown)”的分数类型有误"))
    }

    /// A name that nobody knows is a slip that would go unseen.
    private static func check(
        _ object: JSONObject, isOneOf names: Set<String>
    ) throws(ProgramFault) {
        guard let unknown = object.members.first(where: { !names.contains($0.name) }) else {
            return
        }
        throw .broken(
            Phrase(
                "'\(unknown.name.shown)' is not known", "不认识“\(unknown.name.shown)”"))
    }
}
