import Computing
import Contests
import Formats
import Numbers
import Publishing

/// An invented contest with standings, made from a seed: every status, ties, overrides, prizes.
struct SampleBoard {
    var contest: Contest
    var rubric: Rubric
    var record = ContestRecord()
    var leaderboard: Leaderboard
    var scores: StageScores
    let stage = StageID(track: "ai", name: "final")

    var names: ContestNames { ContestNames(contest, rubrics: [stage: rubric]) }

    func view(_ audience: Audience = .public, language: Language? = nil) -> LeaderboardView {
        LeaderboardView(
            leaderboard, names: names, record: record, audience: audience, language: language,
            scores: [scores])
    }

    /// Texts that are put in wherever a text can be.
    struct Texts {
        var title = LocalizedText([
            .init(language: "zh", text: "榕树"), .init(language: "en", text: "Banyan tree"),
        ])
        var entrant = "海上明月队"
        var organisation = "福州大学"
        var region = "福建"
        var judge = "评委"
        var reason = "复核后更正"
    }

    init(count: Int, seed: UInt64 = 1, texts: Texts = Texts(), official: Bool = true) throws {
        rubric = Self.rubric
        contest = try Self.contest
        scores = StageScores(stage: stage, submissions: [])
        leaderboard = Leaderboard(
            scope: .stage(stage), standings: [], isOfficial: official,
            asOf: Timestamp("2026-05-20T18:30:00+08:00"))
        var random = SeededRandom(seed: seed)
        for number in 1...5 {
            let id = JudgeID("judge-\(number)-x")
            record.judges[id] = Judge(id: id, name: "\(texts.judge)\(number)号-密")
        }
        var order: [SubmissionScore] = []
        for number in 0..<count {
            let id = SubmissionID("S" + String(1000 + number))
            record.submissions[id] = Submission(
                id: id, track: "ai", heat: number % 2 == 0 ? "east" : "west", region: texts.region,
                titles: texts.title,
                entrant: Entrant(name: texts.entrant, organisations: [texts.organisation]))
            order.append(try score(id, random: &random))
        }
        scores.submissions = order
        decide(reason: texts.reason)
        try rank(order)
    }

    private func score(
        _ id: SubmissionID, random: inout SeededRandom
    ) throws -> SubmissionScore {
        var score = SubmissionScore(submission: id, criteria: [nil, nil])
        let level = 60 + random.below(30)
        for judge in record.judges.keys.sorted().prefix(3) {
            let raw = Ratio(whole: level + random.below(11) - 5)
            var sheet = SheetScore(judge: judge, raw: raw)
            sheet.counted = raw
            score.sheets.append(sheet)
        }
        score.own = try score.sheets.compactMap(\.counted).mean()
        score.score = score.own
        return score
    }

    /// The office sets one place, one entrant goes, one is sent away.
    private mutating func decide(reason: String) {
        guard let at = Timestamp("2026-05-20T18:00:00+08:00"), scores.submissions.count > 5
        else { return }
        let decision = Decision(by: "office-lin", at: at, reason: reason)
        let ids = scores.submissions.map(\.submission)
        record.exits[ids[0]] = .withdrawn(decision)
        record.exits[ids[1]] = .disqualified(decision)
        record.overrides = [
            Override(submission: ids[5], setting: .place(3, in: stage), decision: decision)
        ]
    }

    private mutating func rank(_ scores: [SubmissionScore]) throws {
        var ranked: [Standing] = []
        var others: [Standing] = []
        for (index, score) in scores.enumerated() {
            var standing = Standing(
                submission: score.submission, stage: stage, score: score.score)
            let why: Standing.Unranked? =
                switch index {
                case 0: .withdrawn
                case 1: .disqualified
                case 2: .notScored
                case 3: .sheetsMissing(2)
                case 4: .failedGate("gate")
                default: nil
                }
            if let why, scores.count > 5 {
                standing.unranked = why
                standing.score = nil
                others.append(standing)
            } else {
                ranked.append(standing)
            }
        }
        ranked.sort {
            ($1.score ?? .zero, $0.submission) < ($0.score ?? .zero, $1.submission)
        }
        for index in ranked.indices { place(index, in: &ranked) }
        leaderboard.standings = ranked + others
    }

    private func place(_ index: Int, in ranked: inout [Standing]) {
        let first = ranked.firstIndex { $0.score == ranked[index].score } ?? index
        ranked[index].place = Ratio(whole: first + 1)
        ranked[index].isShared = ranked.count { $0.score == ranked[index].score } > 1
        if index == 3 {
            ranked[index].decidedBy = TieBreak(.criterion("innovation"))
            ranked[index].decidingValue = Ratio(whole: 9)
        }
        if record.overrides.contains(where: { $0.submission == ranked[index].submission }) {
            ranked[index].computedPlace = Ratio(whole: first + 2)
        }
        let share = ranked.count / 10
        if index < max(1, share / 2) {
            ranked[index].awards = ["first"]
        } else if index < 2 * share {
            ranked[index].awards = ["second"]
        } else if index < 4 * share {
            ranked[index].awards = ["third"]
        }
        ranked[index].advances = index < 3 * share
        if index == 3 * share - 1 { ranked[index].advancesBy = "west" }
    }
}

extension SampleBoard {
    static func both(_ chinese: String, _ english: String) -> LocalizedText {
        LocalizedText([
            .init(language: "zh", text: chinese), .init(language: "en", text: english),
        ])
    }

    static var rubric: Rubric {
        let scale = Scale(
            minimum: .zero, maximum: Points(millionths: 10_000_000),
            step: Points(millionths: 500_000))
        return Rubric(
            id: "r", names: both("评分标准", "Rubric"),
            parts: [
                .criterion(
                    Criterion(
                        id: "innovation", names: both("创新性", "Innovation"),
                        kind: .judgement(scale))),
                .criterion(
                    Criterion(
                        id: "gate", names: both("合规性", "Compliance"), kind: .gate(Gate()))),
            ])
    }

    static var contest: Contest {
        get throws {
            let stage = StageID(track: "ai", name: "final")
            let rule = ScoringRule(steps: [
                .combine(CombineStep(axis: .criteria, method: .sum)),
                .drop(DropStep(atLeast: 5)),
                .combine(CombineStep(axis: .judges, method: .mean)),
                .carry(
                    CarryStep(sources: [
                        .init(stage: "preliminary", weight: try Ratio(1, over: 5))
                    ])),
            ])
            let final = Stage(
                id: stage, names: both("复赛", "Semi-final"), rubric: "r.xml",
                panel: PanelRule(minimum: 3, maximum: 5),
                heats: [
                    Heat(id: "east", names: both("东部赛区", "East")),
                    Heat(id: "west", names: both("西部赛区", "West")),
                ],
                scoring: rule,
                ties: [TieBreak(.criterion("innovation")), TieBreak(.draw(seed: "2026-05-20"))],
                advancement: Advancement(
                    to: "last", count: 58, quotas: [.init(axis: .heat, count: 2)]))
            let last = Stage(
                id: StageID(track: "ai", name: "last"), names: both("决赛", "Final"),
                rubric: "r.xml", panel: PanelRule(minimum: 5, maximum: 5), scoring: rule)
            let awards = [
                award("first", both("一等奖", "First prize"), 10, 100_000),
                award("second", both("二等奖", "Second prize"), 30, 50_000),
                award("third", both("三等奖", "Third prize"), 40, 20_000),
            ]
            return Contest(
                id: "sample", names: both("数字创新大赛", "Digital Innovation Contest"),
                languages: ["zh", "en"],
                tracks: [
                    Track(
                        id: "ai", names: both("人工智能赛道", "Artificial intelligence"),
                        stages: [final, last], awards: awards)
                ])
        }
    }

    private static func award(
        _ id: AwardID, _ names: LocalizedText, _ count: Int, _ amount: Int64
    ) -> Award {
        Award(
            id: id, names: names, extent: .count(count),
            prize: .init(amount: Points(millionths: amount * 1_000_000), currency: "CNY"))
    }
}

extension SampleBoard {
    /// The judges in ascending order.
    var judges: [Judge] { record.judges.values.sorted { $0.id < $1.id } }
}
