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
            \([overall] + tracks)</nav>
            \(bundles)</main>
            """
        return Page(
            title: names.title,
            languages: LeaderboardView.languages(of: names.contest, first: language),
            body: body
        ).html
    }

    /// What strangers compute the results from: now, and each time that an official one changed.
    private var bundles: Markup {
        guard !keptBundles.isEmpty else { return "" }
        let names = keptBundles.sorted { left, right in
            (left.utf8.count, left) < (right.utf8.count, right)
        }
        let items = names.map { name -> Markup in
            """
            <li><a href="./\(Self.keptFolder)/\(name.asReference)">\(name)</a></li>

            """
        }
        return """
            <section><h2>\(Phrase("Official results as published", "历次公布的正式结果"))</h2>
            <p>\(Phrase(
                "Each can be computed anew by anyone: banyan verify FILE",
                "任何人都可以重新计算：banyan verify 文件"))</p>
            <ul class="links">\(items)</ul></section>

            """
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
    /// The name of a file beside a page as a reference that leads nowhere else.
    var asRelativeReference: String { "./" + asReference }

    /// The name of a file as a part of a reference: every byte that a browser could act on is
    /// written as `%` and two digits.
    fileprivate var asReference: String {
        let name = split(separator: "/").last.map(String.init) ?? ""
        return name.utf8.map { byte -> String in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                scalar.properties.isASCIIHexDigit || ("a"..."z").contains(scalar)
                || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
                || "-._".unicodeScalars.contains(scalar)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(scalar) : "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}
