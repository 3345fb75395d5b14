import Ledger
import SickPay

extension Evidence {
  /// The row's sum beside what is lawful: `Hela raden: begärt 2 831,95 kr, lagligt 2 394,86–…`.
  func totalSentence(_ claim: Int) -> String {
    guard let lawful = prices.parts(claim, .lawful)?.total else { return "" }
    let range =
      SwedishNumbers.kronor(Ore(lawful.low)) + "–" + SwedishNumbers.kronor(Ore(lawful.high))
    let claimed = SwedishNumbers.kronor(ledger.claims[.amount, claim])
    return " Hela raden: begärt \(claimed), lagligt \(range)."
  }

  /// Öre above what is lawful, as a stake: never more than what is left of the row's sum.
  func stake(_ ore: Int64, claim: Int) -> Ore {
    min(Ore(max(0, ore)), max(.zero, ledger.settlement.netAmount(claim)))
  }

  /// Rows of the window on which a condition holds, for what a rule could not run on.
  func rowsInWindow(where condition: (Int) -> Bool) -> Int {
    (0..<ledger.claims.count).count { ledger.isInWindow($0) && condition($0) }
  }

  /// What a value of the law table rests on where it can't prove a rule break.
  static func restsOn<Value>(_ entry: Dated<Value>.Entry) -> String? {
    entry.tag.isCertain ? nil : "\(entry.source) (\(entry.tag.swedish))"
  }
}

extension SwedishNumbers {
  /// A percentage in 1/10,000 of a per cent: `31,42 %`.
  static func percent(_ tenThousandths: Int64) -> String {
    number(Double(tenThousandths) / 10_000, decimals: 2) + " %"
  }

  /// The same without decimals that are zero: `80 %`.
  static func shortPercent(_ tenThousandths: Int64) -> String {
    let decimals = tenThousandths % 10_000 == 0 ? 0 : 2
    return number(Double(tenThousandths) / 10_000, decimals: decimals) + " %"
  }
}
