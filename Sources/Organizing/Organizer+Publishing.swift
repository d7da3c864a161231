import Computing
import Contests
public import Formats
import Publishing
import Recording

/// A file to publish.
private struct Page: Sendable {
    var scope: Leaderboard.Scope
    var audience: Audience
    var name: String
    var content: Content

    /// What is in the file.
    enum Content: Sendable {
        case text(String)
        case leaderboard(LeaderboardView)
        case resultSheet(ResultSheet)
    }
}

/// The board of a stage's metric, to publish.
private struct MetricBoard: Sendable {
    var stage: StageID
    /// Counts the stage's metrics from 1.
    var number: Int
    var metric: String
    var table: Table

    /// The name of its files, without what follows the last point.
    var stem: String {
        let stage = ContestIndex.fileName(for: .stage(stage)).dropLast(".html".count)
        return "\(stage).metric-\(number)"
    }
}

extension Organizer {
    /// Writes the leaderboards of every stage, every track and the whole contest, for the public
    /// and for the office, with the result sheets for signature.
    ///
    /// - Parameters:
    ///   - out: The folder to write into; none for `published` in the contest's folder.
    ///   - language: The language that comes first.
    public func publish(to out: String?, language: Language) throws(Refusal) -> Report {
        let path = out ?? folder.inside("published")
        // Sheets may come in meanwhile: what is published is one state of the record, or nothing.
        for _ in 0..<8 {
            if let report = try publishOnce(to: path, language: language) { return report }
        }
        throw Refusal(
            Phrase(
                "sheets or decisions kept coming in, so no bundle was written",
                "发布期间不断有新的评分或决定写入，未能生成数据包"),
            remedy: Phrase(
                "Publish again when it is quieter, or close the stage first",
                "请在写入间歇时重新发布，或先结束该阶段"))
    }

    /// Publishes the present record; nothing where it changed on the way.
    private func publishOnce(to path: String, language: Language) throws(Refusal) -> Report? {
        do {
            let fact = try ledger.heads().last?.head.fact ?? 0
            let record = try record()
            let boards = try revised(
                publishedBoards(try allResults(record: record), record: record))
            var pages = boards.concurrentMap { board in
                self.pages(of: board, record: record, language: language)
            }.flatMap(\.self)
            let metrics = try publishedMetrics()
            pages += metrics.flatMap { self.pages(of: $0, record: record, language: language) }
            guard try isUnchanged(since: fact) else { return nil }
            for audience in Audience.allCases {
                try Files.makeFolder(ContestFolder.join(path, audience.rawValue))
            }
            try write(pages, to: path)
            try self.record(rankingsOf: boards)
            try self.record(publicationsOf: pages)
            let bundle = try bundle(boards.map(\.leaderboard), record: record, since: fact)
            guard let bundle else { return nil }
            let folder = ContestFolder.join(path, Audience.public.rawValue)
            try Files.write(bundle, to: ContestFolder.join(folder, "bundle.jsonl"))
            try keep(
                bundle, of: boards, in: ContestFolder.join(folder, ContestIndex.keptFolder))
            try writeIndex(of: boards, metrics, to: path, record: record, language: language)
            var report = report(of: boards, files: pages.count, path: path)
            report.lines += waiting(record) + openAppeals(record)
            return report
        } catch { throw Refusal(wrapping: error) }
    }

    private func report(of boards: [Board], files: Int, path: String) -> Report {
        var report = Report(lines: boards.map { stateLine($0.leaderboard) })
        let index = ContestFolder.join(path, "public/index.html")
        report.lines.append(
            Phrase(
                "\(files) files written; the page: \(index)", "已写出 \(files) 个文件；榜单页面：\(index)"))
        return report
    }

    /// Whether nothing was recorded after a fact, up to another, that a result can rest on.
    func isUnchanged(since first: Int, upTo last: Int = .max) throws -> Bool {
        try ledger.facts().allSatisfy { fact in
            fact.sequence <= first || fact.sequence > last || fact.act.isOfResult
        }
    }

    /// Records what is published now and was not published last.
    private func record(publicationsOf pages: [Page]) throws {
        var last: [String: Publication] = [:]
        for fact in try ledger.facts() {
            guard case .publication(let publication) = fact.act else { continue }
            last[publication.file.name] = publication
        }
        let new = pages.compactMap { page -> Publication? in
            guard page.audience == .public, page.name.hasSuffix(".json") else { return nil }
            guard case .text(let text) = page.content else { return nil }
            let hash = SHA256Digest(of: text).hex
            let publication = Publication(
                scope: page.scope, view: page.audience.rawValue,
                file: SourceFile(name: page.name, sha256: hash))
            return publication == last[page.name] ? nil : publication
        }
        guard !new.isEmpty else { return }
        try ledger.record(by: author, at: now) { appender in
            for publication in new { appender.append(publication) }
        }
    }

    /// The hashes that public leaderboards of the present record have, whatever language comes
    /// first in them.
    func publishedHashes() throws(Refusal) -> Set<String> {
        let record = try record()
        let boards: [Board]
        do {
            boards = try revised(publishedBoards(try allResults(record: record), record: record))
        } catch { throw Refusal(wrapping: error) }
        return Set(
            boards.flatMap { board in
                Language.allCases.map { language in
                    let view = view(
                        of: board.leaderboard, results: board.results, record: record,
                        audience: .public, language: language)
                    return SHA256Digest(of: LeaderboardJSON.text(view)).hex
                }
            })
    }

    func publishedBoards(_ all: [TrackResults], record: ContestRecord) -> [Board] {
        var boards: [Board] = []
        for results in all {
            boards.append((trackBoard(results, record: record), results))
            for stage in results.track.stages where results.standings[stage.id.name] != nil {
                boards.append((stageBoard(stage.id, results: results, record: record), results))
            }
        }
        if contest.tracks.count > 1 {
            boards.insert((overallBoard(all, record: record), nil), at: 0)
        }
        return boards
    }

    private func pages(of board: Board, record: ContestRecord, language: Language) -> [Page] {
        Audience.allCases.flatMap { audience in
            let view = view(
                of: board.leaderboard, results: board.results, record: record, audience: audience,
                language: language)
            let html = ContestIndex.fileName(for: board.leaderboard.scope)
            let stem = String(html.dropLast(".html".count))
            func page(_ suffix: String, _ content: Page.Content) -> Page {
                Page(
                    scope: board.leaderboard.scope, audience: audience, name: stem + suffix,
                    content: content)
            }
            var pages = [
                page(".html", .text(LeaderboardPage.html(view))),
                page(".md", .text(LeaderboardMarkdown.text(view))),
                page(".csv", .text(LeaderboardCSV.text(view))),
                page(".json", .text(LeaderboardJSON.text(view))),
                page(".xml", .text(LeaderboardXML.text(view))),
                page(".xlsx", .leaderboard(view)),
            ]
            if audience == .office, case .stage(let stage) = board.leaderboard.scope {
                let sheet = ResultSheet(view, judges: judges(of: stage, record: record))
                pages.append(page(".signature.html", .text(sheet.html)))
                pages.append(page(".signature.xlsx", .resultSheet(sheet)))
            }
            return pages
        }
    }

    /// The boards of the metrics of every stage that have a row.
    private func publishedMetrics() throws(Refusal) -> [MetricBoard] {
        var boards: [MetricBoard] = []
        for stage in contest.stages {
            for (index, table) in try metricBoards(stage.id).enumerated() where !table.rows.isEmpty
            {
                boards.append(
                    MetricBoard(
                        stage: stage.id, number: index + 1,
                        metric: stage.metrics[index].metric.rawValue, table: table))
            }
        }
        return boards
    }

    /// A metric's board, for the public and for the office.
    private func pages(
        of board: MetricBoard, record: ContestRecord, language: Language
    ) -> [Page] {
        let names = ContestNames(contest, rubrics: folder.rubrics)
        let html = MetricBoardPage.html(
            board.table, names: names, asOf: record.lastFact, language: language)
        let title = "# \(board.table.name?[language] ?? "")\n\n"
        let files = [
            (".html", html), (".md", title + board.table.markdown(in: language)),
            (".csv", board.table.csv()),
        ]
        return Audience.allCases.flatMap { audience in
            files.map { suffix, text in
                Page(
                    scope: .stage(board.stage), audience: audience, name: board.stem + suffix,
                    content: .text(text))
            }
        }
    }

    private func judges(of stage: StageID, record: ContestRecord) -> [Judge] {
        Set((record.assignments[stage] ?? []).map(\.judge)).sorted()
            .compactMap { record.judges[$0] }
    }

    private func write(_ pages: [Page], to path: String) throws {
        let faults = pages.concurrentMap { page -> Fault? in
            let folder = ContestFolder.join(path, page.audience.rawValue)
            do throws(Fault) {
                let path = ContestFolder.join(folder, page.name)
                switch page.content {
                case .text(let text): try Files.write(text, to: path)
                case .leaderboard(let view): try LeaderboardWorkbook.write(view, to: path)
                case .resultSheet(let sheet): try sheet.write(to: path)
                }
                return nil
            } catch { return error }
        }
        if let fault = faults.compactMap(\.self).first { throw fault }
    }

    private func writeIndex(
        of boards: [Board], _ metrics: [MetricBoard], to path: String, record: ContestRecord,
        language: Language
    ) throws {
        let links = boards.flatMap { board in
            [link(to: board)]
                + metrics.filter { .stage($0.stage) == board.leaderboard.scope }.map {
                    ContestIndex.Link(
                        scope: board.leaderboard.scope, metric: $0.metric, file: $0.stem + ".html",
                        isOfficial: board.leaderboard.isOfficial, submissions: $0.table.rows.count)
                }
        }
        let names = ContestNames(contest, rubrics: folder.rubrics)
        for audience in Audience.allCases {
            let folder = ContestFolder.join(path, audience.rawValue)
            let kept = ContestFolder.join(folder, ContestIndex.keptFolder)
            let index = ContestIndex(
                names, links: links, keptBundles: Files.exists(kept) ? try Files.list(kept) : [],
                asOf: record.lastFact, language: language)
            try Files.write(index.html, to: ContestFolder.join(folder, "index.html"))
        }
    }

    private func link(to board: Board) -> ContestIndex.Link {
        ContestIndex.Link(
            scope: board.leaderboard.scope,
            file: ContestIndex.fileName(for: board.leaderboard.scope),
            isOfficial: board.leaderboard.isOfficial,
            submissions: board.leaderboard.standings.count)
    }
}
