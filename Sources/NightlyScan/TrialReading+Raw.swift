public import Ingest
import Reporting
import SickPay

/// Rows as they stand.
extension TrialReading {
  /// Writes the records of a source's files as JSON; why each could not be read to its end, if it
  /// could not.
  public static func writeRawJSON(
    _ source: InputSource, expectedNames: [String]?, to output: inout some TextOutputStream
  ) -> [String?] {
    var refusals: [String?] = []
    RawReading.eachFile(in: source) { file in
      let form = RawRowsFormat.writeJSON(file: file.name, to: &output) { write in
        read(file, expectedNames, write)
      }
      refusals.append(form.refusal)
    }
    return refusals
  }

  /// Writes the first rows of a source's files for a person to see, with persons' numbers masked.
  public static func writeRawTable(
    _ source: InputSource, expectedNames: [String]?, top: Int,
    to output: inout some TextOutputStream
  ) -> [String?] {
    var refusals: [String?] = []
    RawReading.eachFile(in: source) { file in
      refusals.append(writeTable(file, expectedNames, top, to: &output))
    }
    return refusals
  }

  private static func writeTable(
    _ file: RawFile, _ expectedNames: [String]?, _ top: Int,
    to output: inout some TextOutputStream
  ) -> String? {
    var (lines, rows): ([String], Int) = ([], 0)
    let form = read(file, expectedNames) { record in
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
    output.write(file.name + "\n" + lines.map { $0 + "\n" }.joined())
    let rest = rows - top
    if rest > 0 { output.write("  och \(SwedishNumbers.count(rest, "rad", "rader")) till\n") }
    if let refusal = form.refusal { output.write("  nekad: \(refusal)\n") }
    return form.refusal
  }

  private static func read(
    _ file: RawFile, _ expectedNames: [String]?, _ write: (RawRecord) -> Void
  ) -> RawForm {
    var form = RawForm()
    do {
      form.cells = try file.read(
        expectedNames: expectedNames,
        onForm: { found in
          form.isHidden = found.sheet?.isHidden
          guard let (encoding, dialect) = found.text else { return }
          form.encoding = encoding.rawValue
          form.delimiter = dialect.delimiter.map { String(Character(Unicode.Scalar($0))) }
          form.quote = dialect.quote.map { String(Character(Unicode.Scalar($0))) }
          form.escape = dialect.escapesWithBackslash ? "\\" : form.quote
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
