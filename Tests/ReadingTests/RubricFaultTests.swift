import Formats
import Reading
import Testing

@Suite struct RubricFaultTests {
    @Test(arguments: weights + levels + kinds)
    func `a faulty rubric is told with line and remedy`(_ fault: ContestFault) throws {
        let text = try changed(ContestTexts.rubric, fault.part, to: fault.other)
        let (rubric, faults) = RubricFile.read(bytes: Array(text.utf8), file: "r.xml")
        #expect(faults.lines(in: fault.language) == [fault.message])
        #expect((rubric == nil) == faults.hasErrors)
    }

    static let weights = [
        ContestFault(
            "weight=\"40\"", "weight=\"45\"",
            "r.xml:1:1: error: the weights in the rubric sum to 105, and 100 is declared; they "
                + "must "
                + "sum to what total says. Take 5 off one or more criteria, or declare 105."),
        ContestFault(
            "weight=\"40\"", "weight=\"45\"",
            "r.xml:1:1: 错误: 评审标准的权重合计为 105，而声明为 100；合计必须等于 total 的值。"
                + "请从一个或几个指标减去 5，或声明为 105。", .chinese),
        ContestFault(
            "weight=\"40\"", "weight=\"39.5\"",
            "r.xml:1:1: error: the weights in the rubric sum to 99.5, and 100 is declared; they "
                + "must sum to what total says. Add 0.5 to one or more criteria, or declare 99.5."),
        ContestFault(
            "weight=\"40\"", "weight=\"1/3\"",
            "r.xml:1:1: error: the weights in the rubric sum to 181/3, and 100 is declared; they "
                + "must sum to what total says. Add 119/3 to one or more criteria, or declare "
                + "181/3."),
        ContestFault(
            "  <criterion id=\"own\" kind=\"gate\">",
            "  <group id=\"g\" weight=\"0\"><criterion id=\"x\" kind=\"checklist\" weight=\"2\">"
                + "<name>x</name><box id=\"b\" points=\"1\"><name>b</name></box></criterion>"
                + "<name>g</name></group><criterion id=\"own\" kind=\"gate\">",
            "r.xml:18:3: error: the weights in the group \"g\" sum to 2, and 0 is declared; they "
                + "must sum to what weight says. Take 2 off one or more criteria, or declare 2."),
        ContestFault(
            "id=\"use\"", "id=\"new\"",
            "r.xml:14:3: error: the id \"new\" of <criterion> is used again; <criterion> in line 3 "
                + "has it already. Give one of them another id."),
    ]

    static let levels = [
        ContestFault(
            "high=\"39.5\"", "high=\"40\"",
            "r.xml:6:7: warning: 40 belongs to both Excellent and Fair; a mark has one level; "
                + "Excellent, the first in the file, is taken. End Fair at 39.5."),
        ContestFault(
            "high=\"39.5\"", "high=\"40\"",
            "r.xml:6:7: 警告: 40 同时属于优秀和一般；一个分数只属于一个等级；取文件中靠前的优秀。请让一般到 39.5 为止。",
            .chinese),
        ContestFault(
            "high=\"39.5\"", "high=\"45\"",
            "r.xml:6:7: error: the levels Excellent and Fair both hold the marks from 40 to 45; a "
                + "mark has one level. Part their bands."),
        ContestFault(
            "high=\"39.5\"", "high=\"30\"",
            "r.xml:5:5: error: no level holds the marks from 30.5 to 39.5; where there are levels, "
                + "every mark has one. Widen a level, or add one."),
        ContestFault(
            "high=\"39.5\"", "high=\"39\"",
            "r.xml:5:5: error: no level holds the mark 39.5; where there are levels, every mark "
                + "has "
                + "one. Widen a level, or add one."),
        ContestFault(
            "low=\"40\" high=\"60\"", "low=\"40\" high=\"59\"",
            "r.xml:5:5: error: no level holds the marks from 59.5 to 60; where there are levels, "
                + "every mark has one. Widen a level, or add one."),
        ContestFault(
            "low=\"40\" high=\"60\"", "low=\"40\" high=\"61\"",
            "r.xml:6:7: error: the level Excellent goes from 40 to 61; the scale goes from 0 to "
                + "60. "
                + "Keep the level within the scale."),
        ContestFault(
            "low=\"40\" high=\"60\"", "low=\"60\" high=\"40\"",
            "r.xml:6:7: error: the level Excellent goes from 60 to 40; its low may not be above "
                + "its "
                + "high. Swap them."),
        ContestFault(
            "low=\"40\" high=\"60\"", "low=\"40.1\" high=\"40.4\"",
            "r.xml:6:7: error: no mark falls in the level Excellent, from 40.1 to 40.4; marks go "
                + "in "
                + "steps of 0.5 from 0. Widen the level, or make the step smaller."),
        ContestFault(
            "<level id=\"low\"", "<level id=\"top\"",
            "r.xml:9:7: error: the id \"top\" of <level> is used again; <level> in line 6 has it "
                + "already. Give one of them another id."),
    ]

    static let kinds = [
        ContestFault(
            "maximum=\"40\" step=\"1\"", "maximum=\"40\" step=\"0\"",
            "r.xml:16:5: error: the step 0; a step is above 0. Write 1 or 0.5, say."),
        ContestFault(
            "maximum=\"40\" step=\"1\"", "maximum=\"40\" step=\"3\"",
            "r.xml:16:5: error: the highest mark 40 is not on the step of 3 from 0; no judge could "
                + "give it. Make it 39, or change the step."),
        ContestFault(
            "minimum=\"0\" maximum=\"40\"", "minimum=\"40\" maximum=\"0\"",
            "r.xml:16:5: error: the scale goes from 40 to 0; its maximum must be above its "
                + "minimum. "
                + "Correct one of them."),
        ContestFault(
            "<scale minimum=\"0\" maximum=\"40\" step=\"1\"/>", "",
            "r.xml:14:3: error: the criterion \"use\" has no <scale>; a criterion of the kind "
                + "judgement has one. Add <scale>."),
        ContestFault(
            "<scale minimum=\"0\" maximum=\"40\" step=\"1\"/>",
            "<scale minimum=\"0\" maximum=\"40\" step=\"1\"/><measure/>",
            "r.xml:16:47: error: <measure> in a criterion of the kind judgement; that kind has "
                + "<scale>. Take it out, or correct the kind."),
        ContestFault(
            "kind=\"gate\"", "kind=\"gaet\"",
            "r.xml:18:3: error: kind=\"gaet\" in <criterion>; kind must be judgement, measurement, "
                + "checklist, gate, bonus, deduction or text. Perhaps gate is meant."),
        ContestFault(
            "weight=\"40\">", "weight=\"40\" comment=\"outside\">",
            "r.xml:14:3: error: comment=\"outside\" without a band; comment-low and comment-high "
                + "are its ends. Add one or both of them."),
        ContestFault(
            "weight=\"40\">",
            "weight=\"40\" comment=\"outside\" comment-low=\"5\" comment-high=\"50\">",
            "r.xml:14:3: error: the band without a comment goes from 5 to 50; the scale goes "
                + "from 0 "
                + "to 40. Keep the band within the scale."),
        ContestFault(
            "weight=\"40\">",
            "weight=\"40\" comment=\"outside\" comment-low=\"9\" comment-high=\"5\">",
            "r.xml:14:3: error: the band without a comment goes from 9 to 5; its lower end may not "
                + "be above its upper one. Swap or correct them."),
        ContestFault(
            "weight=\"40\">", "weight=\"40\" comment-low=\"5\">",
            "r.xml:14:3: error: comment-low or comment-high with comment=\"optional\"; they have a "
                + "meaning with comment=\"outside\" only. Write comment=\"outside\", or take them "
                + "out."),
        ContestFault(
            "weight=\"40\">", "weight=\"40\" not-applicable=\"redistribute\">",
            "r.xml:14:3: error: not-applicable=\"redistribute\"; it must be refused, redistributed "
                + "or a number of points. Perhaps redistributed is meant."),
        ContestFault(
            "kind=\"gate\">",
            "kind=\"measurement\" weight=\"0\"><measure><band from=\"1\" points=\"1\"/>"
                + "<band from=\"1\" points=\"2\"/></measure>",
            "r.xml:18:89: error: a second band from 1; the one in line 18 begins there too. Take "
                + "one of them out."),
        ContestFault(
            "kind=\"gate\">",
            "kind=\"measurement\" weight=\"0\"><measure><band from=\"3\" points=\"1\"/>"
                + "<band from=\"1\" points=\"2\"/></measure>",
            "r.xml:18:89: error: the band from 1 stands after that from 3; bands rise from the "
                + "first to the last. Put them in order."),
        ContestFault(
            "kind=\"gate\">",
            "kind=\"measurement\" weight=\"0\"><measure minimum=\"5\" maximum=\"1\"/>",
            "r.xml:18:53: error: minimum=\"5\" and maximum=\"1\" in <measure>; minimum may not be "
                + "above maximum. Swap or correct them."),
        ContestFault(
            "<name xml:lang=\"zh\">原创</name>", "",
            "r.xml:18:3: warning: <criterion id=\"own\"> has no <name> in zh; the file declares it "
                + "in its languages. Add <name xml:lang=\"zh\">."),
    ]
}
