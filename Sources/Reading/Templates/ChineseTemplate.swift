/// The files of a new contest with comments in Chinese.
enum ChineseTemplate {
    static let files: [(path: String, text: String)] = [
        ("contest.xml", contest), ("rubrics/rubric.xml", rubric), ("judges.csv", judges),
        ("conflicts.csv", conflicts), ("submissions/example.csv", submissions),
    ]

    private static let contest = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- 一个竞赛。按需要修改，然后运行：banyan check
             运行 `banyan schema contest` 可以看到每个元素的含义。 -->
        <contest id="my-contest" languages="zh en">
          <name xml:lang="en">My innovation contest</name>
          <name xml:lang="zh">我的创新大赛</name>

          <!-- 数据的位置。作品可以来自多个文件或文件夹，以空格分隔。 -->
          <sources submissions="submissions" judges="judges.csv" conflicts="conflicts.csv"/>

          <!-- 每个赛道一个 <track>，有自己的评委和奖项。 -->
          <track id="open">
            <name xml:lang="en">Open track</name>
            <name xml:lang="zh">开放赛道</name>

            <!-- 各阶段按先后排列。rubric 是本文件夹中的文件，或用 banyan:NAME 指随程序附带的标准。
                 截止时间要写时差：deadline="2026-05-01T18:00:00+08:00" -->
            <stage id="preliminary" rubric="rubrics/rubric.xml">
              <name xml:lang="en">Preliminary</name>
              <name xml:lang="zh">初赛</name>
              <!-- 每件作品三位评委；评委不评本单位的作品。 -->
              <panel minimum="3" maximum="3" maximum-load="20"/>
              <!-- 依次执行：先把每份评分表求和，再取各评委的平均。评委较多时，可在两步之间写
                   <drop highest="1" lowest="1"/>，去掉一个最高分和一个最低分。 -->
              <scoring>
                <combine over="criteria" by="sum"/>
                <combine over="judges" by="mean"/>
                <round digits="2"/>
              </scoring>
              <!-- 同分时依次比较。 -->
              <ties>
                <criterion id="innovation"/>
                <highest-sheet/>
              </ties>
              <!-- 前两名晋级；分数线上同分的全部晋级。 -->
              <advance to="final" count="2" ties="admit-all"/>
            </stage>

            <stage id="final" rubric="rubrics/rubric.xml">
              <name xml:lang="en">Final</name>
              <name xml:lang="zh">决赛</name>
              <panel minimum="3" maximum="3"/>
              <scoring>
                <combine over="criteria" by="sum"/>
                <combine over="judges" by="mean"/>
                <!-- 初赛成绩占五分之一。 -->
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

            <!-- 奖项按授予的先后排列。 -->
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
        <!-- 评审标准：评什么、怎么评。修改后请提高版本号；按其他版本填写的评分表会被拒收。
             运行 `banyan schema rubric` 可以看到每个元素的含义。 -->
        <rubric id="rubric" version="1" total="100" languages="zh en">
          <name xml:lang="en">Innovation and use</name>
          <name xml:lang="zh">创新与应用</name>

          <criterion id="innovation" kind="judgement" weight="60">
            <name xml:lang="en">Innovation</name>
            <name xml:lang="zh">创新性</name>
            <description xml:lang="en">What is new, and what follows from it.</description>
            <description xml:lang="zh">新在何处，带来什么。</description>
            <!-- 0 至 60 的整数分；每个分数属于一个等级。 -->
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

          <!-- 低于 10 分或高于 36 分时必须写评语。 -->
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
        编号,姓名,单位,地区,赛道,专长,上限,类别,组长
        J01,王芳,北方大学,华北,open,医疗;传感,20,academic,是
        J02,陈敏,东海创投,华东,open,金融,20,investment,否
        J03,林强,南山制造,华南,open,能源,20,industry,否
        J04,李伟,西部研究院,西北,open,医疗,20,academic,否

        """

    private static let conflicts = """
        评委,作品,单位,地区,原因
        J03,,海港学院,,在该校任教

        """

    private static let submissions = """
        编号,赛道,地区,标题:zh,标题:en,团队,成员,单位,关键词,提交时间
        S001,open,华北,静音水泵,A quiet pump,白鹭队,赵颖/lead;郭兰,海港学院,\
        能源,2026-03-01T09:00:00+08:00
        S002,open,华东,自愈纸,Paper that heals,芦苇队,周杰/lead,湖滨学校,材料,\
        2026-03-02T10:30:00+08:00

        """
}
