/// The files of a new contest with comments in English.
enum EnglishTemplate {
    static let files: [(path: String, text: String)] = [
        ("contest.xml", contest), ("rubrics/rubric.xml", rubric), ("judges.csv", judges),
        ("conflicts.csv", conflicts), ("submissions/example.csv", submissions),
    ]

    private static let contest = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- A contest. Change what you need, then run: banyan check
             `banyan schema contest` prints every element with its meaning. -->
        <contest id="my-contest" languages="en zh">
          <name xml:lang="en">My innovation contest</name>
          <name xml:lang="zh">我的创新大赛</name>

          <!-- Where the data lie. Several files or folders of submissions have blanks between. -->
          <sources submissions="submissions" judges="judges.csv" conflicts="conflicts.csv"/>

          <!-- One <track> for each competition with its own judges and awards. -->
          <track id="open">
            <name xml:lang="en">Open track</name>
            <name xml:lang="zh">开放赛道</name>

            <!-- Stages from the first to the last. A rubric is a file of this folder, or
                 banyan:NAME for one that ships with Banyan. Add the deadline with its offset:
                 deadline="2026-05-01T18:00:00+08:00" -->
            <stage id="preliminary" rubric="rubrics/rubric.xml">
              <name xml:lang="en">Preliminary</name>
              <name xml:lang="zh">初赛</name>
              <!-- Three judges for each submission; nobody judges their own organisation. -->
              <panel minimum="3" maximum="3" maximum-load="20"/>
              <!-- Steps in order: each sheet is summed up, then the judges' mean is taken. For
                   larger panels, <drop highest="1" lowest="1"/> goes between the two. -->
              <scoring>
                <combine over="criteria" by="sum"/>
                <combine over="judges" by="mean"/>
                <round digits="2"/>
              </scoring>
              <!-- Equal scores are told apart by these, one after the other. -->
              <ties>
                <criterion id="innovation"/>
                <highest-sheet/>
              </ties>
              <!-- The best two go on; all of them where a tie stands at the line. -->
              <advance to="final" count="2" ties="admit-all"/>
            </stage>

            <stage id="final" rubric="rubrics/rubric.xml">
              <name xml:lang="en">Final</name>
              <name xml:lang="zh">决赛</name>
              <panel minimum="3" maximum="3"/>
              <scoring>
                <combine over="criteria" by="sum"/>
                <combine over="judges" by="mean"/>
                <!-- The preliminary counts a fifth. -->
                <carry own-weight="0.8" by="weighted-mean">
                  <from stage="preliminary" weight="0.2"/>
                </carry>
                <round digits="2"/>
              </scoring>
              <ties>
                <earlier-stage name="preliminary"/>
                <draw seed="change-me"/>
              </ties>
            </stage>

            <!-- Awards in the order in which they are given. -->
            <awards>
              <award id="first" count="1" reached="final" minimum-score="80">
                <name xml:lang="en">First prize</name>
                <name xml:lang="zh">一等奖</name>
                <prize amount="10000" currency="CNY"/>
              </award>
              <award id="second" count="1" reached="final">
                <name xml:lang="en">Second prize</name>
                <name xml:lang="zh">二等奖</name>
              </award>
            </awards>
          </track>
        </contest>

        """

    private static let rubric = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- A rubric: what is judged and how. Raise the version when you change it; sheets for
             another version are refused. `banyan schema rubric` prints every element. -->
        <rubric id="rubric" version="1" total="100" languages="en zh">
          <name xml:lang="en">Innovation and use</name>
          <name xml:lang="zh">创新与应用</name>

          <criterion id="innovation" kind="judgement" weight="60">
            <name xml:lang="en">Innovation</name>
            <name xml:lang="zh">创新性</name>
            <description xml:lang="en">What is new, and what follows from it.</description>
            <description xml:lang="zh">新在何处，带来什么。</description>
            <!-- Marks from 0 to 60 in whole points; every mark belongs to one level. -->
            <scale minimum="0" maximum="60" step="1">
              <level id="excellent" low="50" high="60">
                <name xml:lang="en">Excellent</name>
                <name xml:lang="zh">优秀</name>
              </level>
              <level id="good" low="36" high="49">
                <name xml:lang="en">Good</name>
                <name xml:lang="zh">良好</name>
              </level>
              <level id="weak" low="0" high="35">
                <name xml:lang="en">Weak</name>
                <name xml:lang="zh">较弱</name>
              </level>
            </scale>
          </criterion>

          <!-- A comment is needed for a mark below 10 or above 36. -->
          <criterion id="use" kind="judgement" weight="40"
                     comment="outside" comment-low="10" comment-high="36">
            <name xml:lang="en">Use</name>
            <name xml:lang="zh">应用价值</name>
            <scale minimum="0" maximum="40" step="1"/>
          </criterion>
        </rubric>

        """

    // Comments have no place in a table: its columns are told in the documentation.
    private static let judges = """
        id,name,organisation,region,tracks,expertise,load,kind,senior
        J01,Ann Baker,North University,North,open,health;sensors,20,academic,yes
        J02,Chen Min,East Ventures,East,open,finance,20,investment,no
        J03,Dana Fox,South Works,South,open,energy,20,industry,no
        J04,Li Wei,West Institute,West,open,health,20,academic,no

        """

    private static let conflicts = """
        judge,submission,organisation,region,reason
        J03,,Harbour College,,teaches there

        """

    private static let submissions = """
        id,track,region,title:en,title:zh,entrant,members,organisation,keywords,submitted
        S001,open,North,A quiet pump,静音水泵,Team Heron,Eve Hill/lead;Guo Lan,Harbour College,\
        energy,2026-03-01T09:00:00+08:00
        S002,open,East,Paper that heals,自愈纸,Team Reed,Ian Jay/lead,Lake School,materials,\
        2026-03-02T10:30:00+08:00

        """
}
