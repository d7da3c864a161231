import Contests
import Formats
import Numbers

extension Act {
    /// The word by which the ledger names the kind of act.
    var kind: String {
        switch self {
        case .submissions: "submissions"
        case .judges: "judges"
        case .conflicts: "conflicts"
        case .recusals: "recusals"
        case .sheets: "sheets"
        case .assignment: "assignment"
        case .exit(_, .withdrawn): "withdrawal"
        case .exit(_, .disqualified): "disqualification"
        case .adjustment: "adjustment"
        case .reconsideration: "reconsideration"
        case .override: "override"
        case .confirmation: "confirmation"
        case .appeal: "appeal"
        case .appealOutcome: "appeal-outcome"
        case .closing: "closing"
        case .reopening: "reopening"
        case .advancement: "advancement"
        case .ranking: "ranking"
        case .publication: "publication"
        case .redaction: "redaction"
        case .remark: "remark"
        }
    }

    /// Writes all of the act but its kind, who did it and when.
    func write(to writer: inout FieldWriter) {
        switch self {
        case .submissions(let load), .judges(let load), .conflicts(let load), .recusals(let load),
            .sheets(let load):
            load.write(to: &writer)
        case .assignment(let stage, let added, let removed, let note):
            stage.write(to: &writer)
            writer.field("added", String(added))
            writer.field("removed", String(removed))
            writer.field("note", ifPresent: note)
        case .exit(let submission, let exit):
            writer.field("submission", submission.text)
            writer.field("reason", ifPresent: exit.decision.reason)
        case .adjustment(let adjustment): adjustment.write(to: &writer)
        case .reconsideration(let reconsideration): reconsideration.write(to: &writer)
        case .override(let override): override.write(to: &writer)
        case .confirmation(let fact, let decision):
            writer.field("of", String(fact))
            writer.field("reason", ifPresent: decision.reason)
        case .appeal(let appeal):
            appeal.stage.write(to: &writer)
            writer.field("submission", appeal.submission.text)
            writer.field("reason", ifPresent: appeal.decision.reason)
        case .appealOutcome(let fact, let outcome):
            writer.field("of", String(fact))
            writer.field("upheld", outcome.isUpheld ? "yes" : "no")
            writer.field("reason", ifPresent: outcome.decision.reason)
        case .closing(let stage, let decision), .reopening(let stage, let decision):
            stage.write(to: &writer)
            writer.field("reason", ifPresent: decision.reason)
        case .advancement(let stage, let count):
            stage.write(to: &writer)
            writer.field("count", String(count))
        case .ranking(let ranking): ranking.write(to: &writer)
        case .publication(let publication): publication.write(to: &writer)
        case .redaction(let redaction): redaction.write(to: &writer)
        case .remark(let subject, let text):
            writer.field("subject", ifPresent: subject)
            writer.field("text", ifPresent: text)
        }
    }
}

extension StageID {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.field("stage", track.text, name)
    }
}

extension Act.Load {
    fileprivate func write(to writer: inout FieldWriter) {
        for file in files { writer.field("file", file.name, file.sha256) }
        writer.field("new", String(new))
        writer.field("revised", String(revised))
        if removed > 0 { writer.field("removed", String(removed)) }
        writer.field("unchanged", String(unchanged))
        writer.field("note", ifPresent: note)
    }
}

extension Adjustment {
    fileprivate func write(to writer: inout FieldWriter) {
        stage.write(to: &writer)
        writer.field("submission", submission.text)
        if let judge { writer.field("judge", judge.text) }
        writer.field("points", points.description)
        writer.field("reason", ifPresent: decision.reason)
    }
}

extension Reconsideration {
    fileprivate func write(to writer: inout FieldWriter) {
        stage.write(to: &writer)
        writer.field("submission", submission.text)
        writer.field("judge", judge.text)
        writer.field("points", score.description)
        writer.field("reason", ifPresent: decision.reason)
    }
}

extension Override {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.field("submission", submission.text)
        switch setting {
        case .place(let place, let stage):
            stage.write(to: &writer)
            writer.field("place", String(place))
        case .award(let award?): writer.field("award", award.text)
        case .award(nil): writer.field("no-award")
        }
        writer.field("reason", ifPresent: decision.reason)
    }
}

extension Ranking {
    fileprivate func write(to writer: inout FieldWriter) {
        scope.write(to: &writer)
        writer.field("official", isOfficial ? "yes" : "no")
        writer.field("sha256", sha256)
        writer.field("rule", SHA256Digest(of: rule).hex)
        writer.field("engine", engine)
    }
}

extension Publication {
    fileprivate func write(to writer: inout FieldWriter) {
        scope.write(to: &writer)
        writer.field("view", view)
        writer.field("file", file.name, file.sha256)
    }
}

extension Redaction {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.field("subject", subject)
        for piece in pieces { writer.field("erased", String(piece)) }
        writer.field("reason", ifPresent: decision.reason)
    }
}

extension Leaderboard.Scope {
    fileprivate func write(to writer: inout FieldWriter) {
        switch self {
        case .stage(let stage): stage.write(to: &writer)
        case .track(let track): writer.field("track", track.text)
        case .overall: writer.field("overall")
        }
    }
}
