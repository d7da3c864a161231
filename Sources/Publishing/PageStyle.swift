/// The style of all pages: one column, system fonts, tabular figures, light and dark, A4.
enum PageStyle {
    /// What every page has.
    static let common = colours + frame + control + print

    /// Ink on paper; each pair of text and ground has a contrast of at least 4.5.
    private static let colours = """
        :root { color-scheme: light dark; --paper: #fcfbf8; --raised: #f3f1ea; --ink: #1c201e;
          --soft: #565e59; --line: #dcd9cf; --accent: #14573f; --gold: #7a5200; --red: #9c2b1e }
        @media screen and (prefers-color-scheme: dark) { :root { --paper: #131614;
          --raised: #1d221f; --ink: #e7e9e4; --soft: #a6aea8; --line: #353c38; --accent: #86cfae;
          --gold: #e3b65b; --red: #f09a8c } }

        """

    private static let frame = """
        * { box-sizing: border-box }
        html { -webkit-text-size-adjust: 100%; scroll-padding-top: 3.5rem }
        body { margin: 0 auto; max-width: 76rem; padding: 1rem clamp(1rem, 4vw, 2.5rem) 3rem;
          background: var(--paper); color: var(--ink); text-align: end; overflow-wrap: break-word;
          font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
            "Noto Sans SC", sans-serif }
        .page { text-align: start }
        h1, h2 { font-family: Georgia, "Songti SC", "SimSun", "Noto Serif CJK SC", serif;
          line-height: 1.25; text-wrap: balance }
        h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.5rem); margin: 0 }
        h2 { font-size: 1.35rem; margin: 2.75rem 0 .75rem; padding-top: .75rem;
          border-top: 1px solid var(--line) }
        h3 { font-size: 1rem; margin: 1.25rem 0 .25rem }
        header { margin: 1rem 0 1.25rem }
        .contest { margin: 0 0 .25rem; color: var(--accent); font-weight: 600 }
        .office { margin: 0 0 1rem; padding: .4rem .8rem; border: 1px solid var(--red);
          border-radius: .3rem; color: var(--red) }
        a { color: var(--accent) }
        ol, ul { padding-inline-start: 1.4rem }
        li { margin: .2rem 0 }
        .id { color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums }
        .facts { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; list-style: none; padding: 0;
          margin: 0 0 1rem; color: var(--soft); align-items: baseline }
        .facts li { margin: 0 }
        .official, .provisional { padding: .15rem .7rem; border-radius: 1rem;
          border: 1px solid currentColor }
        .official { color: var(--accent) }
        .provisional { color: var(--gold); border-style: dashed }
        .sections { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 1.5rem }
        .sections a { padding: .25rem 0 }
        .links { list-style: none; padding: 0 }
        .links a { display: inline-block; padding: .35rem 0; font-weight: 600 }
        footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line);
          color: var(--soft); font-size: .875rem }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
        .skip { position: absolute; inset-inline-start: 1rem; top: -6rem; padding: .5rem 1rem;
          background: var(--paper); border: 2px solid var(--accent); border-radius: .3rem;
          z-index: 2 }
        .skip:focus { top: .5rem }

        """

    /// The choice of language: what was not chosen is not there, for screen readers too.
    private static let control = """
        input[name="language"] { position: absolute; opacity: 0 }
        input[name="language"] + label { display: inline-block; padding: .3rem .9rem;
          border: 1px solid var(--line); cursor: pointer; color: var(--soft); background: none }
        label[for="in-zh"] { border-radius: 2rem 0 0 2rem; border-inline-end: 0 }
        label[for="in-en"] { border-radius: 0 2rem 2rem 0 }
        input[name="language"]:checked + label { background: var(--accent); color: var(--paper);
          border-color: var(--accent) }
        input[name="language"]:focus-visible + label { outline: 3px solid var(--accent);
          outline-offset: 2px }
        #in-zh:checked ~ .page .en, #in-en:checked ~ .page .zh, .only-zh ~ .page .en,
        .only-en ~ .page .zh { display: none }

        """

    private static let print = """
        @page { size: A4; margin: 14mm 12mm }
        @media print { :root { --paper: #fff; --raised: #fff; --ink: #000; --soft: #333;
          --line: #999; --accent: #000; --gold: #000; --red: #000 }
          body { padding: 0; max-width: none; font-size: 8.5pt; line-height: 1.35 }
          input[name="language"], input[name="language"] + label, .skip, .sections { display: none }
          h1 { font-size: 18pt } h2 { font-size: 13pt; margin-top: 1.25rem; break-after: avoid }
          h3 { break-after: avoid }
          thead { display: table-header-group } tr, figure, li { break-inside: avoid } }

        """
}
