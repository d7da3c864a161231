public import Contests
public import Formats

/// Reads a rubric.
public enum RubricFile {
    /// Reads a rubric and lints it.
    ///
    /// Ends that two levels share, and missing translations, are warnings; everything else is an
    /// error.
    ///
    /// - Parameters:
    ///   - path: The file to open.
    ///   - file: The path that faults name.
    /// - Returns: The rubric with its hash, none where there were errors; and every fault.
    public static func read(path: String, file: String) -> (rubric: Rubric?, faults: FaultList) {
        do throws(Fault) {
            return read(try XMLTree.parse(contentsOf: path, file: file), file: file)
        } catch {
            return (nil, FaultList(error))
        }
    }

    /// Reads a rubric from bytes and lints it.
    public static func read(
        bytes: [UInt8], file: String
    ) -> (rubric: Rubric?, faults: FaultList) {
        do throws(Fault) {
            return read(try XMLTree.parse(bytes, file: file), file: file)
        } catch {
            return (nil, FaultList(error))
        }
    }

    private static func read(
        _ tree: XMLTree, file: String
    ) -> (rubric: Rubric?, faults: FaultList) {
        var check = GrammarCheck(.rubric, file: file)
        guard check.check(tree) else { return (nil, check.faults) }
        var builder = RubricBuilder(file: file, faults: check.faults)
        var rubric = builder.rubric(tree)
        guard !builder.faults.hasErrors else { return (nil, builder.faults) }
        rubric.hash = RubricContent.hash(of: rubric)
        return (rubric, builder.faults)
    }
}
