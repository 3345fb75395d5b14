import Ingest
import Reporting
import SickPay

/// How the file is written.
func formLines(_ file: FileRecognition, _ report: FileReport) -> [String] {
  var lines = [writtenLine(file)]
  if let sender = file.sender { lines.append("avsändare: \(sender)") }
  guard let form = report.form else { return lines }
  for (sign, word) in [(DecimalSign.comma, "decimalkomma"), (.point, "decimalpunkt")] {
    let columns = form.columns.map(\.column).filter { form.decimalSigns[$0] == sign }
    if !columns.isEmpty { lines.append("\(word) i \(columns.joined(separator: ", "))") }
  }
  for order in DateOrder.allCases {
    let columns = form.columns.map(\.column).filter { form.dateOrders[$0] == order }
    if !columns.isEmpty { lines.append("\(order.rawValue) i \(columns.joined(separator: ", "))") }
  }
  return lines
}

private func writtenLine(_ file: FileRecognition) -> String {
  let above = SwedishNumbers.count(file.preambleRecords, "rad", "rader")
  let header = SwedishNumbers.count(file.headerRecords, "rubrikrad", "rubrikrader")
  let parts =
    textWords(file) + sheetWords(file) + [
      file.preambleRecords > 0 ? "\(above) ovanför rubriken" : nil,
      file.headerRecords > 0 ? header : "ingen rubrikrad",
    ]
  return "skriven i: " + parts.compactMap(\.self).joined(separator: ", ")
}

private func textWords(_ file: FileRecognition) -> [String?] {
  guard let (encoding, dialect) = file.text else { return [] }
  let delimiter =
    dialect.delimiter.map { "\(delimiterWord($0)) mellan fälten" } ?? "ett fält på varje rad"
  return [
    encoding.rawValue, delimiter,
    dialect.quote.map { "citattecken \(Character(Unicode.Scalar($0)))" },
    dialect.escapesWithBackslash ? "omvänt snedstreck före citattecken" : nil,
  ]
}

private func sheetWords(_ file: FileRecognition) -> [String?] {
  guard let sheet = file.sheet else { return [] }
  return [
    sheet.isHidden ? "dolt blad i Excel" : "blad i Excel",
    sheet.countsFrom1904 ? "dagar räknade från 1904" : nil,
    sheet.hasMergedCells ? "sammanfogade celler" : nil,
  ]
}

private func delimiterWord(_ byte: UInt8) -> String {
  switch byte {
  case UInt8(ascii: ";"): "semikolon"
  case UInt8(ascii: ","): "komma"
  case UInt8(ascii: "|"): "lodstreck"
  case 0x09: "tabb"
  case 0x20: "blanksteg"
  default: "tecknet \(Character(Unicode.Scalar(byte)))"
  }
}

/// Which column of the file became which of the table, and on what ground: as they were read, and
/// where the file was refused, as the door for senders' forms took them.
func columnLines(_ file: FileRecognition, _ report: FileReport) -> [String] {
  let isCanonical = report.outcome == .read && report.form == nil
  let columns = isCanonical ? report.columns : file.columns
  guard !columns.isEmpty else { return [] }
  let mapped = columns.map { column in
    let name = column.ground == .constant ? "«\(column.header)»" : column.header
    return "  \(shown(name)) → \(column.column) (\(words(column.ground)))"
  }
  let unknown = isCanonical ? report.unknownColumns : file.unknown
  let repeated = isCanonical ? [] : file.repeated
  return ["kolumner:"] + mapped + unknown.map { "  \(shown($0)): används inte" }
    + repeated.map { "  \($0): flera kolumner kan vara den, ingen används" }
}

/// A name of the file on one line, without persons' numbers.
private func shown(_ name: String) -> String { oneLine(maskedPersons(name)) }

private func words(_ ground: ColumnMapping.Ground) -> String {
  switch ground {
  case .name: "formatets namn"
  case .synonym: "känt namn"
  case .similar: "nästan formatets namn"
  case .sender: "sparat för avsändaren"
  case .constant: "fast värde för avsändaren"
  case .dayAndTime: "dag och klockslag"
  }
}

/// The first rows; persons are masked.
func rowLines(_ file: FileRecognition) -> [String] {
  let persons = Set(file.columns.filter(\.isPerson).map(\.header))
  let hidden = file.names.map { persons.contains($0) }
  let rows = file.firstRows.map { cells in
    "  "
      + cells.enumerated().map { place, cell in
        place < hidden.count && hidden[place] && !cell.isEmpty ? "•••" : oneLine(cell)
      }.joined(separator: " | ")
  }
  return rows.isEmpty ? [] : ["första raderna:"] + rows
}

/// What to put where, so that the file can be read next time.
func questionLines(_ file: FileRecognition) -> [String] {
  guard file.table != nil else { return [] }
  var lines = ["svara i avsandare.yml, till exempel:", "  avsändare:", "    - namn: …"]
  let names = file.names.filter { !$0.isEmpty && maskedPersons($0) == $0 }.prefix(4)
    .map(quoted).joined(separator: ", ")
  lines.append("      känns_igen_på: [\(names)]")
  if file.missing.isEmpty {
    return lines + ["      decimaltecken: komma", "      datumordning: dag-månad-år"]
  }
  lines.append("      kolumner:")
  lines += file.missing.map { column in
    "        \(column.name): \(column.similarHeader.map(quoted) ?? "\"kolumnens namn i filen\"")"
  }
  return lines + ["      fasta_värden:", "        kolumn som filen saknar: värdet på alla rader"]
}

private func quoted(_ text: String) -> String {
  "\"" + oneLine(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}

/// A text without line breaks and other signs that steer a terminal.
public func oneLine(_ text: String) -> String {
  String(
    text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
}
