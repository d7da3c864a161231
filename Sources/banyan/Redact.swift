import ArgumentParser
import Contests
import Organizing

/// `banyan redact` erases a person for good.
struct Redact: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Erase a person's data for good.", "彻底删除个人信息。"),
            discussion: said(
                """
                A judge: names, reasons for standing back, comments. A submission: the names of \
                its people. Marks, results and proofs stay. The redaction is itself recorded.
                What stands in the record for good cannot be erased: names given with --as, the \
                reasons and remarks of decisions, identifiers, and the names of files that were \
                loaded or collected. Name nobody there.
                Example: banyan redact --judge J07 --reason 'asked by letter of 3 May'
                """,
                """
                评委：姓名、回避理由和评语；作品：参赛人员姓名。评分、成绩和证明保持不变，删除本身也会记录。
                永久记录的内容无法删除：--as 给出的姓名、各项决定的理由和备注、编号，以及载入或收集的文件名。\
                请勿在其中写入个人姓名。
                示例：banyan redact --judge J07 --reason '5月3日来函申请'
                """))
    }

    @OptionGroup var options: RecordingOptions
    @Option(help: ArgumentHelp(said("The judge.", "评委编号。"))) var judge: String?
    @Option(help: ArgumentHelp(said("The submission.", "作品编号。"))) var submission: String?
    @Flag(
        help: ArgumentHelp(
            said("Also erase the comments on the submission.", "同时删除对该作品的评语。")))
    var comments = false
    @Option(help: ArgumentHelp(said("Why.", "理由。"))) var reason: String

    func validate() throws {
        guard (judge == nil) != (submission == nil) else {
            throw ValidationError(
                said("Give --judge or --submission.", "请指定 --judge 或 --submission 之一。"))
        }
    }

    func run() throws {
        let organizer = try options.open()
        try perform {
            if let judge {
                return try organizer.redact(judge: JudgeID(judge), reason: reason)
            }
            return try organizer.redact(
                submission: SubmissionID(submission ?? ""), comments: comments, reason: reason)
        }
    }
}
