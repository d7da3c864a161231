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
                "Example: banyan sheets party/preliminary --out sheets",
                "示例：banyan sheets party/preliminary --out sheets"))
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
    @Option(help: ArgumentHelp(said("csv or xml.", "csv 或 xml。"), valueName: "csv|xml"))
    var form = SheetForm.csv

    func run() throws {
        let organizer = try options.open()
        try perform {
            try organizer.writeSheets(
                of: stage, to: out, isXML: form == .xml, language: runLanguage)
        }
    }
}

/// The form of a judge's file.
enum SheetForm: String, ExpressibleByArgument, CaseIterable {
    case csv, xml
}
