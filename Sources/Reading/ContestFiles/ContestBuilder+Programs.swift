import Contests
import Formats

extension ContestBuilder {
    /// The outside programs that judge in a stage.
    mutating func programs(_ stage: XMLTree) -> [ProgramTask] {
        let built = stage.children.filter { ["metric", "measured"].contains($0.name) }
        var seen = Set(built.compactMap { $0.value("judge") })
        return stage.children(named: "program").map { tree in
            if let judge = tree.value("judge"), !seen.insert(judge).inserted {
                tellSecondTask(tree, judge)
            }
            return program(tree)
        }
    }

    private mutating func program(_ tree: XMLTree) -> ProgramTask {
        var task = ProgramTask(judge: tree.identifier("judge"), command: command(tree))
        task.counts = tree.flag("counts") ?? false
        task.isKept = tree.flag("keep") ?? false
        task.atOnce = tree.whole("at-once") ?? task.atOnce
        task.seconds = tree.whole("seconds") ?? task.seconds
        task.megabytes = tree.whole("memory") ?? task.megabytes
        task.attempts = tree.whole("attempts") ?? task.attempts
        task.hasNetwork = tree.flag("network") ?? false
        task.variables = variables(tree)
        return task
    }

    private mutating func command(_ tree: XMLTree) -> String {
        guard let command = tree.value("command") else { return "" }
        if place(command, of: tree) != nil, !command.contains("/") {
            tell(
                tree, Phrase("command=\(command.quoted)", "command=\(command.quoted)"),
                rule: Phrase(
                    "a program sees its folder, and must not see the contest's",
                    "程序能看到自己所在的文件夹，不应看到比赛文件夹"),
                remedy: Phrase(
                    "Put it into a folder of its own, such as programs",
                    "请放入单独的文件夹，例如 programs"))
        }
        return command
    }

    private static let variableBytes = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_".utf8)

    private mutating func variables(_ tree: XMLTree) -> [String] {
        let names = (tree.value("variables") ?? "").split(whereSeparator: \.isWhitespace)
            .map(String.init)
        let wrong = names.filter { name in
            name.first?.isNumber == true
                || !name.utf8.allSatisfy { Self.variableBytes.contains($0) }
        }
        for name in wrong {
            tell(
                tree, Phrase("variable \(name.quoted)", "变量 \(name.quoted)"),
                rule: Phrase(
                    "the name of an environment variable has letters, digits and _ only",
                    "环境变量名只含字母、数字和 _"),
                remedy: Phrase(
                    "Give names alone; their values stand in the environment of banyan judge",
                    "请只写名称，值由运行 banyan judge 的环境给出"))
        }
        return names
    }

    private mutating func tellSecondTask(_ tree: XMLTree, _ judge: String) {
        tell(
            tree,
            Phrase(
                "<program> for judge \(judge.quoted), who has work already",
                "<program> 的评委 \(judge.quoted) 已另有任务"),
            rule: Phrase(
                "a judge fills one sheet for a submission", "一位评委对一件作品只填一份评分表"),
            remedy: Phrase("Name another judge", "请写另一位评委"))
    }
}
