import ArgumentParser
import Contests
import Dispatch
import Foundation
import Judging
import Organizing

/// `banyan judge` lets the programs that judge a stage do their work.
struct JudgeVerb: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "judge",
            abstract: said(
                "Let what judges a stage by itself do its work, and record the sheets.",
                "让阶段的内置评委和外部程序完成评审，并记录其评分。"),
            discussion: said(
                """
                Built-in judges measure by the public part of the answers until the time that \
                <metric> states, by the private part after. Programs (<program>) are asked a line \
                of JSON for each submission: banyan schema program. Stopped with Ctrl-C, it keeps \
                what is done and goes on where it was. With the ledger on a server, any number of \
                machines may run it at once, and share the work. \
                Example: banyan judge forecast/preliminary
                """,
                """
                内置评委在 <metric> 所写的时间之前按答案的公开部分测量，之后按非公开部分。\
                外部程序（<program>）对每件作品答复一行 JSON：见 banyan schema program。\
                按 Ctrl-C 停止后，已完成的都会保留，再次运行即从原处继续。\
                账本在服务器上时，多台机器可以同时运行，共同完成。\
                示例：banyan judge forecast/preliminary
                """))
    }

    @OptionGroup var options: RecordingOptions
    @Argument(
        help: ArgumentHelp(said("The stage.", "阶段。"), valueName: "track/stage"),
        transform: stageID)
    var stage: StageID
    @Flag(help: ArgumentHelp(said("Programs judge again what they judged.", "程序重评已评的作品。")))
    var again = false
    @Option(
        help: ArgumentHelp(
            said("Processes at once, one a core if not given.", "同时运行的进程数，不写则与核数相同。")))
    var atOnce = ProcessInfo.processInfo.activeProcessorCount

    @Option(
        help: ArgumentHelp(
            said(
                "On a server, seconds of silence after which others take over.",
                "账本在服务器上时，失联多少秒后由其他机器接手。"), valueName: "seconds"))
    var lease = 60

    func validate() throws {
        for (name, value, range) in [("at-once", atOnce, 1...64), ("lease", lease, 1...3_600)]
        where !range.contains(value) {
            throw ValidationError(
                said(
                    "--\(name) is from \(range.lowerBound) to \(range.upperBound), not \(value).",
                    "--\(name) 应在 \(range.lowerBound) 与 \(range.upperBound) 之间，不能是 \(value)。"))
        }
    }

    func run() throws {
        let organizer = try options.open()
        let cancellation = Cancellation()
        let signals = Self.stopping(cancellation)
        defer { for signal in signals { signal.cancel() } }
        try perform {
            defer { Self.clear() }
            return try organizer.judge(
                stage, again: again, atOnce: atOnce, lease: lease, cancellation: cancellation
            ) { Self.show($0) }
        }
        if cancellation.isAsked { throw ExitCode(130) }
    }

    /// Ctrl-C and a system that shuts down ask the work to stop; nothing is torn.
    private static func stopping(_ cancellation: Cancellation) -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { cancellation.ask() }
            source.resume()
            return source
        }
    }

    /// How far it is, on a terminal.
    private static func show(_ progress: DispatchProgress) {
        guard isatty(STDERR_FILENO) != 0 else { return }
        let ended = progress.done + progress.failed + progress.givenUp
        let left = progress.secondsLeft.map { Int($0.rounded(.up)) } ?? 0
        let line = said(
            "\(ended) of \(progress.total), \(progress.failed) failed, about \(left) s left",
            "已完成 \(ended)/\(progress.total)，失败 \(progress.failed)，约剩 \(left) 秒")
        FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
    }

    /// Takes away the line that told how far it is.
    private static func clear() {
        guard isatty(STDERR_FILENO) != 0 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
