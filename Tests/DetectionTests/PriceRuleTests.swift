import Configuration
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

/// 18 h at 160 kr: sick pay 2 304.00, semesterersättning 12 % of 2 880.00 is 345.60, the fee
/// 31.42 % of 2 649.60 is 832.50.
private let priced =
  "semesterersättning=345.60; arbetsgivaravgift=832.50; belopp=3482.10; avtal=Fremia; "
  + "lön_utbetald=2025-03-25"

private func priced(_ changes: String) -> String { priced + "; " + changes }

/// Prices above what is lawful; each is found by its own rule.
let priceCases: [RuleCase] = [
  RuleCase(
    name: "sick pay of 90 %", claims: [priced("sjuklön=2592; belopp=3770.10")],
    found: ["sjuklon-over-lagen"]),
  RuleCase(
    name: "21 % semesterersättning",
    claims: [priced("semesterersättning=604.80; arbetsgivaravgift=913.94; belopp=3822.74")],
    found: ["semester-over-lagen"]),
  RuleCase(
    name: "a percentage that no agreement has", claims: [priced("semester_procent=12.5")],
    found: ["semester-over-lagen"]),
  RuleCase(
    name: "the full fee past the age limit", claims: [priced("assistent=\(elder(born: "1950"))")],
    found: ["avgift-fel-alder"]),
  RuleCase(
    name: "the full fee during the youth relief",
    claims: [
      priced(
        "assistent=\(young); lön_utbetald=2026-05-25; sjuk_från=2026-05-04; "
          + "sjuk_till=2026-05-06; inkommen=2026-06-10")
    ], found: ["avgift-fel-alder"]),
  RuleCase(
    name: "pension and insurances of 15 %",
    claims: [priced("avtalskostnad=397.44; belopp=3879.54")],
    found: ["avtalskostnad-over-avtal"]),
  RuleCase(
    name: "weekend OB on a Monday's day",
    claims: [
      priced("ob=371.46; semesterersättning=345.60; arbetsgivaravgift=949.22; belopp=3970.28")
    ], shifts: ["03", "04", "05"].map(workedDay), found: ["ob-over-avtal"]),
  RuleCase(
    name: "a sum that no way of counting gives",
    claims: [priced("ob=0; semesterersättning=; arbetsgivaravgift=; belopp=5200")],
    found: ["over-lagligt-belopp"]),
  RuleCase(name: "VAT", claims: [priced("moms=870.53; belopp=4352.63")], found: ["moms"]),
  RuleCase(
    name: "while the state paid all sick pay",
    claims: [
      priced(
        "sjuk_från=2020-05-04; sjuk_till=2020-05-06; inkommen=2020-06-10; "
          + "lön_utbetald=2020-05-25")
    ], found: ["staten-betalade"]),
  RuleCase(
    name: "care of a child in Kristianstad", claims: [priced("kommun=1290; frånvaro=vab")],
    found: ["vab-ersatts-inte"]),
  RuleCase(
    name: "a wage below the agreement's lowest",
    claims: [
      "avtal=Fremia; timlön=128; sjuklön=1843.20; belopp=1843.20; sjuk_från=2026-03-03; "
        + "sjuk_till=2026-03-05; inkommen=2026-04-10"
    ], found: ["lon-under-avtal"]),
  RuleCase(
    name: "karens hours counted for one employee only",
    claims: (1...11).map { index in
      let parts =
        index == 11
        ? "semesterersättning=460.80; arbetsgivaravgift=868.70; belopp=3633.50"
        : "semesterersättning=345.60; arbetsgivaravgift=832.50; belopp=3482.10"
      return "avtal=Fremia; lön_utbetald=2025-03-25; ärende=P\(index); fakturanummer=P\(index); "
        + "assistent=\(person(index)); \(parts)"
    }, found: ["formelbyte"]),
]

/// From eight to four on a day of March 2025.
private func workedDay(_ day: String) -> String {
  let (start, end) = ("2025-03-\(day) 08:00", "2025-03-\(day) 16:00")
  return "start=\(start); slut=\(end); vikarie_start=\(start); vikarie_slut=\(end)"
}

/// Born 2006 in the series 980–999: 19 at the beginning of 2026.
private let young: String = {
  let digits: UInt64 = 060_304_981
  return "20060304981\(Luhn.checkDigit(digits))"
}()

private let lawfulPrices: [RuleCase] = [
  RuleCase(name: "the plain price", claims: [priced], found: []),
  RuleCase(
    name: "semesterersättning on karens hours",
    claims: [priced("semesterersättning=460.80; arbetsgivaravgift=868.70; belopp=3633.50")],
    found: []),
  RuleCase(
    name: "13 % at 44 in Fremia's agreement",
    claims: [priced("semesterersättning=374.40; arbetsgivaravgift=841.55; belopp=3519.95")],
    found: []),
  RuleCase(
    name: "no payment day: either year's age limit",
    claims: [
      "assistent=\(elder(born: "1959")); semesterersättning=345.60; avtal=Fremia; "
        + "sjuk_från=2025-12-29; sjuk_till=2025-12-31; inkommen=2026-02-10; "
        + "arbetsgivaravgift=832.50; belopp=3482.10"
    ], found: []),
  RuleCase(
    name: "weekend OB on a Saturday",
    claims: [
      "sjuk_från=2025-03-08; sjuk_till=2025-03-10; lön_utbetald=2025-04-25; avtal=Fremia; "
        + "ob=371.46; semesterersättning=401.32; arbetsgivaravgift=966.73; belopp=4043.51; "
        + "sjuktimmar=24"
    ],
    shifts: [
      "start=2025-03-08 00:00; slut=2025-03-08 08:00; vikarie_start=2025-03-08 00:00; "
        + "vikarie_slut=2025-03-08 08:00",
      "start=2025-03-08 14:00; slut=2025-03-08 22:00; vikarie_start=2025-03-08 14:00; "
        + "vikarie_slut=2025-03-08 22:00; vikarie=\(person(3))",
      "start=2025-03-09 08:00; slut=2025-03-09 16:00; vikarie_start=2025-03-09 08:00; "
        + "vikarie_slut=2025-03-09 16:00",
    ], found: []),
  RuleCase(
    name: "care of a child in Uppsala", claims: [priced("kommun=0380; frånvaro=vab")], found: []),
]

struct PriceRuleTests {
  @Test(arguments: lawfulPrices)
  func `a lawful price gives nothing`(_ rule: RuleCase) async throws {
    let tables = TestTables(claims: rule.claims, shifts: rule.shifts)
    #expect(try await rulesThatFind(tables) == [])
  }

  @Test(arguments: priceCases)
  func `an unlawful price is found by its rule and no other`(_ rule: RuleCase) async throws {
    let tables = TestTables(claims: rule.claims, shifts: rule.shifts)
    #expect(try await rulesThatFind(tables) == rule.found)
  }

  @Test func `an undivided sum may hold OB up to the highest step`() async throws {
    let sums = "semesterersättning=; arbetsgivaravgift=; belopp=4400"
    #expect(try await rulesThatFind(TestTables(claims: [priced(sums)])) == [])
    #expect(
      try await rulesThatFind(TestTables(claims: [priced("ob=0; \(sums)")]))
        == ["over-lagligt-belopp"])
  }

  @Test func `the full fee past the age limit costs the difference`() async throws {
    let found = try await findings(
      "avgift-fel-alder", TestTables(claims: [priced("assistent=\(elder(born: "1950"))")]))
    // 10.21 % of 2 649.60 is 270.52.
    #expect(found.map(\.amounts) == [[Ore(83_250 - 27_052)]])
    #expect(found.map(\.verdict) == [.regelbrott])
  }

  @Test func `under a ceiling the fee needs papers`() async throws {
    let rows = try #require(priceCases.first { $0.name.contains("youth") })
    let found = try await findings("avgift-fel-alder", TestTables(claims: rows.claims))
    #expect(found.map(\.verdict) == [.granska])
  }

  @Test func `an estimated step of OB can't prove a rule break`() async throws {
    let rows = try #require(priceCases.first { $0.name.contains("OB") })
    let found = try await findings(
      "ob-over-avtal", TestTables(claims: rows.claims, shifts: rows.shifts))
    #expect(found.map(\.verdict) == [.granska])
    #expect(found.first?.restsOn?.contains("uppskattning") == true)
  }
}
