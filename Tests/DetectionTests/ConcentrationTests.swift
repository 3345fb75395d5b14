import SickPay
import TestSupport
import Testing

@testable import Detection

/// Kronor on few employees.
struct ConcentrationTests {
  /// Twelve companies with 24 claims of 1000 kr by 8 employees, three each; in some others an
  /// employee has one or two more, and in the first one has 17 and the others one each.
  private func claims() -> [String] {
    (0..<12 * 24).map { n in
      let (number, person, spell) = (n / 24, n % 8, n / 8 % 3)
      let other = number > 1 && person == 1 && spell < number % 3 ? 0 : person
      let sick = number == 0 && spell > 0 ? 0 : other
      let day = "2025-0\(spell * 2 + 1)-1\(person)"
      return "ärende=Ä\(n); fakturanummer=F\(n); orgnr=\(company(number)); belopp=1000; "
        + "assistent=\(TestSupport.person(number * 20 + sick)); sjuk_från=\(day); "
        + "sjuk_till=\(day); inkommen=2025-0\(spell * 2 + 2)-10"
    }
  }

  /// Had 24 equal claims fallen on 8 employees alike, two kronor would be the same one's with a
  /// probability of 1/24 + 23/24 · 1/8.
  @Test func `observed and expected are one measure, and neither is made of the other`()
    async throws
  {
    let found = KronorConcentration().compare(
      Companies(try await TestTables(claims: claims()).ledger()))
    let first = try #require(found[0])
    #expect(abs(first.observed - (17.0 * 17 + 7) / (24 * 24)) < 1e-12)
    #expect(abs(try #require(found[1]).observed - 1.0 / 8) < 1e-12)
    // The middle company's claims are more even than chance would have them, and so much less is
    // expected of all.
    let byChance = 1.0 / 24 + 23.0 / 24 / 8
    for other in found.compactMap(\.self) {
      #expect(abs(other.expected - first.expected) < 1e-12)
      #expect(other.expected < byChance && other.expected >= 1.0 / 8)
      #expect(other.observed == first.observed || other.evidence.value < first.evidence.value)
    }
    #expect(first.evidence.value > 2 && first.claims.count == 17)
    #expect(
      first.text.hasPrefix("Två kronor som dras av slumpen är begärda för samma anställd i 51,4"))
  }
}
