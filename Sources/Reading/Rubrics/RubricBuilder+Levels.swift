import Contests
import Formats
import Numbers

extension RubricBuilder {
    typealias Band = (level: Level, element: XMLTree)

    /// Tells levels that lie off the scale or hold no mark, overlap, or leave marks out.
    mutating func checkBands(_ levels: [(Level, XMLTree)], _ scale: Scale, _ tree: XMLTree) {
        let bands = levels.map { (level: $0.0, element: $0.1) }
        let sound = bands.filter { isSound($0, scale) }
        guard sound.count == bands.count, !bands.isEmpty else { return }
        let ordered = bands.enumerated().sorted {
            ($0.element.level.low, $0.element.level.high, $0.offset)
                < ($1.element.level.low, $1.element.level.high, $1.offset)
        }.map(\.element)
        var expected = scale.minimum
        var top = ordered[0]
        for (position, band) in ordered.enumerated() {
            if position > 0 { checkNeighbours(top, band, scale) }
            let first = scale.firstMark(from: band.level.low)
            if first > expected { tellGap(expected, scale.mark(before: first), tree) }
            expected = max(expected, scale.mark(after: scale.lastMark(upTo: band.level.high)))
            if band.level.high > top.level.high || position == 0 { top = band }
        }
        if expected <= scale.lastMark(upTo: scale.maximum) {
            tellGap(expected, scale.lastMark(upTo: scale.maximum), tree)
        }
    }

    /// Whether the band lies on the scale and a mark falls in it.
    private mutating func isSound(_ band: Band, _ scale: Scale) -> Bool {
        let (level, element) = band
        let name = level.phrase
        if level.low > level.high {
            tell(
                element,
                Phrase(
                    "the level \(name.english) goes from \(level.low) to \(level.high)",
                    "等级\(name.chinese)为 \(level.low) 至 \(level.high)"),
                rule: Phrase("its low may not be above its high", "low 不能大于 high"),
                remedy: Phrase("Swap them", "请对调"))
            return false
        }
        if level.low < scale.minimum || level.high > scale.maximum {
            tell(
                element,
                Phrase(
                    "the level \(name.english) goes from \(level.low) to \(level.high)",
                    "等级\(name.chinese)为 \(level.low) 至 \(level.high)"),
                rule: Phrase(
                    "the scale goes from \(scale.minimum) to \(scale.maximum)",
                    "量程为 \(scale.minimum) 至 \(scale.maximum)"),
                remedy: Phrase("Keep the level within the scale", "请使等级在量程之内"))
            return false
        }
        if scale.firstMark(from: level.low) > level.high {
            tell(
                element,
                Phrase(
                    "no mark falls in the level \(name.english), from \(level.low) to "
                        + "\(level.high)",
                    "没有分数落在等级\(name.chinese)（\(level.low) 至 \(level.high)）"),
                rule: Phrase(
                    "marks go in steps of \(scale.step) from \(scale.minimum)",
                    "分数自 \(scale.minimum) 起以 \(scale.step) 为间隔"),
                remedy: Phrase("Widen the level, or make the step smaller", "请加宽该等级，或缩小间隔"))
            return false
        }
        return true
    }

    /// - Parameters:
    ///   - lower: The band that reaches highest of those that begin no higher than `upper`.
    private mutating func checkNeighbours(_ lower: Band, _ upper: Band, _ scale: Scale) {
        let first = scale.firstMark(from: upper.level.low)
        let last = scale.lastMark(upTo: min(lower.level.high, upper.level.high))
        guard first <= last else { return }
        let names = (lower.level.phrase, upper.level.phrase)
        if first == last, upper.level.low == lower.level.high {
            // The band that stands first in the file has the mark; the other one ends beside it.
            let isLowerFirst = lower.element.line <= upper.element.line
            let (owner, other) = isLowerFirst ? (names.0, names.1) : (names.1, names.0)
            let end = isLowerFirst ? scale.mark(after: first) : scale.mark(before: first)
            tell(
                upper.element,
                Phrase(
                    "\(first) belongs to both \(names.1.english) and \(names.0.english)",
                    "\(first) 同时属于\(names.1.chinese)和\(names.0.chinese)"),
                rule: Phrase(
                    "a mark has one level; \(owner.english), the first in the file, is taken",
                    "一个分数只属于一个等级；取文件中靠前的\(owner.chinese)"),
                remedy: Phrase(
                    isLowerFirst
                        ? "Begin \(other.english) at \(end)" : "End \(other.english) at \(end)",
                    isLowerFirst
                        ? "请让\(other.chinese)从 \(end) 开始" : "请让\(other.chinese)到 \(end) 为止"),
                severity: .warning)
            return
        }
        tell(
            upper.element,
            Phrase(
                "the levels \(names.1.english) and \(names.0.english) both hold the marks from"
                    + " \(first) to \(last)",
                "等级\(names.1.chinese)和\(names.0.chinese)都含有 \(first) 至 \(last) 分"),
            rule: Phrase("a mark has one level", "一个分数只属于一个等级"),
            remedy: Phrase("Part their bands", "请把两个分数段分开"))
    }

    private mutating func tellGap(_ first: Points, _ last: Points, _ tree: XMLTree) {
        let marks =
            first == last
            ? Phrase("the mark \(first)", "\(first) 分")
            : Phrase("the marks from \(first) to \(last)", "\(first) 至 \(last) 分")
        tell(
            tree, Phrase("no level holds \(marks.english)", "没有等级包含 \(marks.chinese)"),
            rule: Phrase("where there are levels, every mark has one", "有等级时每个分数都要有等级"),
            remedy: Phrase("Widen a level, or add one", "请加宽某个等级，或增加一个"))
    }
}

extension Level {
    /// The level's name, or its identifier where it has none.
    fileprivate var phrase: Phrase {
        names.isEmpty
            ? Phrase(verbatim: id.quoted)
            : Phrase(names.text(in: "en").shown, names.text(in: "zh").shown)
    }
}
