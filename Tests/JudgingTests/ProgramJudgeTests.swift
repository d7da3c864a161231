import Contests
import Foundation
import Judging
import Numbers
import TestSupport
import Testing

/// Programs that judge: what they are asked, what they may answer, and how misbehaviour is
/// contained. One after the other, so that what is left behind can be told.
@Suite(.serialized) struct ProgramJudgeTests {
    let zoo: ProgramZoo

    init() throws { zoo = try ProgramZoo() }

    @Test(arguments: [false, true], [false, true])
    func `a program's marks come back as a sheet of its judge`(
        isKept: Bool, isWalled: Bool
    ) throws {
        let judge = try zoo.judge(
            ProgramZoo.loop(#"say(reply(request, confidence=0.75))"#), isWalled: isWalled
        ) { $0.isKept = isKept }
        defer { judge.stop() }
        for id: SubmissionID in ["S1", "S2", "S1"] {
            guard case .done(let sheet) = zoo.ask(judge, id) else {
                Issue.record("\(String(describing: zoo.ask(judge, id).fault?.phrase))")
                return
            }
            #expect(sheet.submission == id && sheet.judge == "J1")
            #expect(sheet.rubricHash == zoo.office.rubric.hash)
            #expect(sheet.confidence == (try Points(parsing: "0.75")))
            #expect(sheet.marks.count == 4)
        }
    }

    @Test func `a request holds submission, files and rubric, and nothing of who made it`()
        throws
    {
        let program = ProgramZoo.loop(
            """
            assert set(request) == {"banyan", "stage", "judge", "language", "submission", "files",
                                    "rubric"}, request
            assert request["banyan"] == 1 and request["stage"] == "t/final"
            assert request["submission"]["title"] == {"": "Title of S1"}, request
            assert set(request["submission"]) == {"id", "title", "abstract", "keywords", "links",
                                                  "fields"}
            assert "Secret" not in line
            with open(request["files"][0]["path"]) as file:
                assert file.read() == "the first line\\n"
            criteria = {each["id"]: each for each in request["rubric"]["criteria"]}
            assert criteria["novelty"]["minimum"] == 0 and criteria["novelty"]["step"] == 0.5
            assert criteria["novelty"]["levels"][0]["descriptor"] == {"": "New to the field"}
            assert [box["id"] for box in criteria["parts"]["boxes"]] == ["a", "b"]
            say(reply(request))
            """)
        var zoo = zoo
        zoo.office.record.submissions["S1"]?.entrant = Entrant(
            name: "Secret", organisations: ["Secret"], pseudonym: "Secret")
        zoo.office.record.submissions["S1"]?.region = "Secret"
        #expect(try zoo.once(program).fault == nil)
    }

    @Test(arguments: [false, true])
    func `a program has a clean environment and its own folder, which goes with it`(
        isWalled: Bool
    ) throws {
        let program = ProgramZoo.loop(
            """
            names = set(os.environ) - {"PWD", "LC_CTYPE", "SHLVL", "_", "OLDPWD"}
            assert names == {"PATH", "LANG", "HOME", "TMPDIR", "BANYAN_PROGRAM", "GIVEN"}, names
            assert os.environ["GIVEN"] == "key"
            assert os.getcwd() == os.environ["HOME"]
            open("scratch", "w").write("x" * 100000)
            say(reply(request))
            """)
        let outcome = try zoo.once(
            program, isWalled: isWalled, environment: ["GIVEN": "key", "SECRET": "s"]
        ) { $0.variables = ["GIVEN", "ABSENT"] }
        #expect(outcome.fault == nil, "\(String(describing: outcome.fault))")
        #expect(try ProgramZoo.folders().isEmpty)
    }

    @Test(.enabled(if: ProgramJudge.hasWalls, "bubblewrap is not to be had here"))
    func `behind walls a program reaches no network, no other file and writes nothing`() throws {
        let other = zoo.office.workshop.inside("contest.xml")
        let program = ProgramZoo.loop(
            """
            def refused(action):
                try: action()
                except OSError: return
                raise SystemExit(9)
            refused(lambda: open("\(other)"))
            refused(lambda: os.listdir("/root"))
            refused(lambda: open("/etc/passwd"))
            refused(lambda: open(os.path.dirname(request["files"][0]["path"]) + "/../S2/own.txt"))
            refused(lambda: open(request["files"][0]["path"], "a"))
            refused(lambda: open(sys.argv[0], "a"))
            refused(lambda: open("/usr/new", "w"))
            refused(lambda: socket.create_connection(("127.0.0.1", 9), 1))
            assert len([name for name in os.listdir("/proc") if name.isdigit()]) < 6
            assert [name for _, name in socket.if_nameindex()] in ([], ["lo"])
            say(reply(request))
            """)
        let outcome = try zoo.once(program)
        #expect(outcome.fault == nil, "\(String(describing: outcome.fault))")
    }

    @Test func `what holds a program is said plainly`() throws {
        let walled = try zoo.judge("").walls.english
        #expect(walled.contains(ProgramJudge.hasWalls ? "no network" : "not shut off"))
        #expect(try zoo.judge("", isWalled: false).walls.english.contains("not shut off"))
        #expect(try zoo.judge("", isWalled: false).walls.chinese.contains("没有隔离"))
    }

    /// What each animal says, and the start of what is told of it.
    static let replies: [(body: String, told: String)] = [
        (#"print("hello")"#, "the reply is broken: "),
        ("say([1])", "the reply is broken: it is no object"),
        (#"say({"submission": "S1", "marks": []})"#, "the reply is broken: banyan is not 1"),
        (#"say(reply(request, banyan=2))"#, "the reply is broken: banyan is not 1"),
        (#"say({"banyan": 1, "marks": []})"#, "the reply is broken: submission is missing"),
        (#"say(reply(request, submission="S2"))"#, "the reply is about 'S2'"),
        (#"say({"banyan": 1, "submission": "S1"})"#, "the reply is broken: marks are missing"),
        (#"say(reply(request, score=3))"#, "the reply is broken: 'score' is not known"),
        (#"say(reply(request, marks=[]))"#, "the reply is broken: there is no mark in it"),
        (#"say(reply(request, marks=[{"mark": 1}]))"#, "the reply is broken: a mark without"),
        (
            #"say(reply(request, marks=[{"criterion": "novelty", "mark": 5}]))"#,
            "the reply is broken: no mark on use, eligible"
        ),
        (
            #"say(reply(request, marks=reply(request)["marks"][1:] + [{"criterion": "novelty"}]))"#,
            "the reply is broken: criterion 'novelty' needs one of mark"
        ),
        (
            #"say(reply(request, marks=[{"criterion": "novelty", "mark": True}]))"#,
            "the reply is broken: the mark on 'novelty' is of the wrong type"
        ),
        (
            #"say(reply(request, marks=[{"criterion": "novelty", "mark": 4, "rank": 1}]))"#,
            "the reply is broken: 'rank' is not known"
        ),
        (
            #"m = reply(request)["marks"]; m[0]["mark"] = 99; say(reply(request, marks=m))"#,
            "marks are refused: "
        ),
        (
            #"m = reply(request)["marks"]; m[0]["mark"] = 8.3; say(reply(request, marks=m))"#,
            "marks are refused: "
        ),
        (
            #"m = reply(request)["marks"]; m[0]["mark"] = 1; say(reply(request, marks=m))"#,
            "marks are refused: "
        ),
        (
            #"print(json.dumps(reply(request)).replace("8.5", "NaN"))"#, "the reply is broken: "
        ),
        (#"say(reply(request, confidence=0))"#, "marks are refused: "),
        (#"say(reply(request)); say(reply(request))"#, "more than one reply"),
        (#"print("\x80".encode("latin-1")[0:1]*3)"#, "the reply is broken: "),
        (#"sys.stdout.buffer.write(b"\xff\xfe{}\n")"#, "the reply is broken: "),
        (#"print("[" * 100000)"#, "the reply is broken: "),
    ]

    @Test(arguments: replies)
    func `a reply that is broken or against the rubric is refused, and not asked for again`(
        body: String, told: String
    ) throws {
        let outcome = try zoo.once(ProgramZoo.loop(body))
        let fault = try #require(outcome.fault, "\(body)")
        #expect(fault.phrase.english.hasPrefix(told), "\(body): \(fault.phrase.english)")
        #expect(fault.phrase.chinese != fault.phrase.english)
        #expect(!outcome.mayPass)
    }

    @Test(.enabled(if: Python.has("jsonschema"), "python3-jsonschema is not installed"))
    func `requests keep to the published schema, and replies that it refuses are refused`() throws {
        try zoo.office.workshop.write(ProgramSchema.text, to: "submissions/S1/schema.json")
        let check = """
            import jsonschema
            path = [file["path"] for file in request["files"] if file["name"] == "schema.json"]
            schema = json.load(open(path[0]))
            jsonschema.Draft202012Validator.check_schema(schema)
            def fits(value, name):
                part = {"$ref": "#/$defs/" + name, "$defs": schema["$defs"]}
                return jsonschema.Draft202012Validator(part).is_valid(value)
            assert fits(request, "request")
            assert fits(reply(request, confidence=0.5), "reply")
            assert fits({"banyan": 1, "submission": "S1", "declined": "no"}, "reply")
            for name in ["id", "title", "abstract", "keywords", "links", "fields"]:
                assert not fits(request | {"submission": {k: v for k, v in
                                request["submission"].items() if k != name}}, "request")

            """
        #expect(try zoo.once(ProgramZoo.loop(check + "say(reply(request))")).fault == nil)
        // What the schema refuses of the animals' replies, and what it cannot know: the rubric.
        let known = Self.replies.filter { $0.body.hasPrefix("say(") && !$0.body.contains("; ") }
        for (body, told) in known where !told.contains("no mark on") && !told.contains("about") {
            let refused =
                "say = lambda value: (_ for _ in ()).throw(SystemExit(9)) "
                + "if not fits(value, 'reply') else None\n" + body
            let outcome = try zoo.once(ProgramZoo.loop(check + refused))
            #expect(outcome.fault == .ended(status: 9), "\(body)")
        }
    }

    @Test func `a program may decline, for now or for good`() throws {
        let answer = #"say({"banyan": 1, "submission": "S1", "declined": "busy", "later": LATER})"#
        for (word, mayPass) in [("True", true), ("False", false)] {
            let outcome = try zoo.once(
                ProgramZoo.loop(answer.replacingOccurrences(of: "LATER", with: word)))
            #expect(outcome.fault?.phrase.english == "it declines: busy")
            #expect(outcome.mayPass == mayPass)
        }
    }

    @Test(arguments: [false, true])
    func `a program that hangs is ended in time, with what it started`(isWalled: Bool) throws {
        let sign = "hang-\(UUID().uuidString)"
        let body = """
            subprocess.Popen(["/bin/sh", "-c", "sleep 300; : \(sign)"])
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(300)
            """
        let start = ContinuousClock.now
        let outcome = try zoo.once(ProgramZoo.loop(body), isWalled: isWalled) { $0.seconds = 1 }
        #expect(outcome.fault == .tooSlow(seconds: 1) && outcome.mayPass)
        #expect(ContinuousClock.now - start < .seconds(60))
        #expect(try ProgramZoo.processes(bearing: sign).isEmpty)
        #expect(try ProgramZoo.folders().isEmpty)
    }

    /// It leaves its group and its session, and closes what would give it away.
    @Test(arguments: [false, true])
    func `a process that a program leaves behind does not outlive it`(isWalled: Bool) throws {
        let sign = "outlive-\(UUID().uuidString)"
        let body = """
            for number in range(5):
                subprocess.Popen(["/bin/sh", "-c", "sleep 300; : \(sign)"], start_new_session=True,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
            say(reply(request))
            """
        let outcome = try zoo.once(ProgramZoo.loop(body), isWalled: isWalled)
        #expect(outcome.fault == nil, "\(String(describing: outcome.fault))")
        #expect(try ProgramZoo.processes(bearing: sign).isEmpty)
        #expect(try ProgramZoo.folders().isEmpty)
    }

    @Test(arguments: [false, true])
    func `a program that starts processes without end is ended with all of them`(
        isWalled: Bool
    ) throws {
        let sign = "fork-\(UUID().uuidString)"
        let body = """
            for number in range(3000):
                try: subprocess.Popen(["/bin/sh", "-c", "sleep 300; : \(sign)"])
                except OSError: time.sleep(0.01)
            time.sleep(300)
            """
        let outcome = try zoo.once(ProgramZoo.loop(body), isWalled: isWalled)
        // Where the system's limit holds, it is slowed down to the end of its time.
        let faults: [ProgramFault] = [.tooManyProcesses(limit: 64), .tooSlow(seconds: 20)]
        #expect(outcome.fault.map { faults.contains($0) } == true)
        #expect(try ProgramZoo.processes(bearing: sign).isEmpty)
        #expect(try ProgramZoo.folders().isEmpty)
    }

    @Test(arguments: [("stdout", false), ("stdout", true), ("stderr", false), ("stderr", true)])
    func `a flood of output is cut off`(stream: String, isKept: Bool) throws {
        let body = "while True: sys.\(stream).write('x' * 65536)"
        let outcome = try zoo.once(ProgramZoo.loop(body)) { $0.isKept = isKept }
        guard case .flood = outcome.fault else {
            Issue.record("\(String(describing: outcome.fault))")
            return
        }
        #expect(!outcome.mayPass)
    }

    @Test func `a long talk on the standard error does no harm`() throws {
        let body = "sys.stderr.write('x' * 5000000); say(reply(request))"
        for isKept in [false, true] {
            #expect(try zoo.once(ProgramZoo.loop(body)) { $0.isKept = isKept }.fault == nil)
        }
    }

    @Test func `a crash is told by its signal or status, and may pass`() throws {
        let animals: [(String, ProgramFault)] = [
            ("os.kill(os.getpid(), signal.SIGSEGV)", .killed(signal: SIGSEGV)),
            ("raise SystemExit(3)", .ended(status: 3)), ("raise SystemExit(0)", .ended(status: 0)),
            ("say(reply(request)); raise SystemExit(3)", .ended(status: 3)),
        ]
        for (body, fault) in animals {
            let outcome = try zoo.once(ProgramZoo.loop(body))
            #expect(outcome.fault == fault && outcome.mayPass, "\(body)")
        }
        // One that ends before it has read anything.
        #expect(try zoo.once("#!/bin/sh\nexit 4\n").fault == .ended(status: 4))
    }

    @Test(arguments: [false, true])
    func `memory beyond the limit is refused to it`(isWalled: Bool) throws {
        let body = "held = bytearray(400_000_000); say(reply(request))"
        let outcome = try zoo.once(ProgramZoo.loop(body), isWalled: isWalled) {
            $0.megabytes = 128
        }
        #expect(outcome.fault == .ended(status: 1))
    }

    @Test func `processor time beyond the limit ends it`() throws {
        let outcome = try zoo.once(ProgramZoo.loop("while True: pass")) { $0.seconds = 1 }
        #expect(outcome.mayPass)
    }

    @Test func `a file without end is cut off`() throws {
        let body = """
            try:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                with open("big", "wb") as file:
                    for _ in range(200): file.write(b"x" * 1000000)
            except OSError: say(reply(request))
            """
        #expect(try zoo.once(ProgramZoo.loop(body)).fault == nil)
    }

    @Test(arguments: [false, true])
    func `what is no program is told as one that cannot be started`(isWalled: Bool) throws {
        for text in ["#!/no/such/interpreter\n", "\u{7F}ELF nonsense"] {
            let outcome = try zoo.once(text, isWalled: isWalled)
            guard case .cannotStart = outcome.fault else {
                Issue.record("\(String(describing: outcome.fault))")
                continue
            }
            #expect(!outcome.mayPass)
        }
    }

    @Test func `a kept process answers many requests, and a new one follows a crash`() throws {
        let body = """
            count = globals().get("count", 0) + 1
            if count == 3: raise SystemExit(5)
            marks = reply(request)["marks"]
            marks[0]["comment"] = str(count)
            say(reply(request, marks=marks))
            """
        let judge = try zoo.judge(ProgramZoo.loop(body)) { $0.isKept = true }
        defer { judge.stop() }
        var comments: [String] = []
        for _ in 0..<6 {
            switch zoo.ask(judge) {
            case .done(let sheet): comments.append(sheet.marks.first?.comment ?? "")
            case .mayPass(let fault), .willNotPass(let fault):
                comments.append(fault.phrase.english)
            }
        }
        let failed = "it failed with status 5"
        #expect(comments == ["1", "2", failed, "1", "2", failed])
    }

    @Test func `asked to stop, a program that works is ended at once`() throws {
        let judge = try zoo.judge(ProgramZoo.loop("time.sleep(300)")) { $0.seconds = 300 }
        defer { judge.stop() }
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { [zoo] in
            zoo.cancellation.ask()
        }
        let start = ContinuousClock.now
        #expect(zoo.ask(judge).fault == .stopped)
        #expect(ContinuousClock.now - start < .seconds(60))
        #expect(try ProgramZoo.folders().isEmpty)
    }
}
