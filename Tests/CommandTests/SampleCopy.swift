import Foundation
import TestSupport

/// A copy of the sample contest as the demo leaves it.
struct SampleCopy {
    private let workshop: ContestWorkshop
    /// The contest's folder.
    let folder: String

    init() throws {
        workshop = try ContestWorkshop()
        folder = workshop.inside("copy")
        let demo = try SampleContestTests.demo.get()
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        // What stands beside the ledger while others read it comes and goes, and holds nothing.
        let names = try FileManager.default.contentsOfDirectory(atPath: demo.folder)
        for name in names where !name.hasPrefix("contest.banyan-") {
            try FileManager.default.copyItem(
                atPath: demo.folder + "/" + name, toPath: folder + "/" + name)
        }
    }

    /// Runs the program in the folder.
    func run(
        _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Program.Output {
        try Program.run(arguments, in: folder, environment: environment)
    }
}
