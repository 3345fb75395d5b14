import Configuration
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

/// Small worlds of twelve companies in which the first does something that the others do not.
struct IndicatorTests {
  private static let companies = 12
  private static let persons = 8
  private static let spells = 3

  /// The claims and shifts of all companies; `change` adds to a row by company, person and spell.
  func tables(
    claim: (Int, Int, Int) -> String = { _, _, _ in "" },
    shift: (Int, Int, Int) -> String = { _, _, _ in "" }
  ) -> TestTables {
    var (claims, shifts): ([String], [String]) = ([], [])
    for number in 0..<IndicatorTests.companies {
      for person in 0..<IndicatorTests.persons {
        for spell in 0..<IndicatorTests.spells {
          let worker = number * 20 + person
          let name = "Ä\(number)-\(person)-\(spell)"
          let day = "2025-0\(spell * 2 + 1)-1\(person)"
          claims.append(
            "ärende=\(name); fakturanummer=F\(name); orgnr=\(company(number)); "
              + "assistent=\(TestSupport.person(worker)); sjuk_från=\(day); sjuk_till=\(day); "
              + "inkommen=2025-0\(spell * 2 + 2)-10; belopp=\(2000 + worker * 7 + spell * 31); "
              + claim(number, person, spell))
          shifts.append(
            "ärende=\(name); assistent=\(TestSupport.person(worker)); "
              + "start=\(day) 08:00; slut=\(day) 16:00; vikarie_start=\(day) 08:00; "
              + "vikarie_slut=\(day) 16:00; vikarie=\(TestSupport.person(number * 20 + 10)); "
              + shift(number, person, spell))
        }
      }
    }
    return TestTables(claims: claims, shifts: shifts)
  }

  func compare(_ indicator: some Indicator, _ tables: TestTables) async throws
    -> [Comparison?]
  {
    indicator.compare(Companies(try await tables.ledger()))
  }

  /// The first company has more evidence than any other, and than `least`.
  func expectFirst(
    _ comparisons: [Comparison?], above least: Double, says words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let first = try #require(comparisons[0], sourceLocation: sourceLocation)
    #expect(first.evidence.value > least, sourceLocation: sourceLocation)
    for other in comparisons.dropFirst() {
      #expect((other?.evidence.value ?? 0) < first.evidence.value, sourceLocation: sourceLocation)
    }
    #expect(first.text.contains(words), "\(first.text)", sourceLocation: sourceLocation)
    #expect(first.text.contains("bolag"), sourceLocation: sourceLocation)
    #expect(!first.claims.isEmpty, sourceLocation: sourceLocation)
    #expect(first.observed > first.expected, sourceLocation: sourceLocation)
  }

  @Test func `a wage above the person's own stands out, a raise that all get does not`()
    async throws
  {
    let found = try await compare(
      WageAboveOwn(),
      tables(claim: { number, person, spell in
        number == 0 && spell == 1 && person < 5 ? "timlön=190" : "timlön=\(150 + number)"
      }))
    try expectFirst(found, above: 3, says: "5 av 24 ärenderader")
    #expect(found[0]?.claims.count == 5)
    let raised = try await compare(
      WageAboveOwn(),
      tables(claim: { _, _, spell in
        spell == 2
          ? "timlön=170; sjuk_från=2026-01-12; sjuk_till=2026-01-12; inkommen=2026-02-02"
          : "timlön=150"
      }))
    #expect(raised.allSatisfy { ($0?.observed ?? 1) == 0 })
  }

  @Test func `a wage of nothing raises no other, and a year without pairs keeps the level`()
    async throws
  {
    let zero = try await compare(
      WageAboveOwn(),
      tables(claim: { number, _, spell in
        number == 0 && spell == 1 ? "timlön=0" : "timlön=150"
      }))
    #expect(zero.allSatisfy { ($0?.observed ?? 0) == 0 })
    // All get a raise of 6 % from 2023 to 2024; in 2025 only others are sick, in 2026 all again.
    let gap = try await compare(
      WageAboveOwn(),
      tables(claim: { _, person, spell in
        let isLate = person % 2 == 0
        let year = [2023, 2024, isLate ? 2026 : 2024][spell]
        let wage = year == 2023 ? 150 : 159
        return "timlön=\(wage); sjuk_från=\(year)-0\(spell + 1)-11; "
          + "sjuk_till=\(year)-0\(spell + 1)-11; inkommen=2026-05-02"
      }))
    #expect(gap.allSatisfy { ($0?.observed ?? 0) == 0 })
  }

  @Test func `a person's months are counted across 1970 as across any year`() async throws {
    let ledger = try await TestTables(claims: [
      "sjuk_från=1969-12-01; sjuk_till=1969-12-02",
      "ärende=Ä2; sjuk_från=1970-02-01; sjuk_till=1970-02-02",
    ]).ledger()
    #expect(Companies(ledger).exposure.months[0] == 3)
  }

  @Test func `OB on daytime shifts stands out`() async throws {
    let night = { (_: Int, person: Int, spell: Int) -> String in
      guard person < 4 else { return "" }
      let day = "2025-0\(spell * 2 + 1)-1\(person)"
      let end = "2025-0\(spell * 2 + 1)-1\(person + 1)"
      return "start=\(day) 22:00; slut=\(end) 06:00; vikarie_start=\(day) 22:00; "
        + "vikarie_slut=\(end) 06:00"
    }
    let found = try await compare(
      SupplementsBeyondShifts(),
      tables(
        claim: { number, person, _ in
          // Eight hours a night at 32 kr; the first company claims it by day too.
          person < 4 || number == 0 ? "ersatta_timmar=8; ob=256" : "ersatta_timmar=8; ob=0"
        }, shift: night))
    try expectFirst(found, above: 2, says: "begär mer OB än passens tider kan ge")
  }

  @Test func `lengths that are spread evenly stand out`() async throws {
    let found = try await compare(
      SpellShape(),
      tables(claim: { number, person, spell in
        let last = number == 0 ? person + 2 : person % 2
        return "sjuk_till=2025-0\(spell * 2 + 1)-\(10 + person + last)"
      }))
    try expectFirst(
      found, above: 3, says: "12 är 4–7 dagar (1,1 väntade) och 9 är 8–13 dagar (1,0 väntade")
    let text = found[0]?.text ?? ""
    #expect(text.contains("gånger så sannolika om en del av dem är jämnt spridda som om alla är"))
    #expect(text.hasSuffix("Slumpen ensam ger så avvikande längder i 2 fall av 10\u{a0}000."))
    #expect(found[1]?.text.contains("Slumpen") == false)
  }

  @Test func `seven days sharp stand out`() async throws {
    let found = try await compare(
      SpellsAtLimits(),
      tables(claim: { number, person, spell in
        let last = number == 0 && person < 5 ? 6 : person % 5
        return "sjuk_till=2025-0\(spell * 2 + 1)-\(10 + person + last)"
      }))
    try expectFirst(found, above: 3, says: "exakt 7 eller 14 dagar")
  }

  /// The eighth and the last day of a spell of fourteen days.
  private func fortnight(_ person: Int, _ spell: Int) -> (eighth: String, last: String) {
    let (month, first) = (spell * 2 + 1, 10 + person)
    return ("2025-0\(month)-\(first + 7)", "2025-0\(month)-\(first + 13)")
  }

  /// Three persons of each company are sick for fourteen days each time; elsewhere it goes on.
  @Test func `fourteen days stand out where the certificate ends with them`() async throws {
    let found = try await compare(
      SpellsAtLimits(),
      tables(claim: { number, person, spell in
        guard person < 3 else { return "" }
        let days = fortnight(person, spell)
        let end = number == 0 ? days.last : "2025-0\(spell * 2 + 2)-20"
        return "sjuk_till=\(days.last); läkarintyg_från=\(days.eighth); läkarintyg_till=\(end)"
      }))
    try expectFirst(
      found, above: 3, says: "9 av 24 sjukfall är exakt 7 dagar, eller 14 och slutar då")
    #expect(found[0]?.claims.count == 9)
    #expect(found[1]?.observed == 0)
  }

  /// All have the same spells of fourteen days; one company tells with certificates how they ended.
  @Test func `who alone states certificates does not stand out for it`() async throws {
    let found = try await compare(
      SpellsAtLimits(),
      tables(claim: { number, person, spell in
        guard person < 3 else { return "" }
        let days = fortnight(person, spell)
        let stated = "; läkarintyg_från=\(days.eighth); läkarintyg_till=\(days.last)"
        return "sjuk_till=\(days.last)" + (number == 0 ? stated : "")
      }))
    #expect(try #require(found[0]).evidence.value < 1)
    #expect(found[0]?.text.contains("bolag som anger läkarintyg (1 bolag)") == true)
    #expect(try #require(found[1]).evidence.value < 1)
  }

  @Test func `new persons who are only ever sick stand out`() async throws {
    let found = try await compare(
      NewAndOnlySick(),
      tables(claim: { number, person, _ in
        let hired = person < 6 ? "2024-06-01" : "2019-01-01"
        return "anställd_från=\(number == 0 && person < 4 ? "2024-12-20" : hired)"
      }))
    // Two of the eight were hired long before the window.
    try expectFirst(
      found, above: 2, says: "hos något annat bolag: 4 av de 6 nyanställda som varit sjuka.")
    // What is counted and what was expected stand beside each other.
    #expect(found[0]?.text.hasPrefix("8 upprepade sjukfall; ") == true)
    #expect(found[0]?.text.contains(" väntade enligt ") == true)
  }

  @Test func `colleagues who stand in for each other alone stand out`() async throws {
    let found = try await compare(
      MutualCover(),
      tables(shift: { number, person, _ in
        let colleague = number == 0 ? person ^ 1 : (person + 1) % IndicatorTests.persons
        return "vikarie=\(TestSupport.person(number * 20 + colleague))"
      }))
    // Three absences of each of two, over four pairs; elsewhere they go round in a ring of eight.
    try expectFirst(found, above: 3, says: "36 par av frånvaron bland 24")
    #expect(found[1]?.observed == 0)
    #expect(found[0]?.claims.count == 24)
  }

  /// The first company's eight absences are those of four persons, who stand in for each other.
  @Test func `few colleagues cannot but stand in for each other`() async throws {
    let found = try await compare(
      MutualCover(),
      tables(
        claim: { number, person, _ in
          "assistent=\(TestSupport.person(number * 20 + (number == 0 ? person % 4 : person)))"
        },
        shift: { number, person, spell in
          let staff = number == 0 ? 4 : IndicatorTests.persons
          let (own, colleague) = (person % staff, (person + 1 + spell) % staff)
          return "assistent=\(TestSupport.person(number * 20 + own)); "
            + "vikarie=\(TestSupport.person(number * 20 + colleague))"
        }))
    #expect(found[0] == nil)
    #expect(found[1] != nil)
  }

  @Test func `absences that end earlier at the other company stand out`() async throws {
    // Companies 0 and 1, 2 and 3 and so on have the same eight persons.
    let worker = { (number: Int, person: Int) in
      "assistent=\(TestSupport.person(number / 2 * 40 + person))"
    }
    let found = try await compare(
      LongerThanElsewhere(),
      tables(
        claim: { number, person, spell in
          let last = number == 0 && person < 3 ? person + 3 : person
          return worker(number, person) + "; sjuk_till=2025-0\(spell * 2 + 1)-1\(last)"
        }, shift: { number, person, _ in worker(number, person) }))
    try expectFirst(found, above: 2, says: "9 av 24 frånvaroperioder")
    #expect(found[0]?.claims.count == 9)
    #expect(found[1]?.observed == 0)
  }

  @Test func `persons who are sick many times as often are counted, by company`() async throws {
    var claims: [String] = []
    for number in 0..<IndicatorTests.companies {
      for person in 0..<IndicatorTests.persons {
        let months = number == 0 && person < 3 ? Array(1...9) : [person + 1]
        for month in months {
          let name = "Ä\(number)-\(person)-\(month)"
          claims.append(
            "ärende=\(name); fakturanummer=F\(name); orgnr=\(company(number)); "
              + "assistent=\(TestSupport.person(number * 20 + person)); "
              + "sjuk_från=2025-0\(month)-10; sjuk_till=2025-0\(month)-10; inkommen=2025-11-01")
        }
      }
    }
    let found = try await compare(OftenSickEmployees(), TestTables(claims: claims))
    try expectFirst(found, above: 1, says: "3 av 8 sjuka anställda")
    #expect(found[0]?.claims.count == 27)
    #expect(found[1]?.observed == 0)
  }

  @Test func `a largest sum far above the second stands out`() async throws {
    let found = try await compare(
      RelativeSize(),
      tables(claim: { number, person, spell in
        number == 0 && person == 0 && spell == 0 ? "belopp=90000" : ""
      }))
    try expectFirst(found, above: 5, says: "Det största beloppet är")
    #expect(found[0]?.claims.count == 1)
  }

  @Test func `persons who are seen at work elsewhere are no paper employees`() async throws {
    let new = { (number: Int, person: Int, _: Int) in
      number == 0 && person < 4 ? "anställd_från=2024-12-20" : "anställd_från=2024-06-01"
    }
    let found = try await compare(
      NewAndOnlySick(),
      tables(
        claim: new,
        shift: { number, person, _ in
          // The four stand in at company 1.
          number == 1 ? "vikarie=\(TestSupport.person(person % 4))" : ""
        }))
    #expect(found[0]?.observed == 0)
  }

  @Test func `a rate that doubles is dated`() async throws {
    // Every company has spells in each of twelve months; the first moves most to the last four.
    var claims: [String] = []
    for number in 0..<IndicatorTests.companies {
      for spell in 0..<36 {
        let month = number == 0 && spell < 24 ? 9 + spell % 4 : spell % 12 + 1
        let date = "2024-\(month < 10 ? "0" : "")\(month)-\(10 + spell / 4)"
        claims.append(
          "ärende=Ä\(number)-\(spell); fakturanummer=F\(number)-\(spell); "
            + "orgnr=\(company(number)); assistent=\(person(number * 40 + spell)); "
            + "sjuk_från=\(date); sjuk_till=\(date); inkommen=2025-01-10")
      }
    }
    let found = try await compare(RateChange(), TestTables(claims: claims))
    try expectFirst(found, above: 3, says: "Högre takt från 2024-09: 28 sjukfall, ")
  }

  @Test func `claims that come late, equal sums and round sums stand out`() async throws {
    let late = try await compare(
      LateClaims(), tables(claim: { number, _, _ in number == 0 ? "inkommen=2025-12-01" : "" }))
    try expectFirst(late, above: 2, says: "24 av 24 ärenderader")
    let equal = try await compare(
      RepeatedSums(), tables(claim: { number, _, _ in number == 0 ? "belopp=2345,67" : "" }))
    try expectFirst(equal, above: 2, says: "276 par")
    let round = try await compare(
      RoundSums(), tables(claim: { number, person, _ in number == 0 ? "belopp=3\(person)00" : "" }))
    try expectFirst(round, above: 2, says: "24 av 24 ärenderader")
  }

  @Test func `hours, prices, karens and vacancies are put beside peers with limits`() async throws {
    let hours = try await compare(
      PeerRate.sickHours, tables(claim: { number, _, _ in number == 0 ? "sjuktimmar=96" : "" }))
    try expectFirst(hours, above: 2, says: "gränser för 95 %")
    let price = try await compare(
      PeerRate.kronorPerHour, tables(claim: { number, _, _ in number == 0 ? "belopp=9000" : "" }))
    try expectFirst(price, above: 2, says: "Kronor per sjuktimme")
    let karens = try await compare(
      PeerRate.karensShare,
      tables(claim: { number, person, _ in number == 0 && person > 0 ? "karenstimmar=0" : "" }))
    let low = try #require(karens[0])
    #expect(low.evidence.value > 2 && low.observed < low.expected)
    let vacant = try await compare(
      LowVacancy(),
      tables(shift: { number, person, _ in number > 0 && person < 4 ? "vikarie=[vakant]" : "" }))
    let none = try #require(vacant[0])
    #expect(none.evidence.value > 0 && none.observed < none.expected)
  }

  @Test func `a company that shares its account with a cheat is drawn in, two steps at the most`()
    async throws
  {
    // 0 and 1 are paid to one account, 1 and 2 to a second, 2 and 3 to a third.
    let accounts = ["1-1", "2-2", "3-3"]
    let companies = Companies(
      try await tables(claim: { number, person, _ in
        let own = person < 4 ? number - 1 : number
        return "betalkonto=\(number < 4 ? accounts[min(2, max(0, own))] : "5-\(number)")"
      }).ledger())
    let proof = (0..<IndicatorTests.companies).map { $0 == 0 ? 1.0 : 0 }
    let found = CheatingNeighbours().compare(companies, proof: proof, names: testNames)
    #expect(found[0] == nil)
    #expect(found[1]?.text.contains("1 konto med bolag 0, som har bevisade regelbrott") == true)
    #expect(found[2]?.text.contains("som delar 1 konto med bolag 0") == true)
    #expect(abs((found[1]?.observed ?? 0) - 0.5) < 1e-12)
    #expect(abs((found[2]?.observed ?? 0) - 0.25) < 1e-12)
    #expect(found[3] == nil)
    #expect(found[4] == nil)
    // A half, a quarter, and nothing for ten others.
    #expect(abs((found[1]?.expected ?? 0) - 0.75 / 12) < 1e-12)
    #expect(
      found[1]?.text.contains("i medeltal 0,063 hos alla bolag i körningen (12 bolag)") == true)
  }
  @Test func `a shared representative draws in, an address by less`() async throws {
    let companies = Companies(
      try await TestTables(
        claims: (0..<4).map { number in
          "ärende=Ä\(number); fakturanummer=F\(number); orgnr=\(company(number)); "
            + "assistent=\(person(number))"
        },
        registers: [
          "bolag": [
            "orgnr=\(company(0)); företrädare=Q; adress=A", "orgnr=\(company(1)); företrädare=Q",
            "orgnr=\(company(2)); adress=A", "orgnr=\(company(3)); företrädare=R; adress=B",
          ]
        ]
      ).ledger())
    let found = CheatingNeighbours().compare(companies, proof: [1, 0, 0, 0], names: testNames)
    #expect(abs((found[1]?.observed ?? 0) - 0.5) < 1e-12)
    #expect(found[1]?.text.contains("1 företrädare med bolag 0") == true)
    #expect(abs((found[2]?.observed ?? 0) - 0.15) < 1e-12)
    #expect(found[2]?.text.contains("1 adress med bolag 0") == true)
    #expect(found[3] == nil)
  }
}
