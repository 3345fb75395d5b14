import Ledger
import SickPay
import Store

/// Turns cells into what a database holds. A token costs a hash: each is made once.
struct RowCells {
  private let calls: Calls
  private let dictionaries: Dictionaries
  private let fileNames: [String]
  private var assistenter: [String?]
  private var brukare: [String?]
  private var organisations: [String?]

  init(_ calls: Calls, _ dictionaries: Dictionaries, _ fileNames: [String]) {
    (self.calls, self.dictionaries, self.fileNames) = (calls, dictionaries, fileNames)
    assistenter = Array(repeating: nil, count: dictionaries.persons.count)
    brukare = assistenter
    organisations = Array(repeating: nil, count: dictionaries.companyCount)
  }

  mutating func value(_ column: RowColumn, _ columns: [[Int32]], _ row: Int) -> StoredValue {
    let cell = columns[column.index][row]
    if cell == absentCell { return .empty }
    let calls = calls
    switch column.meaning {
    case .integer: return .integer(Int64(cell))
    case .day: return .day(Day(cell: cell))
    case .time: return .text(time(Moment(cell: cell)))
    case .text: return .text(calls.written(dictionaries.texts[TextID(cell: cell)]))
    case .kommun: return .text(KommunCode(cell: cell).description)
    case .assistent:
      let person = PersonID(cell: cell)
      return .text(made(&assistenter[person.index]) { calls.assistent(person) })
    case .brukare:
      let person = PersonID(cell: cell)
      return .text(made(&brukare[person.index]) { calls.brukare(person) })
    case .file: return .text(fileNames[FileID(cell: cell).index])
    case .word(let words): return .text(words[Int(cell)])
    }
  }

  mutating func organisation(_ company: CompanyID) -> String {
    let calls = calls
    return made(&organisations[company.index]) { calls.organisation(company) }
  }

  /// `2025-05-06 20:00:00`, by the wall clock.
  private func time(_ moment: Moment) -> String {
    let wall = SwedishTime.wallTime(moment)
    let parts = [wall.secondOfDay / 3600, wall.secondOfDay / 60 % 60, wall.secondOfDay % 60]
    return "\(wall.day) " + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

private func made(_ text: inout String?, _ make: () -> String) -> String {
  if let text { return text }
  let new = make()
  text = new
  return new
}
