/// The page's style sheet. Printed, a page is A4, closed details open (`::details-content`, where
/// the browser knows it), table heads repeat and no row is cut in two.
let htmlStyle: StaticString = """
  :root { color-scheme: light; --ink: #1a1a1a; --line: #b8b8b8; --soft: #f3f1ec; }
  body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: #fff;
    max-width: 75rem; margin: 0 auto; padding: 1.5rem; }
  h1, h2, h3, h4 { line-height: 1.25; margin: 1.5em 0 .4em; }
  p, ul { margin: .4em 0; max-width: 45rem; }
  table { border-collapse: collapse; margin: .8em 0; font-variant-numeric: tabular-nums; }
  caption { text-align: left; font-weight: 600; padding: .3em 0; }
  th, td { text-align: left; vertical-align: top; padding: .25em .7em .25em 0;
    border-bottom: 1px solid var(--line); }
  th[scope=row] { font-weight: 600; overflow-wrap: anywhere; }
  .tal { text-align: right; white-space: nowrap; }
  .obs { border-left: .3rem solid #8a5a00; background: var(--soft); padding: .5em 1em;
    max-width: 45rem; }
  section.bolag { border-top: 2px solid var(--line); }
  summary { cursor: pointer; padding: .3em 0; }
  a { color: #0b4f79; }
  @page { size: A4; margin: 15mm; }
  @media print {
    body { font-size: 9pt; max-width: none; padding: 0; }
    details::details-content { content-visibility: visible; block-size: auto; }
    thead { display: table-header-group; }
    tr, h2, h3, h4 { break-inside: avoid; }
    h2, h3, h4 { break-after: avoid; }
    a { color: inherit; text-decoration: none; }
  }

  """
