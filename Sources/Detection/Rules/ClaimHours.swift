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
  /// That part of it which lies outside the karens hours.
  private(set) var vacantOutsideKarens: [Int32]
  /// Time of shifts that start after sick day 14.
  private(set) var afterDay14: [Int32]
  /// Paid time above what is lawful by the three.
  private(set) var excess: [Int32]

  /// Hours are stated with two decimals: two roundings of half a hundredth, and some room.
  static let tolerance: Int32 = 120

  init(_ ledger: Ledger) {
    let claims = ledger.claims
    let zeros = [Int32](repeating: 0, count: claims.count)
    (paid, karens, vacant, vacantOutsideKarens, afterDay14, excess) =
      (zeros, zeros, zeros, zeros, zeros, zeros)
    for claim in 0..<claims.count where ledger.isJudgedByHours(claim) {
      paid[claim] = ClaimHours.paidTime(claims, claim)
      karens[claim] = ClaimHours.karensTime(claims, claim)
      addShifts(ledger, claim)
      let sick = claims[.sickTime, claim].cell
      let lawful = sick - max(0, karens[claim]) - vacantOutsideKarens[claim] - afterDay14[claim]
      excess[claim] = max(0, paid[claim] - max(0, lawful) - ClaimHours.tolerance)
      if excess[claim] > 0 { excess[claim] += ClaimHours.tolerance }
    }
  }

  private mutating func addShifts(_ ledger: Ledger, _ claim: Int) {
    var karensLeft = max(0, karens[claim])
    // Jour and beredskap are not among the hours that a row counts.
    for shift in ledger.shiftRows(of: claim)
    where (ledger.shifts.value(.kind, shift) ?? .active) == .active {
      let length = ClaimHours.shortestLength(ledger.shifts, shift)
      let day = ledger.shifts[.day, shift]
      if ledger.periods.chainOfClaim[claim] >= 0,
        ledger.periods.sickDay(of: day, claim: claim, in: ledger.claims) > SickPeriods.payableDays
      {
        afterDay14[claim] += length
        continue
      }
      if ledger.shifts.value(.vikarie, shift) == nil {
        vacant[claim] += length
        vacantOutsideKarens[claim] += max(0, length - karensLeft)
      }
      karensLeft = max(0, karensLeft - length)
    }
  }

  /// How much of `seconds` of lost time, which nobody owes pay for, a row is paid for: all
  /// of it, less what the row leaves unpaid besides karens, vacant hours and those after day 14.
  func paidPart(of seconds: Int32, _ claims: Claims, _ claim: Int) -> Int32 {
    let unowed = max(0, karens[claim]) + vacantOutsideKarens[claim] + afterDay14[claim]
    let owed = max(0, claims[.sickTime, claim].cell - unowed)
    return max(0, min(paid[claim], seconds - max(0, owed - paid[claim])))
  }

  static func shortestLength(_ shifts: Shifts, _ shift: Int) -> Int32 {
    let real = shifts[.end, shift] - shifts[.start, shift]
    return min(real, shifts[.wallTime, shift]).cell
  }

  private static func paidTime(_ claims: Claims, _ claim: Int) -> Int32 {
    claims.value(.paidTime, claim)?.cell ?? time(forPay: claims[.sjuklon, claim], claims, claim)
  }

  private static func karensTime(_ claims: Claims, _ claim: Int) -> Int32 {
    if let stated = claims.value(.karensTime, claim) { return max(0, stated.cell) }
    guard let amount = claims.value(.karensAmount, claim) else { return -1 }
    return time(forPay: amount, claims, claim)
  }

  /// The hours whose sick pay, 80 % of the wage (6 § sjuklönelagen), is `pay`.
  private static func time(forPay pay: Ore, _ claims: Claims, _ claim: Int) -> Int32 {
    let wage = Int64(claims[.wage, claim].tenThousandths)
    guard wage > 0, pay > .zero else { return 0 }
    // öre → 1/10,000 kr is 100; one hour pays wage · 8 / 10.
    return Ore(pay.value * 100 * 10).share(Seconds.perHour, of: wage * 8).cell
  }
}

extension Ledger {
  /// Whether a row's hours can be judged: it counts, and nothing of it was credited. A partial
  /// credit says what sum is left, not which hours.
  func isJudgedByHours(_ claim: Int) -> Bool {
    settlement.counts(claim) && !settlement.isPartlyCredited(claim, in: claims)
  }
}
