import Foundation
import SickPay
import TestSupport
import Testing

/// A row of the table of cases: what one rule should make of small claim tables, reckoned apart
/// from the code by `reference.py` or by hand.
struct LawCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let name: String
  let tables: TestTables
  /// `regelbrott`, `granska`, both with `+` between, `inget` or `kördes inte`; for an amount the
  /// method by which it is computed.
  let verdict: String
  /// The kronor at stake of all findings, in öre; for an amount the amount, or its lowest and
  /// highest with `..` between.
  let ore: String
  let source: String
  /// Whether the script gives verdict and öre; a hand did otherwise.
  let isReckoned: Bool

  var testDescription: String { "\(rule): \(name)" }
}

extension LawCase {
  /// Where the table and the script lie.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Reference")

  /// Every case of the table.
  static let all: [LawCase] = {
    let path = folder.appending(path: "cases.csv").path
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let lines = records(String(decoding: data, as: UTF8.self))
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { line in
      LawCase(Dictionary(uniqueKeysWithValues: zip(header, line)))
    }
  }()

  private init(_ fields: [String: String]) {
    rule = fields["rule"] ?? ""
    name = fields["case"] ?? ""
    tables = TestTables(
      claims: rows(fields["claims"] ?? ""), shifts: rows(fields["shifts"] ?? ""),
      registers: registers(fields["registers"] ?? ""))
    verdict = fields["verdict"] ?? ""
    ore = fields["ore"] ?? ""
    source = fields["source"] ?? ""
    isReckoned = fields["computedBy"] == "skript"
  }
}

/// The rows of a cell; none where it is `-`.
private func rows(_ cell: String) -> [String] {
  if cell.trimmingCharacters(in: .whitespaces) == "-" { return [] }
  return expanded(cell).components(separatedBy: "||")
}

/// `tid: orgnr=…; start=… || … ## löner: …`: the rows of each register that is given.
private func registers(_ cell: String) -> [String: [String]] {
  var registers: [String: [String]] = [:]
  for part in cell.components(separatedBy: "##") where part.contains(":") {
    let pair = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let text = String(pair[1]).trimmingCharacters(in: .whitespaces)
    registers[pair[0].trimmingCharacters(in: .whitespaces)] = text.isEmpty ? [] : rows(text)
  }
  return registers
}

/// `person(3)`, `company(2)`, `born(1958-05-05)`, and `wrong(…)` of them, as digits.
private func expanded(_ text: String) -> String {
  text.replacing(/person\((\d+)\)/) { person(Int($0.1) ?? 0) }
    .replacing(/company\((\d+)\)/) { company(Int($0.1) ?? 0) }
    .replacing(/born\(([\d-]+)\)/) { personBorn(String($0.1)) }
    .replacing(/wrong\((\d+)\)/) { $0.1.dropLast() + ($0.1.last == "0" ? "1" : "0") }
}

/// An invented person born on a day.
func personBorn(_ day: String) -> String {
  let digits = day.filter(\.isNumber) + "980"
  return digits + String(Luhn.checkDigit(UInt64(digits.dropFirst(2)) ?? 0))
}

/// The fields of a table with `;` between them, quoted where they hold one.
private func records(_ text: String) -> [[String]] {
  var records: [[String]] = []
  var fields: [String] = []
  var field = ""
  var isQuoted = false
  for character in text {
    switch character {
    case "\"": isQuoted.toggle()
    case ";" where !isQuoted:
      fields.append(field)
      field = ""
    case "\n" where !isQuoted:
      records.append(fields + [field])
      fields = []
      field = ""
    default: field.append(character)
    }
  }
  return records
}
