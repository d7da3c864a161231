import Contests
import Formats

extension Grammar {
    /// An outside program that judges in a stage.
    static let program = Form(
        "program", "An outside program that judges: it reads a request a line and answers a line.",
        "参与评审的外部程序：每行一个请求，每行一个答复。",
        attributes: [
            .required("judge", .identifier, "The judge of the kind program.", "program 类评委。"),
            .required(
                "command", .text, "The executable, in a folder of its own beside contest.xml.",
                "可执行文件，放在 contest.xml 旁的单独文件夹中。"),
            .optional(
                "counts", .flag,
                "Whether its sheets count towards official scores; no if not given: it advises.",
                "评分是否计入正式成绩；默认 no，仅供参考。"),
            .optional(
                "keep", .flag,
                "Whether one process answers many requests; no if not given.",
                "是否由一个进程答复多个请求；默认 no。"),
            .optional(
                "at-once", .whole(1...64), "Submissions judged at once; 1.", "同时评审的作品数；默认 1。"),
            .optional(
                "seconds", .whole(1...86_400), "Seconds for a submission; 60.",
                "每件作品的时限（秒）；默认 60。"),
            .optional(
                "memory", .whole(16...1_048_576), "Megabytes of memory; 1024.",
                "内存上限（MB）；默认 1024。"),
            .optional("attempts", .whole(1...20), "Tries for a submission; 3.", "每件作品的尝试次数；默认 3。"),
            .optional(
                "network", .flag, "Whether it may use the network; no if not given.",
                "是否可以联网；默认 no。"),
            .optional(
                "variables", .text,
                "Names of environment variables that it is given, such as that of a key.",
                "传给它的环境变量名，例如密钥。"),
        ])
}
