extension PageStyle {
    /// The result sheet: lines to sign on, two beside each other, never torn apart by a page.
    static let resultSheet = """
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
        caption { text-align: start; padding-bottom: .5rem; color: var(--soft) }
        th, td { padding: .35rem .5rem; border: 1px solid var(--soft); text-align: start;
          vertical-align: baseline }
        thead th { font-size: .875rem } tbody th { font-weight: 400 } .number { text-align: end }
        td:first-child, td:nth-child(2), td:nth-child(5) { white-space: nowrap }
        .signatures ul { list-style: none; padding: 0; display: grid; gap: 1.75rem 2rem;
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)) }
        .signatures li { display: flex; gap: .5rem; align-items: end; break-inside: avoid }
        .role { color: var(--soft) } .name { font-weight: 600 }
        .sign { flex: 2 1 5rem; border-bottom: 1px solid var(--ink); height: 1.6rem }
        .sign.short { flex: 1 1 3.5rem } .date { color: var(--soft); white-space: nowrap }
        .hash code { font-size: .8rem }
        .scroll { overflow-x: auto }
        @media screen { .scroll table { min-width: 44rem } }
        @media print { th, td { padding: 1mm 1.5mm } .hash code { font-size: 7.5pt }
          .signatures ul { grid-template-columns: 1fr 1fr; gap: 7mm 8mm }
          .scroll { overflow: visible }
          .signatures h2, .signatures > p { break-after: avoid } }

        """
}
