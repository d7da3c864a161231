/// The published form of what a program is asked and answers: JSON Schema, draft 2020-12.
public enum ProgramSchema {
    /// The schema; `$defs` holds `request` and `reply`.
    public static var text: String {
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:banyan:program:\(ProgramRequest.version)",
          "title": "A program as a judge · 程序评委",
          "description": "\(about)",
          "anyOf": [{"$ref": "#/$defs/request"}, {"$ref": "#/$defs/reply"}],
          "$defs": {
            "request": \(request),
            "reply": \(reply),
            "texts": {
              "description":
                "A text by language; without a stated one under the empty name. 按语言的文本。",
              "type": "object", "additionalProperties": {"type": "string"}
            },
            "criterion": \(criterion),
            "level": \(level),
            "mark": \(mark)
          }
        }

        """
    }

    private static let about =
        "One request a line on standard input, one reply a line on standard output, both UTF-8. "
        + "Names that a request may gain later are to be passed over; a reply may hold only what "
        + "stands here. 标准输入每行一个请求，标准输出每行一个答复，均为 UTF-8。"

    private static let request = """
        {
              "description": "One submission with the rubric in hand. 一件作品和评分标准。",
              "type": "object",
              "required": ["banyan", "stage", "judge", "language", "submission", "files", "rubric"],
              "properties": {
                "banyan": {"const": \(ProgramRequest.version)},
                "stage": {"type": "string", "description": "track/stage · 赛道/阶段"},
                "judge": {"type": "string"},
                "language": {"type": "string", "description": "Of comments. 评语的语言。"},
                "submission": {
                  "type": "object",
                  "required": ["id", "title", "abstract", "keywords", "links", "fields"],
                  "properties": {
                    "id": {"type": "string"},
                    "title": {"$ref": "#/$defs/texts"},
                    "abstract": {"$ref": "#/$defs/texts"},
                    "keywords": {"type": "array", "items": {"type": "string"}},
                    "links": {"type": "array", "items": {"type": "string"}},
                    "fields": {"type": "object", "additionalProperties": {"type": "string"}}
                  }
                },
                "files": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["name", "path"],
                    "properties": {
                      "name": {"type": "string"},
                      "path": {"type": "string", "description": "Where to read it. 文件路径。"},
                      "bytes": {"type": "integer", "minimum": 0}
                    }
                  }
                },
                "rubric": {
                  "type": "object", "required": ["id", "version", "name", "criteria"],
                  "properties": {
                    "id": {"type": "string"},
                    "version": {"type": "string"},
                    "name": {"$ref": "#/$defs/texts"},
                    "criteria": {"type": "array", "items": {"$ref": "#/$defs/criterion"}}
                  }
                }
              }
            }
        """

    private static let reply = """
        {
              "description": "The sheet, or that the program declines. 评分表，或拒绝评审。",
              "type": "object",
              "required": ["banyan", "submission"],
              "anyOf": [{"required": ["marks"]}, {"required": ["declined"]}],
              "properties": {
                "banyan": {"const": \(ProgramRequest.version)},
                "submission": {"type": "string", "description": "The request's id. 请求中的 id。"},
                "marks": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/mark"}},
                "confidence": {"type": ["number", "null"], "exclusiveMinimum": 0},
                "declined": {"type": "string", "description": "Why it cannot judge. 为何不能评审。"},
                "later": {"type": "boolean", "description": "Whether to ask again. 是否值得再问。"}
              },
              "additionalProperties": false
            }
        """

    private static let criterion = """
        {
              "type": "object",
              "required": [
                "id", "kind", "name", "description", "required", "may_be_not_applicable"
              ],
              "properties": {
                "id": {"type": "string"},
                "kind": {
                  "enum": [
                    "judgement", "measurement", "checklist", "gate", "bonus", "deduction", "text"
                  ]
                },
                "name": {"$ref": "#/$defs/texts"},
                "description": {"$ref": "#/$defs/texts"},
                "required": {"type": "boolean"},
                "may_be_not_applicable": {"type": "boolean"},
                "minimum": {"type": "number"},
                "maximum": {"type": "number"},
                "step": {"type": "number"},
                "levels": {"type": "array", "items": {"$ref": "#/$defs/level"}},
                "boxes": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["id", "name", "points"],
                    "properties": {
                      "id": {"type": "string"},
                      "name": {"$ref": "#/$defs/texts"},
                      "points": {"type": "number"}
                    }
                  }
                },
                "unit": {"type": "string"}
              }
            }
        """

    private static let level = """
        {
              "description": "A range of marks that is described. 分数档。",
              "type": "object",
              "required": ["id", "name", "low", "high", "descriptor", "examples"],
              "properties": {
                "id": {"type": "string"},
                "name": {"$ref": "#/$defs/texts"},
                "low": {"type": "number"},
                "high": {"type": "number"},
                "descriptor": {"$ref": "#/$defs/texts"},
                "examples": {"type": "array", "items": {"$ref": "#/$defs/texts"}}
              }
            }
        """

    private static let mark = """
        {
              "description": "On one criterion, by exactly one of five. 一项指标，五种写法之一。",
              "type": "object",
              "required": ["criterion"],
              "properties": {
                "criterion": {"type": "string"},
                "mark": {
                  "description": "A number, or digits in quotes, as written. 分数。",
                  "type": ["number", "string"]
                },
                "passed": {"type": "boolean", "description": "For a gate. 用于门槛项。"},
                "ticks": {
                  "type": "array", "items": {"type": "string"},
                  "description": "Boxes of a checklist. 勾选项。"
                },
                "not_applicable": {"const": true},
                "text": {"type": "string"},
                "comment": {"type": "string"}
              },
              "oneOf": [
                {"required": ["mark"]}, {"required": ["passed"]}, {"required": ["ticks"]},
                {"required": ["not_applicable"]}, {"required": ["text"]}
              ],
              "additionalProperties": false
            }
        """
}
