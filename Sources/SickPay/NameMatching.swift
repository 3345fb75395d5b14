/// A name without what should not matter when it is typed: case, å ä ö, composed or decomposed
/// letters. `Månad`, `manad` and `ma` + U+030A + `nad` all become `manad`.
public func foldedName(_ name: some StringProtocol) -> String {
  var folded = ""
  for scalar in name.lowercased().unicodeScalars {
    switch scalar {
    case "å", "ä": folded += "a"
    case "ö": folded += "o"
    case "\u{0300}"..."\u{036f}": continue
    default: folded.unicodeScalars.append(scalar)
    }
  }
  return folded
}

/// Insertions, deletions, changes and swaps of neighbours that part two names (F. J. Damerau, "A
/// technique for computer detection and correction of spelling errors", CACM 7 (1964); optimal
/// string alignment).
public func editDistance(_ left: String, _ right: String) -> Int {
  let (a, b) = (Array(left.utf8), Array(right.utf8))
  var (before, previous) = ([Int](), Array(0...b.count))
  for i in a.indices {
    var row = [i + 1] + [Int](repeating: 0, count: b.count)
    for j in b.indices {
      row[j + 1] = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        row[j + 1] = min(row[j + 1], before[j - 1] + 1)
      }
    }
    (before, previous) = (previous, row)
  }
  return previous[b.count]
}
