import Ledger

/// A part of a ledger as sections, always in the same order: dictionaries, then every column of
/// every table.
struct PartSections {
  static let widths: [Section.Width] = dictionaryWidths + tableWidths.flatMap(\.self)

  private static let dictionaryWidths: [Section.Width] = [
    .words, .words, .bytes, .words, .bytes, .words,
  ]
  private static let tableWidths: [[Section.Width]] = columns(of: LedgerPart()).map { table in
    table.map { _ in .cells }
  }

  static func sections(of part: LedgerPart) -> [Section] {
    let dictionaries = part.dictionaries
    let (opaque, texts) = (dictionaries.persons.opaque, dictionaries.texts)
    return [
      .words(dictionaries.companyNumbers.keys), .words(dictionaries.persons.numbers.keys),
      .bytes(opaque.bytes), .words(opaque.ends.map(UInt64.init)),
      .bytes(texts.bytes), .words(texts.ends.map(UInt64.init)),
    ] + columns(of: part).flatMap(\.self).map(Section.cells)
  }

  /// `nil` where the sections are not those of a part.
  static func part(_ sections: [Section], registers: Set<RegisterKind>) -> LedgerPart? {
    guard sections.count == widths.count, let dictionaries = dictionaries(sections) else {
      return nil
    }
    var columns = sections.dropFirst(dictionaryWidths.count).map { section -> [Int32] in
      if case .cells(let cells) = section { cells } else { [] }
    }[0...]
    func take<Schema>(_ table: inout Table<Schema>) -> Bool {
      let width = table.columns.count
      guard let read = Table<Schema>(columns: Array(columns.prefix(width))) else { return false }
      columns = columns.dropFirst(width)
      table = read
      return true
    }
    var part = LedgerPart()
    part.dictionaries = dictionaries
    part.registers.given = registers
    let isWhole =
      take(&part.claims) && take(&part.shifts) && take(&part.rejected)
      && take(&part.registers.permits)
      && take(&part.registers.decisions) && take(&part.registers.workedTime)
      && take(&part.registers.wages) && take(&part.registers.companies)
      && take(&part.registers.payments) && take(&part.registers.outcomes)
    return isWhole ? part : nil
  }

  private static func columns(of part: LedgerPart) -> [[[Int32]]] {
    let registers = part.registers
    return [
      part.claims.columns, part.shifts.columns, part.rejected.columns, registers.permits.columns,
      registers.decisions.columns, registers.workedTime.columns, registers.wages.columns,
      registers.companies.columns, registers.payments.columns, registers.outcomes.columns,
    ]
  }

  /// The first six sections.
  static func dictionaries(_ sections: [Section]) -> Dictionaries? {
    guard case .words(let companies) = sections[0], case .words(let persons) = sections[1],
      let opaque = texts(sections[2], sections[3]), let texts = texts(sections[4], sections[5])
    else { return nil }
    return Dictionaries(
      companyNumbers: NumberDictionary(keys: companies),
      persons: PersonDictionary(numbers: NumberDictionary(keys: persons), opaque: opaque),
      texts: texts)
  }

  private static func texts(_ bytes: Section, _ ends: Section) -> TextDictionary? {
    guard case .bytes(let bytes) = bytes, case .words(let ends) = ends else { return nil }
    return TextDictionary(bytes: bytes, ends: ends.map { Int(clamping: $0) })
  }
}
