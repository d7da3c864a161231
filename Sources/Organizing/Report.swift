public import Formats
public import Publishing

/// What a verb has to tell: tables, lines and faults, in both languages.
///
/// The verbs return values; how they are printed is the face's business.
public struct Report: Sendable {
    /// How a verb ended; the raw value is the exit status of the command line.
    public enum Status: Int32, Sendable, Comparable {
        /// Everything was done.
        case done = 0
        /// The contest's data are at fault; what was good was kept.
        case dataAtFault = 1
        /// What was asked for makes no sense, or is not allowed now.
        case commandAtFault = 2
        /// Disk or database failed.
        case storageFailed = 3

        public static func < (left: Status, right: Status) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// Tables, in the order in which they are shown.
    public var tables: [Table] = []
    /// What else there is to say, a sentence each.
    public var lines: [Phrase] = []
    /// Faults of files.
    public var faults = FaultList()
    /// How the verb ended.
    public var status = Status.done

    /// A report.
    public init(
        tables: [Table] = [], lines: [Phrase] = [], faults: FaultList = FaultList(),
        status: Status = .done
    ) {
        self.tables = tables
        self.lines = lines
        self.faults = faults
        self.status = faults.hasErrors ? max(status, .dataAtFault) : status
    }
}

/// A verb that was not carried out: nothing was recorded.
public struct Refusal: Error, Sendable {
    /// What to tell, and with which exit status.
    public let report: Report

    /// A refusal from a report.
    public init(_ report: Report) {
        self.report = report
    }

    /// A command that makes no sense, or is not allowed now.
    ///
    /// - Parameters:
    ///   - problem: What is wrong, quoting what was given.
    ///   - remedy: What to do instead.
    public init(_ problem: Phrase, remedy: Phrase, status: Report.Status = .commandAtFault) {
        let sentence = Phrase(
            "error: \(problem.english). \(remedy.english).",
            "错误：\(problem.chinese)。\(remedy.chinese)。")
        self.init(Report(lines: [sentence], status: status))
    }

    /// Files with faults that leave nothing to work with.
    public init(_ faults: FaultList) {
        self.init(Report(faults: faults, status: .dataAtFault))
    }
}
