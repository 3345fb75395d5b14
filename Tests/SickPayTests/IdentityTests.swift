import SickPay
import Testing

struct IdentityTests {
  private let event = Day(number: 20_150)  // 2025-03-03

  /// Skatteverket's published example number, rättslig vägledning 330245.
  @Test func `the check digit of Skatteverket's example is right`() {
    #expect(Luhn.isValid(640_823_323_4 as UInt64))
    #expect(Luhn.checkDigit(640_823_323) == 4)
    #expect(!Luhn.isValid(640_823_323_5 as UInt64))
  }

  @Test(arguments: [
    (8001019802 as UInt64, false, 1980), (0501019802, false, 2005), (1001019802, false, 2010),
    (3501019802, false, 1935), (1801019802, false, 2018), (3001019802, true, 1830),
  ])
  func `the century makes the person 15 to 90, and a plus adds one`(
    digits: UInt64, plus: Bool, year: UInt64
  ) {
    let number = PersonNumber(tenDigits: digits, hasPlus: plus, event: event)
    #expect(number.digits / 100_000_000 == year)
  }

  @Test func `a samordningsnummer may have month 00, a personnummer not`() {
    #expect(PersonNumber.isPlausible(tenDigits: 80_0061_9802))
    #expect(!PersonNumber.isPlausible(tenDigits: 80_0001_9802))
    #expect(!PersonNumber.isPlausible(tenDigits: 80_1301_9802))
    #expect(!PersonNumber.isPlausible(tenDigits: 80_0132_9802))
  }

  @Test func `a third digit of at least 2 tells a company from a sole trader`() {
    #expect(!OrganisationNumber(digits: 4_550_000_011).isPerson)
    #expect(OrganisationNumber(digits: 8_001_019_802).isPerson)
    #expect(OrganisationNumber(digits: 1_019_802).description == "0001019802")
  }
}

struct MoneyTests {
  @Test(arguments: [
    (100 as Int64, 1 as Int64, 3 as Int64, 33 as Int64), (100, 2, 3, 67), (-100, 1, 3, -33),
    (5, 1, 2, 3), (-5, 1, 2, -3), (Int64.max / 4, 3, 4, Int64.max / 16 * 3 + 2),
  ])
  func `a share is rounded half away from zero and does not overflow`(
    amount: Int64, part: Int64, whole: Int64, share: Int64
  ) {
    #expect(Ore(amount).share(part, of: whole).value == share)
  }

  @Test func `kronor and hours are written as Swedish texts write them`() {
    #expect(SwedishNumbers.kronor(Ore(123_456_789)) == "1\u{a0}234\u{a0}567,89\u{a0}kr")
    #expect(SwedishNumbers.number(.nan, decimals: 1) == "0,0")
    #expect(SwedishNumbers.number(-.infinity, decimals: 0).hasPrefix("−9"))
    #expect(SwedishNumbers.kronor(Ore(-5)) == "−0,05\u{a0}kr")
    #expect(SwedishNumbers.hours(Seconds(23_400)) == "6,5\u{a0}h")
    #expect(SwedishNumbers.hours(Seconds(900)) == "0,25\u{a0}h")
    #expect(SwedishNumbers.percent(0.3142, decimals: 2) == "31,42\u{a0}%")
  }
}
