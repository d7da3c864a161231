extension PageStyle {
    /// What a report has beside a leaderboard: intervals, and tables that scroll on a phone.
    static let report = """
        .interval { stroke: var(--accent); stroke-width: 2 } .faint { opacity: .45 }
        .bar { fill: var(--accent) }
        .wide { margin: 0 0 1.5rem }
        .wide thead th { position: static }
        @media screen and (max-width: 46rem) {
          .wide thead { position: static; width: auto; height: auto; clip-path: none }
          .wide table { display: table } .wide tbody { display: table-row-group }
          .wide tbody tr { display: table-row }
          .wide tbody td { padding: .4rem .6rem; border-bottom: 1px solid var(--line) } }
        @media print { .wide { overflow: visible } .wide td, .wide thead th { font-size: 7pt;
          padding: .8mm 1mm } .wide thead th:nth-child(2) { width: auto } }

        """
}
