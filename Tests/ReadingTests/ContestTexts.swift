/// Contest and rubric files as texts, for tests to change a part of.
enum ContestTexts {
    /// A rubric with two criteria and levels.
    static let rubric = """
        <rubric id="r" version="2" total="100" languages="zh en">
          <name xml:lang="zh">标准</name><name xml:lang="en">Rubric</name>
          <criterion id="new" kind="judgement" weight="60">
            <name xml:lang="zh">创新</name><name xml:lang="en">Novelty</name>
            <scale minimum="0" maximum="60" step="0.5">
              <level id="top" low="40" high="60">
                <name xml:lang="zh">优秀</name><name xml:lang="en">Excellent</name>
              </level>
              <level id="low" low="0" high="39.5">
                <name xml:lang="zh">一般</name><name xml:lang="en">Fair</name>
              </level>
            </scale>
          </criterion>
          <criterion id="use" kind="judgement" weight="40">
            <name xml:lang="zh">应用</name><name xml:lang="en">Use</name>
            <scale minimum="0" maximum="40" step="1"/>
          </criterion>
          <criterion id="own" kind="gate">
            <name xml:lang="zh">原创</name><name xml:lang="en">Own work</name>
          </criterion>
        </rubric>
        """

    /// A contest of one track and two stages.
    static let contest = """
        <contest id="c" languages="zh en">
          <name xml:lang="zh">大赛</name><name xml:lang="en">Contest</name>
          <track id="open">
            <name xml:lang="zh">开放</name><name xml:lang="en">Open</name>
            <stage id="preliminary" rubric="rubrics/r.xml" deadline="2026-05-01T18:00:00+08:00">
              <name xml:lang="zh">初赛</name><name xml:lang="en">Preliminary</name>
              <panel minimum="3" maximum="5"/>
              <heat id="east"><name xml:lang="zh">东</name><name xml:lang="en">East</name></heat>
              <scoring>
                <combine over="criteria" by="sum"/>
                <drop highest="1" lowest="1"/>
                <combine over="judges" by="mean"/>
              </scoring>
              <ties><criterion id="new"/></ties>
              <advance to="final" count="8"/>
            </stage>
            <stage id="final" rubric="rubrics/r.xml">
              <name xml:lang="zh">决赛</name><name xml:lang="en">Final</name>
              <panel minimum="3"/>
              <scoring>
                <combine over="criteria" by="sum"/>
                <combine over="judges" by="mean"/>
                <carry own-weight="0.8"><from stage="preliminary" weight="0.2"/></carry>
              </scoring>
            </stage>
            <awards>
              <award id="first" count="1" reached="final">
                <name xml:lang="zh">一等奖</name><name xml:lang="en">First prize</name>
                <condition criteria="new" minimum="50"/>
              </award>
            </awards>
          </track>
        </contest>
        """
}
