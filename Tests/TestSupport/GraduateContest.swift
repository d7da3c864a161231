/// The real graduate contest of 2023, written as a Banyan contest folder.
///
/// Source and rules: the README of `gmcm-2023` in the folder of real data.
public struct GraduateContest {
    /// What the judges' sheets hold.
    public enum Sheets: Sendable {
        /// The published standard scores, with the moves made by hand already in them.
        case standardScores
        /// The raw marks; standard scores are computed, and the moves entered as adjustments.
        case rawMarks
    }

    /// The folder.
    public let workshop: ContestWorkshop
    /// The official results, by submission and column.
    public let official: [String: [String: String]]
    private let sheets: Sheets
    private let first: DataTable
    private let second: DataTable

    /// Writes the contest into a new folder.
    public init(_ sheets: Sheets) throws {
        self.sheets = sheets
        workshop = try ContestWorkshop()
        first = try DataTable("gmcm-2023/stage1.csv")
        second = try DataTable("gmcm-2023/stage2.csv")
        let rows = try DataTable("gmcm-2023/official.csv").rows
        official = Dictionary(uniqueKeysWithValues: rows.map { ($0["work"] ?? "", $0) })
        try write()
    }

    private func write() throws {
        try workshop.write(contestXML, to: "contest.xml")
        try workshop.write(Self.rubricXML, to: "rubrics/mark.xml")
        try workshop.writeCSV(
            ["id", "track", "title"], official.keys.sorted().map { [$0, "works", "Work \($0)"] },
            to: "submissions/works.csv")
        let judges = Set((first.rows + second.rows).compactMap { $0["judge"] }).sorted()
        try workshop.writeCSV(["id", "name"], judges.map { [$0, $0] }, to: "judges.csv")
        try write(first, stage: "first")
        try write(second, stage: "second")
        let reconsidered = second.rows.filter { $0["reconsidered"]?.isEmpty == false }
        try workshop.writeCSV(
            ["submission", "judge", "score", "reason"],
            reconsidered.map {
                [$0["work"] ?? "", $0["judge"] ?? "", $0["reconsidered"] ?? "", "range above 20"]
            }, to: "decisions/reconsidered.csv")
    }

    private func write(_ table: DataTable, stage: String) throws {
        let column = sheets == .standardScores ? "standard" : "raw"
        try workshop.writeCSV(
            ["judge", "submission"], table.rows.map { [$0["judge"] ?? "", $0["work"] ?? ""] },
            to: "assignments/\(stage).csv")
        try workshop.writeCSV(
            ["judge", "submission", "criterion", "mark"],
            table.rows.map { [$0["judge"] ?? "", $0["work"] ?? "", "mark", $0[column] ?? ""] },
            to: "marks/\(stage).csv")
    }

    /// The published standard scores of a stage, by judge and submission.
    public func publishedStandards(_ stage: String) -> [(
        judge: String, work: String, score: String
    )] {
        (stage == "first" ? first : second).rows.map {
            ($0["judge"] ?? "", $0["work"] ?? "", $0["standard"] ?? "")
        }
    }

    private var contestXML: String {
        let standard =
            sheets == .rawMarks
            ? #"<standardise mean="50" deviation="10" set="stage" divisor="sample" digits="2"/>"#
            : ""
        return """
            <contest id="gmcm-2023" languages="zh en">
              <name xml:lang="zh">研究生数学建模竞赛 2023</name>
              <name xml:lang="en">Graduate mathematical modelling contest 2023</name>
              <track id="works">
                <name xml:lang="zh">作品</name><name xml:lang="en">Works</name>
                <stage id="first" rubric="rubrics/mark.xml">
                  <name xml:lang="zh">第一阶段</name><name xml:lang="en">First stage</name>
                  <panel minimum="5" maximum="5" own-organisation="allowed"/>
                  <scoring>
                    <combine over="criteria" by="sum"/>
                    \(standard)
                    <combine over="judges" by="sum"/>
                  </scoring>
                  <ties numbering="1224"/>
                  <advance to="second" count="352"/>
                </stage>
                <stage id="second" rubric="rubrics/mark.xml">
                  <name xml:lang="zh">第二阶段</name><name xml:lang="en">Second stage</name>
                  <panel minimum="3" maximum="3" own-organisation="allowed"/>
                  <scoring>
                    <combine over="criteria" by="sum"/>
                    \(standard)
                    <range limit="20"/>
                    <combine over="judges" by="sum"/>
                    <carry><from stage="first" weight="1/5"/></carry>
                  </scoring>
                  <ties numbering="1224"/>
                </stage>
                <awards>
                  <award id="first" count="27">\(Self.names("一等奖", "First prize"))</award>
                  <award id="second" count="268">\(Self.names("二等奖", "Second prize"))</award>
                  <award id="third" count="373">\(Self.names("三等奖", "Third prize"))</award>
                </awards>
              </track>
            </contest>
            """
    }

    private static func names(_ chinese: String, _ english: String) -> String {
        #"<name xml:lang="zh">\#(chinese)</name><name xml:lang="en">\#(english)</name>"#
    }

    private static let rubricXML = """
        <rubric id="mark" version="1" languages="zh en">
          \(names("总分", "Mark"))
          <criterion id="mark" kind="judgement">
            \(names("分数", "Mark"))
            <scale minimum="-100" maximum="200" step="0.01"/>
          </criterion>
        </rubric>
        """
}
