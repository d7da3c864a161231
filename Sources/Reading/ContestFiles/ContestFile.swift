public import Contests
public import Formats

/// Reads `contest.xml`.
public enum ContestFile {
    /// A contest with the rubrics that its stages refer to.
    public struct Loaded: Sendable {
        /// The contest; none where there were errors in its file, its tables or its rubrics.
        public var contest: Contest?
        /// The rubric of each stage whose rubric could be read.
        public var rubrics: [StageID: Rubric]
        /// What is wrong with the contest file, its tables and its rubrics.
        public var faults: FaultList
    }

    /// Reads a contest, and checks all that can be checked without its judges and submissions.
    ///
    /// - Parameters:
    ///   - path: The file to open.
    ///   - file: The path that faults name.
    /// - Returns: The contest, none where there were errors; and every fault, those of the rubrics
    ///   that it refers to among them.
    public static func read(path: String, file: String) -> (contest: Contest?, faults: FaultList) {
        let loaded = load(path: path, file: file)
        return (loaded.contest, loaded.faults)
    }

    /// Reads a contest and the rubrics that its stages refer to.
    ///
    /// - Parameters:
    ///   - path: The file to open.
    ///   - file: The path that faults name.
    ///   - shippedFolder: Where `banyan:NAME` is looked for.
    public static func load(
        path: String, file: String, shippedFolder: String? = ShippedRubrics.folder
    ) -> Loaded {
        do throws(Fault) {
            let tree = try XMLTree.parse(contentsOf: path, file: file)
            return load(
                tree, file: file, folder: folder(of: path), shippedFolder: shippedFolder)
        } catch {
            return Loaded(contest: nil, rubrics: [:], faults: FaultList(error))
        }
    }

    /// Reads a contest from bytes.
    ///
    /// - Parameters:
    ///   - folder: The contest's folder, which tables and rubrics are read from.
    public static func load(
        bytes: [UInt8], file: String, folder: String,
        shippedFolder: String? = ShippedRubrics.folder
    ) -> Loaded {
        do throws(Fault) {
            let tree = try XMLTree.parse(bytes, file: file)
            return load(tree, file: file, folder: folder, shippedFolder: shippedFolder)
        } catch {
            return Loaded(contest: nil, rubrics: [:], faults: FaultList(error))
        }
    }

    private static func load(
        _ tree: XMLTree, file: String, folder: String, shippedFolder: String?
    ) -> Loaded {
        var check = GrammarCheck(.contest, file: file)
        guard check.check(tree) else {
            return Loaded(contest: nil, rubrics: [:], faults: check.faults)
        }
        var builder = ContestBuilder(file: file, folder: folder, faults: check.faults)
        let contest = builder.contest(tree)
        var rubrics = RubricLibrary(
            contestFile: file, contestFolder: folder, shippedFolder: shippedFolder)
        builder.checkRules(of: contest, tree, with: &rubrics)
        var faults = builder.faults
        faults.append(contentsOf: rubrics.faults)
        return Loaded(
            contest: faults.hasErrors ? nil : contest, rubrics: builder.rubrics,
            faults: faults)
    }

    /// The folder that a file lies in.
    static func folder(of path: String) -> String {
        guard let stroke = path.lastIndex(of: "/") else { return "." }
        return stroke == path.startIndex ? "/" : String(path[..<stroke])
    }
}
