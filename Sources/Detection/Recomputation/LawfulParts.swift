/// The least and the most that is lawful, in öre.
struct LawfulRange: Sendable, Equatable {
  var low: Int64
  var high: Int64

  static func + (left: LawfulRange, right: LawfulRange) -> LawfulRange {
    LawfulRange(low: left.low + right.low, high: left.high + right.high)
  }
}

/// A claim row's parts over all methods that law, agreement and policy admit.
struct LawfulParts: Sendable {
  /// Seconds paid for.
  var hours: LawfulRange
  var sickPay: LawfulRange
  var supplements: LawfulRange
  /// What the row claims: what an hour of jour gives is not known.
  var onCall: Int64
  var holidayPay: LawfulRange
  var agreementCost: LawfulRange
  var fee: LawfulRange
  /// The fee where no ceiling of a relief is reached, at the most.
  var expectedFee: Int64
  /// Whether OB was computed from shifts and known steps; it is taken as claimed otherwise.
  var knowsSupplements: Bool

  var total: LawfulRange {
    LawfulRange(low: onCall, high: onCall) + sickPay + supplements + holidayPay + agreementCost
      + fee
  }
}

/// What the price of one row depends on, as whole numbers: percentages in 1/10,000 of a per cent,
/// wages in 1/10,000 kr an hour, time in seconds.
struct PriceTerms {
  var wage: Int64
  var sickPayShare: Int64
  var hours: LawfulRange
  /// Hours that karens takes.
  var karens: Int64
  /// Those of them that semesterersättning may be given on.
  var karensHours: LawfulRange
  /// OB in full, in 1/10,000 kr.
  var supplements: LawfulRange
  var supplementsOnKarens: Int64
  var onCall: Int64
  var holidayPercent: LawfulRange
  /// Whether semesterersättning is a percentage of full wage at the most, and of sick pay at the
  /// least.
  var admitsFullWage: Bool
  var admitsSickPay: Bool
  var mostAgreementCost: Int64
  var fee: MonthlyLaw.Fee
}

extension PriceTerms {
  /// Whether the sums stay far inside of 64 bits: no wage for some hours is 400 million kronor.
  var isWithinReason: Bool {
    let most: Int64 = 4_000_000_000_000 * 3600
    return wage >= 0 && hours.low >= 0 && wage * hours.high <= most
      && wage * karensHours.high <= most
  }
}

private let perHour: Int64 = 3600
/// 1/10,000 of a per cent in a whole.
private let whole: Int64 = 1_000_000
/// 1/10,000 kr in an öre.
private let perOre: Int64 = 100

extension LawfulParts {
  /// 80 % of wage and OB (sjuklönelagen 6 §); semesterersättning on the full wage, also of karens
  /// hours, or on the sick pay (semesterlagen 16 b §); arbetsgivaravgift on sick pay, OB and
  /// semesterersättning; costs bound by agreement on those, before or after the fee. Every part is
  /// rounded to öre, half away from zero.
  ///
  /// - Parameters:
  ///   - claimedSupplements: OB in öre, taken as it is where `knowsSupplements` is false.
  init(_ terms: PriceTerms, knowsSupplements: Bool, claimedSupplements: Int64) {
    self.knowsSupplements = knowsSupplements
    hours = terms.hours
    onCall = terms.onCall
    let wages = LawfulRange(
      low: terms.wage * terms.hours.low / perHour, high: terms.wage * terms.hours.high / perHour)
    func sickPay(_ value: Int64) -> Int64 {
      rounded(value * terms.sickPayShare, over: whole * perOre)
    }
    self.sickPay = LawfulRange(low: sickPay(wages.low), high: sickPay(wages.high))
    supplements =
      knowsSupplements
      ? LawfulRange(low: sickPay(terms.supplements.low), high: sickPay(terms.supplements.high))
      : LawfulRange(low: claimedSupplements, high: claimedSupplements)
    holidayPay = LawfulParts.holidayPay(terms, wages, supplements, knowsSupplements)
    let paid = LawfulRange(low: onCall, high: onCall) + self.sickPay + supplements + holidayPay
    func fee(_ percent: Int32, on value: Int64) -> Int64 {
      rounded(value * Int64(percent), over: whole)
    }
    self.fee = LawfulRange(
      low: fee(terms.fee.low, on: paid.low), high: fee(terms.fee.high, on: paid.high))
    expectedFee = fee(terms.fee.expected, on: paid.high)
    agreementCost = LawfulRange(
      low: 0, high: rounded((paid.high + self.fee.high) * terms.mostAgreementCost, over: whole))
  }

  /// OB of the karens hours: from the shifts, at the weekend's step where a holiday's is not known,
  /// or as much an hour as the paid hours claim.
  private static func supplementsOnKarens(
    _ terms: PriceTerms, _ fullSupplements: Int64, _ knows: Bool
  ) -> Int64 {
    if terms.karensHours.high == 0 { return 0 }
    if knows || terms.supplementsOnKarens > 0 { return terms.supplementsOnKarens }
    return fullSupplements / max(1, terms.hours.high) * terms.karensHours.high
  }

  private static func holidayPay(
    _ terms: PriceTerms, _ wages: LawfulRange, _ supplements: LawfulRange, _ knows: Bool
  ) -> LawfulRange {
    let share = terms.sickPayShare
    let karens = LawfulRange(
      low: terms.wage * terms.karensHours.low / perHour,
      high: terms.wage * terms.karensHours.high / perHour)
    // OB in full: from the shifts, or from what is claimed of it, as jour always is.
    let onCall = terms.onCall * perOre * whole / max(1, share)
    let fullSupplements =
      onCall
      + (knows ? terms.supplements.high : supplements.high * perOre * whole / max(1, share))
    let sickPaySupplements = (supplements.high + terms.onCall) * perOre
    var (low, high) = (Int64.max, Int64(0))
    if terms.admitsFullWage {
      low = min(low, wages.low + karens.low)
      high = max(
        high,
        wages.high + karens.high + fullSupplements
          + supplementsOnKarens(terms, fullSupplements, knows))
    }
    if terms.admitsSickPay {
      low = min(low, wages.low * share / whole)
      high = max(high, wages.high * share / whole + sickPaySupplements)
    }
    return LawfulRange(
      low: rounded(low * terms.holidayPercent.low, over: whole * perOre),
      high: rounded(high * terms.holidayPercent.high, over: whole * perOre))
  }
}

/// Half away from zero, for amounts that are not negative.
func rounded(_ numerator: Int64, over denominator: Int64) -> Int64 {
  (numerator + denominator / 2) / denominator
}
