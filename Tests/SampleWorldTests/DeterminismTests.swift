import SampleWorld
import Testing

struct DeterminismTests {
  private func world(seed: UInt64) throws -> GeneratedWorld {
    try SampleWorld(plan: WorldPlan(seed: seed, claims: 800, companies: 9, cheatingCompanies: 3))
      .inMemory()
  }

  @Test(arguments: [1, 99] as [UInt64])
  func `one seed gives the same bytes every time`(seed: UInt64) throws {
    let (one, other) = (try world(seed: seed), try world(seed: seed))
    for table in WorldTable.allCases { #expect(one.bytes(table) == other.bytes(table)) }
    #expect(one.truth == other.truth)
  }

  @Test func `another seed gives another world`() throws {
    let (one, other) = (try world(seed: 1), try world(seed: 2))
    #expect(one.bytes(.claims) != other.bytes(.claims))
  }

  @Test func `a folder holds what the memory holds`() throws {
    let plan = WorldPlan(seed: 3, claims: 800, companies: 9, cheatingCompanies: 3)
    let memory = try SampleWorld(plan: plan).inMemory()
    var sink = MemorySink()
    let summary = try SampleWorld(plan: plan).write(to: &sink)
    #expect(sink.tables == memory.tables)
    #expect(summary == memory.summary)
    #expect(summary.bytes == WorldTable.allCases.reduce(0) { $0 + memory.bytes($1).count })
  }

  @Test func `the world is about as large as planned`() throws {
    var all = 0
    for seed in 1...6 as ClosedRange<UInt64> {
      let plan = WorldPlan(seed: seed, claims: 3_000, companies: 30, cheatingCompanies: 4)
      let summary = try SampleWorld(plan: plan).inMemory().summary
      all += summary.claims
      // Thirty companies with habits of their own: a large one that is often sick weighs much.
      #expect(abs(summary.claims - 3_000) < 1_000)
      // A phoenix goes on as a company more.
      #expect(30...31 ~= summary.companies)
      #expect(4...5 ~= summary.cheatingCompanies)
    }
    #expect(abs(all - 18_000) < 1_800)
  }

  @Test(arguments: Scheme.allCases)
  func `the smallest worlds can be made`(scheme: Scheme) throws {
    let plan = WorldPlan(
      seed: 4, claims: 40, companies: 1, cheatingCompanies: 1,
      kommuner: [Kommun(code: 2080, name: "Falun", inhabitants: 59_900)], schemes: [scheme])
    let world = try SampleWorld(plan: plan).inMemory()
    #expect(world.summary.claims > 0)
    #expect(world.summary.falseRows > 0)
    // A phoenix is two companies.
    let cheats = world.truth.companies.count { $0.isCheating }
    #expect(cheats > 0)
    #expect(world.truth.companies.count <= (scheme == .phoenix ? 2 : 1))
  }

  @Test func `more people than test numbers is refused`() {
    let plan = WorldPlan(claims: 60_000_000, companies: 20)
    #expect(throws: TooManyPersons.self) { try SampleWorld(plan: plan).inMemory() }
  }
}
