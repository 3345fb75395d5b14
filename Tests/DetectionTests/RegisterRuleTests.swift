import Configuration
import Detection
import Ledger
import SickPay
import TestSupport
import Testing

/// What a register's rule finds: one line a case, the registers, the claims and what is expected.
struct RegisterCase: Sendable, CustomTestStringConvertible {
  let name: String
  let rule: String
  var claims = [""]
  var shifts: [String] = []
  let registers: [String: [String]]
  /// Verdict and öre at stake of each finding.
  var found: [Expected] = []

  struct Expected: Equatable, Sendable {
    let verdict: Verdict
    let ore: Int64
  }

  var testDescription: String { "\(rule): \(name)" }
  var tables: TestTables { TestTables(claims: claims, shifts: shifts, registers: registers) }
}

private func broken(_ ore: Int64) -> RegisterCase.Expected { .init(verdict: .regelbrott, ore: ore) }
private func review(_ ore: Int64) -> RegisterCase.Expected { .init(verdict: .granska, ore: ore) }

struct RegisterRuleTests {
  @Test(arguments: registerCases)
  func `a register's rule finds what it should and nothing else`(_ rule: RegisterCase) async throws
  {
    let found = try await findings(rule.rule, rule.tables)
    #expect(
      found.map {
        RegisterCase.Expected(verdict: $0.verdict, ore: $0.amounts.reduce(.zero, +).value)
      }
        == rule.found)
  }

  @Test(arguments: [
    (until: "2025-05-09", age: 35, isFound: true),  // 60 days before the end
    (until: "2025-05-10", age: 35, isFound: false),
    (until: "2025-03-10", age: 35, isFound: true),  // its last day
    (until: "2025-03-09", age: 35, isFound: false),
    (until: "2025-04-30", age: 30, isFound: true),
    (until: "2025-04-30", age: 29, isFound: false),
    (until: "", age: 35, isFound: false),  // a permit without an end
  ])
  func `a month is long ago shortly before a permit ends`(
    _ until: String, _ age: Int, _ isFound: Bool
  ) async throws {
    // Six claims on one day, and twelve that came in after two weeks.
    let received = try #require(Day(iso: "2025-03-10"))
    let claims = (0..<18).map { index in
      let day = received.advanced(by: index < 6 ? 0 : -30 * (index - 5))
      let sick = day.advanced(by: index < 6 ? -age : -14)
      return "ärende=Ä\(index); fakturanummer=F\(index); assistent=\(person(100 + 20 * index)); "
        + "sjuk_från=\(sick); sjuk_till=\(sick); inkommen=\(day)"
    }
    let tables = TestTables(
      claims: claims, shifts: [], registers: ["tillstånd": [permit + "till=\(until)"]])
    let found = try await findings("bakdaterad-sats", tables)
    #expect(found.map(\.atFault.count) == (isFound ? [6] : []))
    #expect(found.allSatisfy { $0.text.contains("Bolagets tillstånd gäller till \(until).") })
    #expect(found.flatMap(\.registerRows).count == (isFound ? 1 : 0))
  }

  /// The other rules say nothing of these rows, so that one fact is one finding.
  @Test(arguments: registerCases)
  func `no other rule finds anything`(_ rule: RegisterCase) async throws {
    #expect(try await rulesThatFind(rule.tables).subtracting([rule.rule]) == [])
  }

  @Test(arguments: [
    ("tillstand-saknas", "tillstånd.csv"), ("sjuk-men-i-tid", "tid.csv"),
    ("lon-hojd-vid-sjukdom", "löner.csv"), ("over-beslut", "beslut.csv"),
    ("konto-utbetalt", "betalningar.csv"),
  ])
  func `a rule whose register is missing says so`(id: String, file: String) async throws {
    let rule = try #require(Catalogue.rules.first { $0.id.description == id })
    let evidence = await Evidence(
      try await TestTables(claims: [""]).ledger(), rulebook: try Configuration().rulebook,
      names: testNames)
    let skipped = rule.evaluate(evidence).skipped
    #expect(skipped.map(\.reason) == ["\(file) saknas"])
    #expect(skipped.map(\.rows) == [0])
  }

  @Test func `a finding names the register's rows that prove it`() async throws {
    let rows = try await findings("sjuk-men-i-tid", overlappingWork.tables).flatMap(\.registerRows)
    // Files 0 and 1 are the claims and the shifts; the row is the second of its file.
    #expect(rows.map(\.file.cell) == [2])
    #expect(rows.map(\.line.cell) == [3])
  }

  @Test func `the company that claims sick pay is charged and no other`() async throws {
    let ledger = try await overlappingWork.tables.ledger()
    let configuration = try Configuration()
    let result = await detect(
      ledger, names: testNames, rulebook: configuration.rulebook, settings: configuration.settings)
    let charged = result.companies.filter { !$0.findings.isEmpty }
    #expect(charged.map(\.number.description) == [company(1)])
    #expect(charged[0].findings[0].finding.text.contains("hos bolag"))
  }
}

private let other = "orgnr=\(company(2)); assistent=\(person(1)); brukare=\(person(5001)); "
private let ownWork = "orgnr=\(company(1)); assistent=\(person(2)); brukare=\(person(5000)); "
private let overlappingWork = RegisterCase(
  name: "four of eight hours at another company", rule: "sjuk-men-i-tid", shifts: [""],
  registers: [
    "tid": [
      other + "start=2025-03-02 08:00; slut=2025-03-02 16:00",
      other + "start=2025-03-03 12:00; slut=2025-03-03 20:00",
    ]
  ], found: [broken(51_200)])

private let permit = "orgnr=\(company(1)); från=2020-01-01; "
private let oneShift =
  "start=2025-03-05 08:00; slut=2025-03-05 16:00; "
  + "vikarie_start=2025-03-05 08:00; vikarie_slut=2025-03-05 16:00"

private let permitCases: [RegisterCase] = [
  RegisterCase(name: "with a permit", rule: "tillstand-saknas", registers: ["tillstånd": [permit]]),
  RegisterCase(
    name: "a permit that ends on the last sick day", rule: "tillstand-saknas",
    registers: ["tillstånd": [permit + "till=2025-03-05; underrättad=2025-01-01"]]),
  RegisterCase(
    name: "the fourteenth day after the brukare was told", rule: "tillstand-saknas",
    registers: ["tillstånd": [permit + "till=2025-02-01; underrättad=2025-02-19"]]),
  RegisterCase(
    name: "the fifteenth day, one of three, with a shift on it", rule: "tillstand-saknas",
    shifts: [oneShift],
    registers: ["tillstånd": [permit + "till=2025-02-01; underrättad=2025-02-18"]],
    found: [broken(102_400)]),
  RegisterCase(
    name: "the fifteenth day, one of three, without shifts", rule: "tillstand-saknas",
    registers: ["tillstånd": [permit + "till=2025-02-01; underrättad=2025-02-18"]],
    found: [review(76_800)]),
  RegisterCase(
    name: "long after, all three days", rule: "tillstand-saknas",
    registers: ["tillstånd": [permit + "till=2024-02-01; underrättad=2024-02-18"]],
    found: [broken(230_400)]),
  RegisterCase(
    name: "told before the permit's last day: the grace runs from that day",
    rule: "tillstand-saknas",
    registers: ["tillstånd": [permit + "till=2025-02-19; underrättad=2025-01-01"]]),
  RegisterCase(
    name: "a new permit after the old one", rule: "tillstand-saknas",
    registers: [
      "tillstånd": [
        permit + "till=2024-02-01; underrättad=2024-02-18", "orgnr=\(company(1)); från=2024-02-02",
      ]
    ]),
  RegisterCase(
    name: "nobody knows when the brukare was told", rule: "tillstand-saknas",
    registers: ["tillstånd": [permit + "till=2024-02-01"]], found: [review(230_400)]),
  RegisterCase(
    name: "before the first permit in the list", rule: "tillstand-saknas",
    registers: ["tillstånd": ["orgnr=\(company(1)); från=2025-03-06"]], found: [review(230_400)]),
  RegisterCase(
    name: "a company that is not in the list", rule: "tillstand-saknas",
    registers: ["tillstånd": ["orgnr=\(company(2)); från=2020-01-01"]], found: [review(0)]),
  RegisterCase(
    name: "before the paragraph was in force", rule: "tillstand-saknas",
    claims: ["sjuk_från=2021-10-27; sjuk_till=2021-10-31; inkommen=2021-11-20"],
    registers: ["tillstånd": [permit + "till=2020-02-01; underrättad=2020-02-18"]]),
  RegisterCase(
    name: "two days before it was in force and three after", rule: "tillstand-saknas",
    claims: ["sjuk_från=2021-10-30; sjuk_till=2021-11-03; inkommen=2021-11-20"],
    registers: ["tillstånd": [permit + "till=2020-02-01; underrättad=2020-02-18"]],
    found: [review(138_240)]),
]

private let workCases: [RegisterCase] = [
  overlappingWork,
  RegisterCase(
    name: "at work right before and right after", rule: "sjuk-men-i-tid", shifts: [""],
    registers: [
      "tid": [
        other + "start=2025-03-03 00:00; slut=2025-03-03 08:00",
        other + "start=2025-03-03 16:00; slut=2025-03-03 22:00",
      ]
    ]),
  RegisterCase(
    name: "the vikarie at work", rule: "sjuk-men-i-tid", shifts: [""],
    registers: ["tid": [ownWork + "start=2025-03-03 08:00; slut=2025-03-03 16:00"]]),
  RegisterCase(
    name: "a handover of ten minutes", rule: "sjuk-men-i-tid", shifts: [""],
    registers: ["tid": [other + "start=2025-03-03 00:00; slut=2025-03-03 08:10"]],
    found: [review(2_133)]),
  RegisterCase(
    name: "the same minutes reported by two companies count once", rule: "sjuk-men-i-tid",
    shifts: [""],
    registers: [
      "tid": [
        other + "start=2025-03-03 08:00; slut=2025-03-03 16:00",
        "orgnr=\(company(1)); assistent=\(person(1)); brukare=\(person(5000)); "
          + "start=2025-03-03 08:00; slut=2025-03-03 16:00",
      ]
    ], found: [broken(102_400)]),
  RegisterCase(
    name: "the night in which the clock goes back: nine hours lost, nine at work",
    rule: "sjuk-men-i-tid",
    claims: [
      "sjuk_från=2024-10-26; sjuk_till=2024-10-28; inkommen=2024-11-20; sjuktimmar=27; "
        + "ersatta_timmar=21; sjuklön=2688; belopp=2688"
    ],
    shifts: [
      "start=2024-10-26 22:00; slut=2024-10-27 06:00; vikarie_start=2024-10-26 22:00; "
        + "vikarie_slut=2024-10-27 06:00"
    ],
    registers: ["tid": [other + "start=2024-10-26 22:00; slut=2024-10-27 06:00"]],
    found: [broken(115_200)]),
]

private func wage(_ month: String, _ kronor: String) -> String {
  "orgnr=\(company(1)); assistent=\(person(1)); månad=\(month); timlön=\(kronor)"
}

private let wageCases: [RegisterCase] = [
  RegisterCase(
    name: "the same wage", rule: "lon-hojd-vid-sjukdom",
    registers: ["löner": [wage("2025-02", "160"), wage("2025-03", "160"), wage("2025-04", "160")]]),
  RegisterCase(
    name: "a raise that stays", rule: "lon-hojd-vid-sjukdom",
    registers: ["löner": [wage("2025-02", "150"), wage("2025-03", "160"), wage("2025-04", "160")]]),
  RegisterCase(
    name: "a raise whose month after is not yet known", rule: "lon-hojd-vid-sjukdom",
    registers: ["löner": [wage("2025-02", "150"), wage("2025-03", "160")]]),
  RegisterCase(
    name: "paid from the month after", rule: "lon-hojd-vid-sjukdom",
    registers: ["löner": [wage("2025-03", "150"), wage("2025-04", "160")]]),
  RegisterCase(
    name: "ten öre above", rule: "lon-hojd-vid-sjukdom",
    registers: ["löner": [wage("2025-02", "159,90"), wage("2025-03", "159,90")]]),
  RegisterCase(
    name: "eleven öre above", rule: "lon-hojd-vid-sjukdom",
    registers: ["löner": [wage("2025-02", "159,89"), wage("2025-03", "159,89")]],
    found: [broken(158)]),
  RegisterCase(
    name: "twenty kronor above the wage of all three months", rule: "lon-hojd-vid-sjukdom",
    registers: ["löner": [wage("2025-02", "130"), wage("2025-03", "140"), wage("2025-04", "135")]],
    found: [broken(28_800)]),
  RegisterCase(
    name: "above the month's wage, and no month beside it", rule: "lon-hojd-vid-sjukdom",
    registers: ["löner": [wage("2025-03", "140")]], found: [review(28_800)]),
  RegisterCase(
    name: "paid so in the sick month alone", rule: "lon-hojd-vid-sjukdom",
    registers: ["löner": [wage("2025-02", "140"), wage("2025-03", "160"), wage("2025-04", "140")]],
    found: [review(28_800)]),
  RegisterCase(
    name: "another person's wage", rule: "lon-hojd-vid-sjukdom",
    registers: [
      "löner": ["orgnr=\(company(1)); assistent=\(person(2)); månad=2025-03; timlön=100"]
    ]),
]

private func decision(_ hours: String, _ rest: String = "") -> String {
  "kommun=2080; brukare=\(person(5000)); från=2025-03-03; till=2025-03-09; veckotimmar=\(hours); "
    + rest
}

private let decisionCases: [RegisterCase] = [
  RegisterCase(
    name: "fewer hours than granted", rule: "over-beslut", registers: ["beslut": [decision("40")]]),
  RegisterCase(
    name: "a day's hours above", rule: "over-beslut", registers: ["beslut": [decision("15,75")]]),
  RegisterCase(
    name: "more than a day's hours above", rule: "over-beslut",
    registers: ["beslut": [decision("14")]], found: [broken(51_200)]),
  RegisterCase(
    name: "two decisions at once are added", rule: "over-beslut",
    registers: ["beslut": [decision("14", "lagrum=SFB51"), decision("10", "lagrum=LSS9")]]),
  RegisterCase(
    name: "a decision for another company is not this one's", rule: "over-beslut",
    registers: ["beslut": [decision("1", "orgnr=\(company(2))")]]),
  RegisterCase(
    name: "another brukare's decision", rule: "over-beslut",
    registers: [
      "beslut": [
        "kommun=2080; brukare=\(person(5001)); från=2025-03-03; till=2025-03-09; veckotimmar=1"
      ]
    ]),
  RegisterCase(
    name: "a decision that goes on: hours may still even out", rule: "over-beslut",
    claims: ["inkommen=2025-03-09"],
    registers: ["beslut": [decision("14", "till=")]], found: [review(51_200)]),
  RegisterCase(
    name: "worked hours above, of which eighteen were claimed", rule: "over-beslut", shifts: [""],
    registers: [
      "beslut": [decision("20")],
      "tid": (3...6).map {
        ownWork + "start=2025-03-0\($0) 08:00; slut=2025-03-0\($0) 16:00"
      },
    ], found: [review(0)]),
  RegisterCase(
    name: "a vikarie who is in both tables counts once", rule: "over-beslut", shifts: [""],
    registers: [
      "beslut": [decision("21")],
      "tid": (3...5).map {
        ownWork + "start=2025-03-0\($0) 08:00; slut=2025-03-0\($0) 16:00"
      },
    ]),
]

private func paid(_ rest: String) -> String {
  "kommun=2080; ärende=Ä1; fakturanummer=F1; betald=2025-05-02; belopp=2304; " + rest
}

private let paymentCases: [RegisterCase] = [
  RegisterCase(
    name: "the same account, written otherwise", rule: "konto-utbetalt",
    claims: ["betalkonto=123-4567"], registers: ["betalningar": [paid("betalkonto=bg 1234567")]]),
  RegisterCase(
    name: "another account", rule: "konto-utbetalt", claims: ["betalkonto=123-4567"],
    registers: ["betalningar": [paid("betalkonto=765-4321")]], found: [review(0)]),
  RegisterCase(
    name: "another invoice of the ärende", rule: "konto-utbetalt",
    claims: ["betalkonto=123-4567"],
    registers: ["betalningar": [paid("fakturanummer=F2; betalkonto=765-4321")]]),
  RegisterCase(
    name: "another kommun's ärende", rule: "konto-utbetalt", claims: ["betalkonto=123-4567"],
    registers: ["betalningar": [paid("kommun=2081; betalkonto=765-4321")]]),
  RegisterCase(
    name: "money that came back", rule: "konto-utbetalt", claims: ["betalkonto=123-4567"],
    registers: ["betalningar": [paid("belopp=-2304; betalkonto=765-4321")]]),
]

/// Claims of one assistant, a month apart, each with an account; the last on another one.
private func claims(earlier: Int, apart days: Int = 31) -> [String] {
  (0...earlier).map { place in
    let first = (Day(iso: "2024-06-03") ?? Day(number: 0)).advanced(by: place * days)
    return "ärende=Ä\(place); fakturanummer=F\(place); sjuk_från=\(first); "
      + "sjuk_till=\(first.advanced(by: 2)); inkommen=\(first.advanced(by: 20)); "
      + "betalkonto=\(place == earlier ? "765-4321" : "123-4567")"
  }
}

private let accountCases: [RegisterCase] = [
  RegisterCase(
    name: "a new account after five claims, paid on day 30", rule: "konto-bytt",
    claims: claims(earlier: 5),
    registers: [
      "betalningar": ["kommun=2080; ärende=Ä5; betald=2024-12-25; belopp=2304; betalkonto="]
    ], found: [review(0)]),
  RegisterCase(
    name: "paid on day 31", rule: "konto-bytt", claims: claims(earlier: 5),
    registers: [
      "betalningar": ["kommun=2080; ärende=Ä5; betald=2024-12-26; belopp=2304; betalkonto="]
    ]),
  RegisterCase(
    name: "after four claims only", rule: "konto-bytt", claims: claims(earlier: 4), registers: [:]),
  RegisterCase(
    name: "after five claims in less than three months", rule: "konto-bytt",
    claims: claims(earlier: 5, apart: 17), registers: [:]),
  RegisterCase(
    name: "a new account after five claims, though the company had another once",
    rule: "konto-bytt",
    claims: claims(earlier: 5) + [
      "ärende=Ä9; fakturanummer=F9; sjuk_från=2024-05-01; "
        + "sjuk_till=2024-05-03; inkommen=2024-05-20; betalkonto=111-2222"
    ], registers: [:], found: [review(0)]),
]

let registerCases =
  permitCases + workCases + wageCases + decisionCases + paymentCases + accountCases
