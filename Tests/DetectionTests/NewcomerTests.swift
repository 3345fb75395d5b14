import Ledger
import TestSupport
import Testing

@testable import Detection

/// A company that begins within the window is honest until something else is known.
struct NewcomerTests {
  private static let companies = 12

  /// Every company but the first claims from May 2023 on, for two years. So many persons are sick
  /// in each month, by company and month.
  private func tables(_ spells: (_ company: Int, _ month: Int) -> Int) -> TestTables {
    var claims: [String] = []
    for number in 0..<NewcomerTests.companies {
      for month in 0..<24 {
        for spell in 0..<spells(number, month) {
          let name = "Ä\(number)-\(month)-\(spell)"
          let (year, place) = (2023 + (month + 4) / 12, (month + 4) % 12 + 1)
          let day = "\(year)-\(place < 10 ? "0" : "")\(place)-1\(spell)"
          claims.append(
            "ärende=\(name); fakturanummer=F\(name); orgnr=\(company(number)); "
              + "assistent=\(person(number * 50 + month % 6 + 6 * spell)); sjuk_från=\(day); "
              + "sjuk_till=\(day); inkommen=2025-05-31")
        }
      }
    }
    return TestTables(claims: claims)
  }

  @Test func `to begin is no rise`() async throws {
    let ledger = try await tables { $0 > 0 || $1 >= 12 ? 3 : 0 }.ledger()
    let found = RateChange().compare(Companies(ledger))
    #expect(try #require(found[0]).evidence.value < 0.5)
    #expect(try #require(found[1]).evidence.value < 0.5)
  }

  @Test func `a newcomer's own rise is dated, by the months since it began`() async throws {
    let ledger = try await tables { $0 > 0 ? 2 : $1 < 8 ? 0 : $1 < 16 ? 2 : 8 }.ledger()
    let found = try #require(RateChange().compare(Companies(ledger))[0])
    // Sixteen months after May 2023.
    #expect(found.evidence.value > 3)
    #expect(found.text.contains("Högre takt från 2024-09"), "\(found.text)")
  }

  @Test func `who began a few months ago is told nothing of`() async throws {
    let ledger = try await tables { $0 > 0 || $1 >= 17 ? 3 : 0 }.ledger()
    #expect(RateChange().compare(Companies(ledger))[0] == nil)
  }

  /// Six persons, each sick every sixth month: in 24 months they are seen in 19 each, four times; a
  /// company of one year sees them in 7, twice.
  @Test func `a newcomer has no more sickness to each month than others`() async throws {
    let companies = Companies(try await tables { $0 > 0 || $1 >= 12 ? 1 : 0 }.ledger())
    let months = companies.exposure.months
    #expect(months[1] == 6 * 19)
    #expect(abs(months[0] / 12 - months[1] / 24) < 1e-9)
    #expect(companies.exposure.words(0).contains("omräknade"))
    #expect(!companies.exposure.words(1).contains("omräknade"))
  }

  @Test func `with fewer months of claims than the window, only who began late is converted`()
    async throws
  {
    let ledger = try await tables { $1 < 12 ? 0 : $0 > 0 || $1 >= 18 ? 3 : 0 }.ledger()
    let companies = Companies(ledger)
    let watched = SeenMonths(ledger, companies.rows, companies.firstMonths)
    #expect(watched.isConverted == (0..<NewcomerTests.companies).map { $0 == 0 })
    #expect(watched.months[0] > 3 * 6)
  }

  @Test func `of values from a bin on, what is ordinary adds up to one`() {
    let counts = [[10, 30, 60], [10, 30, 60]]
    let whole = ShapeMixture(fitting: counts, shares: [1]) { _ in [[0, 0, 1]] }
    let rest = whole.beginning(at: 1) { _ in [[0, 1]] }
    #expect(rest.ordinary.count == 2)
    #expect(abs(rest.ordinary[0] - 60.5 / 181) < 1e-12)
    #expect(rest.dispersion == whole.dispersion)
  }
}
