import Ledger
import SickPay

extension FilterLiteral {
  /// `nil` where the text is no value of the column's kind.
  init?(_ text: String, of column: QuestionColumn, at position: Int) {
    switch column.kind {
    case .kronor, .hours, .wage, .percent, .days:
      guard let cells = FilterLiteral.number(text, scale: column.scale) else { return nil }
      self = cells
    case .date:
      guard let cells = FilterLiteral.days(text) else { return nil }
      self = cells
    case .kommun:
      guard text.utf8.count == 4, let code = UInt16(text) else { return nil }
      self = .cells(low: Int64(code), high: Int64(code))
    case .company:
      let name = OrganisationNumber.tenDigits(text)
      let isNumber = name.utf8.count == 10 && name.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      guard isNumber || name.hasPrefix("E-") else { return nil }
      self = .company(name, position: position)
    case .text: self = .text(text, position: position)
    case .word(let words):
      let place = words.firstIndex { foldedName($0) == foldedName(text) }
      guard let place else { return nil }
      self = .cells(low: Int64(place), high: Int64(place))
    }
  }

  private static let mostDigits = 13

  /// A decimal number in cells; between two of them where it is finer than they are.
  private static func number(_ text: String, scale: Int64) -> FilterLiteral? {
    let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
    let magnitude = isNegative ? String(text.dropFirst()) : text
    let parts = magnitude.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    let isNumber = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }
    guard (1...2).contains(parts.count), isNumber, magnitude.utf8.count <= mostDigits,
      let digits = Int64(parts.joined())
    else { return nil }
    let decimals = parts.count == 2 ? parts[1].utf8.count : 0
    let divisor: Int64 = (0..<decimals).reduce(1) { power, _ in power * 10 }
    let (whole, rest) = (digits * scale).quotientAndRemainder(dividingBy: divisor)
    let (low, high): (Int64, Int64) = (rest > 0 ? whole + 1 : whole, whole)
    return isNegative ? .cells(low: -high, high: -low) : .cells(low: low, high: high)
  }

  /// A day, all days of a month, of a quarter or of a year.
  private static func days(_ text: String) -> FilterLiteral? {
    if let day = Day(iso: text) { return .cells(low: Int64(day.cell), high: Int64(day.cell)) }
    let first: Day?
    let months: Int
    switch text.utf8.count {
    case _ where text.lowercased().contains("k"): (first, months) = (quarter(text), 3)
    case 7: (first, months) = (Day(iso: text + "-01"), 1)
    case 4: (first, months) = (Day(iso: text + "-01-01"), 12)
    default: return nil
    }
    guard let first, first.civil.year < 2199 else { return nil }
    let last = first.adding(months: months).advanced(by: -1)
    return .cells(low: Int64(first.cell), high: Int64(last.cell))
  }

  /// The first day of `2025-K2`, or as statistics have it `2025K2`.
  private static func quarter(_ text: String) -> Day? {
    let ends = ["k1": "01", "k2": "04", "k3": "07", "k4": "10"]
    guard text.utf8.count == 6 || text.utf8.count == 7 && text.dropFirst(4).hasPrefix("-"),
      let month = ends[text.suffix(2).lowercased()]
    else { return nil }
    return Day(iso: "\(text.prefix(4))-\(month)-01")
  }
}
