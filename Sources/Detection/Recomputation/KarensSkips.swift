import Ledger
import SickPay

/// On how many rows karens could not be judged, and why.
struct KarensSkips: Sendable {
  private var withoutWeek = 0
  private var withoutFirstDay = 0
  private var partlyCredited = 0
  private var misspelt = 0
  /// The law of the day is not known.
  var unknown = 0

  /// Whether a period can't be judged, whatever the law asks for; its rows are counted then.
  mutating func note(
    _ ledger: Ledger, _ rows: [Int], _ misspelt: MisspeltNumbers, _ law: SickPeriodLaw
  ) -> Bool {
    let inWindow = rows.count { ledger.isInWindow($0) }
    // What a partial credit took back may be the karens.
    if rows.contains(where: { ledger.settlement.isPartlyCredited($0, in: ledger.claims) }) {
      partlyCredited += inWindow
      return true
    }
    guard misspelt.mayTear(ledger, rows, law) else { return false }
    self.misspelt += inWindow
    return true
  }

  /// Rows that do not tell what the rule asks for.
  mutating func addUndecided(_ rule: KarensRule, _ rows: Int) {
    switch rule {
    case .firstDay: withoutFirstDay += rows
    case .deduction: withoutWeek += rows
    }
  }

  var reasons: [(reason: String, rows: Int)] {
    [
      ("veckotimmar saknas eller är fler än en vecka rymmer", withoutWeek),
      ("den första dagens pass saknas", withoutFirstDay),
      ("delvis krediterade rader i perioden", partlyCredited),
      ("assistentens nummer har fel kontrollsiffra", misspelt),
      ("regeln för karens är inte känd den dagen", unknown),
    ].filter { $0.1 > 0 }
  }

  static func += (left: inout KarensSkips, right: KarensSkips) {
    left.withoutWeek += right.withoutWeek
    left.withoutFirstDay += right.withoutFirstDay
    left.partlyCredited += right.partlyCredited
    left.misspelt += right.misspelt
    left.unknown += right.unknown
  }
}
