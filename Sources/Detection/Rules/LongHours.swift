import Ledger
import SickPay

/// One person at work, or due at work, for more than a day and a night on end, whatever the
/// employers. Jour and beredskap make long shifts lawful; times that truly overlap are other rules'
/// findings.
struct LongHours: Rule {
  let id = IndicatorID("orimlig-arbetstid")
  let card = RuleCard(
    title: "Orimligt lång arbetstid",
    sentence:
      "En person står på aktiva pass i mer än 24 timmar i sträck, som vikarie eller som "
      + "frånvarande.",
    ground: .law,
    basis:
      "LSS 9 d §: arbete utöver arbetstidslagen eller kollektivavtalet är ingen kostnad för "
      + "personlig assistans",
    needs: ["pass.csv", "typ"],
    verdicts: [.regelbrott, .granska],
    stake:
      "Tiden efter den tjugofjärde timmen i sträck, som andel av beloppet.",
    example:
      "Vikarie 08–20, 20–08 och 08–12 utan jour: 28 timmar i sträck. Över 26 timmar hos ett bolag "
      + "är regelbrott, 24–26 timmar och sträckor över flera bolag granskas.")

  static let mostSeconds: Int32 = 24 * 3600
  static let provenSeconds: Int32 = 26 * 3600
  /// A pause shorter than this is a handover, not a rest.
  static let pauseSeconds: Int32 = 15 * 60

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome(withoutShifts: evidence)
    addRuns(of: evidence.worked, "vikarie", evidence, to: &outcome)
    addRuns(of: evidence.lost, "pass", evidence, to: &outcome)
    return outcome
  }

  private func addRuns(
    of stretches: Stretches, _ role: String, _ evidence: Evidence, to outcome: inout RuleOutcome
  ) {
    var (first, end) = (0, Int32.min)
    for place in 0...stretches.count {
      let isOver =
        place == stretches.count
        || place > first
          && (stretches[place].person != stretches[first].person
            || stretches[place].start > end + LongHours.pauseSeconds)
      if isOver, place > first {
        if end - stretches[first].start > LongHours.mostSeconds {
          let run = (first..<place).map { stretches[$0] }.filter {
            !evidence.duplicates.isDuplicate[evidence.ledger.claim(of: $0)]
          }
          outcome.findings += findings(evidence, run, role)
        }
        (first, end) = (place, .min)
      }
      if place < stretches.count { end = max(end, stretches[place].end) }
    }
  }

  private func findings(
    _ evidence: Evidence, _ run: [Stretch], _ role: String
  ) -> [RuleFinding] {
    let ledger = evidence.ledger
    guard let first = run.first else { return [] }
    let end = run.reduce(first.end) { max($0, $1.end) }
    let length = shorterLength(first.start, end)
    let kinds = run.map { ledger.shifts.value(.kind, Int($0.shift)) }
    guard length > LongHours.mostSeconds, kinds.allSatisfy({ ($0 ?? .active) == .active }),
      isUnbroken(run)
    else { return [] }
    let companies = Set(run.map { ledger.claims[.company, ledger.claim(of: $0)] }).sorted()
    // Whether a shift was jour is only known where its kind is stated.
    let isProven =
      length > LongHours.provenSeconds && companies.count == 1
      && kinds.allSatisfy { $0 == .active }
    let limit = end - (length - LongHours.mostSeconds)
    return companies.compactMap { company in
      let own = run.filter { ledger.claims[.company, ledger.claim(of: $0)] == company }
      let late = companies.count > 1 ? own : own.filter { $0.end > limit }
      return finding(
        evidence, late, role, length: length, limit: companies.count > 1 ? .min : limit,
        verdict: isProven ? .regelbrott : .granska, witnesses: run)
    }
  }

  /// By the wall clock or by real time, whichever is shorter.
  private func shorterLength(_ start: Int32, _ end: Int32) -> Int32 {
    let (from, to) = (Moment(cell: start), Moment(cell: end))
    let wall = SwedishTime.wallTime(from).distance(to: SwedishTime.wallTime(to))
    return min(wall, to - from).cell
  }

  /// Duplicates that were left out may have been what joined a run.
  private func isUnbroken(_ run: [Stretch]) -> Bool {
    var end = run[0].end
    for stretch in run {
      if stretch.start > end + LongHours.pauseSeconds { return false }
      end = max(end, stretch.end)
    }
    return true
  }

  private func finding(
    _ evidence: Evidence, _ late: [Stretch], _ role: String, length: Int32, limit: Int32,
    verdict: Verdict, witnesses run: [Stretch]
  ) -> RuleFinding? {
    let ledger = evidence.ledger
    var seconds: [Int: Int64] = [:]
    for stretch in late {
      let time = min(stretch.end - max(stretch.start, limit), length - LongHours.mostSeconds)
      seconds[ledger.claim(of: stretch), default: 0] += Int64(max(0, time))
    }
    let claims = seconds.keys.sorted()
    guard let claim = claims.first else { return nil }
    let others = Set(run.map { ledger.claim(of: $0) }).subtracting(claims)
    let start = SwedishTime.wallTime(Moment(cell: run[0].start)).day
    let who = role == "vikarie" ? "En vikarie" : "Assistenten"
    return RuleFinding(
      verdict: verdict, subject: "\(role) \(run[0].start)", atFault: claims,
      witnesses: others.sorted(), shifts: run.map { Int($0.shift) },
      amounts: claims.map { evidence.paidAmount(of: seconds[$0] ?? 0, claim: $0) },
      observed: Double(length) / 3600, expected: 24,
      text: "\(who) står på pass utan uppehåll i "
        + "\(SwedishNumbers.hours(Seconds(Int64(length)))) från och med \(start) (väntat: högst "
        + "24 h).",
      clearedBy: "Tidsredovisning som visar jour eller beredskap, eller vem mer som arbetade, i "
        + "ärende \(evidence.texts(ofClaim: claim).arende).")
  }
}
