/// How a company computes what it claims; fixed for the company, and every choice is lawful.
struct PayMethod {
  /// What semesterersättning is a percentage of.
  enum VacationBase: CaseIterable {
    /// The full wage of the reimbursed hours.
    case reimbursedHours
    /// The full wage of the reimbursed and the karens hours (semesterlagen 1977:480, 16 b § 3 st.).
    case karensHoursToo
    /// The sick pay.
    case sickPay
  }
  var agreement: Agreement
  var vacationBase: VacationBase
  /// Whether semesterersättning is given on OB too.
  var vacationOnSupplements: Bool
  /// Costs bound by agreement, in hundredths of a per cent of `agreementBase`.
  var agreementShare: Int64
  var agreementBase: AgreementBase
  var rounding: Rounding

  /// What the costs bound by agreement are a percentage of.
  enum AgreementBase {
    /// Sick pay, OB and semesterersättning.
    case pay
    /// The same with arbetsgivaravgift on top.
    case payAndFee
  }

  /// What is rounded to whole kronor.
  enum Rounding: CaseIterable {
    case nothing, sum, everyPart
  }
}

/// The minutes that a claim row is paid for, after karens, vacancies and day 14.
struct PaidTime: Equatable {
  var reimbursed: Int64 = 0
  var supplements = SupplementMinutes()
  var karens: Int64 = 0
  var karensSupplements = SupplementMinutes()
  var jour: Int64 = 0
}

/// What an hour of one assistant costs.
struct WageTerms {
  /// Öre an hour.
  var hourlyWage: Int64
  var supplements: SupplementRates
  /// Whole per cent.
  var vacationPercent: Int64
  /// Hundredths of a per cent.
  var fee: Int64
}

/// The parts of a claim and their sum, in öre.
struct Amounts: Equatable {
  var sickPay: Int64 = 0
  var supplements: Int64 = 0
  var jour: Int64 = 0
  var vacation: Int64 = 0
  var agreement: Int64 = 0
  var fee: Int64 = 0
  /// Nobody owes VAT on sick pay.
  var vat: Int64 = 0
  var total: Int64 = 0

  var sumOfParts: Int64 { sickPay + supplements + jour + vacation + agreement + fee + vat }
}

extension Amounts {
  /// 80 % of wage, OB and jour (sjuklönelagen 1991:1047, 6 §), semesterersättning, costs bound by
  /// agreement, and arbetsgivaravgift on sick pay and semesterersättning. Every part is rounded to
  /// öre, or to kronor by
  /// those companies that do.
  init(_ time: PaidTime, _ terms: WageTerms, _ method: PayMethod) {
    // Sums of öre an hour times minutes: 60 of them are one öre.
    let wage = terms.hourlyWage * time.reimbursed
    let supplement = value(time.supplements, terms.supplements)
    let onCall = terms.supplements.jour * time.jour
    func part(_ numerator: Int64, over denominator: Int64) -> Int64 {
      guard method.rounding == .everyPart else { return rounded(numerator, over: denominator) }
      return rounded(numerator, over: denominator * 100) * 100
    }
    sickPay = part(wage * 8, over: 600)
    supplements = part(supplement * 8, over: 600)
    jour = part(onCall * 8, over: 600)

    var base = wage + (method.vacationOnSupplements ? supplement + onCall : 0)
    switch method.vacationBase {
    case .reimbursedHours: base *= 10
    case .karensHoursToo:
      let karens = value(time.karensSupplements, terms.supplements)
      base += terms.hourlyWage * time.karens + (method.vacationOnSupplements ? karens : 0)
      base *= 10
    case .sickPay: base *= 8
    }
    vacation = part(base * terms.vacationPercent, over: 60_000)

    let paid = sickPay + supplements + jour + vacation
    fee = part(paid * terms.fee, over: 10_000)
    let agreed = method.agreementBase == .payAndFee ? paid + fee : paid
    agreement = part(agreed * method.agreementShare, over: 10_000)
    total = method.rounding == .sum ? rounded(sumOfParts, over: 100) * 100 : sumOfParts
  }
}

private func value(_ minutes: SupplementMinutes, _ rates: SupplementRates) -> Int64 {
  minutes.evening * rates.evening + minutes.night * rates.night + minutes.weekend * rates.weekend
}

/// Half away from zero; the amounts here are never negative.
private func rounded(_ numerator: Int64, over denominator: Int64) -> Int64 {
  (numerator + denominator / 2) / denominator
}
