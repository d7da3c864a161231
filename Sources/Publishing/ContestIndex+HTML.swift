import Contests
import Formats

extension ContestIndex {
    /// The page: a list of links for each track, to files in the same folder.
    public var html: String {
        let tracks = names.contest.tracks.map { track in
            section(names.track(track.id), links: links.filter { $0.scope.track == track.id })
        }
        let overall = section(
            names.scope(.overall), links: links.filter { $0.scope == .overall })
        let time: Markup =
            asOf.map {
                "<p>\(Phrase("As of ", "截至 "))\($0.markup)</p>"
            }
            ?? ""
        let body: Markup = """
            <header><h1>\(names.title)</h1>
            \(time)</header>
            <main id="main"><nav aria-label="Leaderboards 排行榜">
            \([overall] + tracks)</nav></main>
            """
        return Page(
            title: names.title,
            languages: LeaderboardView.languages(of: names.contest, first: language),
            body: body
        ).html
    }

    private func section(_ title: Phrase, links: [Link]) -> Markup {
        guard !links.isEmpty else { return "" }
        let items = links.map { link -> Markup in
            let state =
                link.isOfficial ? Phrase("official", "正式") : Phrase("provisional", "暂定")
            let count = Phrase("\(link.submissions) submissions", "\(link.submissions) 件作品")
            return """
                <li><a href="\(link.file.asRelativeReference)">\(label(of: link))</a> \
                <span class="id">\([state, count].joined(Phrase(", ", "，")))</span></li>

                """
        }
        return "<section><h2>\(title)</h2>\n<ul class=\"links\">\(items)</ul></section>\n"
    }

    private func label(of link: Link) -> Phrase {
        if let metric = link.metric, case .stage(let id) = link.scope {
            return names.stage(id) + Phrase(": \(metric)", "：\(metric)")
        }
        return label(of: link.scope)
    }

    private func label(of scope: Leaderboard.Scope) -> Phrase {
        switch scope {
        case .stage(let id): names.stage(id)
        case .track: Phrase("Whole track", "赛道总排行")
        case .overall: Phrase("Leaderboard over all", "总排行榜")
        }
    }
}

extension Leaderboard.Scope {
    /// The track that a stage belongs to, or that is ranked as a whole.
    fileprivate var track: TrackID? {
        switch self {
        case .stage(let id): id.track
        case .track(let id): id
        case .overall: nil
        }
    }
}

extension String {
    /// The name of a file beside a page as a reference that leads nowhere else: every byte that a
    /// browser could act on is written as `%` and two digits.
    var asRelativeReference: String {
        let name = split(separator: "/").last.map(String.init) ?? ""
        let encoded = name.utf8.map { byte -> String in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                scalar.properties.isASCIIHexDigit || ("a"..."z").contains(scalar)
                || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
                || "-._".unicodeScalars.contains(scalar)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(scalar) : "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
        return "./" + encoded
    }
}
