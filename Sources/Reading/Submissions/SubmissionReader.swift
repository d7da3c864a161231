public import Computing
public import Contests
public import Formats

/// Reads submissions from XML, CSV, workbooks, JSON Lines and folders, in memory that does not
/// grow with them but for their identifiers.
public enum SubmissionReader {
    /// Reads submissions and hands the good ones on, some at a time.
    ///
    /// A path is a file (`.xml`, `.csv`, `.xlsx`, `.jsonl`) or a folder. A folder is read in the
    /// order of code points: its files; the folders in it that hold a `submission.xml` or
    /// `submission.json`, each one submission with its attachments beside it; and every other
    /// folder named as a submission's id, which holds that submission's attachments.
    ///
    /// A submission with an error is left out and told. Where an id stands twice, the first
    /// submission is kept.
    ///
    /// - Parameters:
    ///   - paths: Files and folders; faults name them as they are given.
    ///   - contestFolder: The contest's folder, for the mappings' files.
    ///   - contest: The contest, for its tracks, heats and mappings.
    ///   - mapping: The mapping that every file is read through; none to choose it by the files
    ///     that it names.
    ///   - hashesFiles: Whether the files' SHA-256 are wanted.
    ///   - width: The most threads to use; the result does not depend on it.
    ///   - batch: Called with submissions in the order of the files.
    /// - Returns: How many were delivered, the files, and every fault.
    /// - Throws: What `batch` throws.
    public static func read<Failure: Error>(
        paths: [String], contestFolder: String, contest: Contest, mapping: String? = nil,
        hashesFiles: Bool = true, width: Int = Concurrency.width,
        _ batch: ([Submission]) throws(Failure) -> Void
    ) throws(Failure) -> SubmissionSummary {
        var reading = SubmissionReading(
            contest: contest, contestFolder: contestFolder, mapping: mapping, width: width)
        for path in paths {
            let sources = SubmissionSource.find(path, faults: &reading.faults)
            for source in sources { try reading.read(source, batch) }
            if hashesFiles { reading.addHashes(of: sources) }
        }
        return reading.summary
    }
}

/// What a reading of submissions came to.
public struct SubmissionSummary: Sendable {
    /// A file that was read.
    public struct File: Sendable, Hashable {
        /// Its path, as faults name it.
        public var file: String
        /// SHA-256 of its bytes in hexadecimal; empty where it was not wanted.
        public var sha256: String
    }

    /// Every fault of the files and of their submissions.
    public var faults: FaultList
    /// Submissions that were delivered.
    public var count: Int
    /// The files, in the order in which they were read.
    public var files: [File]
}
