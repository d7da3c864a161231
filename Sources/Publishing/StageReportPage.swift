public import Contests
public import Formats
import Numbers

/// The office's report on a stage as one page of HTML that needs nothing beside it.
public enum StageReportPage {
    /// The page; the same bytes for the same report.
    ///
    /// - Parameters:
    ///   - programs: How programs agree with people, in tables; empty where there are none.
    ///   - programFindings: What these come to.
    /// - Complexity: O(*n*) for *n* submissions and judges.
    public static func html(
        _ report: StageReport, names: ContestNames, record: ContestRecord, programs: [Table] = [],
        _ programFindings: [Phrase] = []
    ) -> String {
        let scope = names.scope(.stage(report.stage))
        let findings = (report.findings(names) + programFindings).map {
            "<li>\($0.sentence)</li>" as Markup
        }
        let main: Markup = """
            <header><p class="office">\(officeOnly)</p><p class="contest">\(names.title)</p>
            <h1>\(scope)\(Phrase(": what the marks say", "：评分分析"))</h1></header>
            <main id="main">
            <ul>\(findings)</ul>
            <p>\(explanation)</p>
            <section aria-labelledby="places"><h2 id="places">\
            \(Phrase("How certain the places are", "名次的确定性"))</h2>
            \(placeChart(report, names).figure)
            \(report.submissionTable(names).markup(label: "places"))</section>
            \(methods(report, names))
            <section aria-labelledby="judges"><h2 id="judges">\
            \(Phrase("The judges", "评委"))</h2>
            \(severityChart(report).figure)
            \(named(report.judgeTable, record).markup(label: "judges"))</section>
            <section aria-labelledby="panels"><h2 id="panels">\
            \(Phrase("How reliable panels are", "评委组的信度"))</h2>
            \(report.reliabilityTable.markup(label: "panels"))</section>
            \(agreement(programs))
            </main>
            <footer><p>\(footnote(report, names))</p></footer>
            """
        return Page(
            title: names.title + Phrase(": ", "：") + scope, languages: Language.allCases,
            style: PageStyle.leaderboard + PageStyle.report, body: main
        ).html
    }

    private static let officeOnly = Phrase(
        "For the contest office only: names judges", "仅供组委会内部使用：含评委信息")

    private static let explanation = Phrase(
        """
        A mark is a submission's quality, a judge's habit and chance; a mixed model of all sheets \
        tells the three apart. Severity is positive where a judge marks low. The adjusted mean \
        adds the severity of the panel back to the raw mean. An interval of places holds the true \
        one in 80 of 100 cases. A chance is that of the quality behind the marks, if they follow \
        the model. None of this changes an official result.
        """,
        """
        评分由作品水平、评委习惯和偶然误差构成；用全部评分拟合的混合模型把三者分开。严厉度为正表示该评委打分偏低。\
        校正均分是在原始均分上加回评委组的严厉度。名次区间在 100 次中约有 80 次包含真实名次；概率指评分背后的水平，\
        前提是评分符合该模型。以上均不改变任何正式结果。
        """)

    private static func methods(_ report: StageReport, _ names: ContestNames) -> Markup {
        let changes = report.methodTable(names)
        guard !changes.rows.isEmpty else { return "" }
        return """
            <section aria-labelledby="methods"><h2 id="methods">\
            \(Phrase("What other methods would change", "改用其他计分方法的影响"))</h2>
            \(changes.markup(label: "methods"))</section>
            """
    }

    private static func agreement(_ tables: [Table]) -> Markup {
        guard !tables.isEmpty else { return "" }
        return """
            <section aria-labelledby="programs"><h2 id="programs">\
            \(Phrase("How programs agree with people", "程序与人的一致性"))</h2>
            <p>\(programExplanation)</p>
            \(tables.map { $0.markup(label: "programs") })</section>
            """
    }

    private static let programExplanation = Phrase(
        """
        Severity is by how much a program marks below people on the same submissions. Kappa, with \
        quadratic weights, is 1 where marks are equal and 0 where they agree no better than by \
        chance; kappa among people is what there is to be reached. The second table names where \
        they differ most: look at these first.
        """,
        """
        严厉度为程序在相同作品上比人低多少分。κ（二次加权）为 1 表示评分相同，为 0 表示与偶然一致无异；\
        人之间的 κ 是可以达到的水平。第二张表列出差异最大的作品，应首先查看。
        """)

    private static func footnote(_ report: StageReport, _ names: ContestNames) -> Phrase {
        let stages = report.sources.map { names.stage($0) }.joined()
        return Phrase("It rests on the sheets of ", "依据的评分阶段：") + stages
    }

    /// The places around the lines; without lines, the first.
    private static func placeChart(
        _ report: StageReport, _ names: ContestNames
    ) -> IntervalChart {
        let last = report.lines.map(\.places).max() ?? 0
        let shown = report.submissions.prefix(max(60, last + last / 4 + 10))
        let title = Phrase(
            "Intervals of places at 80 %, with the official place as a dot: the first "
                + "\(shown.count) of \(report.submissions.count)",
            "80% 名次区间，圆点为正式名次：前 \(shown.count) 件，共 \(report.submissions.count) 件")
        return IntervalChart(
            id: "place-chart", title: title,
            description: report.findings(names).dropFirst(2).map { $0 }
                .joined(Phrase("; ", "；")).sentence,
            axis: Phrase("place", "名次"),
            rows: shown.map { submission in
                let (best, worst) = (
                    Double(submission.places.lowerBound), Double(submission.places.upperBound)
                )
                return IntervalChart.Row(
                    label: submission.submission.text, ends: best...worst,
                    value: submission.place.approximation,
                    isFaint: report.line(of: submission) == nil && !report.lines.isEmpty)
            },
            cuts: report.lines.indices.map {
                IntervalChart.Cut(
                    value: Double(report.lines[$0].places) + 0.5,
                    name: report.name(ofLine: $0, names))
            })
    }

    /// The judges from the strictest on, with twice the standard error to each side.
    private static func severityChart(_ report: StageReport) -> IntervalChart {
        let judges = report.judges.filter { $0.stage == report.stage }.sorted {
            ($1.severity.value, $0.judge) < ($0.severity.value, $1.judge)
        }
        return IntervalChart(
            id: "severity-chart",
            title: Phrase(
                "Severity of each judge of this stage, with two standard errors to each side",
                "本阶段各评委的严厉度，左右各两个标准误"),
            description: Phrase(
                "\(judges.count) judges from the strictest on", "\(judges.count) 名评委，由严到宽"),
            axis: Phrase("points below the others", "低于其他评委的分数"),
            rows: judges.map { judge in
                let (value, error) = (judge.severity.value, 2 * judge.severity.error)
                return IntervalChart.Row(
                    label: judge.judge.text, ends: value - error...value + error, value: value,
                    isFaint: !judge.isToldApart)
            }, cuts: [.init(value: 0, name: Phrase("average", "平均"))])
    }

    /// The judges' table with their names.
    private static func named(_ table: Table, _ record: ContestRecord) -> Table {
        var table = table
        table.columns.insert(.init("name", Phrase("Name", "姓名")), at: 2)
        for row in table.rows.indices {
            let id = JudgeID(table.rows[row][1].text(in: .english))
            table.rows[row].insert(.optional(record.judges[id]?.shownName), at: 2)
        }
        return table
    }
}
