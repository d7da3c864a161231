import Contests
import Formats
import Numbers

extension ContestBuilder {
    /// What built-in judges measure in a stage.
    mutating func metrics(_ stage: XMLTree) -> [MetricTask] {
        let elements = stage.children(named: "metric")
        checkPairs(elements + stage.children(named: "measured"))
        return elements.map { metric($0, stage) }
    }

    /// Where values stand that were measured elsewhere.
    mutating func measured(_ tree: XMLTree) -> MeasuredTable {
        var table = MeasuredTable(
            judge: tree.identifier("judge"), criterion: tree.identifier("criterion"),
            file: tree.value("file") ?? "")
        place(table.file, of: tree)
        table.key = tree.value("key") ?? table.key
        table.value = tree.value("value") ?? table.value
        return table
    }

    private mutating func metric(_ tree: XMLTree, _ stage: XMLTree) -> MetricTask {
        var task = MetricTask(
            judge: tree.identifier("judge"), criterion: tree.identifier("criterion"),
            metric: tree.choice("name") ?? .accuracy, file: tree.value("file") ?? "",
            answers: tree.value("answers") ?? "")
        place(task.answers, of: tree)
        // A star is no character of a file's name on every system: what it stands for is.
        place(String(task.file.map { $0 == "*" ? "0" : $0 }), of: tree)
        task.key = tree.value("key") ?? task.key
        task.answer = tree.value("answer") ?? task.answer
        task.prediction = tree.value("prediction") ?? task.prediction
        task.positive = tree.value("positive") ?? task.positive
        task.places = tree.whole("places") ?? task.places
        task.quantile = tree.points("quantile") ?? task.quantile
        task.overlap = tree.points("overlap") ?? task.overlap
        task.choice = tree.choice("counts") ?? task.choice
        task.perDay = tree.whole("per-day")
        task.until = tree.value("until").flatMap { Timestamp($0) }
        task.split = split(tree)
        checkParameters(tree, task)
        checkRevisions(tree, task)
        if task.split != .none, tree.attribute("until") == nil, stage.attribute("deadline") == nil {
            tell(
                tree,
                Phrase("<metric> has a public part and no end", "<metric> 有公开部分而没有截止时间"),
                rule: Phrase(
                    "after until, or the stage's deadline, the final board follows",
                    "在 until 或阶段 deadline 之后转为最终榜"),
                remedy: Phrase("Add until", "请加上 until"))
        }
        return task
    }

    private mutating func split(_ tree: XMLTree) -> MetricTask.Split {
        let share = tree.points("public")
        if let share, share <= .zero || share.millionths >= 1_000_000 {
            tellRange(tree, "public", share)
        }
        if let column = tree.value("split") {
            for name in ["public", "seed"] where tree.attribute(name) != nil {
                tellNeedless(tree, name, Phrase("split has its place", "已由 split 划分"))
            }
            return .column(column)
        }
        guard let share else {
            if tree.attribute("seed") != nil {
                tellNeedless(
                    tree, "seed", Phrase("it has a meaning with public only", "只在写了 public 时有意义"))
            }
            return .none
        }
        return .seeded(share: share, seed: UInt64(tree.whole("seed") ?? 0))
    }

    /// Tells parameters that the metric does not have, and those that are out of their range.
    private mutating func checkParameters(_ tree: XMLTree, _ task: MetricTask) {
        let isListed = task.metric == .meanAveragePrecision || task.metric == .discountedGain
        let uses = [
            ("positive", task.metric.needsPositive), ("places", isListed),
            ("quantile", task.metric == .quantileLoss), ("overlap", task.metric == .detection),
        ]
        for (name, isUsed) in uses where !isUsed && tree.attribute(name) != nil {
            let metric = task.metric.rawValue
            tellNeedless(tree, name, Phrase("\(metric) does not use it", "\(metric) 不使用它"))
        }
        if task.quantile <= .zero || task.quantile.millionths >= 1_000_000 {
            tellRange(tree, "quantile", task.quantile)
        }
        if task.overlap <= .zero || task.overlap.millionths > 1_000_000 {
            tellRange(tree, "overlap", task.overlap, Phrase("and at most 1", "且不大于 1"))
        }
    }

    private mutating func checkRevisions(_ tree: XMLTree, _ task: MetricTask) {
        let stars = task.file.filter { $0 == "*" }.count
        let name = task.file.split(separator: "/").last ?? ""
        if stars > 1 || stars == 1 && !name.contains("*") {
            tell(
                tree, Phrase("file=\(task.file.quoted)", "file=\(task.file.quoted)"),
                rule: Phrase(
                    "one * may stand in the file's name, for the day and the number",
                    "文件名中可有一个 *，代表日期和序号"),
                remedy: Phrase("Write predictions/p-*.csv, say", "例如写作 predictions/p-*.csv"))
        }
        guard stars == 0 else { return }
        for name in ["counts", "per-day"] where tree.attribute(name) != nil {
            tellNeedless(tree, name, Phrase("file names one revision", "file 只指一个版本"))
        }
    }

    /// Tells a criterion that one judge is to measure twice.
    private mutating func checkPairs(_ elements: [XMLTree]) {
        var seen = Set<[String]>()
        for element in elements {
            let pair = ["judge", "criterion"].map { element.value($0) ?? "" }
            guard !seen.insert(pair).inserted else { continue }
            tell(
                element,
                Phrase(
                    "<\(element.name)> again for judge \(pair[0].quoted) and criterion "
                        + pair[1].quoted,
                    "评委 \(pair[0].quoted) 对指标 \(pair[1].quoted) 的 <\(element.name)> 重复"),
                rule: Phrase("a judge gives one mark on a criterion", "一位评委对一个指标只给一个分"),
                remedy: Phrase("Take one of them out", "请删去其中一个"))
        }
    }

    /// Tells a criterion that is not there, or is no measurement.
    mutating func checkMetrics(_ stage: XMLTree, _ rubric: Rubric) {
        let measured = rubric.criteria.filter {
            if case .measurement = $0.kind { return true }
            return false
        }.map(\.id.text)
        for element in stage.children where ["metric", "measured"].contains(element.name) {
            check(
                element.value("criterion"), of: element, attribute: "criterion",
                isOneOf: measured, Phrase("criterion of the kind measurement", "测量类指标"))
        }
    }

    private mutating func tellNeedless(_ tree: XMLTree, _ name: String, _ rule: Phrase) {
        tell(
            tree, Phrase("\(name) in <metric>", "<metric> 中有 \(name)"), rule: rule,
            remedy: Phrase("Take it out", "请删去"))
    }

    private mutating func tellRange(
        _ tree: XMLTree, _ name: String, _ value: Points,
        _ end: Phrase = Phrase("and below 1", "且小于 1")
    ) {
        tell(
            tree,
            Phrase("\(name)=\"\(value)\" in <metric>", "<metric> 中的 \(name)=\"\(value)\""),
            rule: Phrase("it is above 0 \(end.english)", "应大于 0，\(end.chinese)"),
            remedy: Phrase("Write 0.3 for three tenths", "十分之三写作 0.3"))
    }
}
