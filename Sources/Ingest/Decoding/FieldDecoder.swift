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
    case .kommun: parseEach(batch, texts, into: &cells, &problems) { text, _ in kommunCell(text) }
    case .date:
      parseEach(batch, texts, into: &cells, &problems) { text, _ in
        dayCell(text, years: IngestLimits.years)
      }
    case .month:
      parseEach(batch, texts, into: &cells, &problems) { text, _ in
        monthCell(text, years: IngestLimits.years)
      }
    case .kronor:
      var unclear: Int?
      parseEach(batch, texts, into: &cells, &problems) { text, row in
        if unclear == nil, mayPartThousands(text) { unclear = row }
        return decimalCell(text, unit: 100)
      }
      unclearRow = unclear
    case .hours:
      parseEach(batch, texts, into: &cells, &problems) { text, _ in
        decimalCell(text, unit: Seconds.perHour)
      }
    case .wage, .percent:
      parseEach(batch, texts, into: &cells, &problems) { text, _ in
        decimalCell(text, unit: 10_000)
      }
    case .text: parseEach(batch, texts, into: &cells, &problems) { text, _ in textCell(text) }
    case .word(let words):
      parseEach(batch, texts, into: &cells, &problems) { text, _ in wordCell(text, words) }
    case .organisation:
      parseEach(batch, texts, into: &cells, &problems) { text, _ in organisationCell(text) }
    case .worker:
      parseEach(batch, texts, into: &cells, &problems) { text, row in
        personCell(text, event: Day(cell: events[row]), acceptsAnything: false)
      }
    case .brukare:
      parseEach(batch, texts, into: &cells, &problems) { text, row in
        personCell(text, event: Day(cell: events[row]), acceptsAnything: true)
      }
    case .vikarie:
      parseEach(batch, texts, into: &cells, &problems) { text, row in
        isVacant(text)
          ? .cell(absentCell)
          : personCell(text, event: Day(cell: events[row]), acceptsAnything: false)
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

  private func wordCell(_ text: Span<UInt8>, _ words: WordList) -> CellResult {
    if let place = words.place(ofExact: text) { return .cell(Int32(place)) }
    let word: String
    switch decoded(text) {
    case .unchanged: word = String(decodingUTF8: text)
    case .changed(let bytes): word = String(decoding: bytes, as: UTF8.self)
    case .problem(let reason): return .problem(reason)
    }
    return words.place(ofFolded: word).map { .cell(Int32($0)) } ?? .problem(.notInList)
  }

  private func decoded(_ text: Span<UInt8>) -> DecodedText {
    text.count > IngestLimits.textBytes ? .problem(.beyondLimit) : encoding.decode(text)
  }
}
