import Ledger
import SickPay

/// What each claim row says of its hours, in seconds, claim rows long.
///
/// Lawfully paid at the most: lost − karens − vacant − after sick day 14. Where a row lists more
/// shifts than hours, it has left out of the hours what is not paid, and the shifts are lost.
/// Vacant time inside the karens hours may be subtracted once or twice; only the part outside of
/// them must be. Where wall clock and real time differ, the reading that favours the company is
/// taken.
struct ClaimHours: Sendable {
  /// Hours that the row is paid for: stated, or the sick pay through 80 % of the wage.
  private(set) var paid: [Int32]
  /// Karens hours as the row states them, in hours or in kronor; −1 where it does not.
  private(set) var karens: [Int32]
  /// Lost active time: as stated, or all shifts listed on the row's days where those are more.
  private(set) var lost: [Int32]
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
    (paid, karens, lost) = (zeros, zeros, claims.column(.sickTime))
    (vacant, vacantOutsideKarens, afterDay14, excess) = (zeros, zeros, zeros, zeros)
    for claim in 0..<claims.count where ledger.isJudgedByHours(claim) {
      paid[claim] = ClaimHours.paidTime(claims, claim, shares)
      karens[claim] = ClaimHours.karensTime(claims, claim, shares)
      addShifts(ledger, claim, rulebook.policies)
      // Karens may be taken from the sick pay and the hours be left whole: a row is paid for no
      // more hours than its sick pay pays.
      let bySickPay = ClaimHours.time(forPay: claims[.sjuklon, claim], claims, claim, shares)
      if Int64(paid[claim]) >= owed(claim), bySickPay > 0 {
        paid[claim] = min(paid[claim], bySickPay)
      }
      let excess = Int64(paid[claim]) - owed(claim)
      self.excess[claim] = excess > ClaimHours.tolerance ? Int32(clamping: excess) : 0
    }
  }

  private mutating func addShifts(_ ledger: Ledger, _ claim: Int, _ policies: Policies) {
    let shifts = ledger.shifts
    // Asked for where a shift stands vacant, which few do.
    var isVacancyUnpaid: Bool?
    var karensLeft = Int64(max(0, karens[claim]))
    var (listed, vacant, vacantOutsideKarens, afterDay14) = (Int64(0), Int64(0), Int64(0), Int64(0))
    let (first, last) = (ledger.claims[.sickFrom, claim], ledger.claims[.sickTo, claim])
    // Jour and beredskap are not among the hours that a row counts.
    ledger.forEachLostShift(of: claim) { lines in
      let shift = lines.lowerBound
      let length = Int64(ClaimHours.shortestLength(shifts, shift))
      let day = shifts[.day, shift]
      if first <= day, day <= last { listed += length }
      if ledger.periods.isAfterPayableDays(day, claim: claim, in: ledger.claims) {
        afterDay14 += length
        return
      }
      let inKarens = min(karensLeft, length)
      karensLeft -= inKarens
      let open = lines.count { shifts.value(.vikarie, $0) == nil }
      if open == 0 { return }
      let begin = shifts[.start, shift]
      let isWhole = open == lines.count
      vacant += isWhole ? length : ledger.openTime(of: lines, from: begin)
      let isUnpaid =
        isVacancyUnpaid ?? (policies.reimbursesVacancies(ledger.claims, claim) == false)
      isVacancyUnpaid = isUnpaid
      if isUnpaid {
        vacantOutsideKarens +=
          isWhole
          ? length - inKarens
          : ledger.openTime(of: lines, from: begin.adding(Seconds(inKarens)))
      }
    }
    lost[claim] = max(lost[claim], Int32(clamping: listed))
    self.vacant[claim] = Int32(clamping: vacant)
    self.vacantOutsideKarens[claim] = Int32(clamping: vacantOutsideKarens)
    self.afterDay14[claim] = Int32(clamping: afterDay14)
  }

  /// How much of `seconds` of lost time, which nobody owes pay for, a row is paid for: all
  /// of it, less what the row leaves unpaid besides karens, vacant hours and those after day 14.
  func paidPart(of seconds: Int32, _ claim: Int) -> Int32 {
    let unpaid = max(0, owed(claim) - Int64(paid[claim]))
    return max(0, min(paid[claim], Int32(clamping: Int64(seconds) - unpaid)))
  }

  /// Lost time that is owed pay: without karens, vacant hours outside of it and those after day 14.
  private func owed(_ claim: Int) -> Int64 {
    let unowed =
      Int64(max(0, karens[claim])) + Int64(vacantOutsideKarens[claim]) + Int64(afterDay14[claim])
    return max(0, Int64(lost[claim]) - unowed)
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
    // A deduction is often written with a minus sign.
    if let stated = claims.value(.karensTime, claim) { return Int32(clamping: abs(stated.value)) }
    guard let amount = claims.value(.karensAmount, claim) else { return -1 }
    return time(forPay: max(amount, .zero - amount), claims, claim, shares)
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
