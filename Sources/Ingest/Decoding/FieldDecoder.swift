import Ledger
import SickPay

/// Turns the texts of a column into cells, giving ids as it goes.
struct FieldDecoder {
  var dictionaries = Dictionaries()
  /// The first row of the column decoded last whose sum can be read in two ways.
  private(set) var unclearRow: Int?
  let encoding: TextEncoding

  init(encoding: TextEncoding) { self.encoding = encoding }

  /// - Parameters:
  ///   - events: For each row the day that decides the century of a person's number; only columns
  ///     of persons look at it.
  ///   - cells: One for each row; those of empty fields and problems stay as they are.
  mutating func decode(
    _ batch: borrowing RecordBatch, _ texts: ColumnTexts, _ kind: FieldKind, events: [Int32],
    into cells: inout [Int32], _ problems: inout [FieldProblem]
  ) {
    unclearRow = nil
    switch kind {
    case .kommun: parseChanges(batch, texts, into: &cells, &problems, kommunCell)
    case .date:
      parseEach(batch, texts, into: &cells, &problems) { bytes, place, _ in
        dayCell(bytes.extracting(place), years: IngestLimits.years)
      }
    case .month:
      parseEach(batch, texts, into: &cells, &problems) { bytes, place, _ in
        monthCell(bytes.extracting(place), years: IngestLimits.years)
      }
    case .kronor:
      var unclear: Int?
      parseEach(batch, texts, into: &cells, &problems) { bytes, place, row in
        if unclear == nil, mayPartThousands(bytes, place) { unclear = row }
        return decimalCell(bytes, place, unit: 100)
      }
      unclearRow = unclear
    case .hours:
      parseEach(batch, texts, into: &cells, &problems) { bytes, place, _ in
        decimalCell(bytes, place, unit: Seconds.perHour)
      }
    case .wage, .percent:
      parseEach(batch, texts, into: &cells, &problems) { bytes, place, _ in
        decimalCell(bytes, place, unit: 10_000)
      }
    case .text: parseChanges(batch, texts, into: &cells, &problems) { text in textCell(text) }
    case .word(let words):
      parseChanges(batch, texts, into: &cells, &problems) { [encoding] text in
        wordCell(text, words, encoding)
      }
    case .organisation:
      parseChanges(batch, texts, into: &cells, &problems) { text in organisationCell(text) }
    case .worker:
      parsePersons(batch, texts, events, into: &cells, &problems) { text, event in
        personCell(text, event: event, acceptsAnything: false)
      }
    case .brukare:
      parsePersons(batch, texts, events, into: &cells, &problems) { text, event in
        personCell(text, event: event, acceptsAnything: true)
      }
    case .vikarie:
      parsePersons(batch, texts, events, into: &cells, &problems) { text, event in
        isVacant(text)
          ? .cell(absentCell) : personCell(text, event: event, acceptsAnything: false)
      }
    case .wallTime: preconditionFailure("a shift's times are read together")
    }
  }

  private mutating func organisationCell(_ text: Span<UInt8>) -> CellResult {
    guard let number = organisationNumber(text) else { return .problem(.notAnOrganisationNumber) }
    return .cell(dictionaries.intern(number).cell)
  }

  private mutating func personCell(
    _ text: Span<UInt8>, event: Day, acceptsAnything: Bool
  ) -> CellResult {
    switch personText(text, event: event) {
    case .number(let number): return .cell(dictionaries.persons.intern(number).cell)
    case .interim: return opaqueCell(text)
    case .other: return acceptsAnything ? opaqueCell(text) : .problem(.notAPersonNumber)
    }
  }

  private mutating func opaqueCell(_ text: Span<UInt8>) -> CellResult {
    switch decoded(text) {
    case .unchanged: .cell(dictionaries.persons.intern(opaque: text).cell)
    case .changed(let bytes): .cell(dictionaries.persons.intern(opaque: bytes.span).cell)
    case .problem(let reason): .problem(reason)
    }
  }

  private mutating func textCell(_ text: Span<UInt8>) -> CellResult {
    switch decoded(text) {
    case .unchanged: .cell(dictionaries.texts.intern(text).cell)
    case .changed(let bytes): .cell(dictionaries.texts.intern(bytes.span).cell)
    case .problem(let reason): .problem(reason)
    }
  }

  private func decoded(_ text: Span<UInt8>) -> DecodedText {
    decodedText(text, encoding)
  }
}

private func decodedText(_ text: Span<UInt8>, _ encoding: TextEncoding) -> DecodedText {
  text.count > IngestLimits.textBytes ? .problem(.beyondLimit) : encoding.decode(text)
}

private func wordCell(
  _ text: Span<UInt8>, _ words: WordList, _ encoding: TextEncoding
) -> CellResult {
  if let place = words.place(ofExact: text) { return .cell(Int32(place)) }
  let word: String
  switch decodedText(text, encoding) {
  case .unchanged: word = String(decodingUTF8: text)
  case .changed(let bytes): word = String(decoding: bytes, as: UTF8.self)
  case .problem(let reason): return .problem(reason)
  }
  return words.place(ofFolded: word).map { .cell(Int32($0)) } ?? .problem(.notInList)
}
