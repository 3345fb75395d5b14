import Configuration
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

/// What may be honest is not called a break, and stays one where the rows prove it: the same rows
/// with and without the fact that decides.
struct VerdictTests {
  @Test(arguments: hourVerdicts + priceVerdicts + patternVerdicts)
  func `a rule break is what the rows prove and no more`(_ expected: RegisterCase) async throws {
    let found = try await findings(expected.rule, expected.tables).map {
      RegisterCase.Expected(verdict: $0.verdict, ore: $0.amounts.reduce(.zero, +).value)
    }
    #expect(found == expected.found)
  }

  /// The percentage is certain, but the OB that it is counted on is an estimate for 2025.
  @Test func `semesterersättning on OB that is an estimate is no break`() async throws {
    let row = "avtal=Fremia; sjuk_från=2025-03-08; sjuk_till=2025-03-10; ob=700; "
    let found = try await findings(
      "semester-over-lagen",
      TestTables(
        claims: [row + "semesterersättning=900; arbetsgivaravgift=1500; belopp=5404"],
        shifts: [line("2025-03-08")]))
    #expect(found.map(\.verdict) == [.granska])
  }

  @Test(arguments: [
    ("semester-over-lagen", "semesterersättning=400"),
    ("avtalskostnad-over-avtal", "avtalskostnad=400"),
  ])
  func `a row whose age is not known is counted as not looked at`(
    id: String, cell: String
  ) async throws {
    let rule = try #require(Catalogue.rules.first { $0.id.description == id })
    let tables = TestTables(claims: ["assistent=19800101T801; " + cell])
    let evidence = await Evidence(
      try await tables.ledger(), rulebook: try Configuration().rulebook, names: testNames)
    let outcome = rule.evaluate(evidence)
    #expect(outcome.findings.isEmpty)
    #expect(outcome.skipped.contains { $0.reason.contains("åldern") && $0.rows == 1 })
  }

  /// 32 hours on the same four days lack an employment and a certificate: 32 × 128 kr, once.
  @Test func `hours that two rules speak of are at stake once`() async throws {
    let days = ["01", "02", "05", "08", "09", "12", "13"].map { "2025-05-\($0)" }
    let tables = TestTables(
      claims: [
        "sjuk_från=2025-05-01; sjuk_till=2025-05-13; inkommen=2025-06-01; "
          + "anställd_till=2025-05-07; sjuktimmar=56; ersatta_timmar=50; sjuklön=6400; belopp=6400"
      ], shifts: days.map { line($0) })
    let configuration = try Configuration()
    let result = await detect(
      try await tables.ledger(), names: testNames, rulebook: configuration.rulebook,
      settings: configuration.settings)
    let company = try #require(result.companies.first)
    let found = Set(company.findings.map(\.finding.indicator.description))
    #expect(found.isSuperset(of: ["efter-anstallningens-slut", "lakarintyg-saknas"]))
    #expect(company.atStake == Ore(409_600))
  }
}

private func broken(_ ore: Int64) -> RegisterCase.Expected { .init(verdict: .regelbrott, ore: ore) }
private func review(_ ore: Int64) -> RegisterCase.Expected { .init(verdict: .granska, ore: ore) }

/// A line of a shift 08–16 that a vikarie worked between two hours.
private func line(
  _ day: String, _ rest: String = "", from: String = "08", to: String = "16", by: Int = 2
) -> String {
  "start=\(day) 08:00; slut=\(day) 16:00; vikarie=\(person(by)); "
    + "vikarie_start=\(day) \(from):00; vikarie_slut=\(day) \(to):00; " + rest
}

private func vacantLine(_ day: String) -> String {
  "start=\(day) 08:00; slut=\(day) 16:00; vikarie=[vakant]; vikarie_start=; vikarie_slut="
}

private func paid(_ hours: Int, _ rest: String = "") -> String {
  "ersatta_timmar=\(hours); sjuklön=\(hours * 128); belopp=\(hours * 128); " + rest
}

private let second = "ärende=Ä2; fakturanummer=F2; inkommen=2025-05-20; "
private let fifteenDays = "sjuk_från=2025-03-01; sjuk_till=2025-03-15; "
private let splitOnDay15 = [
  line("2025-03-03"), line("2025-03-04"), line("2025-03-15", to: "12"),
  line("2025-03-15", from: "12", by: 4),
]
private let halfVacant = [
  line("2025-03-03"), line("2025-03-04"), line("2025-03-05", to: "12"), vacantLine("2025-03-05"),
]
private let evening =
  "start=2025-03-05 20:00; slut=2025-03-05 22:00; vikarie_start=2025-03-05 20:00; "
  + "vikarie_slut=2025-03-05 22:00"
private let lapsed = [
  "tillstånd": [
    "orgnr=\(company(1)); från=2020-01-01; till=2025-02-01; underrättad=2025-02-18"
  ]
]

private let hourVerdicts: [RegisterCase] = [
  RegisterCase(
    name: "a shift of two vikarier on day 15, not paid", rule: "efter-dag-14",
    claims: [paid(10, fifteenDays)], shifts: splitOnDay15, registers: [:]),
  RegisterCase(
    name: "a shift of two vikarier on day 15, paid: eight hours of eighteen", rule: "efter-dag-14",
    claims: [paid(18, fifteenDays)], shifts: splitOnDay15, registers: [:],
    found: [broken(102_400)]),
  RegisterCase(
    name: "more shifts listed than hours stated: the late one was left out", rule: "efter-dag-14",
    claims: [paid(42, fifteenDays + "sjuktimmar=48")],
    shifts: ["03", "04", "05", "06", "07", "10", "15"].map { line("2025-03-\($0)") },
    registers: [:]),
  RegisterCase(
    name: "half a shift vacant, four hours deducted", rule: "vakanta-timmar", claims: [paid(14)],
    shifts: halfVacant, registers: [:]),
  RegisterCase(
    name: "half a shift vacant, nothing deducted", rule: "vakanta-timmar", claims: [paid(18)],
    shifts: halfVacant, registers: [:], found: [broken(51_200)]),
  RegisterCase(
    name: "half a shift vacant, and sick pay alone tells the hours", rule: "vakanta-timmar",
    claims: [paid(18, "ersatta_timmar=")],
    shifts: halfVacant + [evening], registers: [:], found: [review(25_600)]),
  RegisterCase(
    name: "a shift of two vikarier without permit counts once", rule: "tillstand-saknas",
    shifts: [line("2025-03-05", to: "12"), line("2025-03-05", from: "12", by: 4)],
    registers: lapsed, found: [broken(102_400)]),
  RegisterCase(
    name: "a shift of two vikarier outside of the period counts once",
    rule: "motsagande-uppgifter",
    shifts: [line("2025-03-09", to: "12"), line("2025-03-09", from: "12", by: 4)],
    registers: [:], found: [review(102_400)]),
  RegisterCase(
    name: "an employment that ends before it begins", rule: "motsagande-uppgifter",
    claims: ["anställd_från=2025-03-10; anställd_till=2025-03-01"], registers: [:],
    found: [review(0)]),
  RegisterCase(
    name: "certificates stated to another kommun", rule: "lakarintyg-saknas",
    claims: certificates(statedTo: "1384"), registers: [:], found: [review(69_120)]),
  RegisterCase(
    name: "certificates stated to this kommun", rule: "lakarintyg-saknas",
    claims: certificates(statedTo: "2080"), registers: [:], found: [broken(69_120)]),
  RegisterCase(
    name: "karens told by sick pay that may hold OB", rule: "karensavdrag",
    claims: ["ersatta_timmar=; sjuklön=2944; belopp=2944"], registers: [:],
    found: [review(64_000)]),
  RegisterCase(
    name: "karens told by sick pay beside OB", rule: "karensavdrag",
    claims: [earlier, "ersatta_timmar=; sjuklön=2944; belopp=2944; ob=0"], registers: [:],
    found: [broken(64_000)]),
  RegisterCase(
    name: "the first sick day's shift is not on the row", rule: "karensavdrag",
    claims: [paid(16, "sjuktimmar=16; karenstimmar=0")],
    shifts: [line("2025-03-04"), line("2025-03-05")], registers: [:], found: [review(76_800)]),
  RegisterCase(
    name: "the first sick day's shift is on the row", rule: "karensavdrag",
    claims: [earlier, paid(16, "sjuktimmar=16; karenstimmar=0")],
    shifts: [line("2025-03-03"), line("2025-03-05")], registers: [:], found: [broken(76_800)]),
  RegisterCase(
    name: "karens may have been taken from jour", rule: "karensavdrag",
    claims: [paid(24, "jourtimmar=8")], registers: [:], found: [review(76_800)]),
  RegisterCase(
    name: "no karens, no jour", rule: "karensavdrag", claims: [earlier, paid(24)],
    registers: [:],
    found: [broken(76_800)]),
  RegisterCase(
    name: "ten deductions in an employment of thirty days", rule: "tio-avdrag",
    claims: [paid(24, "karenstimmar=0; karens_skäl=tio; anställd_från=2025-02-01")],
    registers: [:], found: [broken(76_800)]),
  RegisterCase(
    name: "ten deductions in a contract that was renewed", rule: "tio-avdrag",
    claims: [
      paid(24, "karenstimmar=0; karens_skäl=tio; anställd_från=2025-02-01"),
      paid(
        18,
        second
          + "sjuk_från=2024-06-03; sjuk_till=2024-06-05; anställd_från=2020-01-01"),
    ], registers: [:], found: [review(76_800)]),
]

private func certificates(statedTo kommun: String) -> [String] {
  [
    "kommun=\(kommun); assistent=\(person(3)); sjuk_från=2025-03-03; sjuk_till=2025-03-12; "
      + "läkarintyg_från=2025-03-10; läkarintyg_till=2025-03-12",
    second + "sjuk_från=2025-05-06; sjuk_till=2025-05-15",
  ]
}

/// 18 hours at 160 kr with all parts; what is lawful at the most is 3 978.68.
private func priced(_ rest: String) -> String {
  "avtal=Fremia; lön_utbetald=2025-03-25; semesterersättning=345.60; " + rest
}
private let fullWage = "sjuklön=2880; arbetsgivaravgift=1013.48; belopp=4239.08"

private let priceVerdicts: [RegisterCase] = [
  RegisterCase(
    name: "full wage, the shifts have no OB", rule: "sjuklon-over-lagen",
    claims: [priced(fullWage)], shifts: [line("2025-03-03")], registers: [:],
    found: [broken(57_600)]),
  RegisterCase(
    name: "full wage, no OB claimed", rule: "sjuklon-over-lagen",
    claims: [priced(fullWage + "; ob=0")], registers: [:], found: [broken(57_600)]),
  RegisterCase(
    name: "full wage, OB may be in it", rule: "sjuklon-over-lagen", claims: [priced(fullWage)],
    registers: [:], found: [review(57_600)]),
  RegisterCase(
    name: "full wage, the row as a whole is lawful", rule: "sjuklon-over-lagen",
    claims: ["sjuklön=2880; belopp=2880; ob=0"], registers: [:], found: [review(57_600)]),
  RegisterCase(
    name: "a sum far too high, and an age that nobody knows", rule: "sjuklon-over-lagen",
    claims: ["assistent=19800101T801; sjuklön=9999; belopp=9999"], registers: [:],
    found: [review(769_500)]),
  RegisterCase(
    name: "a fee above what costs bound by agreement may carry too", rule: "avgift-fel-alder",
    claims: [priced("avtalskostnad=200; arbetsgivaravgift=1200; belopp=4049.60")], registers: [:],
    found: [broken(30_466)]),
  RegisterCase(
    name: "a sum that holds a cost which the row leaves open", rule: "delar-och-belopp",
    claims: ["semesterersättning=345.60; arbetsgivaravgift=832.50; belopp=3600"], registers: [:],
    found: [review(11_790)]),
  RegisterCase(
    name: "a sum above all of its parts", rule: "delar-och-belopp",
    claims: [
      "semesterersättning=345.60; arbetsgivaravgift=832.50; ob=0; jour=0; avtalskostnad=0; "
        + "belopp=3600"
    ], registers: [:], found: [broken(11_790)]),
  RegisterCase(
    name: "two days of twelve while the state paid", rule: "staten-betalade",
    claims: [
      "sjuk_från=2020-07-30; sjuk_till=2020-08-10; inkommen=2020-09-10; arbetsgivaravgift=832.50; "
        + "semesterersättning=345.60; belopp=3482.10"
    ], registers: [:], found: [review(52_275)]),
]

private let patternVerdicts: [RegisterCase] = [
  RegisterCase(
    name: "sick on half time, vikarie for half a shift", rule: "sjuk-men-vikarie",
    claims: ["omfattning=50", colleagueRow],
    shifts: ["", line("2025-03-03", colleague, to: "12", by: 1)], registers: [:],
    found: [review(51_200)]),
  RegisterCase(
    name: "sick, vikarie for half a shift", rule: "sjuk-men-vikarie",
    claims: ["", colleagueRow],
    shifts: ["", line("2025-03-03", colleague, to: "12", by: 1)], registers: [:],
    found: [broken(51_200)]),
  RegisterCase(
    name: "another wage for another brukare", rule: "lon-avviker",
    claims: wages(brukareOfLast: 5001), registers: [:]),
  RegisterCase(
    name: "another wage for the same brukare", rule: "lon-avviker",
    claims: wages(brukareOfLast: 5000), registers: [:], found: [review(31_135)]),
  RegisterCase(
    name: "a decision of negative hours", rule: "over-beslut",
    registers: ["beslut": [decision + "från=2025-03-03; till=2025-03-09; veckotimmar=-40"]]),
  RegisterCase(
    name: "an honest change of account, and another a year later", rule: "konto-bytt",
    claims: (0..<11).map { place in
      let month = place < 6 ? "2024-0\(place + 1)" : "2025-0\(place - 5)"
      return "ärende=Ä\(place); fakturanummer=F\(place); inkommen=\(month)-20; "
        + "sjuk_från=\(month)-03; sjuk_till=\(month)-05; "
        + "betalkonto=\(place < 5 ? "111-1111" : place < 10 ? "222-2222" : "333-3333")"
    }, registers: [:], found: [review(0), review(0)]),
]

/// So that a period does not begin as the rows do, where it might be a relapse.
private let earlier =
  "ärende=Ä90; fakturanummer=F90; assistent=\(person(90)); sjuk_från=2025-01-20; "
  + "sjuk_till=2025-01-22; inkommen=2025-02-10"
private let colleague = "ärende=Ä2; assistent=\(person(3)); brukare=\(person(5001))"
private let colleagueRow = second + "orgnr=\(company(2)); " + colleague
private let decision = "kommun=2080; brukare=\(person(5000)); lagrum=LSS9; "

/// 160, 160 and 185 kr an hour; 25/185 of 2 304.00 is 311.35.
private func wages(brukareOfLast brukare: Int) -> [String] {
  [
    "", second + "sjuk_från=2025-04-03; sjuk_till=2025-04-05",
    "ärende=Ä3; fakturanummer=F3; inkommen=2025-06-20; sjuk_från=2025-05-03; sjuk_till=2025-05-05; "
      + "timlön=185; brukare=\(person(brukare))",
  ]
}
