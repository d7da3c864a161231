import ArgumentParser
import Contests
import Organizing

/// `banyan sheets` writes one file for each judge, to be filled offline.
struct Sheets: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Write one file for each judge, to be filled offline.",
                "为每位评委生成一份可离线填写的评分表。"),
            discussion: said(
                """
                A workbook (xlsx) has drop-downs, colours for what is missing, a sheet for \
                recusals and one that says what the marks mean. banyan collect reads all three \
                forms.
                Example: banyan sheets party/preliminary --format xlsx --out sheets
                """,
                """
                工作簿（xlsx）带下拉选项、缺项着色、单独的回避表和评分说明；三种格式都可由 banyan collect 收回。
                示例：banyan sheets party/preliminary --format xlsx --out sheets
                """))
    }

    @OptionGroup var options: RecordingOptions
    @Argument(
        help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID
    @Option(
        help: ArgumentHelp(
            said(
                "The folder to write into.", "写入的文件夹。"), valueName: "dir"))
    var out = "sheets"
    @Option(
        name: [.customLong("format"), .customLong("form")],
        help: ArgumentHelp(
            said("The form of the files.", "文件格式。"), valueName: "csv|xml|xlsx"))
    var form = SheetFileForm.csv

    func run() throws {
        let organizer = try options.open()
        try perform {
            try organizer.writeSheets(
                of: stage, to: out, as: form, language: runLanguage)
        }
    }
}

extension SheetFileForm: ExpressibleByArgument {}
