/// A header name without what should not matter: case, å ä ö, composed or decomposed letters,
/// blanks around it.
///
/// `Ärende`, `arende` and `A` + U+0308 + `rende` all become `arende`.
func foldedHeaderName(_ name: some StringProtocol) -> String {
  var folded = ""
  for scalar in name.lowercased().unicodeScalars {
    switch scalar {
    case "å", "ä": folded += "a"
    case "ö": folded += "o"
    case "\u{0300}"..."\u{036f}", "\u{feff}": continue
    default: folded.unicodeScalars.append(scalar)
    }
  }
  return String(folded.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
}
