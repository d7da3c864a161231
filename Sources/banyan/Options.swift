import ArgumentParser
import Contests
import Formats
import Foundation
import Organizing

/// What every verb takes.
struct ContestOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            said("The contest's folder, with contest.xml in it.", "比赛文件夹，其中有 contest.xml。"),
            valueName: "dir"))
    var contest = "."

    @Option(
        name: .long,
        help: ArgumentHelp(
            said(
                "The language of messages: zh or en (default: the locale's).",
                "输出语言：zh 或 en（默认随系统语言）。"),
            valueName: "zh|en"),
        transform: language)
    var lang: Language?

    @Option(
        name: .long,
        help: ArgumentHelp(
            said(
                "The ledger's server (default: BANYAN_LEDGER, else contest.xml's, else a file).",
                "账本服务器（默认依次取 BANYAN_LEDGER、contest.xml 所写、文件 contest.banyan）。"),
            valueName: "postgres://…"),
        transform: serverAddress)
    var ledger: String?

    /// Opens the contest to look at it.
    func open() throws -> Organizer { try open(author: "") }

    /// Opens the contest; says what a server could lose where somebody is to record.
    func open(author: String) throws -> Organizer {
        do {
            let address = try ledger ?? Self.statedAddress()
            let organizer = try Organizer(
                folder: contest, author: author, now: clock(), ledger: address)
            if !author.isEmpty {
                try Screen.show(Report(faults: organizer.ledgerRisks()))
            }
            return organizer
        } catch let refusal as Refusal {
            try Screen.show(refusal.report)
            throw ExitCode(refusal.report.status.rawValue)
        }
    }

    /// The address that the environment states; a password in it is no secret on a command line.
    private static func statedAddress() throws -> String? {
        try ProcessInfo.processInfo.environment["BANYAN_LEDGER"].map(serverAddress)
    }

    private static func serverAddress(_ text: String) throws -> String {
        guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else {
            throw ValidationError(
                said(
                    "A ledger's server is written postgres://USER@HOST/DATABASE.",
                    "账本服务器的写法是 postgres://用户@主机/数据库。"))
        }
        return text
    }

    private static func language(_ text: String) throws -> Language {
        guard let language = Language(rawValue: text) else {
            throw ValidationError(
                said("--lang is zh or en, not '\(text)'.", "--lang 只能是 zh 或 en，不能是“\(text)”。"))
        }
        return language
    }
}

/// What every verb takes that records something.
struct RecordingOptions: ParsableArguments {
    @OptionGroup var contest: ContestOptions

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            said(
                "Who records this (default: the name of the account).",
                "由谁记录（默认为当前账户名）。"),
            valueName: "name"))
    var author: String?

    /// Opens the contest to record in it.
    func open() throws -> Organizer {
        try contest.open(author: author ?? NSUserName())
    }
}

/// What every verb takes that prints a table.
struct TableOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            said("How tables are printed.", "表格的输出格式。"), valueName: "text|json|csv|markdown|xlsx"))
    var format = TableFormat.text
}

/// The moment to record: the clock's, or the one that `BANYAN_NOW` states, so that a rehearsal
/// can be repeated to the byte.
func clock() throws -> Timestamp {
    guard let stated = ProcessInfo.processInfo.environment["BANYAN_NOW"] else {
        return Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    }
    guard let moment = Timestamp(stated) else {
        throw ValidationError(
            said(
                "BANYAN_NOW is '\(stated)'; it must be a time such as 2026-05-01T18:00:00+08:00.",
                "BANYAN_NOW 的值“\(stated)”有误；应为 2026-05-01T18:00:00+08:00 这样的时间。"))
    }
    return moment
}

/// Reads a stage written `TRACK/STAGE`.
func stageID(_ text: String) throws -> StageID {
    guard let stage = StageID(text) else {
        throw ValidationError(
            said(
                "'\(text)' is not a stage; write TRACK/STAGE, such as party/preliminary.",
                "“\(text)”不是阶段；请写成 赛道/阶段，例如 party/preliminary。"))
    }
    return stage
}

/// Runs a verb and shows its report, a refusal's too.
func perform(_ format: TableFormat = .text, _ verb: () throws -> Report) throws {
    let report: Report
    do { report = try verb() } catch let refusal as Refusal { report = refusal.report }
    try Screen.show(report, as: format)
}
