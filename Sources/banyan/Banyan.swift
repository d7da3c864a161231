import ArgumentParser
import Formats
import Foundation
import Organizing

/// `banyan`: the command line of the contest office.
@main
struct Banyan: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "banyan",
            abstract: said(
                "Run the judging of a contest, from the submissions to a leaderboard.",
                "组织一场比赛的评审：从作品载入到发布榜单。"),
            discussion: said(
                """
                Begin with: banyan init my-contest
                Every verb takes --contest DIR (the folder with contest.xml; by default this one).
                Exit status: 0 done, 1 the contest's data are at fault, 2 the command is, \
                3 disk or database.
                """,
                """
                从这里开始：banyan init my-contest
                每个命令都可用 --contest DIR 指明比赛文件夹（其中有 contest.xml；默认为当前文件夹）。
                退出码：0 完成；1 比赛数据有误；2 命令有误；3 磁盘或数据库有误。
                """),
            version: Organizer.version,
            groupedSubcommands: [
                CommandGroup(
                    name: said("Setting up", "筹备"),
                    subcommands: [Init.self, Schema.self, Check.self, Load.self]),
                CommandGroup(
                    name: said("Judging", "评审"),
                    subcommands: [
                        Assign.self, Recuse.self, Draw.self, Sheets.self, Collect.self,
                        JudgeVerb.self, Compare.self, Status.self,
                    ]),
                CommandGroup(
                    name: said("Deciding", "裁定"),
                    subcommands: [
                        Withdraw.self, Disqualify.self, Adjust.self, Reconsider.self,
                        Override.self, Confirm.self, AppealVerb.self,
                    ]),
                CommandGroup(
                    name: said("Results", "成绩"),
                    subcommands: [
                        Score.self, Rank.self, Reporting.self, Close.self, Reopen.self,
                        Advance.self,
                        Publish.self, Explain.self, Log.self,
                    ]),
                CommandGroup(
                    name: said("Trust", "信任"),
                    subcommands: [
                        Audit.self, Verify.self, LedgerVerb.self, Backup.self, Restore.self,
                        Redact.self,
                    ]),
            ])
    }

    /// Parses and runs, with Banyan's own exit status: the parser's would be 64 for a command
    /// that cannot be understood.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch  where exitCode(for: error) == .success {
            print(ParserWording.said(fullMessage(for: error)))
        } catch {
            Screen.tell(ParserWording.said(fullMessage(for: error)))
            Foundation.exit(2)
        }
    }
}

/// A text of the command line in the language of this run.
///
/// The parser wants its help before it has read the options, so the language is looked for in the
/// arguments and in the environment here.
func said(_ english: String, _ chinese: String) -> String {
    Phrase(english, chinese)[runLanguage]
}

/// The language of this run: `--lang`, else the locale's, else English.
let runLanguage: Language = {
    let arguments = CommandLine.arguments
    if let flag = arguments.firstIndex(of: "--lang"), arguments.indices.contains(flag + 1),
        let language = Language(rawValue: arguments[flag + 1])
    {
        return language
    }
    if let stated = arguments.first(where: { $0.hasPrefix("--lang=") }),
        let language = Language(rawValue: String(stated.dropFirst("--lang=".count)))
    {
        return language
    }
    let environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        if let locale = environment[name], !locale.isEmpty {
            return Language(locale: locale) ?? .english
        }
    }
    return .english
}()
