import SickPay

/// A header name without what should not matter: what `foldedName` takes away, a byte order mark,
/// and blanks around it.
///
/// `Ärende`, `arende` and `A` + U+0308 + `rende` all become `arende`.
func foldedHeaderName(_ name: some StringProtocol) -> String {
  let folded = foldedName(name).filter { $0 != "\u{feff}" }.drop { $0 == " " }
  return String(folded.reversed().drop { $0 == " " }.reversed())
}
