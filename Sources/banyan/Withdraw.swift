import ArgumentParser
import Contests
import Organizing

/// `banyan withdraw` records that an entrant took a submission back.
struct Withdraw: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Record that a submission was withdrawn.", "记录作品退赛。"),
            discussion: said(
                "Example: banyan withdraw S017 --reason 'asked by e-mail on 3 May'",
                "示例：banyan withdraw S017 --reason '5月3日来信申请退赛'"))
    }

    @OptionGroup var options: RecordingOptions
    @Argument(help: ArgumentHelp(said("The submission.", "作品编号。")))
    var submission: String
    @Option(help: ArgumentHelp(said("Why.", "理由。"))) var reason: String

    func run() throws {
        let organizer = try options.open()
        try perform {
            try organizer.withdraw(SubmissionID(submission), reason: reason, isByOffice: false)
        }
    }
}

/// `banyan disqualify` records that the office took a submission out of the contest.
struct Disqualify: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Record that a submission was disqualified.", "记录取消作品资格。"),
            discussion: said(
                "Example: banyan disqualify S017 --reason 'copied from S003'",
                "示例：banyan disqualify S017 --reason '抄袭 S003'"))
    }

    @OptionGroup var options: RecordingOptions
    @Argument(help: ArgumentHelp(said("The submission.", "作品编号。")))
    var submission: String
    @Option(help: ArgumentHelp(said("Why.", "理由。"))) var reason: String

    func run() throws {
        let organizer = try options.open()
        try perform {
            try organizer.withdraw(SubmissionID(submission), reason: reason, isByOffice: true)
        }
    }
}
