import Contests
import Formats
import Foundation
import Judging

/// What the programs of a stage have to do.
struct ProgramWork: Sendable {
    let stage: Stage
    /// What each program is to judge, whether or not it has.
    let queues: [JudgeQueue]
    /// The hash of the rubric by which it is judged.
    let rubricHash: String
    private let record: ContestRecord
    private let files: SubmissionFiles
    private let judges: [JudgeID: ProgramJudge]
    private let commands: [JudgeID: String]

    /// The work as things stand.
    ///
    /// A program that counts judges what it is assigned; one that advises, every submission of the
    /// stage.
    init(
        _ organizer: Organizer, _ stage: Stage, cancellation: Cancellation
    ) throws(Refusal) {
        let rubric = try organizer.rubric(of: stage)
        let record = try organizer.record()
        try organizer.requireOpen(stage.id, in: record)
        let files = SubmissionFiles(organizer.folder)
        var queues: [JudgeQueue] = []
        var judges: [JudgeID: ProgramJudge] = [:]
        for task in stage.programs {
            let pairs = try organizer.work(of: task, in: stage, record: record)
            var known = record
            known.assignments[stage.id] = pairs
            judges[task.judge] = ProgramJudge(
                task, path: try organizer.executable(of: task), contest: organizer.contest,
                stage: stage, judge: record.judges[task.judge] ?? Judge(id: task.judge),
                rubric: rubric, record: known,
                folders: files.bases.filter { Files.isFolder($0) }.map(\.absolute),
                environment: ProcessInfo.processInfo.environment, cancellation: cancellation)
            queues.append(
                JudgeQueue(
                    judge: task.judge, submissions: pairs.map(\.submission), atOnce: task.atOnce,
                    retry: RetryRule(attempts: task.attempts)))
        }
        self.stage = stage
        self.queues = queues
        rubricHash = rubric.hash
        self.record = record
        self.files = files
        self.judges = judges
        commands = Dictionary(
            stage.programs.map { ($0.judge, $0.command) }, uniquingKeysWith: { $1 })
    }

    /// Has a program judge a submission.
    func judge(_ judge: JudgeID, _ id: SubmissionID) -> Attempt<ScoreSheet, ProgramFault> {
        guard let program = judges[judge], let submission = record.submissions[id] else {
            return .willNotPass(.cannotStart(reason: "it is not known"))
        }
        let folder = files.folder(of: id)
        let present = folder == nil ? [] : submission.attachments.filter { !$0.sha256.isEmpty }
        if let changed = present.first(where: { !files.isAsLoaded($0, in: folder ?? "") }) {
            return .willNotPass(.fileChanged(changed.name))
        }
        return program.judge(
            submission,
            files: present.map {
                .init($0, path: ContestFolder.join(folder ?? "", $0.name).absolute)
            },
            folder: folder?.absolute)
    }

    /// Ends the processes that were kept.
    func stop() { for judge in judges.values { judge.stop() } }

    /// What holds each program.
    var lines: [Phrase] {
        queues.compactMap { queue in
            judges[queue.judge].map { program in
                let walls = program.walls
                return Phrase(
                    "\(queue.judge): \(walls.english)", "\(queue.judge)：\(walls.chinese)")
            }
        }
    }

    /// A failure as a fault of the program.
    func fault(_ fault: ProgramFault, _ submission: SubmissionID, of judge: JudgeID) -> Fault {
        let words = fault.phrase
        return Fault(
            file: commands[judge] ?? "",
            problem: Phrase(
                "\(judge) for submission \(submission): \(words.english)",
                "\(judge) 评审作品 \(submission)：\(words.chinese)"),
            rule: Phrase("what was not judged is not scored", "没有评审的不计分"),
            remedy: Phrase(
                "Mend the program, and run banyan judge \(stage.id) again",
                "请改正程序，再运行 banyan judge \(stage.id)"))
    }
}

extension Organizer {
    /// The pairs that a program is to judge.
    fileprivate func work(
        of task: ProgramTask, in stage: Stage, record: ContestRecord
    ) throws(Refusal) -> [Assignment] {
        guard !task.counts else { return try work(of: task.judge, in: stage, record: record) }
        try requireProgram(task.judge, in: record)
        return record.participants(of: stage.id, in: contest)
            .filter { record.exits[$0] == nil }
            .map { Assignment(judge: task.judge, submission: $0) }
    }

    /// Where a program is.
    fileprivate func executable(of task: ProgramTask) throws(Refusal) -> String {
        let path = folder.inside(task.command).absolute
        guard !Files.isRegular(path) || access(path, X_OK) != 0 else { return path }
        throw Refusal(
            Phrase(
                "'\(task.command.shown)' is no file that can be run",
                "“\(task.command.shown)”不是可以执行的文件"),
            remedy: Phrase(
                "Put the program there, and let it be run: chmod +x \(task.command.shown)",
                "请把程序放在那里并允许执行：chmod +x \(task.command.shown)"),
            status: .dataAtFault)
    }
}

extension String {
    /// The path from the root of the file system.
    fileprivate var absolute: String { URL(filePath: self).standardizedFileURL.path }
}
