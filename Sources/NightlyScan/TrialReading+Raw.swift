public import Ingest
import Reporting
import SickPay

/// Rows as they stand.
extension TrialReading {
  /// Writes a file's records as JSON; why it could not be read to its end, if it could not.
  public static func writeRawJSON(
    _ source: InputSource, expectedNames: [String]?, to output: inout some TextOutputStream
  ) -> String? {
    RawRowsFormat.writeJSON(file: source.name, to: &output) { write in
      read(source, expectedNames, write)
    }.refusal
  }

  /// Writes the first rows of a file for a person to see, with persons' numbers masked.
  public static func writeRawTable(
    _ source: InputSource, expectedNames: [String]?, top: Int,
    to output: inout some TextOutputStream
  ) -> String? {
    var (lines, rows): ([String], Int) = ([], 0)
    let form = read(source, expectedNames) { record in
      if record.kind == .row { rows += 1 }
      guard rows <= top || record.kind == .header else { return }
      let cells = record.cells.map { oneLine(maskedPersons($0)) }.joined(separator: " | ")
      switch record.kind {
      case .preamble: lines.append("  rad \(record.line), ovanför: \(cells)")
      case .header where record.cells.isEmpty: lines.append("  utan rubrikrad")
      case .header: lines.append("  rad \(record.line), rubriker: \(cells)")
      case .row: lines.append("  rad \(record.line): \(cells)")
      case .problem: lines.append("  rad \(record.line): \(problemWords(cells))")
      }
    }
    output.write(source.name + "\n" + lines.map { $0 + "\n" }.joined())
    let rest = rows - top
    if rest > 0 { output.write("  och \(SwedishNumbers.count(rest, "rad", "rader")) till\n") }
    if let refusal = form.refusal { output.write("  nekad: \(refusal)\n") }
    return form.refusal
  }

  private static func read(
    _ source: InputSource, _ expectedNames: [String]?, _ write: (RawRecord) -> Void
  ) -> RawForm {
    var form = RawForm()
    do {
      try RawReading.read(
        source, expectedNames: expectedNames,
        onForm: { found in
          form.encoding = found.encoding.rawValue
          form.delimiter = found.dialect.delimiter.map { String(Character(Unicode.Scalar($0))) }
          form.quote = found.dialect.quote.map { String(Character(Unicode.Scalar($0))) }
          form.escape = found.dialect.escapesWithBackslash ? "\\" : form.quote
        },
        onEvent: { write(RawRecord($0)) })
    } catch {
      form.refusal = sentence(error)
    }
    return form
  }
}

extension RawRecord {
  fileprivate init(_ event: RawReading.Event) {
    switch event {
    case .preamble(let line, let cells): self.init(.preamble, line: line, cells: cells)
    case .table(let names, let line): self.init(.header, line: line, cells: names)
    case .row(let line, let cells): self.init(.row, line: line, cells: cells)
    case .problem(let line, let problem):
      self.init(.problem, line: line, cells: [problem.rawValue])
    }
  }
}

private func problemWords(_ name: String) -> String {
  switch RawProblem(rawValue: name) {
  case .fieldCount: "fler eller färre fält än rubriken"
  case .strayQuote: "ett citattecken där inget får stå"
  case .otherHeader: "en annan rubrik än den som angavs"
  case nil: name
  }
}
