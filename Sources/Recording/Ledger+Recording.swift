public import Contests

extension Ledger {
    /// Records what a body appends, all of it or nothing.
    ///
    /// Other processes wait until it is done. What was recorded is on the disk when this returns.
    ///
    /// - Parameters:
    ///   - by: The name that was given with `--as`.
    ///   - at: The time to record.
    ///   - body: Appends; nothing is recorded if it throws.
    /// - Throws: ``LedgerError``, or what `body` throws.
    public func record<Value>(
        by: String, at: Timestamp, _ body: (inout Appender) throws -> Value
    ) throws -> Value {
        try write { connection in
            var appender = try Appender(connection: connection, by: by, at: at)
            let result = try body(&appender)
            try appender.finish()
            try appender.seal(keyPath: keyPath)
            return result
        }
    }

    /// Records submissions; those that are known and unchanged leave no trace.
    ///
    /// - Throws: ``LedgerError``.
    @discardableResult
    public func record(
        _ submissions: some Sequence<Submission>, from files: [SourceFile], by: String,
        at: Timestamp
    ) throws -> Act.Load {
        try record(by: by, at: at) { appender in
            appender.note(submissionsFrom: files)
            for submission in submissions { try appender.append(submission) }
            return appender.load(of: .submissions)
        }
    }

    /// Records judges; those that are known and unchanged leave no trace.
    ///
    /// - Throws: ``LedgerError``.
    @discardableResult
    public func record(
        _ judges: some Sequence<Judge>, from files: [SourceFile], by: String, at: Timestamp
    ) throws -> Act.Load {
        try record(by: by, at: at) { appender in
            appender.note(judgesFrom: files)
            for judge in judges { try appender.append(judge) }
            return appender.load(of: .judges)
        }
    }

    /// Records conflicts as the difference to those in force.
    ///
    /// - Parameter isComplete: Whether what the list lacks is taken back.
    /// - Throws: ``LedgerError``.
    @discardableResult
    public func record(
        _ conflicts: [Conflict], isComplete: Bool, from files: [SourceFile], by: String,
        at: Timestamp
    ) throws -> Act.Load {
        try record(by: by, at: at) { appender in
            try appender.append(conflicts, isComplete: isComplete, from: files)
            return appender.load(of: .conflicts)
        }
    }

    /// Records recusals; those that are known leave no trace.
    ///
    /// - Throws: ``LedgerError``.
    @discardableResult
    public func record(
        _ recusals: [Recusal], from files: [SourceFile] = [], by: String, at: Timestamp
    ) throws -> Act.Load {
        try record(by: by, at: at) { appender in
            try appender.append(recusals, from: files)
            return appender.load(of: .recusals)
        }
    }

    /// Makes these the duties of a stage, recorded as the difference to those in force.
    ///
    /// - Parameter note: How they were found, such as the seed.
    /// - Throws: ``LedgerError``.
    @discardableResult
    public func record(
        _ assignments: [Assignment], of stage: StageID, note: String = "", by: String,
        at: Timestamp
    ) throws -> (added: Int, removed: Int) {
        try record(by: by, at: at) { appender in
            try appender.append(assignments, of: stage, note: note)
        }
    }

    /// Records sheets from one file; those that are known leave no trace.
    ///
    /// - Parameter note: The exception under which they were accepted, if any.
    /// - Throws: ``LedgerError``.
    @discardableResult
    public func record(
        _ sheets: some Sequence<ScoreSheet>, from file: SourceFile, note: String = "",
        by: String, at: Timestamp
    ) throws -> Act.Load {
        try record(by: by, at: at) { appender in
            appender.note(sheetsFrom: [file], note: note)
            for sheet in sheets { try appender.append(sheet, from: file.name) }
            return appender.load(of: .sheets)
        }
    }
}
