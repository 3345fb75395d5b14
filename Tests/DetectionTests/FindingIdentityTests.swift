import Ledger
import TestSupport
import Testing

@testable import Detection

struct FindingIdentityTests {
  @Test(arguments: [
    "ärende=Ä9", "fakturanummer=F9", "bolag=Omsorg AB", "betalkonto=5050-1055", "avtal=inget",
    "anställningsform=timanställd", "krediterar=F7", "ersätter=Ä7", "lagrum=LSS9", "moms=450",
    "sjuktimmar=23", "orgnr=\(company(2))", "assistent=\(person(7))", "brukare=\(person(5007))",
    "kommun=2081",
  ])
  func `rows that differ in one field have findings with ids of their own`(
    _ field: String
  ) async throws {
    let ledger = try await TestTables(claims: ["", field]).ledger()
    try #require(ledger.claims.count == 2)
    let identity = FindingIdentity(ledger, testNames)
    let id = IndicatorID("moms-begard")
    #expect(identity.id(id, [0]) != identity.id(id, [1]))
    #expect(identity.id(id, [0, 1]) != identity.id(id, [1, 0]))
  }

  @Test func `a row has the same id whatever other rows and names stand beside it`() async throws {
    let alone = try await TestTables(claims: ["betalkonto=5050-1055"]).ledger()
    let among = try await TestTables(claims: [
      "betalkonto=5050-1055", "ärende=Ä0; betalkonto=1-1; orgnr=\(company(2)); bolag=Allra först",
    ]).ledger()
    let names = Names(
      assistent: { "A-\(among.dictionaries.persons.clearText($0))" }, company: { _ in "" })
    let own = Names(
      assistent: { "A-\(alone.dictionaries.persons.clearText($0))" }, company: { _ in "" })
    let id = IndicatorID("moms-begard")
    let wanted = FindingIdentity(alone, own).id(id, [0])
    let row = try #require((0..<2).first { among.claims[.company, $0].index == 0 })
    #expect(FindingIdentity(among, names).id(id, [row]) == wanted)
  }
}
