public import Contests
public import Formats

/// The office's page about the assignment of a stage: its loads and how well panels fit, as
/// pictures and tables, in one file of HTML that needs nothing beside it.
public enum AssignmentPage {
    /// Panels that are listed, those that fit least first.
    private static let mostListed = 30

    /// The page; the same bytes for the same proposal.
    ///
    /// - Parameters:
    ///   - proposal: What is assigned.
    ///   - findings: What is said of it, a sentence each.
    ///   - decimals: Decimals of the affinities.
    ///   - record: The record, for names and titles.
    /// - Complexity: O(*n* log *n*) for *n* submissions and judges.
    public static func html(
        _ proposal: AssignmentProposal, findings: [Phrase], decimals: Int, names: ContestNames,
        record: ContestRecord
    ) -> String {
        let scope = names.scope(.stage(proposal.stage))
        let least = proposal.panelTable(mostListed, decimals: decimals, record)
        let lines = findings.map { "<li>\($0.sentence)</li>" as Markup }
        let main: Markup = """
            <header><p class="office">\(officeOnly)</p><p class="contest">\(names.title)</p>
            <h1>\(scope)\(Phrase(": who judges what", "：评审分配"))</h1></header>
            <main id="main">
            <ul>\(lines)</ul>
            <section aria-labelledby="loads"><h2 id="loads">\(Phrase("Loads", "评审量"))</h2>
            \(loadChart(proposal).figure)
            \(proposal.loadTable(record).markup(label: "loads"))</section>
            <section aria-labelledby="panels"><h2 id="panels">\
            \(Phrase("How well panels fit", "评委组匹配度"))</h2>
            \(affinityChart(proposal, decimals).figure)
            <h3 id="least">\(Phrase("The panels that fit least", "匹配度最低的评委组"))</h3>
            \(least.markup(label: "least"))</section>
            </main>
            <footer><p>\(seed(proposal))</p></footer>
            """
        return Page(
            title: names.title + Phrase(": ", "：") + scope, languages: Language.allCases,
            style: PageStyle.leaderboard + PageStyle.report, body: main
        ).html
    }

    private static let officeOnly = Phrase(
        "For the contest office only: names judges", "仅供组委会内部使用：含评委信息")

    private static func seed(_ proposal: AssignmentProposal) -> Phrase {
        Phrase("Seed \(proposal.seed)", "种子 \(proposal.seed)")
    }

    private static func loadChart(_ proposal: AssignmentProposal) -> IntervalChart {
        let counts = proposal.loads.map(\.count)
        return IntervalChart(
            id: "load-chart",
            title: Phrase(
                "Submissions of each judge, as a dot between the least and the most they may have",
                "各评委的评审量：圆点为份数，横线为上下限"),
            description: Phrase(
                "\(counts.count) judges with \(counts.min() ?? 0) to \(counts.max() ?? 0) "
                    + "submissions each.",
                "\(counts.count) 名评委，每人 \(counts.min() ?? 0)–\(counts.max() ?? 0) 件。"),
            axis: Phrase("submissions", "件"),
            rows: proposal.loads.map { load in
                let least = min(load.minimum, load.count)
                let most = max(load.maximum ?? load.count, load.count)
                return IntervalChart.Row(
                    label: load.judge.text, ends: Double(least)...Double(most),
                    value: Double(load.count), isFaint: load.count == 0)
            })
    }

    private static func affinityChart(
        _ proposal: AssignmentProposal, _ decimals: Int
    ) -> Histogram {
        let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
        let values = proposal.panels.map { Double($0.affinity) / unit }
        let worst = proposal.worstPanel.map(\.submission.text) ?? ""
        return Histogram(
            id: "affinity-chart",
            title: Phrase(
                "Panels by the affinity of their judges in sum", "按评委匹配度之和统计的评委组数"),
            description: Phrase(
                "\(values.count) panels; the one of \(worst.shown) fits least.",
                "共 \(values.count) 个评委组；\(worst.shown) 的匹配度最低。"),
            axis: Phrase("affinity of a panel", "评委组匹配度"), counted: Phrase("panels", "组"),
            values: values)
    }
}
