import SickPay
import Testing

@testable import Reporting

struct NumberTests {
  @Test(
    arguments: [
      (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (-123_456, 2, "-1234.56"),
      (5_880_000, 2, "58800.00"), (7, 0, "7"), (-1000, 3, "-1.000"),
    ] as [(Int64, Int, String)])
  func `machine numbers`(units: Int64, decimals: Int, text: String) {
    #expect(FixedDecimal(units: units, decimals: decimals).text() == text)
  }

  @Test func `the largest numbers are whole`() {
    #expect(FixedDecimal(Ore(.max)).text() == "92233720368547758.07")
    #expect(FixedDecimal(Ore(.min)).text() == "-92233720368547758.08")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func `what is no number or too large has no decimals`(value: Double) {
    #expect(FixedDecimal(rounding: value, decimals: 4) == nil)
    #expect(SwedishNumbers.measure(value) == "–")
  }

  @Test func `zeros at the end can go, those before the point stay`() {
    #expect(FixedDecimal(units: 4_000_000, decimals: 6).trimmed.text() == "4")
    #expect(FixedDecimal(units: 100_000, decimals: 2).trimmed.text() == "1000")
    #expect(FixedDecimal(units: 0, decimals: 6).trimmed.text() == "0")
    #expect(SwedishNumbers.measure(0.3140) == "0,314")
  }

  @Test func `Swedish numbers do not break`() {
    #expect(SwedishNumbers.kronor(Ore(123_456_789)) == "1\u{A0}234\u{A0}567,89\u{A0}kr")
    #expect(SwedishNumbers.amount(Ore(-100_005)) == "−1\u{A0}000,05")
    #expect(SwedishNumbers.percent(0.314) == "31,4\u{A0}%")
    #expect(SwedishNumbers.hours(Seconds(23_400)) == "6,5\u{A0}h")
    #expect(SwedishNumbers.integer(1_234_567) == "1\u{A0}234\u{A0}567")
  }

  @Test func `one and many`() {
    #expect(SwedishNumbers.count(1, "rad", "rader") == "1 rad")
    #expect(SwedishNumbers.count(0, "rad", "rader") == "0 rader")
    #expect(SwedishNumbers.count(1200, "rad", "rader") == "1\u{A0}200 rader")
  }
}
