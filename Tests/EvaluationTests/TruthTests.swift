import Configuration
import Detection
import Evaluation
import Foundation
import SampleWorld
import SickPay
import Testing

struct TruthTests {
  @Test func `every label of a world is found on a claim row`() async throws {
    let plan = WorldPlan(seed: 3, claims: 2000, companies: 20, cheatingCompanies: 4)
    let world = try await LabelledWorld(
      plan, windowMonths: 60, law: try Configuration().rulebook.law, threads: 2)
    let found = world.labels.count { $0 != nil }
    #expect(world.truth.labels.count > 50)
    #expect(found >= world.truth.labels.count)
    let cheats = world.truth.companies.values.filter(\.cheats)
    #expect(cheats.count == 4)
    #expect(cheats.allSatisfy { !$0.schemes.isEmpty && $0.falseRows > 0 && $0.falseShare > 0 })
    #expect(cheats.reduce(Ore.zero) { $0 + $1.falseKronor } > .zero)
  }

  /// A new kind of mistake needs a line in the table of what rules should see.
  @Test(arguments: PlantedError.allCases)
  func `every planted mistake has a rule of the catalogue, or a reason`(_ kind: PlantedError) {
    let sight = ErrorSight(kind.rawValue)
    #expect(sight != .unknown)
    let catalogue = Set(Catalogue.rules.map(\.id.description))
    #expect(sight.rules.isEmpty || !catalogue.isDisjoint(with: sight.rules))
  }

  @Test func `a folder that holds no truth says what is missing`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let companies = folder.appendingPathComponent("bolag.csv")
    let rows = folder.appendingPathComponent("rader.csv")
    #expect(throws: TruthFault.unreadable(path: companies.path)) {
      try Truth(folder: folder.path)
    }
    let header = "orgnr;fuskar;metod;antal_rader;antal_falska_rader;falska_kronor\n"
    try Data((header + "4566778899;ja;påhittad;många;1;5,00\n").utf8).write(to: companies)
    try Data("kommun;ärende\n".utf8).write(to: rows)
    #expect(throws: TruthFault.badLine(path: companies.path, line: 2)) {
      try Truth(folder: folder.path)
    }
    try Data((header + "4566778899;ja;påhittad;7;1;5,00\n").utf8).write(to: companies)
    try Data("kommun;ärende\n2080;Ä1\n".utf8).write(to: rows)
    #expect(throws: TruthFault.missingColumn(path: rows.path, column: "fakturanummer")) {
      try Truth(folder: folder.path)
    }
  }
}
