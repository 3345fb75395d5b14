import Configuration
import SickPay
import Testing

private func law() throws -> LawTable { try Configuration().rulebook.law }

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

private func percent(_ value: Double) -> Percentage {
  Percentage(tenThousandths: Int32((value * 10_000).rounded()))
}

/// One line: payment day, year of birth, lowest, expected and highest lawful fee.
struct FeeCase: Sendable, CustomTestStringConvertible {
  let paid: String
  let born: Int
  let low: Double
  let expected: Double
  let high: Double

  init(_ paid: String, _ born: Int, _ low: Double, _ expected: Double, _ high: Double) {
    (self.paid, self.born, self.low, self.expected, self.high) = (paid, born, low, expected, high)
  }

  var testDescription: String { "paid \(paid), born \(born)" }
}

/// Published rates: blinfo.se, skr.se, wiklands.se, arevision.se (the young of 2015, by year of
/// birth), SFS 2022:889 and SFS 2026:100.
private let feeCases = [
  FeeCase("2015-03-25", 1980, 31.42, 31.42, 31.42),
  FeeCase("2015-03-25", 1995, 15.49, 15.49, 15.49),
  FeeCase("2015-04-30", 1989, 15.49, 15.49, 15.49),
  FeeCase("2015-05-01", 1989, 31.42, 31.42, 31.42),
  FeeCase("2015-05-01", 1990, 15.49, 15.49, 15.49),
  FeeCase("2015-07-31", 1991, 15.49, 15.49, 15.49),
  FeeCase("2015-07-31", 1992, 10.21, 10.21, 10.21),
  FeeCase("2015-08-01", 1989, 31.42, 31.42, 31.42),
  FeeCase("2015-08-01", 1990, 25.46, 25.46, 25.46),
  FeeCase("2016-03-25", 1990, 31.42, 31.42, 31.42),
  FeeCase("2015-12-25", 1948, 10.21, 10.21, 10.21),
  FeeCase("2015-12-25", 1937, 0, 0, 0),
  FeeCase("2016-01-25", 1937, 6.15, 6.15, 6.15),
  FeeCase("2016-05-31", 1995, 25.46, 25.46, 25.46),
  FeeCase("2016-06-01", 1995, 31.42, 31.42, 31.42),
  FeeCase("2019-06-30", 1950, 10.21, 16.36, 16.36),
  FeeCase("2019-07-01", 1950, 10.21, 10.21, 10.21),
  FeeCase("2020-12-31", 2000, 10.21, 31.42, 31.42),
  FeeCase("2021-01-01", 2000, 10.21, 19.73, 31.42),
  FeeCase("2021-06-25", 2000, 10.21, 10.21, 31.42),
  FeeCase("2021-09-01", 2000, 10.21, 19.73, 31.42),
  FeeCase("2022-08-31", 2000, 10.21, 10.21, 31.42),
  FeeCase("2023-03-31", 2001, 10.21, 19.73, 31.42),
  FeeCase("2023-04-01", 2001, 10.21, 31.42, 31.42),
  FeeCase("2022-12-25", 1956, 10.21, 10.21, 10.21),
  FeeCase("2023-01-25", 1957, 10.21, 31.42, 31.42),
  FeeCase("2023-01-25", 1956, 10.21, 10.21, 10.21),
  FeeCase("2025-12-25", 1958, 10.21, 10.21, 10.21),
  FeeCase("2026-01-25", 1958, 10.21, 10.21, 10.21),
  FeeCase("2026-01-25", 1959, 10.21, 31.42, 31.42),
  FeeCase("2026-03-31", 2005, 10.21, 31.42, 31.42),
  FeeCase("2026-04-01", 2005, 10.21, 20.81, 31.42),
  FeeCase("2027-09-30", 2006, 10.21, 20.81, 31.42),
  FeeCase("2027-10-01", 2006, 10.21, 31.42, 31.42),
]

struct LawTableTests {
  @Test(arguments: feeCases)
  func `the fee follows payment day and age at the year's beginning`(_ fee: FeeCase) throws {
    let law = try law()
    let paid = try day(fee.paid)
    let lawful = try #require(
      law.employerFee.fee(
        paidOn: paid, ageAtYearStart: paid.civil.year - fee.born - 1, birthYear: fee.born))
    #expect(lawful.low == percent(fee.low))
    #expect(lawful.expected == percent(fee.expected))
    #expect(lawful.high == percent(fee.high))
  }

  @Test func `a day before the first one known gives no fee`() throws {
    let law = try law()
    let before = try day("2014-12-31")
    #expect(law.employerFee.fee(paidOn: before, ageAtYearStart: 30, birthYear: 1984) == nil)
    let after = try day("2015-01-01")
    #expect(law.employerFee.fee(paidOn: after, ageAtYearStart: 30, birthYear: 1984) != nil)
  }

  @Test(arguments: [
    ("2020-03-12", CertificateRule.fromDay(8)), ("2020-03-13", .never), ("2020-10-31", .never),
    ("2020-11-01", .fromDay(15)), ("2021-09-30", .fromDay(15)), ("2021-10-01", .fromDay(8)),
    ("2022-01-19", .fromDay(15)), ("2022-04-01", .fromDay(8)), ("2025-03-01", .fromDay(8)),
  ])
  func `certificates were not always required from day 8`(
    _ first: String, _ rule: CertificateRule
  ) throws {
    #expect(try law().certificate[try day(first)]?.value == rule)
  }

  @Test func `karensavdrag replaced karensdag at the turn of 2019`() throws {
    let karens = try law().karens
    #expect(karens[try day("2018-12-31")]?.value == .firstDay)
    #expect(karens[try day("2019-01-01")]?.value == .deduction(percent(20)))
  }

  @Test(arguments: [
    ("2020-03-31", StateScheme.highCosts), ("2020-04-01", .whole), ("2020-07-31", .whole),
    ("2020-08-01", .aboveThreshold), ("2021-12-01", .aboveThreshold), ("2024-06-30", .highCosts),
    ("2024-07-01", StateScheme.none),
  ])
  func `what the state paid has its dates`(_ date: String, _ scheme: StateScheme) throws {
    #expect(try law().stateScheme[try day(date)]?.value == scheme)
  }

  @Test func `a stretch that nobody knows is not filled in`() throws {
    let entry = try #require(try law().stateScheme[try day("2022-06-01")])
    #expect(entry.value == nil)
    #expect(!entry.source.isEmpty)
  }

  @Test func `semesterersättning of Fremia rises at 40 and 50 from 2023`() throws {
    let fremia = try #require(try law().agreements.first { $0.name == "Fremia" })
    let (before, after) = (try day("2022-12-31"), try day("2023-01-01"))
    #expect(fremia.holidayPay[before]?.value?.percent(age: 55) == percent(12))
    let steps = try #require(fremia.holidayPay[after]?.value)
    #expect([39, 40, 49, 50].map { steps.percent(age: $0) } == [12, 13, 13, 14].map(percent))
  }

  @Test func `only statutes and named sources can prove a rule break`() {
    #expect(EvidenceTag.allCases.filter(\.isCertain) == [.statute, .source])
  }
}

struct PolicyTests {
  @Test func `kommuner differ where their pages say so`() throws {
    let policies = try Configuration().rulebook.policies
    let date = try day("2025-03-01")
    func policy(_ code: Int32) throws -> Policy { try #require(policies[code, date]?.value) }
    #expect(try policy(380).reimbursesParentalLeave == true)  // Uppsala
    #expect(try policy(1290).reimbursesParentalLeave == false)  // Kristianstad
    #expect(try policy(1260).holidayPayOnKarens == true)  // Bjuv
    #expect(try policy(1384).takesInvoices == false)  // Kungsbacka
    // Falun, Säter and Borlänge share one wording.
    #expect(try policy(2080) == policy(2081))
    #expect(try policy(2080).claimMonths == 3)
  }
}
