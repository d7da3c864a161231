import Contests
import Formats
import Numbers

/// The content of a rubric in one canonical form, whatever the blanks, comments, prefixes and
/// order of attributes of its file.
///
/// The form is UTF-8 text of one line for each value: its path and `=`, then the value, in which
/// `\` is written `\\` and a line feed `\n`. The first line is `banyan-rubric 1`. Parts, levels,
/// boxes and bands stand in the order of the file; the wordings of a text are ordered by language
/// tag, and those of one tag stay in the order of the file. Numbers are the shortest exact decimal,
/// or a fraction in lowest terms. What the file leaves out has no line, unless it has a default,
/// which is written.
enum RubricContent {
    /// SHA-256 over the canonical form in hexadecimal.
    static func hash(of rubric: Rubric) -> String {
        SHA256Digest(of: text(of: rubric)).hex
    }

    /// The canonical form.
    static func text(of rubric: Rubric) -> String {
        var writer = ContentWriter()
        writer.line("id", rubric.id)
        writer.line("version", rubric.version)
        writer.texts("name", rubric.names)
        writer.texts("source", rubric.source)
        for language in rubric.languages { writer.line("language", language) }
        writer.line("total", rubric.total?.description)
        for part in rubric.parts { writer.part(part) }
        return writer.text
    }
}

private struct ContentWriter {
    var text = "banyan-rubric 1\n"
    private var path: [String] = []

    mutating func line(_ name: String, _ value: String?) {
        guard let value else { return }
        let escaped = value.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        text += (path + [name]).joined(separator: "/") + "=" + escaped + "\n"
    }

    mutating func texts(_ name: String, _ texts: LocalizedText) {
        let ordered = texts.wordings.enumerated().sorted {
            $0.element.language == $1.element.language
                ? $0.offset < $1.offset
                : $0.element.language.precedesByCodePoint($1.element.language)
        }
        for (_, wording) in ordered { line("\(name)[\(wording.language)]", wording.text) }
    }

    private mutating func within(_ name: String, _ body: (inout Self) -> Void) {
        path.append(name)
        body(&self)
        path.removeLast()
    }

    mutating func part(_ part: Rubric.Part) {
        switch part {
        case .group(let group):
            within("group") { writer in
                writer.line("id", group.id.text)
                writer.texts("name", group.names)
                writer.line("weight", group.weight?.description)
                for part in group.parts { writer.part(part) }
            }
        case .criterion(let criterion): within("criterion") { $0.criterion(criterion) }
        }
    }

    mutating func criterion(_ criterion: Criterion) {
        line("id", criterion.id.text)
        texts("name", criterion.names)
        texts("description", criterion.description)
        line("weight", criterion.weight.description)
        line("required", criterion.isRequired ? "yes" : "no")
        switch criterion.comment {
        case .optional: line("comment", "optional")
        case .always: line("comment", "always")
        case .outside(let low, let high): line("comment", "outside \(low) \(high)")
        }
        switch criterion.notApplicable {
        case .refused: line("not-applicable", "refused")
        case .redistributed: line("not-applicable", "redistributed")
        case .counted(let points): line("not-applicable", points.description)
        }
        kind(criterion.kind)
    }

    private mutating func kind(_ kind: Criterion.Kind) {
        switch kind {
        case .judgement(let scale): within("judgement") { $0.scale(scale) }
        case .bonus(let scale): within("bonus") { $0.scale(scale) }
        case .deduction(let scale): within("deduction") { $0.scale(scale) }
        case .measurement(let measurement): within("measurement") { $0.measurement(measurement) }
        case .checklist(let boxes):
            for box in boxes {
                within("box") { writer in
                    writer.line("id", box.id)
                    writer.texts("name", box.names)
                    writer.line("points", box.points.description)
                }
            }
        case .gate(let gate):
            within("gate") { writer in
                writer.line("fails", gate.failing.rawValue)
                writer.texts("reason", gate.reason)
            }
        case .text: line("text", "")
        }
    }

    mutating func scale(_ scale: Scale) {
        line("minimum", scale.minimum.description)
        line("maximum", scale.maximum.description)
        line("step", scale.step.description)
        for level in scale.levels {
            within("level") { writer in
                writer.line("id", level.id)
                writer.line("low", level.low.description)
                writer.line("high", level.high.description)
                writer.texts("name", level.names)
                writer.texts("descriptor", level.descriptor)
                for example in level.examples { writer.texts("example", example) }
            }
        }
    }

    mutating func measurement(_ measurement: Measurement) {
        line("unit", measurement.unit)
        line("minimum", measurement.minimum?.description)
        line("maximum", measurement.maximum?.description)
        switch measurement.conversion {
        case .identity: line("identity", "")
        case .line(let base, let reference, let slope, let rounding):
            line("line", "\(base) \(reference) \(slope)")
            line("round", rounding.map { "\($0.digits) \($0.mode.rawValue)" })
        case .bands(let bands): for band in bands { line("band", "\(band.from) \(band.points)") }
        }
    }
}
