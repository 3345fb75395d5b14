import Ingest
import SickPay
import TestSupport
import Testing

struct IdentityNumberTests {
  private let event = Day(number: 20_000)

  @Test(arguments: ["", "-", " ", "\u{2013}"])
  func `any dash or none is the same person`(_ dash: String) throws {
    let twelve = person(7)
    let written = "\(twelve.prefix(8))\(dash)\(twelve.suffix(4))"
    let short = "\(twelve.dropFirst(2).prefix(6))\(dash)\(twelve.suffix(4))"
    for text in [written, short] {
      let number = try #require(IdentityNumber(person: text, event: event))
      #expect(number.canonical == twelve)
      #expect(number.isValid)
    }
  }

  /// Skatteverket's test numbers of samordningsnummer have such days too.
  @Test(arguments: ["19800060", "19800091", "19300290", "19800160", "19310491"])
  func `a samordningsnummer may have month 00, day 60 and a day that the month lacks`(
    _ date: String
  ) throws {
    let nine = try #require(UInt64("\(date.dropFirst(2))980"))
    let text = date + "980" + String(Luhn.checkDigit(nine))
    let number = try #require(IdentityNumber(person: text, event: event))
    #expect(number.isValid)
    #expect(number.canonical == text)
  }

  @Test func `a personnummer of a day that does not exist is not valid`() throws {
    let nine = try #require(UInt64("800230980"))
    let text = "19800230980" + String(Luhn.checkDigit(nine))
    #expect(try #require(IdentityNumber(person: text, event: event)).isValid == false)
  }

  @Test(arguments: 0..<200) func `a changed check digit is wrong`(_ n: Int) throws {
    let right = person(n)
    let last = try #require(right.last?.wholeNumberValue)
    let wrong = right.dropLast() + String((last + 1 + n % 9) % 10)
    #expect(
      try #require(IdentityNumber(person: String(wrong), event: event)).isValid
        == false)
  }

  @Test(arguments: ["20000101-T220", "20000101T220", "000101-s220"])
  func `an interim number is opaque`(_ text: String) throws {
    let number = try #require(IdentityNumber(person: text, event: event))
    #expect(number == .interim(text.uppercased().replacing("-", with: "")))
  }

  @Test func `every form of an organisationsnummer is ten digits`() throws {
    let ten = company(3)
    let dashed = "\(ten.prefix(6))-\(ten.suffix(4))"
    for text in [ten, dashed, "16\(ten)", "16\(dashed)", "SE\(ten)01", " \(ten) "] {
      #expect(IdentityNumber(organisation: text)?.canonical == ten, "\(text)")
    }
    let trader = person(3)
    #expect(IdentityNumber(organisation: trader)?.canonical == String(trader.suffix(10)))
    #expect(IdentityNumber(person: ten, event: event) == nil)
  }

  @Test(
    arguments: [
      ("1234561", GiroNumber.Kind.bankgiro, "123-4561"), ("123-4561", .bankgiro, "123-4561"),
      ("12-3", .plusgiro, "12-3"), ("001234561", .bankgiro, nil), ("12-34561", .bankgiro, nil),
      ("123-456X", .bankgiro, nil), ("", .plusgiro, nil), ("1--23", .plusgiro, nil),
    ] as [(String, GiroNumber.Kind, String?)])
  func `a giro number is written so`(_ text: String, _ kind: GiroNumber.Kind, _ usual: String?) {
    #expect(GiroNumber(text, kind: kind).map { "\($0)" } == usual)
  }
}
