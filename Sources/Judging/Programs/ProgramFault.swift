public import Formats

/// What went wrong when a program was asked to judge a submission.
///
/// The words name no text of the program's own but the reason that it gave for declining: what a
/// program prints may hold anything.
public enum ProgramFault: Error, Sendable, Hashable {
    /// It cannot be started.
    case cannotStart(reason: String)
    /// It did not answer in time.
    case tooSlow(seconds: Int)
    /// It ended without an answer, or with a status that says that it failed.
    case ended(status: Int32)
    /// A signal ended it.
    case killed(signal: Int32)
    /// It wrote more than a reply may hold.
    case flood(bytes: Int)
    /// It started more processes than it may have.
    case tooManyProcesses(limit: Int)
    /// It wrote more than one reply to one request.
    case tooManyReplies
    /// Its reply is no JSON object of the version that is asked for.
    case broken(Phrase)
    /// Its reply is about another submission.
    case otherSubmission(String)
    /// Its marks break the rubric's rules.
    case marks([Phrase])
    /// It says that it cannot judge the submission, now or at all.
    case declined(reason: String, later: Bool)
    /// A file of the submission is not the one that was loaded.
    case fileChanged(String)
    /// The work was to stop.
    case stopped

    /// Whether another try may end better.
    public var mayPass: Bool {
        switch self {
        case .tooSlow, .ended, .killed, .stopped: true
        case .cannotStart, .flood, .tooManyProcesses, .tooManyReplies, .broken, .otherSubmission,
            .marks, .fileChanged:
            false
        case .declined(_, let later): later
        }
    }

    /// What happened, in words.
    public var phrase: Phrase {
        switch self {
        case .cannotStart(let reason):
            Phrase("it cannot be started: \(reason)", "无法启动：\(reason)")
        case .tooSlow(let seconds):
            Phrase("no reply within \(seconds) s", "\(seconds) 秒内没有答复")
        case .ended(let status):
            Phrase(
                status == 0 ? "it ended without a reply" : "it failed with status \(status)",
                status == 0 ? "没有答复就结束了" : "以状态 \(status) 失败")
        case .killed(let signal):
            Phrase("signal \(signal) ended it", "被信号 \(signal) 终止")
        case .flood(let bytes):
            Phrase("it wrote more than \(bytes) bytes", "输出超过 \(bytes) 字节")
        case .tooManyProcesses(let limit):
            Phrase("it started more than \(limit) processes", "启动的进程超过 \(limit) 个")
        case .tooManyReplies:
            Phrase("more than one reply to one request", "一个请求有多个答复")
        case .broken(let why):
            Phrase("the reply is broken: \(why.english)", "答复有误：\(why.chinese)")
        case .otherSubmission(let id):
            Phrase("the reply is about '\(id.shown)'", "答复针对的是“\(id.shown)”")
        case .marks(let problems):
            Phrase(
                "marks are refused: " + problems.map(\.english).joined(separator: "; "),
                "分数被拒：" + problems.map(\.chinese).joined(separator: "；"))
        case .declined(let reason, _):
            Phrase("it declines: \(reason.shown)", "它拒绝评审：\(reason.shown)")
        case .fileChanged(let name):
            Phrase(
                "'\(name.shown)' is not the file that was loaded", "“\(name.shown)”与载入时不同")
        case .stopped: Phrase("stopped", "已停止")
        }
    }
}
