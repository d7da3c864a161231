extension PageStyle {
    /// The table of standings: on a phone each row is a card.
    static let leaderboard = table + phone + paper + chart + awards

    private static let table = """
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
        caption { text-align: start; color: var(--soft); padding: 0 0 .5rem }
        th, td { padding: .55rem .6rem; text-align: start; vertical-align: baseline;
          border-bottom: 1px solid var(--line) }
        thead th { position: sticky; top: 0; z-index: 1; background: var(--paper);
          color: var(--soft); font-size: .875rem; font-weight: 600; vertical-align: bottom;
          border-bottom: 2px solid var(--ink) }
        tbody th { font-weight: 400; min-width: 14rem }
        .title { display: block; font-weight: 600; overflow-wrap: anywhere }
        .meta { display: block; color: var(--soft); font-size: .875rem }
        .meta > span + span::before { content: " · " }
        .number { text-align: end; white-space: nowrap }
        .place { font-family: Georgia, "Noto Serif CJK SC", serif; font-size: 1.15rem }
        td.place { padding-inline-end: 1.1rem }
        .equal { display: inline-block; width: .7em; text-align: start; margin-inline-end: -.7em }
        .results { min-width: 6.5rem } td.notes { min-width: 9rem }
        td.sheets { min-width: 14rem }
        td.score { font-weight: 600 }
        .exact { display: block; color: var(--soft); font-weight: 400; font-size: .75rem }
        tr.line > * { border-bottom: 2px solid var(--accent) }
        .award, .on { display: inline-block; margin: 0 .35rem .2rem 0; padding: 0 .6rem;
          border: 1px solid currentColor; border-radius: 1rem; font-size: .875rem }
        .award { color: var(--gold) } .on { color: var(--accent) }
        .notes { color: var(--soft); font-size: .875rem }
        .notes p, .sheets p { margin: 0 } .sheets { font-size: .875rem }
        .status { color: var(--red) }
        .label { display: none }

        """

    private static let phone = """
        @media screen and (max-width: 46rem) {
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
            clip-path: inset(50%) }
          table, tbody { display: block }
          tbody tr { display: grid; grid-template-columns: 2.9rem minmax(0, 1fr) auto;
            column-gap: .5rem; padding: .7rem 0; border-bottom: 1px solid var(--line) }
          tbody th, tbody td, td.notes, td.sheets { border: 0; padding: 0; min-width: 0;
            grid-column: 2 / -1 }
          tbody td.place { grid-area: 1 / 1; text-align: start }
          tbody th { grid-area: 1 / 2 } tbody td.score { grid-area: 1 / 3 }
          tbody td.none { display: none }
          tbody td.further { text-align: start; color: var(--soft); font-size: .875rem }
          tr.line > * { border: 0 } tbody tr.line { border-bottom: 2px solid var(--accent) }
          .award, .on { margin-top: .35rem }
          .label { display: inline; color: var(--soft) }
        }

        """

    private static let paper = """
        @media print { thead th { position: static } th, td { padding: 1.2mm 1.5mm }
          thead th:nth-child(2) { width: 60% } tbody th { min-width: 45mm }
          .place { font-size: 11pt }
          .meta, .notes, .award, .on, thead th, .sheets { font-size: 8pt; line-height: 1.35 }
          .award, .on { border: 0; padding: 0; margin-bottom: 0 } .exact { font-size: 7pt }
          .results { min-width: 15mm } td.notes { min-width: 22mm } td.sheets { min-width: 40mm } }

        """

    private static let chart = """
        figure { margin: 0 0 1.5rem; max-width: 60rem }
        figcaption { color: var(--soft); font-size: .875rem }
        .scroll { overflow-x: auto } .scroll svg { display: block; width: 100%; min-width: 34rem;
          height: auto }
        svg text { font: 12px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
          sans-serif; fill: var(--soft); font-variant-numeric: tabular-nums }
        .grid { stroke: var(--line) } .axis { stroke: var(--soft) }
        .dot { fill: var(--soft) } .dot.won { fill: var(--gold) } .dot.on { fill: var(--accent) }
        .cut { stroke: var(--gold); stroke-dasharray: 4 3 } .cut.go { stroke: var(--accent) }
        svg text.cutname { fill: var(--gold); stroke: var(--paper); stroke-width: 4px;
          paint-order: stroke } svg text.cutname.go { fill: var(--accent) }
        @media print { figure { width: 150mm } .scroll { overflow: visible } }

        """

    private static let awards = """
        .awards { list-style: none; padding: 0; display: grid; gap: 1rem 2rem;
          grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)) }
        .awards > li { border-inline-start: 3px solid var(--gold); padding-inline-start: 1rem }
        .awards h3 { margin-top: 0 } .awards p { margin: .1rem 0 }
        .prize { color: var(--gold); font-weight: 600 } .terms { color: var(--soft);
          font-size: .875rem } .vacant { font-style: italic }
        .awards ol { margin: .35rem 0 }
        @media print { .awards { display: block }
          .awards > li { margin-bottom: 3mm; break-inside: auto } }

        """
}
