import Configuration
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

/// The worked example: 160 kr an hour, a week of 30 h, 24 h lost, 6 h karens, 4 h vacant, so 14 h
/// are reimbursed.
private let example =
  "sjuk_från=2025-03-03; sjuk_till=2025-03-05; sjuktimmar=24; karenstimmar=6; ersatta_timmar=14; "
  + "timlön=160; sjuklön=1792; lön_utbetald=2025-03-25; avtal=Fremia; veckotimmar=30"

private let exampleShifts =
  ["03 08:00–16:00", "04 08:00–16:00", "05 08:00–12:00"].map { shift in
    let (day, from, to) = (shift.prefix(2), shift.dropFirst(3).prefix(5), shift.suffix(5))
    return "start=2025-03-\(day) \(from); slut=2025-03-\(day) \(to); "
      + "vikarie_start=2025-03-\(day) \(from); vikarie_slut=2025-03-\(day) \(to)"
  } + [
    "start=2025-03-05 12:00; slut=2025-03-05 16:00; vikarie=[vakant]; vikarie_start=; vikarie_slut="
  ]

/// One line: what differs, and the parts in öre.
struct AmountCase: Sendable, CustomTestStringConvertible {
  let name: String
  let parts: String
  let total: Int64
  var assistent = ""

  var testDescription: String { name }
}

private let amountCases = [
  AmountCase(
    name: "on the full wage",
    parts: "semesterersättning=268.80; avtalskostnad=123.65; arbetsgivaravgift=647.50",
    total: 283_195),
  AmountCase(
    name: "on karens hours too",
    parts: "semesterersättning=384.00; avtalskostnad=130.56; arbetsgivaravgift=683.70",
    total: 299_026),
  AmountCase(
    name: "on the sick pay",
    parts: "semesterersättning=215.04; avtalskostnad=120.42; arbetsgivaravgift=630.61",
    total: 275_807),
  AmountCase(
    name: "past the age limit of the fee",
    parts: "semesterersättning=268.80; avtalskostnad=123.65; arbetsgivaravgift=210.41",
    total: 239_486, assistent: "1950"),
]

struct RecomputationTests {
  @Test func `shifts that the hours leave out are neither lost nor paid twice`() async throws {
    // Seven shifts of eight hours, the last on sick day 15; the row counts 48 hours and is paid 42.
    let days = ["03", "04", "05", "06", "10", "11", "17"]
    let row =
      "sjuk_från=2025-03-03; sjuk_till=2025-03-17; sjuktimmar=48; ersatta_timmar=42; "
      + "karenstimmar=6; sjuklön=5376; belopp=5376; avtal=Fremia; lön_utbetald=2025-04-25"
    let shifts = days.map {
      "start=2025-03-\($0) 08:00; slut=2025-03-\($0) 16:00; "
        + "vikarie_start=2025-03-\($0) 08:00; vikarie_slut=2025-03-\($0) 16:00"
    }
    let ledger = try await TestTables(claims: [row], shifts: shifts).ledger()
    let evidence = await Evidence(
      ledger, rulebook: try Configuration().rulebook, names: testNames)
    let hours = try #require(evidence.prices.parts(0, .lawful)).hours
    #expect(hours.low == 42 * 3600 && hours.high == 42 * 3600)
  }

  @Test func `without shifts the lowest amount leaves room for vacant hours`() async throws {
    let ledger = try await TestTables(claims: ["sjuktimmar=24; ersatta_timmar=14"]).ledger()
    let evidence = await Evidence(
      ledger, rulebook: try Configuration().rulebook, names: testNames)
    let hours = try #require(evidence.prices.parts(0, .lawful)).hours
    #expect(hours.low == 14 * 3600 && hours.high == 18 * 3600)
  }

  @Test(arguments: amountCases)
  func `the worked example and its variants are lawful to the öre`(_ amount: AmountCase)
    async throws
  {
    let evidence = try await evidence(of: amount)
    let byMethod = PayMethod.all.compactMap { method in
      evidence.prices.amount(
        0,
        by: CompanyMethods.Fingerprint(
          method: method, agreementCost: Percentage(tenThousandths: 60_000), fitting: 1,
          compared: 1))
    }
    #expect(byMethod.contains(amount.total))
    let lawful = try #require(evidence.prices.parts(0, .claimed)).total
    #expect(lawful.low <= amount.total && amount.total <= lawful.high)
    for rule in Catalogue.rules where rule.id.description != "lon-under-avtal" {
      #expect(rule.evaluate(evidence).findings.map(\.text) == [], "\(rule.id)")
    }
  }

  private func evidence(of amount: AmountCase) async throws -> Evidence {
    let kronor = "\(amount.total / 100).\(amount.total % 100 < 10 ? "0" : "")\(amount.total % 100)"
    let assistent = amount.assistent.isEmpty ? person(1) : elder(born: amount.assistent)
    let row = "\(example); assistent=\(assistent); \(amount.parts); belopp=\(kronor)"
    let tables = TestTables(
      claims: [row], shifts: exampleShifts.map { "\($0); assistent=\(assistent)" })
    return await Evidence(
      try await tables.ledger(), rulebook: try Configuration().rulebook, names: testNames)
  }
}

/// An invented person of the series 980–999, born on 2 January of a year.
func elder(born year: String) -> String {
  let digits = UInt64("\(year.dropFirst(2))0102980") ?? 0
  return "\(year)0102980\(Luhn.checkDigit(digits))"
}
