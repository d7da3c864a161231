import Contests
import Foundation
import Judging
import Numbers
import TestSupport

/// Programs that behave and misbehave, each written into a folder of its own and run for real.
struct ProgramZoo {
    static let submission: SubmissionID = "S1"

    var office: MarkingOffice
    let cancellation = Cancellation()

    init() throws {
        office = try MarkingOffice()
        try office.workshop.write("the first line\n", to: "submissions/S1/说明 \"a\".txt")
        try office.workshop.write("not for S1\n", to: "submissions/S2/own.txt")
        try office.workshop.write("the office's own\n", to: "contest.xml")
    }

    /// The marks that every animal gives that gives any, as Python.
    static let marks = """
        [{"criterion": "novelty", "mark": 8.5}, {"criterion": "use", "not_applicable": True},
         {"criterion": "eligible", "passed": True},
         {"criterion": "parts", "ticks": ["a", "b"]}]
        """

    /// A Python program; `reply(request)` gives a good reply, `say` prints a line.
    static func python(_ body: String) -> String {
        """
        #!/usr/bin/python3
        import json, os, signal, socket, subprocess, sys, time
        def reply(request, **other):
            return {"banyan": 1, "submission": request["submission"]["id"],
                    "marks": \(marks)} | other
        def say(value):
            print(json.dumps(value, ensure_ascii=False), flush=True)
        \(body)
        """
    }

    /// A program that does something for each request, which it finds in `request`.
    static func loop(_ body: String) -> String {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "    \($0)" }.joined(separator: "\n")
        return python("for line in sys.stdin:\n    request = json.loads(line)\n\(lines)")
    }

    /// Lets a program in.
    func judge(
        _ text: String, isWalled: Bool = true, environment: [String: String] = [:],
        change: (inout ProgramTask) -> Void = { _ in }
    ) throws -> ProgramJudge {
        let name = "programs/\(UUID().uuidString)/run"
        try office.workshop.write(text, to: name)
        let path = office.workshop.inside(name)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: path)
        var task = ProgramTask(judge: "J1", command: name)
        task.seconds = 20
        change(&task)
        var judge = Judge(id: "J1", name: "J1")
        judge.kind = "program"
        return ProgramJudge(
            task, path: path, contest: office.contest, stage: office.stage, judge: judge,
            rubric: office.rubric, record: office.record,
            folders: [office.workshop.inside("submissions")], environment: environment,
            cancellation: cancellation, isWalled: isWalled)
    }

    /// Has a program judge the first submission.
    func ask(
        _ judge: ProgramJudge, _ id: SubmissionID = Self.submission
    ) -> Attempt<ScoreSheet, ProgramFault> {
        let submission = office.record.submissions[id] ?? Submission(id: id, track: "t")
        let folder = office.workshop.inside("submissions/\(id)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let files = names.sorted().map { name in
            ProgramJudge.File(Attachment(name: name), path: folder + "/" + name)
        }
        return judge.judge(submission, files: files, folder: names.isEmpty ? nil : folder)
    }

    /// Has a program judge once, and ends it.
    func once(
        _ text: String, isWalled: Bool = true, environment: [String: String] = [:],
        change: (inout ProgramTask) -> Void = { _ in }
    ) throws -> Attempt<ScoreSheet, ProgramFault> {
        let judge = try judge(
            text, isWalled: isWalled, environment: environment, change: change)
        defer { judge.stop() }
        return ask(judge)
    }

    /// The command lines of processes that bear a sign, which a program passes to what it starts.
    static func processes(bearing sign: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }
            .compactMap { process in
                let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
                return line.map { String(decoding: $0, as: UTF8.self) }
            }.filter { $0.contains(sign) }
    }

    /// The folders that this process's programs have now.
    static func folders() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())
            .filter { $0.hasPrefix("banyan-program-\(getpid())-") }
    }
}

extension Attempt where Failure == ProgramFault {
    /// What went wrong, if anything did.
    var fault: ProgramFault? {
        switch self {
        case .done: nil
        case .mayPass(let fault), .willNotPass(let fault): fault
        }
    }

    /// Whether it is worth another try.
    var mayPass: Bool {
        if case .mayPass = self { true } else { false }
    }
}
