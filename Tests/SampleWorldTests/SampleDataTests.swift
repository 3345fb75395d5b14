import Foundation
import SampleWorld
import Testing

struct SampleDataTests {
  /// The plan of the command in `SampleData/README.md`.
  @Test(arguments: WorldTable.allCases.filter { !$0.isRegister })
  func `the folder holds what its README says made it`(table: WorldTable) throws {
    let plan = WorldPlan(seed: 20, claims: 2400, companies: 24, cheatingCompanies: 4)
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("SampleData").appendingPathComponent(table.rawValue)
    let bytes = try SampleWorld(plan: plan).inMemory().bytes(table)
    #expect(try Data(contentsOf: file) == Data(bytes))
  }
}
