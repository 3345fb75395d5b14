import Ledger
import SickPay

/// An hourly wage above that of the person's other claims at the company within a year.
///
/// Wages rise: a yearly revision and a raise of one's own are normal, and so is any level that most
/// of the other claims share. What is not is a wage that falls back again, or leaps.
struct WageDeviates: Rule {
  let id = IndicatorID("lon-avviker")
  let card = RuleCard(
    title: "Timlönen avviker",
    sentence:
      "Timlönen är högre än på assistentens andra rader för samma brukare hos bolaget inom ett år, "
      + "utan att vara en vanlig höjning.",
    ground: .law,
    basis:
      "Sjuklönelagen 6 §: sjuklönen är 80 procent av den lön som arbetstagaren gått miste om",
    needs: ["minst två rader för assistenten och brukaren hos bolaget"],
    verdicts: [.granska],
    stake:
      "Skillnaden mot den högsta av de lägre timlönerna, som andel av beloppet.",
    example:
      "Assistenten har 160 kr i januari och i maj, men 192 kr i mars: 32/192 av beloppet i mars "
      + "granskas. En höjning som består är vanlig.")

  static let days = 365
  /// Differences below this come from how a monthly wage is turned into an hourly one.
  static let tolerancePercent: Int64 = 2
  /// A revision and a raise of one's own together, as far as no later claim confirms more.
  static let raisePercent: Int64 = 12

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    let wages = ledger.claims.column(.wage)
    var outcome = RuleOutcome()
    for group in RowGroups(ledger.claims) where group.count > 1 {
      let first = wages[group.lowerBound]
      guard group.contains(where: { wages[$0] != first }) else { continue }
      let rows = group.filter {
        ledger.settlement.counts($0) && wages[$0] > 0 && !evidence.duplicates.isDuplicate[$0]
      }
      for place in rows.indices {
        guard let usual = usualWage(ledger.claims, rows, place) else { continue }
        outcome.findings.append(finding(evidence, rows[place], usual))
      }
    }
    return outcome
  }

  /// The wage that the others for the same brukare make one expect: each brukare may be an
  /// employment with a wage of its own. `nil` where there are none, or the row's own is theirs.
  private func usualWage(_ claims: Claims, _ rows: [Int], _ place: Int) -> Neighbours.Usual? {
    let brukare = claims[.brukare, rows[place]]
    var same = Neighbours()
    let wages = claims.column(.wage)
    func look(_ other: Int) -> Bool {
      let distance = claims[.sickFrom, rows[place]].distance(to: claims[.sickFrom, rows[other]])
      guard abs(distance) <= WageDeviates.days else { return false }
      if claims[.brukare, rows[other]] == brukare {
        same.add(
          rows[other], wages[rows[other]], beside: wages[rows[place]], isLater: distance >= 0)
      }
      return true
    }
    var other = place + 1
    while other < rows.count, look(other) { other += 1 }
    other = place - 1
    while other >= 0, look(other) { other -= 1 }
    return same.usual(beside: wages[rows[place]])
  }

  private func finding(_ evidence: Evidence, _ claim: Int, _ usual: Neighbours.Usual)
    -> RuleFinding
  {
    let ledger = evidence.ledger
    let wage = ledger.claims[.wage, claim]
    let net = max(.zero, ledger.settlement.netAmount(claim))
    let person = evidence.names.assistent(ledger.claims[.assistent, claim])
    return RuleFinding(
      verdict: .granska, atFault: [claim], witnesses: [usual.row],
      amounts: [net.share(Int64(wage.cell - usual.wage), of: Int64(wage.cell))],
      observed: Double(wage.cell) / 10_000, expected: Double(usual.wage) / 10_000,
      text: "Timlönen är \(kronor(wage.cell)) men \(kronor(usual.wage)) på andra rader för "
        + "assistent \(person) inom ett år (väntat: samma lön eller en höjning som består).",
      clearedBy: "Ett anställningsavtal eller en lönespecifikation som visar \(kronor(wage.cell)) "
        + "i timmen från \(ledger.claims[.sickFrom, claim]).")
  }

  private func kronor(_ wage: Int32) -> String {
    SwedishNumbers.kronor(Ore(Int64(wage)).share(1, of: 100))
  }
}

/// What the other claims of a year say of one claim's wage.
private struct Neighbours {
  struct Usual {
    let wage: Int32
    let row: Int
  }

  /// Wages as high as the claim's, or higher.
  private var high = 0
  private var low = 0
  private var hasLaterLow = false
  /// The highest wage at a lower level.
  private var highestLow: Usual?

  mutating func add(_ row: Int, _ wage: Int32, beside own: Int32, isLater: Bool) {
    if Int64(wage) * 100 > Int64(own) * (100 - WageDeviates.tolerancePercent) {
      high += 1
      return
    }
    low += 1
    hasLaterLow = hasLaterLow || isLater
    if highestLow.map({ $0.wage < wage }) ?? true { highestLow = Usual(wage: wage, row: row) }
  }

  func usual(beside own: Int32) -> Usual? {
    guard low > high, let highestLow else { return nil }
    let leaps = Int64(own) * 100 > Int64(highestLow.wage) * (100 + WageDeviates.raisePercent)
    return hasLaterLow || leaps ? highestLow : nil
  }
}
