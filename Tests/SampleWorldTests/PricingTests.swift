import SickPay
import Testing

@testable import SampleWorld

/// The claim of an assistant at 160 kr an hour and 30 hours a week, who lost 24 hours, of which 4
/// were vacant: 6 hours of karens, 14 reimbursed.
struct PricingTests {
  private func total(
    _ base: PayMethod.VacationBase, fee: Int64 = EmployerFee.full,
    agreed: PayMethod.AgreementBase = .pay, rounding: PayMethod.Rounding = .nothing
  ) -> Amounts {
    let time = PaidTime(reimbursed: 14 * 60, karens: 6 * 60)
    let terms = WageTerms(
      hourlyWage: 16_000, supplements: Agreement.none.supplements(year: 2025), vacationPercent: 12,
      fee: fee)
    let method = PayMethod(
      agreement: .none, vacationBase: base, vacationOnSupplements: false, agreementShare: 600,
      agreementBase: agreed, rounding: rounding)
    return Amounts(time, terms, method)
  }

  @Test func `every part of a claim comes out to the öre`() {
    let amounts = total(.reimbursedHours)
    #expect(amounts.sickPay == 179_200)
    #expect(amounts.vacation == 26_880)
    #expect(amounts.agreement == 12_365)
    #expect(amounts.fee == 64_750)
    #expect(amounts.total == 283_195)
  }

  @Test func `each lawful method has its own sum`() {
    #expect(total(.karensHoursToo).total == 299_026)
    #expect(total(.sickPay).total == 275_807)
    #expect(total(.reimbursedHours, fee: EmployerFee.older).total == 239_486)
    #expect(total(.reimbursedHours, rounding: .sum).total == 283_200)
    #expect(total(.reimbursedHours, agreed: .payAndFee).agreement == 16_250)
    let rounded = total(.reimbursedHours, rounding: .everyPart)
    #expect(rounded.vacation == 26_900)
    #expect(rounded.total == 179_200 + 26_900 + 12_400 + 64_800)
  }

  @Test(arguments: [
    // born, paid, hundredths of a per cent
    (1957, "2022-12-25", 3142), (1956, "2022-12-25", 1021), (1957, "2023-01-25", 3142),
    (1956, "2023-01-25", 1021), (1958, "2025-12-25", 1021), (1959, "2025-12-25", 3142),
    (1959, "2026-01-25", 3142), (1958, "2026-01-25", 1021), (2002, "2023-03-25", 1973),
    (2002, "2023-04-25", 3142), (2002, "2022-06-25", 1021), (2005, "2026-04-25", 2081),
    (2003, "2026-04-25", 2081), (2002, "2026-04-25", 3142), (2005, "2027-10-25", 3142),
  ])
  func `the fee goes by age at the year's beginning and the day of payment`(
    born: Int, paid: String, expected: Int64
  ) throws {
    let day = try #require(Day(iso: paid))
    #expect(EmployerFee.rate(born: born, paid: day) == expected)
  }

  @Test(arguments: [
    // start on the wall, hours, evening, night, weekend minutes
    ("2025-05-06", 20, 8, 120, 360, 0),  // Tuesday night until four
    ("2025-05-09", 16, 10, 0, 0, 420),  // Friday, weekend from 19
    ("2025-05-11", 22, 9, 0, 0, 540),  // Sunday night to Monday 07
    ("2025-05-12", 5, 4, 0, 0, 120),  // Monday morning, weekend until 07
    ("2025-05-07", 8, 24, 180, 480, 0),  // a whole day
  ])
  func `a shift's supplement minutes follow the clock`(
    date: String, hour: Int32, hours: Int32, evening: Int64, night: Int64, weekend: Int64
  ) throws {
    let day = try #require(Day(iso: date))
    let start = WallMinute.of(day: day.number, minute: hour * 60)
    let minutes = SupplementClock().minutes(from: start, length: hours * 60)
    #expect(minutes == SupplementMinutes(evening: evening, night: night, weekend: weekend))
  }
}
