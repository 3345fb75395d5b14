import Ledger
import SickPay

/// Every claim row against what it should have cost: the lowest and the highest lawful amount over
/// the methods that the law, the agreement and the kommun's policy admit.
///
/// What is not known (an agreement that the row does not name, OB without shifts) widens the range
/// or is taken as claimed; it never makes a row unlawful.
struct Recomputation: Sendable {
  /// Which hours a row is priced at.
  enum Hours {
    /// Those that the row says it is paid for: the other rules judge whether they are lawful.
    case claimed
    /// At the most: lost hours less karens, vacancies and days after the fourteenth.
    case lawful
  }

  let law: LawPeriods
  private let ledger: Ledger
  private let hours: ClaimHours
  private let karens: KarensAssessment
  let shiftColumns: SupplementColumns
  /// Year, month and day of birth as ÅÅÅÅMMDD by person; −1 where the number does not tell.
  private let births: [Int32]
  /// The agreement by text, −1 where a text names none.
  private let agreementOfText: [Int8]

  init(_ ledger: Ledger, _ hours: ClaimHours, _ karens: KarensAssessment, _ rulebook: Rulebook) {
    self.ledger = ledger
    self.hours = hours
    self.karens = karens
    law = LawPeriods(rulebook)
    shiftColumns = SupplementColumns(ledger)
    births = birthDates(ledger.dictionaries.persons)
    agreementOfText = agreementsByText(ledger, rulebook.law.agreements)
  }

  /// The place of the row's agreement in the law table; `nil` where it names none that is known.
  func agreement(_ claim: Int) -> Int? {
    guard let text = ledger.claims.value(.agreement, claim) else { return nil }
    let agreement = agreementOfText[text.index]
    return agreement >= 0 ? Int(agreement) : nil
  }

  var claims: Claims { ledger.claims }

  /// The period of the row's first day; `nil` outside of the law's years.
  func period(_ claim: Int) -> Int? { law.period(ledger.claims[.sickFrom, claim]) }

  /// ÅÅÅÅMMDD; `nil` where the assistant's number does not tell.
  func birth(_ claim: Int) -> Int32? {
    let birth = births[ledger.claims[.assistent, claim].index]
    return birth >= 0 ? birth : nil
  }

  /// A row's parts; `nil` where the law's values are not known for it, it is no sickness, or
  /// nothing of it counts.
  func parts(_ claim: Int, _ pricedAt: Hours) -> LawfulParts? {
    guard let terms = terms(claim, pricedAt) else { return nil }
    return LawfulParts(terms)
  }

  /// What a row's price depends on. Inlined, since every call else copies the whole of it.
  @inline(__always) func terms(_ claim: Int, _ pricedAt: Hours) -> PriceTerms? {
    let claims = ledger.claims
    guard ledger.isJudgedByHours(claim), ledger.periods.chainOfClaim[claim] >= 0,
      claims[.amount, claim] >= .zero, let birth = birth(claim), let period = period(claim)
    else { return nil }
    let sickPayShare = law.sickPayShare(period)
    guard sickPayShare >= 0, let fee = fees(claim) else { return nil }
    let agreement = agreement(claim)
    let policy = law.policies.terms(kommun: claims[.kommun, claim].cell, period)
    let karensTime = karensTime(claim, pricedAt)
    let cost = law.agreements.mostCost(agreement, period)
    var terms = PriceTerms(
      wage: Int64(claims[.wage, claim].tenThousandths), sickPayShare: Int64(sickPayShare),
      hours: hourRange(claim, pricedAt, karensTime), karens: karensTime,
      karensHours: LawfulRange(
        low: policy.demandsKarens ? karensTime : 0, high: policy.admitsKarens ? karensTime : 0),
      supplements: nil, supplementsOnKarens: 0, mostSupplement: 0,
      onCall: (claims.value(.jour, claim) ?? .zero).value,
      holidayPercent: holidayPercents(claim, agreement, birth, period),
      admitsFullWage: policy.admitsFullWage, admitsSickPay: policy.admitsSickPay,
      mostAgreementCost: cost >= 0 ? Int64(cost) : nil, fee: fee, claimed: claimedParts(claim))
    guard terms.isWithinReason else { return nil }
    addSupplements(claim, agreement, period, to: &terms)
    return terms
  }

  private func claimedParts(_ claim: Int) -> ClaimedParts {
    let claims = ledger.claims
    return ClaimedParts(
      supplements: claims.value(.ob, claim)?.value
        // A row that splits its sum without OB claims none.
        ?? (claims.sumOfParts(claim) == nil ? nil : 0),
      holidayPay: (claims.value(.semesterersattning, claim) ?? .zero).value,
      agreementCost: (claims.value(.avtalskostnad, claim) ?? .zero).value)
  }

  /// Karens as stated; for a lawful price also what should have been taken from the row.
  private func karensTime(_ claim: Int, _ pricedAt: Hours) -> Int64 {
    let stated = max(0, Int64(hours.karens[claim]))
    return pricedAt == .claimed ? stated : stated + Int64(karens.missing[claim])
  }

  private func hourRange(_ claim: Int, _ pricedAt: Hours, _ karensTime: Int64) -> LawfulRange {
    let paid = Int64(hours.paid[claim])
    if case .claimed = pricedAt { return LawfulRange(low: paid, high: paid) }
    let left = Int64(hours.lost[claim]) - karensTime - Int64(hours.afterDay14[claim])
    // Without shifts nobody knows how many of the hours stood vacant.
    if ledger.shiftRows(of: claim).isEmpty {
      return LawfulRange(low: max(0, min(left, paid)), high: max(0, left))
    }
    // Vacant hours inside the karens hours may be subtracted once or twice.
    return LawfulRange(
      low: max(0, left - Int64(hours.vacant[claim])),
      high: max(0, left - Int64(hours.vacantOutsideKarens[claim])))
  }

  /// The fees of the day on which the wage was paid, or of any day from the sickness to the
  /// invoice where the row does not say; `nil` where a fact is missing.
  func fees(_ claim: Int) -> LawPeriods.Fee? {
    guard let birth = birth(claim) else { return nil }
    let fee = fee(claim, birth: birth)
    return fee.low >= 0 ? fee : nil
  }

  private func fee(_ claim: Int, birth: Int32) -> LawPeriods.Fee {
    let claims = ledger.claims
    if let paidOn = claims.value(.wagePaidOn, claim) {
      return law.period(paidOn).map { fee($0, birth) } ?? .unknown
    }
    let from = claims[.sickFrom, claim]
    let asked = claims.value(.invoiceDate, claim) ?? claims[.received, claim]
    // Nobody waits for years with the wage; a late claim does not open every window in between.
    let to = max(from, min(asked, from.advanced(by: Recomputation.longestWaitForWage)))
    guard let first = law.period(from), let last = law.period(to) else { return .unknown }
    var range = fee(first, birth)
    var period = first
    while period < last, range.low >= 0 {
      period += 1
      let next = fee(period, birth)
      if next.low < 0 { return .unknown }
      range.low = min(range.low, next.low)
      range.expected = max(range.expected, next.expected)
      range.high = max(range.high, next.high)
      range.isCertain = range.isCertain && next.isCertain
    }
    return range
  }

  private static let longestWaitForWage = 365

  private func fee(_ period: Int, _ birth: Int32) -> LawPeriods.Fee {
    let age = Int(law.year(period) - birth / 10_000) - 1
    let fee = law.fee(period, age: age)
    // Whoever is born on the first of January reaches the age as the year begins: both are lawful.
    guard birth % 10_000 == 101 else { return fee }
    let older = law.fee(period, age: age + 1)
    guard fee.low >= 0, older.low >= 0 else { return .unknown }
    return LawPeriods.Fee(
      low: min(fee.low, older.low), expected: max(fee.expected, older.expected),
      high: max(fee.high, older.high), isCertain: fee.isCertain && older.isCertain)
  }

  /// By the agreement and the age on the sick days or at the end of their year; over all agreements
  /// where the row names none. `nil` where it is not known.
  func holidayPercents(
    _ claim: Int, _ agreement: Int?, _ birth: Int32, _ period: Int
  ) -> LawfulRange? {
    let lastPeriod = law.period(ledger.claims[.sickTo, claim]) ?? period
    let born = birth / 10_000
    let (youngest, oldest) = (law.year(period) - born - 1, law.year(lastPeriod) - born)
    var range = law.agreements.holidayPercents(agreement, period, age: Int(youngest))
    var age = youngest
    while age < oldest {
      age += 1
      range = range.union(law.agreements.holidayPercents(agreement, period, age: Int(age)))
    }
    return range.low >= 0 ? LawfulRange(low: Int64(range.low), high: Int64(range.high)) : nil
  }

  /// OB from the shifts where the agreement's steps are known, and how much it may be otherwise.
  @inline(__always) private func addSupplements(
    _ claim: Int, _ agreement: Int?, _ period: Int, to terms: inout PriceTerms
  ) {
    terms.mostSupplement = Int64(law.agreements.mostSupplement(period))
    guard let agreement, !ledger.shiftRows(of: claim).isEmpty,
      let steps = law.agreements.supplements(agreement, period)
    else { return }
    let shifts = shiftColumns.supplements(
      of: claim, karens: terms.karens, lastPayable: ledger.lastPayableDay(claim))
    let weekend = Int64(steps.weekend.tenThousandths)
    if shifts.touchesGreatHoliday {
      // What a storhelg's step is, is not known; nobody gives more than the wage.
      terms.mostSupplement = max(terms.mostSupplement, terms.wage)
      terms.supplementsOnKarens = terms.karens * weekend / Seconds.perHour
      return
    }
    // Of hours whose shifts are not listed nobody knows the OB.
    let listed = shifts.listedSeconds + Int64(ClaimHours.tolerance)
    if listed < Int64(hours.lost[claim]) - Int64(hours.afterDay14[claim]) { return }
    let (all, rest) = (shifts.covered.value(steps), shifts.afterKarens.value(steps))
    // Karens in time order, or as a share of an average week: OB shrinks with the hours then.
    let share = min(terms.hours.high, shifts.coveredSeconds)
    let even = share == shifts.coveredSeconds ? all : all / shifts.coveredSeconds * share
    terms.supplements = LawfulRange(
      low: min(rest, even) / Seconds.perHour,
      high: (max(rest, even) + shifts.clockChange * weekend) / Seconds.perHour)
    terms.supplementsOnKarens = shifts.onKarens.value(steps) / Seconds.perHour
  }
}

/// ÅÅÅÅMMDD of each person, −1 for numbers that do not tell: a slip of the hand that the check
/// digit gives away may lie in the date.
private func birthDates(_ persons: PersonDictionary) -> [Int32] {
  (0..<persons.count).map { index in
    guard let number = persons.number(PersonID(index: index)), number.hasValidCheckDigit else {
      return -1
    }
    let date = Int32(number.digits / 10_000)
    // A samordningsnummer has 60 added to its day.
    return date % 100 > 60 ? date - 60 : date
  }
}

/// The agreement that each text names, by the spellings of the law table.
private func agreementsByText(_ ledger: Ledger, _ agreements: [AgreementTerms]) -> [Int8] {
  let texts = ledger.dictionaries.texts
  var result = [Int8](repeating: -1, count: texts.count)
  for cell in Set(ledger.claims.column(.agreement)) where cell != absentCell {
    let name = folded(texts[TextID(cell: cell)])
    if let index = agreements.firstIndex(where: { $0.spellings.contains { folded($0) == name } }) {
      result[Int(cell)] = Int8(index)
    }
  }
  return result
}

/// Lower case, with å ä ö as a and o.
private func folded(_ text: String) -> String {
  String(
    text.lowercased().map { letter -> Character in
      switch letter {
      case "å", "ä": "a"
      case "ö": "o"
      default: letter
      }
    })
}
