import SampleWorld
import Testing

/// The truth files against the claims they speak of.
struct TruthTests {
  private let world: ReadWorld

  init() throws { world = try Worlds.mixed.get() }

  @Test func `every label belongs to a claim row`() {
    #expect(world.rows.count { $0.isLabelled } == world.labels.lines.count)
    #expect(world.labels.lines.count > 200)
  }

  @Test func `a company's truth is the sum of its rows'`() {
    let rows = Dictionary(grouping: world.labels.lines.indices) { world.labels.text($0, "orgnr") }
    for line in world.companies.lines.indices {
      func text(_ column: String) -> String { world.companies.text(line, column) }
      let own = rows[text("orgnr")] ?? []
      let fraud = own.filter { world.labels.text($0, "etikett") == "fusk" }
      #expect(Int(text("antal_falska_rader")) == fraud.count)
      #expect(Int(text("antal_fel")) == own.count - fraud.count)
      #expect(
        hundredths(text("falska_kronor"))
          == fraud.reduce(0) { $0 + hundredths(world.labels.text($1, "kronor")) })
      #expect((text("fuskar") == "ja") == !fraud.isEmpty)
      #expect(text("metod").isEmpty == fraud.isEmpty)
      let claims = world.rows.filter { $0.organisation == text("orgnr") }
      #expect(Int(text("antal_rader")) == claims.count)
      #expect(hundredths(text("kronor")) == claims.reduce(0) { $0 + $1.total })
    }
  }

  @Test func `honest and cheating companies make mistakes alike`() {
    let cheating = Set(
      world.companies.lines.indices.filter { world.companies.text($0, "fuskar") == "ja" }
        .map { world.companies.text($0, "orgnr") })
    func share(_ isIncluded: (String) -> Bool) -> Double {
      let rows = world.rows.filter { isIncluded($0.organisation) }
      return Double(rows.count { $0.label == "fel" }) / Double(rows.count)
    }
    #expect(0.02...0.08 ~= share { cheating.contains($0) })
    #expect(0.02...0.08 ~= share { !cheating.contains($0) })
  }

  @Test func `every kind of mistake is planted`() throws {
    let plan = WorldPlan(seed: 5, claims: 5_000, companies: 20, cheatingCompanies: 0)
    let truth = try SampleWorld(plan: plan).inMemory().truth
    for kind in PlantedError.allCases {
      #expect(truth.rows.contains { $0.label == .error(kind) }, "\(kind)")
    }
    #expect(truth.companies.allSatisfy { !$0.isCheating })
  }

  @Test func `a third of the cheating companies have under a tenth of their rows false`() throws {
    var (cheating, mild) = (0, 0)
    for seed in 1...2 as ClosedRange<UInt64> {
      let plan = WorldPlan(seed: seed, claims: 3_000, companies: 30, cheatingCompanies: 20)
      for company in try SampleWorld(plan: plan).inMemory().truth.companies where company.isCheating
      {
        cheating += 1
        mild += company.falseRows * 10 < company.rows ? 1 : 0
      }
    }
    // Phoenixes are two companies each.
    #expect(40...48 ~= cheating)
    #expect(mild * 3 >= cheating)
  }

  @Test func `size does not give the cheating companies away`() throws {
    var (byClaims, byKronor) = (0.0, 0.0)
    for seed in 1...4 as ClosedRange<UInt64> {
      let plan = WorldPlan(seed: seed, claims: 2_400, companies: 120, cheatingCompanies: 12)
      let companies = try SampleWorld(plan: plan).inMemory().truth.companies
      byClaims += averagePrecision(companies.sorted { $0.rows > $1.rows }) / 4
      byKronor += averagePrecision(companies.sorted { $0.claimed > $1.claimed }) / 4
    }
    // One in ten cheats; twelve among a hundred and twenty in random order average 0.14.
    #expect(byClaims < 0.2 && byKronor < 0.2)
  }

  /// The mean, over the cheating companies, of the share of cheats among those ranked so far.
  private func averagePrecision(_ ranked: [CompanyTruth]) -> Double {
    var (found, sum) = (0.0, 0.0)
    for (index, company) in ranked.enumerated() where company.isCheating {
      found += 1
      sum += found / Double(index + 1)
    }
    return sum / found
  }
}
