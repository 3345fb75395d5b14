import Testing

@testable import SampleWorld

/// Which schemes a plan uses, and how far their parameters go.
struct SchemeParametersTests {
  private func plan(_ seed: UInt64, redraws: Bool) -> WorldPlan {
    var plan = WorldPlan(seed: seed)
    plan.redrawsSchemes = redraws
    return plan
  }

  @Test func `ordinary plans use ordinary parameters`() {
    let parameters = SchemeParameters(plan(1, redraws: false))
    #expect(parameters.unusual.isEmpty)
    for dial in Dial.allCases { #expect(parameters[dial] == dial.setting.ordinary) }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a redrawn half lies outside of the ordinary, the rest as before`(seed: UInt64) {
    let parameters = SchemeParameters(plan(seed, redraws: true))
    #expect(parameters.unusual.count == Scheme.allCases.count / 2)
    for dial in Dial.allCases {
      let (scheme, ordinary, outside) = dial.setting
      let isUnusual = parameters.unusual.contains(scheme)
      #expect((parameters[dial] == ordinary) == !isUnusual)
      #expect(outside.allSatisfy { !$0.overlaps(ordinary) })
    }
  }

  @Test func `another seed redraws another half`() {
    let halves = (1...8).map { SchemeParameters(plan($0, redraws: true)).unusual }
    #expect(Set(halves).count > 4)
  }

  @Test func `every scheme has a dial of its own or changes what is not a number`() {
    #expect(Set(Dial.allCases.map(\.setting.scheme)) == Set(Scheme.allCases))
  }

  @Test(arguments: Scheme.allCases)
  func `a scheme works outside of its ordinary range too`(scheme: Scheme) throws {
    let found = (1...40).first { seed in
      SchemeParameters(self.plan(seed, redraws: true)).unusual.contains(scheme)
    }
    let seed = try #require(found)
    var plan = WorldPlan(
      seed: seed, claims: 600, companies: 6, cheatingCompanies: 2,
      intensities: .only(.middle), schemes: [scheme])
    plan.redrawsSchemes = true
    let truth = try SampleWorld(plan: plan).inMemory().truth
    #expect(truth.rows.contains { $0.label == .fraud(scheme) })
  }

  @Test func `a scheme that is kept out does not occur`() throws {
    let kept = Scheme.allCases.filter { $0 != .phantomSickness && $0 != .phoenix }
    let plan = WorldPlan(
      seed: 8, claims: 3_000, companies: 20, cheatingCompanies: 15, schemes: kept)
    let truth = try SampleWorld(plan: plan).inMemory().truth
    let used = Set(truth.companies.flatMap(\.schemes))
    #expect(used.isSubset(of: Set(kept)) && used.count > 8)
  }
}
