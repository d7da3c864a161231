import Foundation
import TestSupport

/// The built program, run as a user would.
enum Program {
    struct Output: Sendable {
        var status: Int32
        var text: String
        var errors: String
    }

    /// The program, which is built beside the tests.
    static let path: String = {
        let test = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let beside = [Bundle.main.bundleURL, test.deletingLastPathComponent()]
        let paths = beside.map { $0.appending(path: "banyan").path }
        return paths.first { FileManager.default.isExecutableFile(atPath: $0) }
            ?? checkout + "/.build/release/banyan"
    }()

    /// The folder of the package.
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:]
    ) throws -> Output {
        try run(path, arguments, in: folder, environment: environment)
    }

    static func run(
        script: String, _ arguments: [String], environment: [String: String]
    ) throws -> Output {
        try run("/bin/bash", [script] + arguments, in: "/", environment: environment)
    }

    static func run(python arguments: [String], in folder: String) throws -> Output {
        try run("/usr/bin/env", ["python3"] + arguments, in: folder, environment: [:])
    }

    private static func run(
        _ program: String, _ arguments: [String], in folder: String, environment: [String: String]
    ) throws -> Output {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ProcessInfo.processInfo.environment
            .merging(["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"]) { $1 }
            .merging(["BANYAN_NOW": "2026-04-28T09:00:00+08:00"]) { $1 }
            .merging(environment) { $1 }
        // Files, not pipes: a full pipe would stop the program.
        let out = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let err = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        for url in [out, err] { try Data().write(to: url) }
        defer { for url in [out, err] { try? FileManager.default.removeItem(at: url) } }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitWithinLimit()
        return Output(
            status: process.terminationStatus, text: try String(contentsOf: out, encoding: .utf8),
            errors: try String(contentsOf: err, encoding: .utf8))
    }
}
