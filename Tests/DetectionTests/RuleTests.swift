import Configuration
import Detection
import Ledger
import SickPay
import TestSupport
import Testing

struct RuleTests {
  @Test(arguments: RuleCases.normal)
  func `what is normal gives nothing`(_ rule: RuleCase) async throws {
    let tables = TestTables(claims: rule.claims, shifts: rule.shifts)
    #expect(try await rulesThatFind(tables) == [])
  }

  @Test(arguments: RuleCases.faulty)
  func `each fault is found by its rule and no other`(_ rule: RuleCase) async throws {
    let tables = TestTables(claims: rule.claims, shifts: rule.shifts)
    #expect(try await rulesThatFind(tables) == rule.found)
  }

  @Test func `every rule has a case that it finds`() {
    var found = (RuleCases.faulty + priceCases).reduce(into: Set<String>()) {
      $0.formUnion($1.found)
    }
    found.formUnion(registerCases.filter { !$0.found.isEmpty }.map(\.rule))
    // These look at many claims or at earlier scans, and have tests of their own.
    found.formUnion([
      "fenix", "okrediterad-dubblett", "ob-andel", "hogriskskydd-dubbelt", "faktura-vid-ansokan",
    ])
    #expect(found == Set(Catalogue.rules.map(\.id.description)))
  }
}

private let second = "ärende=Ä2; fakturanummer=F2; inkommen=2025-05-01"
private let otherPerson = "assistent=\(person(3))"
private let otherBrukare = "brukare=\(person(5001))"
private let otherCompany = "orgnr=\(company(2))"
private let night =
  "start=2025-03-03 22:00; slut=2025-03-04 06:00; "
  + "vikarie_start=2025-03-03 22:00; vikarie_slut=2025-03-04 06:00"

let normalCases: [RuleCase] = [
  RuleCase(name: "one claim", claims: [""], shifts: [""], found: []),
  RuleCase(
    name: "several brukare on the same days",
    claims: [
      "",
      second + "; karenstimmar=0; ersatta_timmar=8; sjuktimmar=8; sjuklön=1024; belopp=1024; "
        + otherBrukare,
    ],
    shifts: [
      "",
      "ärende=Ä2; start=2025-03-04 08:00; slut=2025-03-04 16:00; "
        + "vikarie_start=2025-03-04 08:00; vikarie_slut=2025-03-04 16:00; " + otherBrukare,
    ], found: []),
  RuleCase(
    name: "sick from a second job too, each with its karens",
    claims: ["", second + "; " + otherCompany],
    shifts: [
      "",
      "ärende=Ä2; start=2025-03-03 18:00; slut=2025-03-03 22:00; vikarie=\(person(4)); "
        + "vikarie_start=2025-03-03 18:00; vikarie_slut=2025-03-03 22:00",
    ], found: []),
  RuleCase(
    name: "dubbelassistans: two assistants of one brukare at once",
    claims: ["", second + "; " + otherPerson],
    shifts: ["", "ärende=Ä2; vikarie=\(person(4)); " + otherPerson], found: []),
  RuleCase(
    name: "one absence split over two brukare",
    claims: [
      "fördelning=60", second + "; fördelning=40; " + otherBrukare,
    ], shifts: ["", "ärende=Ä2; vikarie=\(person(4)); " + otherBrukare], found: []),
  RuleCase(
    name: "substitute right before and right after", claims: ["", second + "; " + otherPerson],
    shifts: [
      "",
      "ärende=Ä2; start=2025-03-03 16:00; slut=2025-03-03 20:00; "
        + "vikarie_start=2025-03-03 16:00; vikarie_slut=2025-03-03 20:00; " + otherPerson,
    ], found: []),
  RuleCase(
    name: "sick from the minute on which a shift as vikarie ends",
    claims: [
      "", second + "; sjuk_från=2025-03-02; " + otherPerson,
    ],
    shifts: [
      "vikarie=\(person(4))",
      "ärende=Ä2; start=2025-03-02 22:00; slut=2025-03-03 08:00; "
        + "vikarie=\(person(1)); vikarie_start=2025-03-02 22:00; vikarie_slut=2025-03-03 08:00; "
        + otherPerson,
    ], found: []),
  RuleCase(
    name: "a credited duplicate",
    claims: [
      "", second,
      "ärende=K1; fakturanummer=F3; inkommen=2025-05-02; krediterar=F2; belopp=-2304; "
        + "sjuklön=-2304; sjuktimmar=-24; ersatta_timmar=-18; karenstimmar=0",
    ], found: []),
  RuleCase(name: "a corrected claim", claims: ["", second + "; ersätter=Ä1"], found: []),
  RuleCase(
    name: "relapse without new karens",
    claims: [
      "",
      second + "; sjuk_från=2025-03-10; sjuk_till=2025-03-11; karenstimmar=0; "
        + "ersatta_timmar=24; sjuklön=3072; belopp=3072; karens_skäl=återinsjuknande",
    ], found: []),
  RuleCase(
    name: "karens as large as the hours lost",
    claims: [
      "sjuktimmar=5; karenstimmar=5; ersatta_timmar=0; sjuklön=0; belopp=0"
    ], found: []),
  RuleCase(
    name: "karens stated in kronor", claims: ["karenstimmar=; karensavdrag=768"], found: []),
  RuleCase(
    name: "vacant hours subtracted once inside karens", claims: [""],
    shifts: ["vikarie=[vakant]"]
      .map { $0 + "; slut=2025-03-03 12:00" }, found: []),
  RuleCase(
    name: "vacant hours subtracted twice inside karens",
    claims: [
      "ersatta_timmar=14; sjuklön=1792; belopp=1792"
    ], shifts: ["vikarie=[vakant]; slut=2025-03-03 12:00"], found: []),
  RuleCase(
    name: "shifts after day 14 listed and not paid",
    claims: [
      "sjuk_från=2025-03-03; sjuk_till=2025-03-17; ersatta_timmar=10; sjuklön=1280; belopp=1280"
    ],
    shifts: [
      "start=2025-03-17 08:00; slut=2025-03-17 16:00; vikarie_start=2025-03-17 08:00; "
        + "vikarie_slut=2025-03-17 16:00"
    ], found: []),
  RuleCase(
    name: "a shift that starts on day 14 and ends on day 15",
    claims: [
      "sjuk_från=2025-03-03; sjuk_till=2025-03-16; läkarintyg_från=2025-03-10"
    ],
    shifts: [
      "start=2025-03-16 22:00; slut=2025-03-17 06:00; vikarie_start=2025-03-16 22:00; "
        + "vikarie_slut=2025-03-17 06:00"
    ], found: []),
  RuleCase(
    name: "vacant hours, karens and a sum that a partial credit took back",
    claims: [
      "ersatta_timmar=24; sjuklön=3072; belopp=3400",
      "ärende=K1; fakturanummer=F9; inkommen=2025-05-10; belopp=-1000; sjuklön=-1000; "
        + "sjuktimmar=-8; ersatta_timmar=-8; karenstimmar=0; krediterar=F1",
    ], shifts: ["start=2025-03-04 08:00; slut=2025-03-04 16:00; vikarie=[vakant]"], found: []),
  RuleCase(
    name: "one shift on two lines, one for each vikarie", claims: [""],
    shifts: [
      "vikarie_slut=2025-03-03 12:00", "vikarie=\(person(4)); vikarie_start=2025-03-03 12:00",
    ], found: []),
  RuleCase(
    name: "an application and then its invoice", claims: ["fakturanummer=", "inkommen=2025-05-01"],
    shifts: [""], found: []),
  RuleCase(
    name: "a night shift over a month's end and a change of the clock",
    claims: ["sjuk_från=2025-03-29; sjuk_till=2025-03-31; karenstimmar=6; inkommen=2025-05-01"],
    shifts: [
      "start=2025-03-29 22:00; slut=2025-03-30 06:00; vikarie_start=2025-03-29 22:00; "
        + "vikarie_slut=2025-03-30 06:00",
      "start=2025-03-31 22:00; slut=2025-04-01 06:00; vikarie_start=2025-03-31 22:00; "
        + "vikarie_slut=2025-04-01 06:00",
    ], found: []),
  RuleCase(name: "parts within one krona", claims: ["belopp=2305"], found: []),
  RuleCase(
    name: "vab has no karens",
    claims: [
      "frånvaro=vab; karenstimmar=0; ersatta_timmar=24; sjuklön=3072; belopp=3072"
    ], found: []),
  RuleCase(name: "an interim number", claims: ["assistent=19800101T801"], found: []),
  RuleCase(
    name: "two one-day absences in a row on claims of their own",
    claims: [
      "sjuk_till=2025-03-03; sjuktimmar=8; ersatta_timmar=2; sjuklön=256; belopp=256",
      second + "; sjuk_från=2025-03-04; sjuk_till=2025-03-04; sjuktimmar=8; karenstimmar=0; "
        + "ersatta_timmar=8; sjuklön=1024; belopp=1024",
      "ärende=Ä3; fakturanummer=F3; sjuk_från=2025-03-05; sjuk_till=2025-03-05; sjuktimmar=8; "
        + "karenstimmar=0; ersatta_timmar=8; sjuklön=1024; belopp=1024",
    ], found: []),
]

let faultyCases: [RuleCase] = [
  RuleCase(
    name: "the same claim again", claims: ["", second], shifts: ["", "ärende=Ä2"],
    found: ["dubblett"]),
  RuleCase(name: "the same claim again without shifts", claims: ["", second], found: ["dubblett"]),
  RuleCase(
    name: "the same claim again, of another kommun", claims: ["", second + "; kommun=2081"],
    shifts: ["", "ärende=Ä2; kommun=2081"], found: ["dubblett-forskjuten"]),
  RuleCase(
    name: "the same claim again, a day later",
    claims: [
      "", second + "; sjuk_från=2025-03-04; sjuk_till=2025-03-06",
    ],
    shifts: [
      "",
      "ärende=Ä2; start=2025-03-04 08:00; slut=2025-03-04 16:00; vikarie=\(person(4)); "
        + "vikarie_start=2025-03-04 08:00; vikarie_slut=2025-03-04 16:00",
    ],
    found: ["dubblett-forskjuten"]),
  RuleCase(
    name: "one person's minutes with two brukare",
    claims: [
      "",
      second + "; karenstimmar=0; ersatta_timmar=24; sjuklön=3072; belopp=3072; " + otherBrukare,
    ],
    shifts: [
      "",
      "ärende=Ä2; start=2025-03-03 12:00; slut=2025-03-03 20:00; vikarie=\(person(4)); "
        + "vikarie_start=2025-03-03 12:00; vikarie_slut=2025-03-03 20:00; " + otherBrukare,
    ],
    found: ["minuter-tva-ganger"]),
  RuleCase(
    name: "one person's minutes at two companies", claims: ["", second + "; " + otherCompany],
    shifts: ["", "ärende=Ä2; vikarie=\(person(4))"], found: ["minuter-tva-ganger"]),
  RuleCase(
    name: "sick here, vikarie at another company",
    claims: [
      "", second + "; \(otherPerson); \(otherCompany)",
    ], shifts: ["", "ärende=Ä2; vikarie=\(person(1)); \(otherPerson)"],
    found: ["sjuk-men-vikarie"]),
  RuleCase(
    name: "sick at night, vikarie after midnight", claims: ["", second + "; \(otherPerson)"],
    shifts: [
      night,
      "ärende=Ä2; start=2025-03-04 05:00; slut=2025-03-04 09:00; "
        + "vikarie=\(person(1)); vikarie_start=2025-03-04 05:00; vikarie_slut=2025-03-04 09:00; "
        + otherPerson,
    ], found: ["sjuk-men-vikarie"]),
  RuleCase(
    name: "one's own vikarie", claims: [""], shifts: ["vikarie=\(person(1))"],
    found: ["sjuk-men-vikarie"]),
  RuleCase(
    name: "a vikarie in two places", claims: ["", second + "; \(otherPerson); \(otherCompany)"],
    shifts: ["", "ärende=Ä2; \(otherPerson)"], found: ["vikarie-dubbelbokad"]),
  RuleCase(
    name: "vacant hours paid", claims: [""],
    shifts: [
      "", "start=2025-03-04 08:00; slut=2025-03-04 16:00; vikarie=[vakant]",
    ], found: ["vakanta-timmar"]),
  RuleCase(
    name: "a shift on day 15 paid", claims: ["sjuk_från=2025-03-03; sjuk_till=2025-03-17"],
    shifts: [
      "start=2025-03-17 08:00; slut=2025-03-17 16:00; vikarie_start=2025-03-17 08:00; "
        + "vikarie_slut=2025-03-17 16:00"
    ], found: ["efter-dag-14"]),
  RuleCase(
    name: "day 15 of a chain with a relapse",
    claims: [
      "sjuk_från=2025-03-03; sjuk_till=2025-03-14; läkarintyg_från=2025-03-10",
      second + "; sjuk_från=2025-03-18; sjuk_till=2025-03-20; sjuktimmar=8; karenstimmar=0; "
        + "ersatta_timmar=8; sjuklön=1024; belopp=1024; karens_skäl=återinsjuknande",
    ],
    shifts: [
      "ärende=Ä2; start=2025-03-20 08:00; slut=2025-03-20 16:00; "
        + "vikarie_start=2025-03-20 08:00; vikarie_slut=2025-03-20 16:00"
    ], found: ["efter-dag-14"]),
  RuleCase(
    name: "no karens", claims: ["karenstimmar=0; ersatta_timmar=24; sjuklön=3072; belopp=3072"],
    found: ["karensavdrag"]),
  RuleCase(
    name: "half a karens", claims: ["karenstimmar=3; ersatta_timmar=21; sjuklön=2688; belopp=2688"],
    found: ["karensavdrag"]),
  RuleCase(
    name: "karens stated and not made", claims: ["ersatta_timmar=24; sjuklön=3072; belopp=3072"],
    found: ["karensavdrag"]),
  RuleCase(
    name: "no karens after a gap of six days",
    claims: [
      "",
      second + "; sjuk_från=2025-03-11; sjuk_till=2025-03-12; karenstimmar=0; "
        + "ersatta_timmar=24; sjuklön=3072; belopp=3072",
    ], found: ["karensavdrag"]),
  RuleCase(
    name: "särskilt högriskskydd: no karens, but the state may have paid",
    claims: [
      "karens_skäl=särskilt högriskskydd; karenstimmar=0; ersatta_timmar=24; sjuklön=3072; "
        + "belopp=3072"
    ], found: ["hogriskskydd-dubbelt"]),
  RuleCase(name: "a sum above its parts", claims: ["belopp=2305.01"], found: ["delar-och-belopp"]),
  RuleCase(name: "a sum below its parts", claims: ["belopp=2302.99"], found: ["delar-och-belopp"]),
  RuleCase(
    name: "a wrong check digit", claims: ["assistent=\(wrongDigit(person(1)))"],
    found: ["kontrollsiffra"]),
  RuleCase(
    name: "a company's wrong check digit", claims: ["orgnr=\(wrongDigit(company(1)))"],
    found: ["kontrollsiffra"]),
  RuleCase(
    name: "a shift outside the period", claims: [""],
    shifts: [
      "start=2025-03-07 08:00; "
        + "slut=2025-03-07 16:00; vikarie_start=2025-03-07 08:00; vikarie_slut=2025-03-07 16:00"
    ],
    found: ["motsagande-uppgifter"]),
  RuleCase(
    name: "a certificate before the sickness", claims: ["läkarintyg_till=2025-03-02"],
    found: ["motsagande-uppgifter"]),
]

private func wrongDigit(_ number: String) -> String {
  String(number.dropLast()) + (number.last == "0" ? "1" : "0")
}

struct FindingTests {
  /// Rows that differ in nothing but the brukare, each with a fault of its own.
  @Test func `findings on rows that look alike have ids of their own`() async throws {
    let rows = ["", "brukare=\(person(5001))"].map {
      $0 + "; karenstimmar=0; ersatta_timmar=24; sjuklön=3072; belopp=4000"
    }
    let ledger = try await TestTables(claims: rows).ledger()
    let configuration = try Configuration()
    let result = await detect(
      ledger, names: testNames, rulebook: configuration.rulebook,
      settings: configuration.settings)
    let ids = result.companies.flatMap { $0.findings.map(\.finding.id) }
    #expect(ids.count >= 2)
    #expect(Set(ids).count == ids.count)
  }

  /// Two other claims on the same eight hours: eight hours are wrong, not sixteen.
  @Test func `time that overlaps twice is counted once`() async throws {
    let others = [5001, 5002, 5003].enumerated().map { index, brukare in
      "ärende=Ä\(index + 2); fakturanummer=F\(index + 2); inkommen=2025-05-0\(index + 1); "
        + "brukare=\(person(brukare))"
    }
    let shifts = [5001, 5002, 5003].enumerated().map { index, brukare in
      "ärende=Ä\(index + 2); brukare=\(person(brukare)); vikarie=\(person(10 + index))"
    }
    let found = try await findings(
      "minuter-tva-ganger", TestTables(claims: others, shifts: shifts))
    #expect(found.map(\.observed) == [8, 8])
  }

  @Test func `rules that look at shifts say on how many rows they did not run`() async throws {
    let evidence = await Evidence(
      try await TestTables(claims: [""]).ledger(), rulebook: try Configuration().rulebook,
      names: testNames)
    let silent = Catalogue.rules.filter { $0.evaluate(evidence).skipped.isEmpty }
    for id in ["minuter-tva-ganger", "sjuk-men-vikarie", "vikarie-dubbelbokad", "vakanta-timmar"] {
      #expect(!silent.contains { $0.id.description == id })
    }
  }
}
