import ArgumentParser
import Contests
import Organizing

/// `banyan collect` reads filled sheets back into the record.
struct Collect: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Read filled sheets back into the record.", "收回填好的评分表并记录。"),
            discussion: said(
                """
                Takes files and folders: the sheets that banyan wrote, long CSV \
                (judge,submission,criterion,mark,comment), wide CSV (a column for each \
                criterion), workbooks (.xlsx) and XML. Collecting twice changes nothing. Good \
                sheets in a bad file are kept.
                Example: banyan collect sheets/*.csv --stage party/preliminary
                """,
                """
                可给出文件或文件夹：banyan 生成的评分表、长表 CSV（judge,submission,criterion,mark,comment）、\
                宽表 CSV（每个指标一列）、工作簿（.xlsx）以及 XML。重复收取不会改变任何内容；文件有误时，其中无误的评分照常收取。
                示例：banyan collect sheets/*.csv --stage party/preliminary
                """))
    }

    @OptionGroup var options: RecordingOptions
    @Argument(help: ArgumentHelp(said("Files or folders.", "文件或文件夹。"), valueName: "path"))
    var paths: [String]
    @Option(
        help: ArgumentHelp(
            said(
                "The stage of files that do not name one.", "文件未注明阶段时所属的阶段。"),
            valueName: "track/stage"), transform: stageID)
    var stage: StageID?
    @Flag(
        help: ArgumentHelp(
            said(
                "Accept sheets past the deadline, and record that.", "收取逾期的评分表，并记录在案。")))
    var late = false
    @Option(
        help: ArgumentHelp(
            said(
                "Write a page of receipts for each judge here.", "在此文件夹为每位评委生成回执页。"),
            valueName: "dir"))
    var receipts: String?

    func run() throws {
        let organizer = try options.open()
        try perform {
            try organizer.collect(
                paths: paths, stage: stage, allowsLate: late, receipts: receipts)
        }
    }
}
