import Contests
import Formats
import Numbers

extension RubricBuilder {
    mutating func measurement(_ tree: XMLTree?) -> Measurement {
        guard let tree else { return Measurement(conversion: .identity) }
        let (minimum, maximum) = (tree.points("minimum"), tree.points("maximum"))
        if let minimum, let maximum, minimum > maximum {
            tell(
                tree,
                Phrase(
                    "minimum=\"\(minimum)\" and maximum=\"\(maximum)\" in <measure>",
                    "<measure> 中 minimum=\"\(minimum)\"，maximum=\"\(maximum)\""),
                rule: Phrase("minimum may not be above maximum", "minimum 不能大于 maximum"),
                remedy: Phrase("Swap or correct them", "请对调或改正"))
        }
        return Measurement(
            unit: tree.value("unit") ?? "", conversion: conversion(tree), minimum: minimum,
            maximum: maximum)
    }

    private mutating func conversion(_ tree: XMLTree) -> Measurement.Conversion {
        let bands = tree.children(named: "band")
        if let line = tree.first(named: "line") {
            if !bands.isEmpty {
                tell(
                    line,
                    Phrase(
                        "<measure> holds both <line> and <band>", "<measure> 中同时有 <line> 和 <band>"),
                    rule: Phrase("points follow from one of them", "分数只能由其中一种得出"),
                    remedy: Phrase("Take one of them out", "请删去其中一种"))
            }
            return .line(
                base: line.points("base") ?? .zero, reference: line.points("reference") ?? .zero,
                slope: line.ratio("slope") ?? .zero, rounding: line.rounding())
        }
        guard !bands.isEmpty else { return .identity }
        checkStarts(bands)
        return .bands(
            bands.map {
                Measurement.Band(
                    from: $0.points("from") ?? .zero, points: $0.points("points") ?? .zero)
            })
    }

    private mutating func checkStarts(_ bands: [XMLTree]) {
        var lines: [Points: Int] = [:]
        var last: Points?
        for band in bands {
            guard let from = band.points("from") else { continue }
            if let line = lines[from] {
                tell(
                    band, Phrase("a second band from \(from)", "又一个自 \(from) 起的分段"),
                    rule: Phrase("the one in line \(line) begins there too", "第 \(line) 行的分段也从此开始"),
                    remedy: Phrase("Take one of them out", "请删去其中一个"))
            } else if let last, from < last {
                tell(
                    band,
                    Phrase(
                        "the band from \(from) stands after that from \(last)",
                        "自 \(from) 起的分段排在自 \(last) 起的之后"),
                    rule: Phrase("bands rise from the first to the last", "分段应由低到高排列"),
                    remedy: Phrase("Put them in order", "请按顺序排列"))
            }
            lines[from] = lines[from] ?? band.line
            last = max(last ?? from, from)
        }
    }
}
