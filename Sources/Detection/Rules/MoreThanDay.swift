import Ledger
import SickPay

/// Rows without shifts whose hours together do not fit into the days that they claim.
struct MoreThanDay: Rule {
  let id = IndicatorID("fler-an-dygnet")
  let card = RuleCard(
    title: "Fler timmar än dygnet har",
    sentence:
      "Timmarna på en assistents alla rader hos bolaget är fler än 24 om dagen.",
    ground: .law,
    basis:
      "Sjuklönelagen 6 §: sjuklön ersätter lön som faktiskt gått förlorad, och ett dygn har 24 "
      + "timmar",
    verdicts: [.regelbrott, .granska],
    stake:
      "Timmarna över 24 om dagen, som andel av den senare radens belopp.",
    example:
      "Två rader utan pass för 3–4 mars, med 30 och 28 timmar: 58 timmar på två dygn, tio för "
      + "många. Ett pass kan sluta dagen efter, så upp till ett dygn mer granskas.")

  private static let day: Int64 = 24 * 3600

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var outcome = RuleOutcome()
    for group in RowGroups(claims) {
      // Rows by first day; a cluster is those whose days overlap.
      var cluster: [Int] = []
      var last = Day(number: .min)
      for row in group where isJudged(evidence, row) {
        if claims[.sickFrom, row] > last {
          addFinding(evidence, cluster, to: &outcome)
          cluster.removeAll(keepingCapacity: true)
        }
        cluster.append(row)
        last = max(last, claims[.sickTo, row])
      }
      addFinding(evidence, cluster, to: &outcome)
    }
    let others = (0..<claims.count).count {
      ledger.isInWindow($0) && ledger.shiftRows(of: $0).isEmpty
        && (claims.value(.split, $0)?.tenThousandths ?? 1_000_000) < 1_000_000
    }
    outcome.didNotRun(on: others, "frånvaron är fördelad på flera rader")
    return outcome
  }

  /// A row without shifts whose hours are its own: one that is split may state those of all.
  private func isJudged(_ evidence: Evidence, _ row: Int) -> Bool {
    let ledger = evidence.ledger
    return time(ledger.claims, row) > 0 && ledger.isJudgedByHours(row)
      && ledger.shiftRows(of: row).isEmpty
      && !evidence.duplicates.isDuplicate[row]
      && (ledger.claims.value(.split, row)?.tenThousandths ?? 1_000_000) >= 1_000_000
  }

  /// The days, inside of a cluster, that are the most overfull; the rows that lie within them.
  private func addFinding(
    _ evidence: Evidence, _ cluster: [Int], to outcome: inout RuleOutcome
  ) {
    let claims = evidence.ledger.claims
    guard let found = fullestDays(claims, cluster),
      found.excess > Int64(ClaimHours.tolerance)
    else { return }
    let rows = cluster.filter {
      found.days.contains(claims[.sickFrom, $0]) && found.days.contains(claims[.sickTo, $0])
    }
    outcome.findings.append(finding(evidence, rows, found.excess, found.days))
  }

  /// The days into which the rows' hours fit the least. The hours of all rows that begin on a day
  /// or later stand by their last days, so that the work grows with the days, not with the rows.
  private func fullestDays(
    _ claims: Claims, _ cluster: [Int]
  ) -> (excess: Int64, days: ClosedRange<Day>)? {
    let ends = Set(cluster.map { claims[.sickTo, $0] }).sorted()
    let place = Dictionary(uniqueKeysWithValues: ends.enumerated().map { ($1, $0) })
    var timeByEnd = Array(repeating: Int64(0), count: ends.count)
    var fullest: (excess: Int64, days: ClosedRange<Day>)?
    var next = cluster.count - 1
    while next >= 0 {
      let from = claims[.sickFrom, cluster[next]]
      while next >= 0, claims[.sickFrom, cluster[next]] == from {
        timeByEnd[place[claims[.sickTo, cluster[next]]] ?? 0] += time(claims, cluster[next])
        next -= 1
      }
      var sum: Int64 = 0
      for (end, time) in zip(ends, timeByEnd) where time > 0 {
        sum += time
        let excess = sum - capacity(from...end)
        if fullest.map({ excess >= $0.excess }) ?? true { fullest = (excess, from...end) }
      }
    }
    return fullest
  }

  private func time(_ claims: Claims, _ row: Int) -> Int64 {
    claims[.sickTime, row].value + (claims.value(.onCallTime, row)?.value ?? 0)
  }

  /// The days' length by the clock or in real time, whichever is longer.
  private func capacity(_ days: ClosedRange<Day>) -> Int64 {
    let clock = (Int64(days.lowerBound.distance(to: days.upperBound)) + 1) * MoreThanDay.day
    return max(clock, SwedishTime.length(of: days).value)
  }

  private func finding(
    _ evidence: Evidence, _ rows: [Int], _ excess: Int64, _ days: ClosedRange<Day>
  ) -> RuleFinding {
    let ledger = evidence.ledger
    let later = rows.max { ledger.isClaimedBefore($0, $1) } ?? rows[0]
    let hours = rows.reduce(Int64(0)) { $0 + time(ledger.claims, $1) }
    let person = evidence.names.assistent(ledger.claims[.assistent, later])
    return RuleFinding(
      // The last shift may end on the day after.
      verdict: excess > MoreThanDay.day ? .regelbrott : .granska, atFault: [later],
      witnesses: rows.filter { $0 != later },
      amounts: [evidence.paidAmount(of: min(excess, time(ledger.claims, later)), claim: later)],
      observed: Double(hours) / 3600, expected: Double(hours - excess) / 3600,
      text: "\(SwedishNumbers.hours(Seconds(hours))) är begärda för assistent \(person) "
        + "\(days.lowerBound)–\(days.upperBound), men dagarna har "
        + "\(SwedishNumbers.hours(Seconds(hours - excess))).",
      clearedBy: "Scheman för assistentens pass hos alla brukare de dagarna.")
  }
}
