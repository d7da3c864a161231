import Contests
import Formats
import Numbers

/// What a program is asked: one submission with the rubric in hand, as a line of JSON.
///
/// The entrant's name, members, organisations and region are left out, so that they cannot sway it.
struct ProgramRequest {
    /// The version of requests and replies.
    static let version = 1

    let stage: StageID
    let judge: Judge
    let rubric: Rubric
    /// The language that comments are wanted in.
    let language: String

    /// The request for a submission.
    ///
    /// - Parameter files: Its files: name, path as the program sees it, and size.
    func line(_ submission: Submission, files: [(Attachment, path: String)]) -> String {
        let listed = files.map { attachment, path in
            var file: JSONObject = ["name": .string(attachment.name), "path": .string(path)]
            if let size = attachment.size { file["bytes"] = .number(size) }
            return JSONValue.object(file)
        }
        let request: JSONObject = [
            "banyan": .number(Self.version),
            "stage": .string(stage.description),
            "judge": .string(judge.id.text),
            "language": .string(language),
            "submission": .object(about(submission)),
            "files": .array(listed),
            "rubric": .object(about(rubric)),
        ]
        return JSONText.encode(.object(request))
    }

    private func about(_ submission: Submission) -> JSONObject {
        [
            "id": .string(submission.id.text),
            "title": Self.texts(submission.titles),
            "abstract": Self.texts(submission.abstract),
            "keywords": .array(submission.keywords.map { .string($0) }),
            "links": .array(submission.links.map { .string($0) }),
            "fields": .object(
                JSONObject(
                    submission.fields.sorted { $0.key.precedesByCodePoint($1.key) }.map {
                        JSONObject.Member($0.key, .string($0.value))
                    })),
        ]
    }

    private func about(_ rubric: Rubric) -> JSONObject {
        [
            "id": .string(rubric.id), "version": .string(rubric.version),
            "name": Self.texts(rubric.names),
            "criteria": .array(judge.criteria(of: rubric).map { .object(about($0)) }),
        ]
    }

    private func about(_ criterion: Criterion) -> JSONObject {
        var about: JSONObject = [
            "id": .string(criterion.id.text), "kind": .string(Self.name(of: criterion.kind)),
            "name": Self.texts(criterion.names),
            "description": Self.texts(criterion.description),
            "required": .bool(criterion.isRequired),
            "may_be_not_applicable": .bool(criterion.notApplicable != .refused),
        ]
        if let scale = criterion.scale {
            about["minimum"] = .number("\(scale.minimum)")
            about["maximum"] = .number("\(scale.maximum)")
            about["step"] = .number("\(scale.step)")
            about["levels"] = .array(scale.levels.map { .object(Self.about($0)) })
        }
        if case .checklist(let boxes) = criterion.kind {
            about["boxes"] = .array(
                boxes.map { box in
                    [
                        "id": .string(box.id), "name": Self.texts(box.names),
                        "points": .number("\(box.points)"),
                    ]
                })
        }
        if case .measurement(let measurement) = criterion.kind {
            about["unit"] = .string(measurement.unit)
        }
        return about
    }

    private static func about(_ level: Level) -> JSONObject {
        [
            "id": .string(level.id), "name": texts(level.names), "low": .number("\(level.low)"),
            "high": .number("\(level.high)"), "descriptor": texts(level.descriptor),
            "examples": .array(level.examples.map { texts($0) }),
        ]
    }

    private static func name(of kind: Criterion.Kind) -> String {
        switch kind {
        case .judgement: "judgement"
        case .measurement: "measurement"
        case .checklist: "checklist"
        case .gate: "gate"
        case .bonus: "bonus"
        case .deduction: "deduction"
        case .text: "text"
        }
    }

    /// A text by language; a text without a stated one stands under the empty name.
    private static func texts(_ text: LocalizedText) -> JSONValue {
        var object = JSONObject()
        for wording in text.wordings where object[wording.language] == nil {
            object[wording.language] = .string(wording.text)
        }
        return .object(object)
    }
}
