import Contests
import Formats
import Numbers

extension RubricBuilder {
    mutating func scale(_ tree: XMLTree) -> Scale {
        let elements = tree.children(named: "level")
        faults.append(contentsOf: Duplicates.faults(among: elements, file: file))
        let levels = elements.map { level in
            Level(
                id: level.value("id") ?? "", names: level.texts("name"),
                low: level.points("low") ?? .zero, high: level.points("high") ?? .zero,
                descriptor: level.texts("descriptor"), examples: level.repeatedTexts("example"))
        }
        let scale = Scale(
            minimum: tree.points("minimum") ?? .zero, maximum: tree.points("maximum") ?? .zero,
            step: tree.points("step") ?? .zero, levels: levels)
        // With a limit or a step missing, which has been told, nothing can be said of the levels.
        guard ["minimum", "maximum", "step"].allSatisfy({ tree.points($0) != nil }),
            isPossible(scale, tree)
        else { return scale }
        let bands = zip(levels, elements).filter {
            $0.1.points("low") != nil && $0.1.points("high") != nil
        }
        checkBands(bands.map { $0 }, scale, tree)
        return scale
    }

    private mutating func isPossible(_ scale: Scale, _ tree: XMLTree) -> Bool {
        if scale.step <= .zero {
            tell(
                tree, Phrase("the step \(scale.step)", "分数间隔为 \(scale.step)"),
                rule: Phrase("a step is above 0", "分数间隔必须大于 0"),
                remedy: Phrase("Write 1 or 0.5, say", "例如写 1 或 0.5"))
            return false
        }
        if scale.minimum >= scale.maximum {
            tell(
                tree,
                Phrase(
                    "the scale goes from \(scale.minimum) to \(scale.maximum)",
                    "量程为 \(scale.minimum) 至 \(scale.maximum)"),
                rule: Phrase("its maximum must be above its minimum", "最高分必须大于最低分"),
                remedy: Phrase("Correct one of them", "请改正其中一个"))
            return false
        }
        if !scale.maximum.isOnStep(scale.step, from: scale.minimum) {
            let last = scale.lastMark(upTo: scale.maximum)
            tell(
                tree,
                Phrase(
                    "the highest mark \(scale.maximum) is not on the step of \(scale.step) from"
                        + " \(scale.minimum)",
                    "最高分 \(scale.maximum) 不在自 \(scale.minimum) 起间隔 \(scale.step) 的分数上"),
                rule: Phrase("no judge could give it", "评委无法给出该分数"),
                remedy: Phrase("Make it \(last), or change the step", "请改为 \(last)，或改变间隔"))
        }
        return true
    }
}

extension Scale {
    /// The lowest mark that a judge may give, at or above a value within 64 bits.
    func firstMark(from value: Points) -> Points {
        let distance = value.millionths - minimum.millionths
        guard distance > 0 else { return minimum }
        let steps = (distance + step.millionths - 1) / step.millionths
        return Points(millionths: minimum.millionths + steps * step.millionths)
    }

    /// The highest mark that a judge may give, at or below a value that is not below the minimum.
    func lastMark(upTo value: Points) -> Points {
        let distance = min(value, maximum).millionths - minimum.millionths
        return Points(
            millionths: minimum.millionths + max(0, distance) / step.millionths * step.millionths)
    }

    /// The mark below one that may be given.
    func mark(before mark: Points) -> Points {
        Points(millionths: mark.millionths - step.millionths)
    }

    /// The mark above one that may be given.
    func mark(after mark: Points) -> Points {
        Points(millionths: mark.millionths + step.millionths)
    }
}
