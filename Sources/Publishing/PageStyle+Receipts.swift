extension PageStyle {
    /// Receipts on paper: cards with a QR code, none torn apart by a page.
    static let receipts = """
        .receipts { list-style: none; padding: 0; display: grid; gap: 1rem;
          grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)) }
        .receipts li { display: flex; gap: .75rem; align-items: center; break-inside: avoid;
          border: 1px solid var(--line); border-radius: .5rem; padding: .5rem }
        .code { width: 6.5rem; height: 6.5rem; flex: none }
        .receipts p { margin: .15rem 0; overflow-wrap: anywhere } .id { color: var(--soft) }
        .receipt { font: 600 .95rem ui-monospace, monospace; white-space: nowrap }
        @media print { .receipts { grid-template-columns: 1fr 1fr; gap: 4mm }
          .code { width: 26mm; height: 26mm } .receipt { font-size: 9pt } }

        """
}
