extension ContestTexts {
    /// A contest that uses every element and attribute there is, with the rubric ``rubric``.
    static let full = """
        <?xml version="1.0" encoding="UTF-8"?>
        <contest id="full" languages="zh en" four-eyes="yes">
          <name xml:lang="zh">全部</name><name xml:lang="en">Everything</name>
          <sources submissions="submissions foreign" judges="people/judges.csv"
                   conflicts="people/conflicts.csv" ledger="postgres://office@db/contest"/>
          <track id="all">
            <name xml:lang="zh">甲</name><name xml:lang="en">All</name>
            <stage id="first" rubric="rubrics/r.xml" deadline="2026-05-01T18:00:00+08:00"
                   missing="proceed" at-least="3">
              <name xml:lang="zh">初赛</name><name xml:lang="en">First</name>
              <panel minimum="5" maximum="7" maximum-load="30" minimum-load="2"
                     per-organisation="1" per-region="2" own-organisation="allowed"
                     own-region="barred" senior="1" objective="even-loads" links="2" anchors="3"
                     affinity="fit.csv" bids="bids.csv">
                <at-least kind="academic" count="1"/><at-least kind="industry" count="2"/>
                <together judge="J1" with="J2"/><apart judge="J1" with="J3"/>
              </panel>
              <heat id="east"><name xml:lang="zh">东</name><name xml:lang="en">East</name></heat>
              <heat id="west"><name xml:lang="zh">西</name><name xml:lang="en">West</name></heat>
              <scoring order="ascending">
                <look-up table="goe" field="E1.code" of="use"/>
                <scale factor="3/5" field="difficulty" by-weight="yes" of="new"/>
                <shift amount="-1/2" field="handicap" of="new use"/>
                <round digits="3" mode="half-even" of="new"/>
                <combine over="criteria" by="weighted-mean"/>
                <standardise mean="50" deviation="10" set="heat" divisor="population" digits="4"
                             mode="down"/>
                <range limit="20"/>
                <drop highest="2" lowest="1" at-least="5" fewer="not-scored"/>
                <combine over="judges" by="mean" missing-kind="redistribute">
                  <kind name="academic" weight="0.7"/><kind name="industry" weight="3/10"/>
                </combine>
                <bound minimum="0" maximum="100"/>
              </scoring>
              <ties numbering="1 2.5 2.5 4">
                <criterion id="new" prefers="lower" through-place="3"/>
                <untrimmed-sum/><highest-sheet/><lowest-sheet/><first-places/><head-to-head/>
                <count-back/><sheets-above value="80.5"/><kind name="academic"/>
                <earlier-submission/><field name="order"/><draw seed="2026-05-20"/>
              </ties>
              <advance to="second" share="1/3" rounding="nearest" minimum-score="60"
                       ties="admit-all">
                <quota by="heat" value="east" count="2"/><quota by="region" count="1"/>
              </advance>
            </stage>
            <stage id="second" rubric="rubrics/r.xml" missing="exclude">
              <name xml:lang="zh">决赛</name><name xml:lang="en">Second</name>
              <panel minimum="3"/>
              <scoring>
                <combine over="criteria" by="sum"/><combine over="judges" by="median"/>
                <carry own-weight="0.8" by="weighted-mean">
                  <from stage="first" weight="1/5" score="own"/>
                </carry>
              </scoring>
              <ties numbering="1223"><earlier-stage name="first"/></ties>
            </stage>
            <awards>
              <award id="gold" count="1" minimum-score="80" reached="second" per-entrant="1"
                     ties="admit-all">
                <name xml:lang="zh">金奖</name><name xml:lang="en">Gold</name>
                <prize amount="50000.50" currency="CNY"/>
                <condition criteria="new use" of="best" minimum="8"/>
              </award>
              <award id="silver" share="0.05" rounding="down">
                <name xml:lang="zh">银奖</name><name xml:lang="en">Silver</name>
              </award>
            </awards>
          </track>
          <awards>
            <award id="green" from-score="70" additional="yes">
              <name xml:lang="zh">绿色</name><name xml:lang="en">Green</name>
            </award>
            <award id="thanks" everyone="yes" additional="yes">
              <name xml:lang="zh">感谢</name><name xml:lang="en">Thanks</name>
            </award>
          </awards>
          <table id="goe" file="tables/goe.csv"/>
          <mapping id="old" of="submissions" files="foreign/*.xml" record="project">
            <field name="id" from="@no"/>
            <field name="track" from="kind"><value from="A" to="all"/></field>
            <field name="title" from="meta/name" xml:lang="zh"/>
            <field name="members" from="team/member"/>
            <field name="member/role" from="team/member/@role"/>
            <constant name="heat" value="east"/>
          </mapping>
          <mapping id="old-marks" of="marks" files="foreign/marks.csv">
            <field name="judge" from="J"/><field name="submission" from="S"/>
            <field name="criterion" from="C"/><field name="mark" from="M"/>
          </mapping>
        </contest>
        """

    /// A summit's selection of two exhibitions and one contest: 549 achievements of 166
    /// organisations, three stages, and a list of ten in each of three tracks.
    static let summit = """
        <contest id="summit-selection" languages="zh en">
          <name xml:lang="zh">峰会成果遴选</name><name xml:lang="en">Selection at the summit</name>
          \(summitTrack("exhibition-hall", "成果展", "Exhibition"))
          \(summitTrack("exhibition-live", "体验展", "Live exhibition"))
          \(summitTrack("contest", "创新大赛", "Contest"))
        </contest>
        """

    private static func summitTrack(_ id: String, _ chinese: String, _ english: String) -> String {
        let stages = [("screening", "初评", "Screening"), ("review", "复评", "Review")]
        let earlier = zip(stages, ["review", "jury"]).map { stage, next in
            summitStage(
                stage,
                next: "<advance to=\"\(next)\" share=\"1/3\"><quota by=\"region\" "
                    + "count=\"1\"/></advance>")
        }
        return """
            <track id="\(id)">
              <name xml:lang="zh">\(chinese)</name><name xml:lang="en">\(english)</name>
              \(earlier.joined())\(summitStage(("jury", "终评", "Jury"), next: ""))
              <awards>
                <award id="\(id)-top-ten" count="10" reached="jury" per-entrant="1">
                  <name xml:lang="zh">十佳</name><name xml:lang="en">Top ten</name>
                </award>
              </awards>
            </track>
            """
    }

    private static func summitStage(
        _ stage: (id: String, chinese: String, english: String), next: String
    ) -> String {
        """
        <stage id="\(stage.id)" rubric="rubrics/r.xml">
          <name xml:lang="zh">\(stage.chinese)</name><name xml:lang="en">\(stage.english)</name>
          <panel minimum="7" per-organisation="1"/>
          <scoring>
            <combine over="criteria" by="sum"/><drop/><combine over="judges" by="mean"/>
            <round digits="2"/>
          </scoring>
          <ties><untrimmed-sum/><criterion id="new"/></ties>
          \(next)
        </stage>
        """
    }
}
