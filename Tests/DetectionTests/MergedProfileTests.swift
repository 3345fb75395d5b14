import Ledger
import SampleWorld
import TestSupport
import Testing

@testable import Detection

struct MergedProfileTests {
  /// A night or a kommun at a time, and merged in any order: the list is a function of what the
  /// indicators say, and they say the same to the last bit.
  @Test func `profiles computed apart and merged give the very same statistics`() async throws {
    let world = try SampleWorld(
      plan: WorldPlan(seed: 31, claims: 1200, companies: 25, cheatingCompanies: 4)
    ).inMemory()
    let ledger = try await TestSupport.ledger(
      of: [WorldTable.claims, .shifts].map { String(decoding: world.bytes($0), as: UTF8.self) })
    let whole = Companies(ledger)
    let merged = Companies(ledger) { rows in
      var profile = CompanyProfile()
      for part in (0..<3).reversed() {
        profile.merge(
          CompanyProfile(
            ledger, claims: rows.indices.filter { $0 % 3 == part }.map { rows[$0] }))
      }
      return profile
    }
    #expect(merged.profiles == whole.profiles)
    for indicator in Catalogue.indicators {
      let (one, other) = (indicator.compare(whole), indicator.compare(merged))
      #expect(one.map(\.?.evidence) == other.map(\.?.evidence), "\(indicator.id)")
      #expect(one.map(\.?.pValue) == other.map(\.?.pValue), "\(indicator.id)")
      #expect(one.map(\.?.text) == other.map(\.?.text), "\(indicator.id)")
    }
  }
}
