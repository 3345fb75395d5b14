import Configuration
import Detection
import Ledger
import SampleWorld
import SickPay
import TestSupport
import Testing

/// What holds of every list, on a world of many small companies.
struct RankingTests {
  /// Scanned once for all tests.
  private static let scan = Task {
    let world = try SampleWorld(
      plan: WorldPlan(seed: 3, claims: 2400, companies: 75, cheatingCompanies: 10)
    ).inMemory()
    let texts = [WorldTable.claims, .shifts].map {
      String(decoding: world.bytes($0), as: UTF8.self)
    }
    let configuration = try Configuration()
    return await detect(
      try await TestSupport.ledger(of: texts), names: testNames,
      rulebook: configuration.rulebook, settings: configuration.settings)
  }

  @Test func `scores, shares, bounds and kronor agree`() async throws {
    let companies = try await RankingTests.scan.value.companies
    #expect(companies.map(\.rank) == Array(1...companies.count))
    for (company, next) in zip(companies, companies.dropFirst()) {
      #expect(company.score.value >= next.score.value)
    }
    for company in companies {
      let shares = company.findings.reduce(0) { $0 + $1.share }
      #expect(abs(shares - company.score.value) < 1e-9)
      #expect(0 <= company.score.low && company.score.low <= company.score.value)
      #expect(company.score.value <= company.score.high && company.score.high < 1)
      let expected = company.score.value * Double(company.atStake.value)
      #expect(abs(Double(company.expected.value) - expected) <= 0.5)
    }
  }

  /// Of a rule's findings the text tells the company's rows and those expected of n companies.
  @Test func `everything that counts has observed, expected and peers, and the shares add up`()
    async throws
  {
    let comparison = try Regex(
      "Bolaget har [0-9]+ rad(?:er)? med sådana fynd; [0-9,]+ väntade .*[(]([0-9]+) bolag[)]")
    var counted = Set<IndicatorID>()
    for company in try await RankingTests.scan.value.companies {
      for weighed in company.findings where weighed.share > 0 {
        let finding = weighed.finding
        counted.insert(finding.indicator)
        #expect(finding.observed.isFinite && finding.expected.isFinite, "\(finding.indicator)")
        switch finding.kind {
        case .rule:
          let match = try #require(try comparison.firstMatch(in: finding.text), "\(finding.text)")
          #expect(match[1].substring.flatMap { Int($0) } ?? 0 > 1)
        case .statistic:
          let peers = try #require(finding.peers, "\(finding.indicator)")
          #expect(peers.count > 1 && !peers.name.isEmpty)
          #expect(finding.observed != finding.expected, "\(finding.text)")
        }
      }
      let shares = company.findings.reduce(0) { $0 + $1.share }
      #expect(abs(shares - company.score.value) < 1e-9)
    }
    #expect(counted.count > 20)
  }

  @Test func `every ärende at fault is forecast once, with all that is at stake`() async throws {
    for company in try await RankingTests.scan.value.companies {
      #expect(Set(company.pointed.map(\.key)).count == company.pointed.count)
      #expect(company.pointed.reduce(.zero) { $0 + $1.stake } == company.atStake)
      #expect(company.pointed.isEmpty == company.findings.isEmpty)
      let cases = Verdict.allCases.reduce(0) { $0 + company.forecast.parts[$1].cases }
      #expect(cases == company.pointed.count)
    }
  }

  @Test func `every statistic has rows, words, peers and an id of its own`() async throws {
    let findings = try await RankingTests.scan.value.companies.flatMap(\.findings).map(\.finding)
    #expect(Set(findings.map(\.id)).count == findings.count)
    let statistics = findings.filter { $0.kind == .statistic }
    #expect(Set(statistics.map(\.indicator)).count > 10)
    for finding in statistics {
      #expect(!finding.claims.isEmpty && finding.text.hasSuffix("."), "\(finding.indicator)")
      #expect(finding.text.contains("bolag"), "\(finding.text)")
      #expect((finding.peers?.count ?? 0) > 1 && finding.stakes.isEmpty)
    }
  }

  @Test func `a rule's finding tells what the company's share rests on`() async throws {
    let result = try await RankingTests.scan.value
    let findings = result.companies.flatMap(\.findings).map(\.finding).filter { $0.kind == .rule }
    #expect(findings.count > 20)
    let group = "alla bolag i körningen (\(result.companies.count) bolag)"
    for finding in findings {
      #expect(finding.text.contains(group), "\(finding.text)")
    }
  }
}
