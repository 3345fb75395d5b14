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

  let law: MonthlyLaw
  private let ledger: Ledger
  private let hours: ClaimHours
  private let karens: KarensAssessment
  private let policies: MonthlyPolicies
  private let clock = SupplementClock()
  /// Year, month and day of birth as ÅÅÅÅMMDD by person; −1 where the number does not tell.
  private let births: [Int32]
  /// The agreement by text, −1 where a text names none.
  private let agreementOfText: [Int8]

  init(_ ledger: Ledger, _ hours: ClaimHours, _ karens: KarensAssessment, _ rulebook: Rulebook) {
    self.ledger = ledger
    self.hours = hours
    self.karens = karens
    law = MonthlyLaw(rulebook.law)
    policies = MonthlyPolicies(rulebook.policies)
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

  /// The month of the row's first day, as `Day.month` counts.
  func sickMonth(_ claim: Int) -> Int32 { ledger.claims[.sickFrom, claim].month }

  /// ÅÅÅÅMMDD; `nil` where the assistant's number does not tell.
  func birth(_ claim: Int) -> Int32? {
    let birth = births[ledger.claims[.assistent, claim].index]
    return birth >= 0 ? birth : nil
  }

  /// A row's parts; `nil` where the law's values are not known for it, it is no sickness, or
  /// nothing of it counts.
  func parts(_ claim: Int, _ pricedAt: Hours) -> LawfulParts? {
    guard let (terms, knowsSupplements) = terms(claim, pricedAt) else { return nil }
    return LawfulParts(
      terms, knowsSupplements: knowsSupplements,
      claimedSupplements: (ledger.claims.value(.ob, claim) ?? .zero).value)
  }

  /// What a row's price depends on, and whether its OB could be computed.
  func terms(_ claim: Int, _ pricedAt: Hours) -> (PriceTerms, knowsSupplements: Bool)? {
    let claims = ledger.claims
    guard ledger.isJudgedByHours(claim), ledger.periods.chainOfClaim[claim] >= 0,
      claims[.amount, claim] >= .zero, let birth = birth(claim),
      let place = MonthlyLaw.place(sickMonth(claim))
    else { return nil }
    let sickPayShare = law.sickPayShare(month: place)
    guard sickPayShare >= 0, let fee = fees(claim) else { return nil }
    let agreement = agreement(claim)
    let policy = policies.terms(kommun: claims[.kommun, claim].cell, month: place)
    let karensTime = karensTime(claim, pricedAt)
    var terms = PriceTerms(
      wage: Int64(claims[.wage, claim].tenThousandths), sickPayShare: Int64(sickPayShare),
      hours: hourRange(claim, pricedAt, karensTime), karens: karensTime,
      karensHours: LawfulRange(
        low: policy.demandsKarens ? karensTime : 0, high: policy.admitsKarens ? karensTime : 0),
      supplements: LawfulRange(low: 0, high: 0), supplementsOnKarens: 0,
      onCall: (claims.value(.jour, claim) ?? .zero).value,
      holidayPercent: holidayPercents(claim, agreement, birth, place),
      admitsFullWage: policy.admitsFullWage, admitsSickPay: policy.admitsSickPay,
      mostAgreementCost: Int64(mostAgreementCost(agreement, place)), fee: fee)
    guard terms.isWithinReason else { return nil }
    let knows = addSupplements(claim, agreement, place, karensTime, to: &terms)
    return (terms, knows)
  }

  /// Karens as stated; for a lawful price also what should have been taken from the row.
  private func karensTime(_ claim: Int, _ pricedAt: Hours) -> Int64 {
    let stated = max(0, Int64(hours.karens[claim]))
    return pricedAt == .claimed ? stated : stated + Int64(karens.missing[claim])
  }

  private func hourRange(_ claim: Int, _ pricedAt: Hours, _ karensTime: Int64) -> LawfulRange {
    let paid = Int64(hours.paid[claim])
    if case .claimed = pricedAt { return LawfulRange(low: paid, high: paid) }
    let sick = Int64(ledger.claims[.sickTime, claim].cell)
    let left = sick - karensTime - Int64(hours.afterDay14[claim])
    // Vacant hours inside the karens hours may be subtracted once or twice.
    return LawfulRange(
      low: max(0, left - Int64(hours.vacant[claim])),
      high: max(0, left - Int64(hours.vacantOutsideKarens[claim])))
  }

  /// The fees of the day on which the wage was paid, or of any month from the sickness to the
  /// invoice where the row does not say; `nil` where a fact is missing.
  func fees(_ claim: Int) -> MonthlyLaw.Fee? {
    guard let birth = birth(claim) else { return nil }
    let fee = fee(claim, birth: birth)
    return fee.low >= 0 ? fee : nil
  }

  private func fee(_ claim: Int, birth: Int32) -> MonthlyLaw.Fee {
    let claims = ledger.claims
    if let paidOn = claims.value(.wagePaidOn, claim) { return fee(month: paidOn.month, birth) }
    let first = claims[.sickFrom, claim].month
    let last = (claims.value(.invoiceDate, claim) ?? claims[.received, claim]).month
    var range = fee(month: first, birth)
    // Nobody waits for years with the wage; a late claim does not open every window in between.
    for month in first..<max(first, min(last, first + 12)) where range.low >= 0 {
      let next = fee(month: month + 1, birth)
      if next.low < 0 { return .unknown }
      range.low = min(range.low, next.low)
      range.expected = max(range.expected, next.expected)
      range.high = max(range.high, next.high)
    }
    return range
  }

  private func fee(month: Int32, _ birth: Int32) -> MonthlyLaw.Fee {
    guard let place = MonthlyLaw.place(month) else { return .unknown }
    let age = Int(month / 12 - birth / 10_000) - 1
    let fee = law.fee(month: place, age: age)
    // Whoever is born on the first of January reaches the age as the year begins: both are lawful.
    guard birth % 10_000 == 101 else { return fee }
    let older = law.fee(month: place, age: age + 1)
    guard fee.low >= 0, older.low >= 0 else { return .unknown }
    return MonthlyLaw.Fee(
      low: min(fee.low, older.low), expected: max(fee.expected, older.expected),
      high: max(fee.high, older.high))
  }

  /// By the agreement and the age on the sick days or at the year's end; over all agreements where
  /// the row names none.
  private func holidayPercents(
    _ claim: Int, _ agreement: Int?, _ birth: Int32, _ place: Int
  ) -> LawfulRange {
    let year = ledger.claims[.sickFrom, claim].month / 12
    let age = Int(year - birth / 10_000)
    let agreements = agreement.map { $0...$0 } ?? 0...(law.agreements.count - 1)
    var range = LawfulRange(low: .max, high: 0)
    for index in agreements {
      for age in [age - 1, age] {
        let percent = Int64(law.agreements[index].holidayPercent(month: place, age: age))
        guard percent >= 0 else { continue }
        range.low = min(range.low, percent)
        range.high = max(range.high, percent)
      }
    }
    return range.low <= range.high ? range : LawfulRange(low: 0, high: 0)
  }

  private func mostAgreementCost(_ agreement: Int?, _ place: Int) -> Int32 {
    if let agreement { return max(0, law.agreements[agreement].mostCost(month: place)) }
    return law.agreements.reduce(0) { max($0, $1.mostCost(month: place)) }
  }

  /// Whether OB could be computed: the agreement's steps are known, and shifts tell the hours.
  private func addSupplements(
    _ claim: Int, _ agreement: Int?, _ place: Int, _ karensTime: Int64, to terms: inout PriceTerms
  ) -> Bool {
    guard let agreement, !ledger.shiftRows(of: claim).isEmpty,
      let steps = law.agreements[agreement].supplements(month: place)
    else { return false }
    let shifts = ShiftSupplements(ledger, clock, claim: claim, karens: karensTime)
    if shifts.touchesGreatHoliday {
      terms.supplementsOnKarens =
        karensTime * Int64(steps.weekend.tenThousandths) / Seconds.perHour
      return false
    }
    let (all, rest) = (shifts.covered.value(steps), shifts.afterKarens.value(steps))
    // Karens in time order, or as a share of an average week: OB shrinks with the hours then.
    let share = min(terms.hours.high, shifts.coveredSeconds)
    let even = shifts.coveredSeconds > 0 ? all / shifts.coveredSeconds * share : 0
    let change = shifts.clockChange * Int64(steps.weekend.tenThousandths)
    terms.supplements = LawfulRange(
      low: min(rest, even) / Seconds.perHour, high: (max(rest, even) + change) / Seconds.perHour)
    terms.supplementsOnKarens = shifts.onKarens.value(steps) / Seconds.perHour
    return true
  }
}

/// ÅÅÅÅMMDD of each person, −1 for numbers that do not tell.
private func birthDates(_ persons: PersonDictionary) -> [Int32] {
  (0..<persons.count).map { index in
    guard let number = persons.number(PersonID(index: index)) else { return -1 }
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
    if let index = agreements.firstIndex(where: { $0.spellings.contains(name) }) {
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
