import Formats
import Foundation

/// The rubrics that ship with Banyan.
public enum ShippedRubrics {
    /// Their folder; none where it was not found.
    ///
    /// It is where `BANYAN_RUBRICS` says; or `../share/banyan/Rubrics` from the program's own
    /// folder, as installed; or `Rubrics` in a folder above the program's, as in a checkout.
    public static let folder: String? = find(
        environment: ProcessInfo.processInfo.environment["BANYAN_RUBRICS"],
        programs: [
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
            CommandLine.arguments.first,
        ].compactMap(\.self))

    /// The names of the rubrics in a folder, as `banyan:NAME` refers to them.
    public static func names(in folder: String) -> [String] {
        let files = (try? Files.list(folder)) ?? []
        return files.filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }
    }

    /// The folder of rubrics that belongs to a program.
    package static func find(environment: String?, programs: [String]) -> String? {
        if let environment, !environment.isEmpty {
            return Files.isFolder(environment) ? environment : nil
        }
        for program in programs {
            if let folder = find(beside: program) { return folder }
        }
        return nil
    }

    private static func find(beside program: String) -> String? {
        var folder = URL(filePath: program).deletingLastPathComponent()
        let installed = folder.appending(path: "../share/banyan/Rubrics").standardizedFileURL.path
        if Files.isFolder(installed) { return installed }
        while folder.path.count > 1 {
            let candidate = folder.appending(path: "Rubrics").path
            if Files.isFolder(candidate) { return candidate }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}
