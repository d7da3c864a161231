import Contests
import Formats
import Recording

/// What came of a program's work in one run.
struct ProgramTally {
    /// What was recorded.
    private var load = Act.Load()
    /// Submissions that failed for good, told one by one.
    var failures = FaultList()
    var failed = 0
    var givenUp = 0
    /// Submissions that others who share the work have ended meanwhile.
    var byOthers = 0

    mutating func add(_ further: Act.Load) {
        load.new += further.new
        load.revised += further.revised
        load.unchanged += further.unchanged
    }

    /// Submissions that were judged.
    var judged: Int { load.new + load.revised + load.unchanged }

    var lines: [Phrase] {
        let own = Phrase(
            "\(load.new) submission(s) judged, \(load.revised) again, \(load.unchanged) unchanged; "
                + "\(failed) failed, \(givenUp) given up",
            "新评 \(load.new) 件，重评 \(load.revised) 件，未变 \(load.unchanged) 件；"
                + "失败 \(failed) 件，放弃 \(givenUp) 件")
        let others = Phrase(
            "\(byOthers) more ended by others who share the work",
            "另有 \(byOthers) 件由共同评审的其他机器完成")
        return byOthers > 0 ? [own, others] : [own]
    }
}
