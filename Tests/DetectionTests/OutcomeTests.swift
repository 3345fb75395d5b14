import Configuration
import Ledger
import SampleWorld
import SickPay
import TestSupport
import Testing

@testable import Detection

/// What reviews tell of companies, and of scores as probabilities.
struct OutcomeTests {
  @Test func `a company is wrong where any review of it found something, each ärende once`()
    async throws
  {
    let tables = TestTables(
      claims: (1...5).map { n in
        "ärende=Ä\(min(n, 4)); fakturanummer=F\(n); orgnr=\(company((min(n, 4) + 1) / 2)); "
          + "assistent=\(person(n)); kommun=\(n == 3 ? 2081 : 2080)"
      },
      registers: [
        "utfall": [
          "kommun=2080; ärende=Ä1; utfall=rätt; urval=slump",
          "kommun=2080; ärende=Ä2; utfall=återkrav",
          "kommun=2080; ärende=Ä2; utfall=fel; belopp=150",
          "kommun=2080; ärende=Ä3; utfall=fel; belopp=70",
          "kommun=2080; ärende=Ä4; utfall=fel; belopp=200",
        ]
      ])
    let ledger = try await tables.ledger()
    // A finding points to Ä4 alone.
    let row = try #require(
      (0..<5).first { ledger.dictionaries.texts[ledger.claims[.arende, $0]] == "Ä4" })
    let reviews = ledger.companyReviews([ledger.caseKey(ofClaim: row): .granska]).map {
      (ledger.dictionaries.number($0.key).description, $0.value)
    }
    let found = Dictionary(uniqueKeysWithValues: reviews)
    // Ä3 of the other kommun is another ärende; Ä4 has two rows.
    let first = try #require(found[company(1)])
    #expect(first.isWrong && first.kronor == Ore(15_000))
    #expect(first.risk.monster == tally(1, of: 1) && first.random == tally(0, of: 1))
    let second = try #require(found[company(2)])
    #expect(second.isWrong && second.kronor == Ore(20_000))
    #expect(second.risk.granska == tally(1, of: 1) && second.random == tally(0, of: 0))
    #expect(found.count == 2)
  }

  private let configured = Calibration(midpoint: 1, steepness: 2)
  private let rates = HitRates(
    cheating: ByVerdict(regelbrott: 0.9, granska: 0.7, monster: 0.6),
    ordinary: ByVerdict(regelbrott: 0.9, granska: 0.5, monster: 0.2))

  private func tally(_ wrong: Int, of reviewed: Int) -> CompanyReview.Tally {
    var tally = CompanyReview.Tally()
    (tally.reviewed, tally.wrong) = (reviewed, wrong)
    return tally
  }

  /// Companies at twenty weights, of which as many cheat as a curve says, with some ärenden
  /// reviewed by risk, of which as large shares are wrong.
  private func calibration(
    _ companies: Int, as truth: Calibration, reviewed: Int = 8,
    wrong: (cheats: Double, others: Double) = (0.6, 0.05), verdict: Verdict = .monster
  ) -> OutcomeCalibration {
    var random = SeededGenerator(seed: 9)
    var (list, reviews): ([RankedCompany], [CompanyID: CompanyReview]) = ([], [:])
    for number in 0..<companies {
      let weight = 0.2 + 0.15 * Double(number % 20)
      let company = CompanyID(index: number)
      list.append(ranked(company, configured.probability(weight)))
      let cheats = Double.random(in: 0..<1, using: &random) < truth.probability(weight)
      let rate = cheats ? wrong.cheats : wrong.others
      var review = CompanyReview()
      for _ in 0..<reviewed {
        review.risk[verdict].add(isWrong: Double.random(in: 0..<1, using: &random) < rate)
      }
      reviews[company] = review
    }
    return OutcomeCalibration(reviews, list, configured: configured, rates: rates)
  }

  private func ranked(_ company: CompanyID, _ score: Double) -> RankedCompany {
    let score = Score(value: score, low: score, high: score)
    return RankedCompany(
      company: company, number: OrganisationNumber(digits: 0), name: "", rank: 1, sizeRank: 1,
      isRiskforetag: false, score: score, claims: 1, kronor: .zero, atStake: .zero,
      expected: .zero, kommuner: [], findings: [], pointed: [],
      forecast: ReviewForecast([], score: score, rates: rates), riskLowering: [], strengths: [:],
      summary: CompanySummary(CompanyProfile()))
  }

  @Test func `enough outcomes bend the curve towards what was found`() throws {
    let found = calibration(2000, as: Calibration(midpoint: 2, steepness: 3))
    let curve = try #require(found.curve)
    #expect(abs(curve.midpoint - 2) < 0.3)
    #expect(abs(curve.steepness - 3) < 0.6)
    #expect(found.companies == 2000)
  }

  @Test func `what reviews find of each verdict corrects its rates and no other's`() throws {
    let told = try #require(calibration(2000, as: configured, verdict: .granska).rates)
    #expect(abs(told.cheating.granska - 0.6) < 0.05)
    #expect(abs(told.ordinary.granska - 0.05) < 0.02)
    for kind in [\HitRates.cheating, \.ordinary] {
      #expect(abs(told[keyPath: kind].regelbrott - rates[keyPath: kind].regelbrott) < 1e-12)
      #expect(abs(told[keyPath: kind].monster - rates[keyPath: kind].monster) < 1e-12)
    }
    #expect(calibration(49, as: configured).rates == nil)
  }

  @Test func `few reviews leave the curve less certain than many`() throws {
    let deviations = try [60, 600, 6000].map { companies in
      let curve = try #require(calibration(companies, as: configured).curve)
      return curve.uncertainty.deviation(atLogWeight: 0.3)
    }
    #expect(deviations[0] > 1.2 * deviations[1] && deviations[1] > 2 * deviations[2])
    // One review of each tells less than eight of each.
    let one = try #require(calibration(600, as: configured, reviewed: 1).curve)
    #expect(one.uncertainty.deviation(atLogWeight: 0.3) > 1.1 * deviations[1])
  }

  /// A cheat's single reviewed ärende is right three times out of four.
  @Test(arguments: [1, 2, 8])
  func `ärenden that are right do not acquit, however many are reviewed`(reviewed: Int) throws {
    let curve = try #require(
      calibration(600, as: configured, reviewed: reviewed, wrong: (0.25, 0.04)).curve)
    #expect(0.7...1.4 ~= curve.midpoint, "\(curve)")
    #expect(1.4...3 ~= curve.steepness, "\(curve)")
  }

  /// Everybody slips in every fifth ärende, and of eight one or two are.
  @Test func `ärenden that are wrong do not convict`() throws {
    let curve = try #require(calibration(600, as: configured, wrong: (0.6, 0.2)).curve)
    #expect(0.7...1.4 ~= curve.midpoint, "\(curve)")
  }

  @Test func `too few companies, or too few of one kind, leave the configured curve`() {
    #expect(calibration(49, as: configured).curve == nil)
    #expect(calibration(60, as: configured).curve != nil)
    let honest = calibration(400, as: configured, wrong: (0, 0))
    #expect(honest.wrong < OutcomeCalibration.fewestOfEach && honest.curve == nil)
  }

  @Test func `the curve keeps within bounds of the configured one`() throws {
    let curve = try #require(
      calibration(4000, as: Calibration(midpoint: 9, steepness: 3)).curve)
    #expect(curve.midpoint == 4)
  }

  /// Reviews find something wrong in four of five of the first fifteen companies, and in every
  /// eighth of the rest.
  @Test func `a scan with outcomes keeps the order and gives other scores`() async throws {
    let world = try SampleWorld(
      plan: WorldPlan(seed: 8, claims: 2600, companies: 130, cheatingCompanies: 20)
    ).inMemory()
    let texts = [WorldTable.claims, .shifts].map {
      String(decoding: world.bytes($0), as: UTF8.self)
    }
    let plain = try await TestSupport.ledger(of: texts)
    let before = try await scan(plain)
    let wrong = Set(
      before.companies.filter { $0.rank <= 15 ? $0.rank % 5 != 0 : $0.rank % 8 == 0 }.map(\.company)
    )
    var lines = ["kommun;ärende;utfall;belopp;urval"]
    for claim in 0..<plain.claims.count {
      let outcome = wrong.contains(plain.claims[.company, claim]) ? "fel" : "rätt"
      lines.append(
        "\(plain.claims[.kommun, claim]);"
          + "\(plain.dictionaries.texts[plain.claims[.arende, claim]]);\(outcome);;risk")
    }
    let reviewed = try await TestSupport.ledger(
      of: texts + [lines.joined(separator: "\n") + "\n"])
    let after = try await scan(reviewed)
    #expect(before.calibration == nil)
    #expect(after.calibration?.curve != nil)
    #expect(before.companies.map(\.number) == after.companies.map(\.number))
    func sum(_ result: ScanResult) -> Double {
      result.companies.reduce(0) { $0 + $1.score.value }
    }
    #expect(sum(before) != sum(after))
  }

  private func scan(_ ledger: Ledger) async throws -> ScanResult {
    let configuration = try Configuration()
    return await detect(
      ledger, names: testNames, rulebook: configuration.rulebook, settings: configuration.settings)
  }
}
