public import Contests
public import Formats
import Foundation
import Synchronization

/// A program that judges a stage: hands it submissions with the rubric in hand, and checks what it
/// answers as any judge's sheet is checked.
///
/// Talks to several processes at once where asked to. ``stop()`` must be called at the end.
public final class ProgramJudge: Sendable {
    /// A file of a submission that the program may read.
    public struct File: Sendable, Hashable {
        /// What was loaded of it.
        public var attachment: Attachment
        /// Where it is.
        public var path: String

        /// A file.
        public init(_ attachment: Attachment, path: String) {
            self.attachment = attachment
            self.path = path
        }
    }

    private let command: ProgramCommand
    private let secrets: [(name: String, value: String)]
    private let request: ProgramRequest
    private let rules: SheetRules
    private let shared: [String]
    private let cancellation: Cancellation
    private let bubblewrap: String?
    private let idle = Mutex<[ProgramProcess]>([])

    /// A judge.
    ///
    /// - Parameters:
    ///   - path: The executable, from the root of the file system.
    ///   - record: Holds the judge, and the judge's work among the stage's assignments.
    ///   - folders: Folders of submissions' files; a process that is kept may read all of them.
    ///   - environment: Where the values of variables that the task names are looked up.
    ///   - isWalled: Whether bubblewrap is used where it works.
    public init(
        _ task: ProgramTask, path: String, contest: Contest, stage: Stage, judge: Judge,
        rubric: Rubric, record: ContestRecord, folders: [String],
        environment: [String: String], cancellation: Cancellation, isWalled: Bool = true
    ) {
        command = ProgramCommand(
            path: path, folder: String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]),
            seconds: task.seconds, megabytes: task.megabytes, isKept: task.isKept,
            hasNetwork: task.hasNetwork)
        secrets = task.variables.compactMap { name in
            environment[name].map { (name, $0) }
        }
        request = ProgramRequest(
            stage: stage.id, judge: judge, rubric: rubric,
            language: contest.languages.first ?? "")
        rules = SheetRules(
            contest: contest, rubrics: [stage.id: rubric], record: record, existing: [],
            defaultStage: stage.id, now: nil, allowsLate: true)
        shared = folders
        self.cancellation = cancellation
        bubblewrap = isWalled ? ProgramPlace.bubblewrap : nil
        ProgramPlace.clearStale()
    }

    /// Whether bubblewrap is here and works.
    public static var hasWalls: Bool { ProgramPlace.bubblewrap != nil }

    /// What keeps the program from the rest of the system, in words.
    public var walls: Phrase {
        guard bubblewrap != nil else {
            return Phrase(
                "bubblewrap is not to be had here: the program has limits and a clean "
                    + "environment, but files and network are not shut off",
                "此处没有可用的 bubblewrap：程序有资源限制和干净的环境，但文件和网络没有隔离")
        }
        return command.hasNetwork
            ? Phrase(
                "held by bubblewrap: reads its own files only, with network",
                "由 bubblewrap 隔离：只能读取所给的文件，可以联网")
            : Phrase(
                "held by bubblewrap: reads its own files only, no network",
                "由 bubblewrap 隔离：只能读取所给的文件，不能联网")
    }

    /// Has the program judge a submission.
    ///
    /// - Parameters:
    ///   - files: Its files.
    ///   - folder: Where they lie; none if it has none.
    public func judge(
        _ submission: Submission, files: [File], folder: String?
    ) -> Attempt<ScoreSheet, ProgramFault> {
        do throws(ProgramFault) {
            let line = request.line(submission, files: files.map { ($0.attachment, $0.path) })
            let own = [folder].compactMap(\.self)
            let reply = try ask(line, readable: command.isKept ? shared : own)
            return .done(try sheet(reply, of: submission.id))
        } catch {
            return error.mayPass ? .mayPass(error) : .willNotPass(error)
        }
    }

    /// Ends the processes that were kept, and what others left who were killed meanwhile.
    public func stop() {
        let left = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        for var process in left { process.stop() }
        ProgramPlace.clearStale()
    }

    private func ask(_ line: String, readable: [String]) throws(ProgramFault) -> [UInt8] {
        var process: ProgramProcess
        if let kept = idle.withLock({ $0.popLast() }) {
            process = kept
        } else {
            process = try start(readable)
        }
        do throws(ProgramFault) {
            let reply = try process.ask(
                line, within: command.seconds, isLast: !command.isKept,
                cancellation: cancellation)
            if command.isKept {
                let kept = process
                idle.withLock { $0.append(kept) }
            } else {
                process.stop()
            }
            return reply
        } catch {
            process.stop()
            throw error
        }
    }

    private func start(_ readable: [String]) throws(ProgramFault) -> ProgramProcess {
        let place: ProgramPlace
        do {
            place = try ProgramPlace(
                command, readable: readable, secrets: secrets, bubblewrap: bubblewrap)
        } catch { throw .cannotStart(reason: error.problem.english) }
        return try ProgramProcess(place)
    }

    private func sheet(
        _ reply: [UInt8], of submission: SubmissionID
    ) throws(ProgramFault) -> ScoreSheet {
        let pair = Assignment(judge: request.judge.id, submission: submission)
        let raw = try ProgramReply(reply, stage: request.stage, pair: pair).sheet
        let check = SheetCheck(raw, file: "", rules: rules)
        guard !check.isRefused else { throw .marks(check.faults.map(\.problem)) }
        guard let collected = check.sheet else {
            throw .broken(Phrase("there is no mark in it", "其中没有分数"))
        }
        guard collected.missing.isEmpty else {
            let names = collected.missing.map(\.text).joined(separator: ", ")
            throw .broken(Phrase("no mark on \(names)", "没有给 \(names) 打分"))
        }
        return collected.sheet
    }
}
