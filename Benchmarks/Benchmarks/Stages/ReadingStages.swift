import Ingest
import Ledger
import SickPay
import TestSupport

private let tables: [TableKind] = [.claims, .shifts]

extension Stage {
  /// The first is not ours: what libcsv alone needs for the same bytes.
  static let ofReading: [Stage] =
    [
      tokenising("libcsv alone") { try tokeniseWithLibCSV($0) },
      tokenising("tokenising") { try fieldCount(cutting: $0) },
      tokenising("tokenising quoted lines", quoted) { try fieldCount(cutting: $0) },
    ] + tables.map(decoding) + tables.map(reading) + [interning]

  /// Cuts the bytes of both tables into fields.
  ///
  /// - Parameter change: Made to the bytes before.
  private static func tokenising(
    _ name: String, _ change: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 },
    _ cut: @escaping @Sendable ([UInt8]) throws -> Int
  ) -> Stage {
    Stage(name: name, unit: .bytes) { inputs in
      let texts = try tables.map { change(try inputs.bytes($0)) }
      let (claims, shifts) = (inputs.world.claims, inputs.world.shifts)
      return Work(size: texts.reduce(0) { $0 + $1.count }) {
        let fields = try texts.reduce(0) { $0 + (try cut($1)) }
        precondition(fields > claims * 12 + shifts * 10, "too few fields")
        return fields
      }
    }
  }

  private static func decoding(_ table: TableKind) -> Stage {
    Stage(name: "decoding \(table.rawValue)", unit: .rows) { inputs in
      let (cut, rows) = (try CutTable(table, inputs.bytes(table)), inputs.rows(table))
      return Work(size: rows) {
        let accepted = cut.decode()
        precondition(accepted == rows, "rows were rejected")
        return accepted
      }
    }
  }

  private static func reading(_ table: TableKind) -> Stage {
    Stage(name: "reading \(table.rawValue)", unit: .rows) { inputs in
      let rows = inputs.rows(table)
      return Work(size: rows) {
        let accepted = await inputs.read(table).reports.reduce(0) { $0 + $1.accepted }
        precondition(accepted == rows, "rows got lost")
        return accepted
      }
    }
  }

  private static let interning = Stage(name: "interning", unit: .rows) { inputs in
    let texts = TextsOfRows(LedgerPart(joining: await inputs.parts()))
    return Work(size: inputs.world.shifts) { texts.intern() }
  }
}

/// Each record's first field in quotes, so that nothing takes the short way of plain lines.
private func quoted(_ bytes: [UInt8]) -> [UInt8] {
  let (quote, delimiter, lineFeed) = (UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: "\n"))
  var (result, isFirst): ([UInt8], Bool) = ([quote], true)
  for (place, byte) in bytes.enumerated() {
    if byte == delimiter && isFirst {
      result.append(quote)
      isFirst = false
    }
    result.append(byte)
    if byte == lineFeed && place + 1 < bytes.count {
      result.append(quote)
      isFirst = true
    }
  }
  return result
}

/// Values as they lie in the rows of shifts, made before they are interned.
private struct TextsOfRows: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int]
  private let persons: [PersonNumber]

  init(_ part: LedgerPart) {
    var (bytes, ends): ([UInt8], [Int]) = ([], [])
    for row in 0..<part.shifts.count {
      bytes += Array(part.dictionaries.texts[part.shifts[.arende, row]].utf8)
      ends.append(bytes.count)
    }
    (self.bytes, self.ends) = (bytes, ends)
    persons = (0..<part.shifts.count).compactMap { row in
      part.dictionaries.persons.number(part.shifts[.assistent, row])
    }
  }

  /// Gives every row's text and person an id; how many there are.
  func intern() -> Int {
    var (texts, people) = (TextDictionary(), PersonDictionary())
    var start = 0
    for end in ends {
      _ = texts.intern(bytes.span.extracting(start..<end))
      start = end
    }
    for person in persons { _ = people.intern(person) }
    return texts.count + people.count
  }
}
