public import Contests
import Formats
import Reading

/// A contest's folder: where its files lie, and what they say.
public struct ContestFolder: Sendable {
    /// The folder's path.
    public let path: String
    /// The contest, as `contest.xml` describes it.
    public let contest: Contest
    /// The rubric of each stage.
    public let rubrics: [StageID: Rubric]

    /// The path of the ledger.
    public var ledger: String { inside("contest.banyan") }

    /// The path of a file in the folder.
    public func inside(_ name: String) -> String {
        name.hasPrefix("/") ? name : Self.join(path, name)
    }

    static func join(_ folder: String, _ name: String) -> String {
        if folder == "." { return name }  // messages name the file as a person would
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}

extension ContestFolder {
    /// Reads `contest.xml` and every rubric that it refers to.
    ///
    /// - Returns: The folder, or nothing if it cannot be worked with; and every fault of the
    ///   files, warnings too.
    static func read(_ path: String) -> (folder: ContestFolder?, faults: FaultList) {
        let file = join(path, "contest.xml")
        let loaded = ContestFile.load(path: file, file: file)
        guard let contest = loaded.contest, !loaded.faults.hasErrors else {
            return (nil, loaded.faults)
        }
        let folder = ContestFolder(path: path, contest: contest, rubrics: loaded.rubrics)
        return (folder, loaded.faults)
    }
}
