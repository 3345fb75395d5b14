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
  /// Whether OB was computed from shifts and known steps. Otherwise it is taken as claimed; where
  /// the row does not say what it claims, it lies anywhere up to the highest step.
  var knowsSupplements: Bool
  /// Whether the agreement's percentages are known; the parts are taken as claimed otherwise.
  var knowsHolidayPay: Bool
  var knowsAgreementCost: Bool

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
  /// OB in full, in 1/10,000 kr; `nil` where shifts or steps do not tell.
  var supplements: LawfulRange?
  var supplementsOnKarens: Int64
  /// The highest OB an hour that is known, in 1/10,000 kr.
  var mostSupplement: Int64
  var onCall: Int64
  /// `nil` where it is not known.
  var holidayPercent: LawfulRange?
  /// Whether semesterersättning is a percentage of full wage at the most, and of sick pay at the
  /// least.
  var admitsFullWage: Bool
  var admitsSickPay: Bool
  /// `nil` where it is not known.
  var mostAgreementCost: Int64?
  var fee: LawPeriods.Fee
  var claimed: ClaimedParts
}

/// What a row says of the parts that can't always be computed, in öre.
struct ClaimedParts {
  /// `nil` where the row does not say.
  var supplements: Int64?
  var holidayPay: Int64
  var agreementCost: Int64
}

extension PriceTerms {
  /// Whether the sums stay far inside of 64 bits: no wage for some hours is 40 million kronor.
  var isWithinReason: Bool {
    let most: Int64 = 400_000_000_000 * perHour
    return wage >= 0 && hours.low >= 0 && wage * hours.high <= most && wage * karens <= most
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
  @inline(__always) init(_ terms: PriceTerms) {
    hours = terms.hours
    onCall = terms.onCall
    knowsSupplements = terms.supplements != nil
    knowsHolidayPay = terms.holidayPercent != nil
    knowsAgreementCost = terms.mostAgreementCost != nil
    let wages = LawfulRange(
      low: terms.wage * terms.hours.low / perHour, high: terms.wage * terms.hours.high / perHour)
    sickPay = terms.sickPay(wages)
    supplements = LawfulParts.supplements(terms)
    holidayPay = LawfulParts.holidayPay(terms, wages, supplements)
    let paid = LawfulRange(low: onCall, high: onCall) + self.sickPay + supplements + holidayPay
    func fee(_ percent: Int32, on value: Int64) -> Int64 {
      rounded(value * Int64(percent), over: whole)
    }
    self.fee = LawfulRange(
      low: fee(terms.fee.low, on: paid.low), high: fee(terms.fee.high, on: paid.high))
    expectedFee = fee(terms.fee.expected, on: paid.high)
    let base = paid.high + self.fee.high
    let most = terms.mostAgreementCost.map { rounded(base * $0, over: whole) }
    agreementCost = LawfulRange(low: 0, high: most ?? terms.claimed.agreementCost)
  }

  private static func supplements(_ terms: PriceTerms) -> LawfulRange {
    if let supplements = terms.supplements { return terms.sickPay(supplements) }
    if let claimed = terms.claimed.supplements { return LawfulRange(low: claimed, high: claimed) }
    let most = terms.sickPay(
      LawfulRange(low: 0, high: terms.mostSupplement * terms.hours.high / perHour))
    return LawfulRange(low: 0, high: most.high)
  }

  /// OB of the karens hours: from the shifts, at the weekend's step where a holiday's is not known,
  /// or as much an hour as the paid hours claim, though no more than the wage.
  private static func supplementsOnKarens(_ terms: PriceTerms, _ fullSupplements: Int64) -> Int64 {
    if terms.karensHours.high == 0 { return 0 }
    if terms.supplements != nil || terms.supplementsOnKarens > 0 {
      return terms.supplementsOnKarens
    }
    guard terms.hours.high > 0 else { return 0 }
    let anHour = min(fullSupplements * perHour / terms.hours.high, terms.wage)
    return anHour * terms.karensHours.high / perHour
  }

  private static func holidayPay(
    _ terms: PriceTerms, _ wages: LawfulRange, _ supplements: LawfulRange
  ) -> LawfulRange {
    guard let percent = terms.holidayPercent else {
      return LawfulRange(low: terms.claimed.holidayPay, high: terms.claimed.holidayPay)
    }
    let share = terms.sickPayShare
    let karens = LawfulRange(
      low: terms.wage * terms.karensHours.low / perHour,
      high: terms.wage * terms.karensHours.high / perHour)
    // OB in full: from the shifts, or from what is claimed of it, as jour always is.
    let onCall = terms.onCall * perOre * whole / max(1, share)
    let fullSupplements =
      onCall
      + (terms.supplements?.high ?? supplements.high * perOre * whole / max(1, share))
    let sickPaySupplements = (supplements.high + terms.onCall) * perOre
    var (low, high) = (Int64.max, Int64(0))
    if terms.admitsFullWage {
      low = min(low, wages.low + karens.low)
      high = max(
        high,
        wages.high + karens.high + fullSupplements
          + supplementsOnKarens(terms, fullSupplements))
    }
    if terms.admitsSickPay {
      low = min(low, wages.low * share / whole)
      high = max(high, wages.high * share / whole + sickPaySupplements)
    }
    return LawfulRange(
      low: rounded(low * percent.low, over: whole * perOre),
      high: rounded(high * percent.high, over: whole * perOre))
  }
}

extension PriceTerms {
  /// The sick pay's share of a sum, in öre of 1/10,000 kr.
  fileprivate func sickPay(_ sum: LawfulRange) -> LawfulRange {
    LawfulRange(
      low: rounded(sum.low * sickPayShare, over: whole * perOre),
      high: rounded(sum.high * sickPayShare, over: whole * perOre))
  }
}

/// Half away from zero, for amounts that are not negative.
func rounded(_ numerator: Int64, over denominator: Int64) -> Int64 {
  (numerator + denominator / 2) / denominator
}
