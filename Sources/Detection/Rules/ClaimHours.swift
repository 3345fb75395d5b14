import Ledger
import SickPay

/// What each claim row says of its hours, in seconds, claim rows long.
///
/// Lawfully paid at the most: lost − karens − vacant − after sick day 14. Vacant time inside the
/// karens hours may be subtracted once or twice; only the part outside of them must be. Where wall
/// clock and real time differ, the reading that favours the company is taken.
struct ClaimHours: Sendable {
  /// Hours that the row is paid for: stated, or the sick pay through 80 % of the wage.
  private(set) var paid: [Int32]
  /// Karens hours as the row states them, in hours or in kronor; −1 where it does not.
  private(set) var karens: [Int32]
  /// Vacant time of sick days 1 to 14.
  private(set) var vacant: [Int32]
  /// That part of it which lies outside the karens hours, where the kommun does not reimburse it or
  /// leave it open.
  private(set) var vacantOutsideKarens: [Int32]
  /// Time of shifts that start after sick day 14.
  private(set) var afterDay14: [Int32]
  /// Paid time above what is lawful by the three.
  private(set) var excess: [Int32]

  /// Hours are stated with two decimals: two roundings of half a hundredth, and some room.
  static let tolerance: Int32 = 120

  init(_ ledger: Ledger, _ rulebook: Rulebook) {
    let claims = ledger.claims
    let shares = NumberByDay(rulebook.law.sickPayShare) { $0.tenThousandths }
    let zeros = [Int32](repeating: 0, count: claims.count)
    (paid, karens, vacant, vacantOutsideKarens, afterDay14, excess) =
      (zeros, zeros, zeros, zeros, zeros, zeros)
    for claim in 0..<claims.count where ledger.isJudgedByHours(claim) {
      paid[claim] = ClaimHours.paidTime(claims, claim, shares)
      karens[claim] = ClaimHours.karensTime(claims, claim, shares)
      addShifts(ledger, claim, rulebook.policies)
      let excess = Int64(paid[claim]) - owed(claims, claim)
      self.excess[claim] = excess > ClaimHours.tolerance ? Int32(clamping: excess) : 0
    }
  }

  private mutating func addShifts(_ ledger: Ledger, _ claim: Int, _ policies: Policies) {
    var karensLeft = max(0, karens[claim])
    // Jour and beredskap are not among the hours that a row counts.
    for shift in ledger.shiftRows(of: claim)
    where (ledger.shifts.value(.kind, shift) ?? .active) == .active {
      let length = ClaimHours.shortestLength(ledger.shifts, shift)
      let day = ledger.shifts[.day, shift]
      if ledger.periods.isAfterPayableDays(day, claim: claim, in: ledger.claims) {
        afterDay14[claim] += length
        continue
      }
      if ledger.shifts.value(.vikarie, shift) == nil {
        vacant[claim] += length
        if policies.reimbursesVacancies(ledger.claims, claim) == false {
          vacantOutsideKarens[claim] += max(0, length - karensLeft)
        }
      }
      karensLeft = max(0, karensLeft - length)
    }
  }

  /// How much of `seconds` of lost time, which nobody owes pay for, a row is paid for: all
  /// of it, less what the row leaves unpaid besides karens, vacant hours and those after day 14.
  func paidPart(of seconds: Int32, _ claims: Claims, _ claim: Int) -> Int32 {
    let unpaid = max(0, owed(claims, claim) - Int64(paid[claim]))
    return max(0, min(paid[claim], Int32(clamping: Int64(seconds) - unpaid)))
  }

  /// Lost time that is owed pay: without karens, vacant hours outside of it and those after day 14.
  private func owed(_ claims: Claims, _ claim: Int) -> Int64 {
    let unowed =
      Int64(max(0, karens[claim])) + Int64(vacantOutsideKarens[claim]) + Int64(afterDay14[claim])
    return max(0, claims[.sickTime, claim].value - unowed)
  }

  static func shortestLength(_ shifts: Shifts, _ shift: Int) -> Int32 {
    let real = shifts[.end, shift] - shifts[.start, shift]
    return min(real, shifts[.wallTime, shift]).cell
  }

  private static func paidTime(_ claims: Claims, _ claim: Int, _ shares: NumberByDay) -> Int32 {
    claims.value(.paidTime, claim)?.cell
      ?? time(forPay: claims[.sjuklon, claim], claims, claim, shares)
  }

  private static func karensTime(_ claims: Claims, _ claim: Int, _ shares: NumberByDay) -> Int32 {
    if let stated = claims.value(.karensTime, claim) { return max(0, stated.cell) }
    guard let amount = claims.value(.karensAmount, claim) else { return -1 }
    return time(forPay: amount, claims, claim, shares)
  }

  /// The hours whose sick pay, a share of the wage (6 § sjuklönelagen), is `pay`; none where the
  /// share is not known.
  private static func time(
    forPay pay: Ore, _ claims: Claims, _ claim: Int, _ shares: NumberByDay
  ) -> Int32 {
    let wage = Int64(claims[.wage, claim].tenThousandths)
    guard let share = shares[claims[.sickFrom, claim]], share > 0, wage > 0, pay > .zero else {
      return 0
    }
    // An öre is 100 of the wage's 1/10,000 kr; a whole is 1,000,000 of the share's parts.
    let time = Ore(pay.value * 100 * 1_000_000).share(Seconds.perHour, of: wage * Int64(share))
    return Int32(clamping: time.value)
  }
}

extension Policies {
  /// Whether the row's kommun pays for hours without vikarie; `nil` where it does not say.
  func reimbursesVacancies(_ claims: Claims, _ claim: Int) -> Bool? {
    self[claims[.kommun, claim].cell, claims[.sickFrom, claim]]?.value?.reimbursesVacancies
  }
}

extension Ledger {
  /// Whether a row's hours can be judged: it counts, and nothing of it was credited. A partial
  /// credit says what sum is left, not which hours.
  func isJudgedByHours(_ claim: Int) -> Bool {
    settlement.counts(claim) && !settlement.isPartlyCredited(claim, in: claims)
  }
}
