import Ledger
import SickPay
import Testing

@testable import Questions

struct FilterTests {
  private struct Case: Sendable, CustomTestStringConvertible {
    let filter: String
    let passes: @Sendable (PlainRow) -> Bool
    var testDescription: String { filter }

    init(_ filter: String, _ passes: @escaping @Sendable (PlainRow) -> Bool) {
      (self.filter, self.passes) = (filter, passes)
    }
  }

  private static let cases: [Case] = [
    Case("belopp > 5000") { $0.amount > 500_000 },
    Case("belopp >= 5000,5") { $0.amount >= 500_050 },
    Case("belopp < 5000.555") { $0.amount < 500_056 },
    Case("belopp <= 5000.555") { $0.amount <= 500_055 },
    Case("belopp = 5000.555") { _ in false },
    Case("belopp != 5000.555") { _ in true },
    Case("belopp > -1") { $0.amount > -100 },
    Case("belopp > 999999999999") { _ in false },
    Case("belopp < 999999999999") { _ in true },
    Case("sjuktimmar >= 7,5 och sjuktimmar <= 24") { 27_000...86_400 ~= $0.sickTime },
    Case("timlön < 160,25") { $0.wage < 1_602_500 },
    Case("inkommen >= 2025-05") { $0.receivedMonth >= "2025-05" },
    Case("inkommen > 2025-05") { $0.receivedMonth > "2025-05" },
    Case("inkommen <= 2025-05") { $0.receivedMonth <= "2025-05" },
    Case("inkommen < 2025-05-06") { $0.received < Day(iso: "2025-05-06") ?? .init(number: 0) },
    Case("sjuk_från = 2025-K2") { $0.quarter == "2025-K2" },
    Case("inkommen > 2025k1") { $0.receivedMonth > "2025-03" },
    Case("inkommen = 2025") { $0.receivedMonth.hasPrefix("2025") },
    Case("sjuk_från = 2025-03 eller sjuk_från=2025-04") {
      ["2025-03", "2025-04"].contains($0.month)
    },
    Case("SJUK_FRAN i (2025-03, 2025-04)") { ["2025-03", "2025-04"].contains($0.month) },
    Case("kommun i (2080,2081)") { ["2080", "2081"].contains($0.kommun) },
    Case("sjuktimmar i (7.5, 24, 8)") { [27_000, 86_400, 28_800].contains($0.sickTime) },
    Case("inte kommun = 2080") { $0.kommun != "2080" },
    Case("kommun = 2080 eller kommun = 2081 och belopp > 5000") {
      $0.kommun == "2080" || $0.kommun == "2081" && $0.amount > 500_000
    },
    Case("(kommun = 2080 eller kommun = 2081) och belopp > 5000") {
      ["2080", "2081"].contains($0.kommun) && $0.amount > 500_000
    },
    Case("inte (kommun = 2080 och inte belopp > 5000)") {
      !($0.kommun == "2080" && !($0.amount > 500_000))
    },
    Case("karenstimmar = tom") { $0.karensTime == nil },
    Case("karenstimmar != tom") { $0.karensTime != nil },
    Case("karenstimmar != 6") { $0.karensTime.map { $0 != 21_600 } ?? false },
    Case("inte karenstimmar = 6") { $0.karensTime != 21_600 },
    Case("vakanta_timmar > 0") { $0.vacantTime > 0 },
    Case("karenstimmar >= sjuktimmar") {
      ($0.karensTime ?? -1) >= $0.sickTime
    },
  ]

  @Test(arguments: cases)
  private func `a filter lets through the rows that it names`(_ given: Case) async throws {
    let world = try await QuestionWorld.shared.value
    let question = try Question(keys: "", measures: "antal", filter: given.filter)
    let mask = try FilterEvaluation(ClaimRows(world.ledger), testNames(world.ledger))
      .mask(try #require(question.filter))
    let all = (0..<world.ledger.claims.count).filter(world.ledger.isAsked)
    let passing = zip(all, world.rows).filter { given.passes($1) }.map(\.0)
    #expect(all.filter(mask.contains) == passing)
  }

  @Test func `the cases above let through some rows and keep back some`() async throws {
    let world = try await QuestionWorld.shared.value
    let shares = FilterTests.cases.map { given in world.rows.count { given.passes($0) } }
    #expect(shares.count { $0 > 0 && $0 < world.rows.count } >= 15)
  }

  @Test func `texts are met in any case and with or without dots, and a wrong one names the right`()
    async throws
  {
    let world = try await QuestionWorld.shared.value
    let agreement = try #require(world.rows.lazy.compactMap(\.agreement).first)
    let all = try ask(world.ledger)
    let same = try ask(world.ledger, filter: "avtal = \"\(agreement.uppercased())\"")
    let other = try ask(world.ledger, filter: "avtal != \"\(agreement.lowercased())\"")
    let none = try ask(world.ledger, filter: "avtal = tom")
    let count = Double(world.rows.count { $0.agreement == agreement })
    #expect(same.total == [count])
    let counts = [same, other, none].map { ($0.total?.first ?? 0) ?? 0 }
    #expect(counts.reduce(0, +) == all.total?.first)
    #expect(
      throws: QuestionFault(
        part: .filter, position: 9,
        problem: .unknown(
          "\(agreement)x", .value(of: "avtal"),
          known: nearest("\(agreement)x", among: Set(world.rows.compactMap(\.agreement)).sorted())))
    ) { try ask(world.ledger, filter: "avtal = \"\(agreement)x\"") }
  }

  @Test func `a company is met by its number in any form, and an unknown one is a fault`()
    async throws
  {
    let world = try await QuestionWorld.shared.value
    let number = world.rows[0].company
    let count = Double(world.rows.count { $0.company == number })
    for form in [number, "16\(number)", "\(number.prefix(6))-\(number.suffix(4))"] {
      #expect(try ask(world.ledger, filter: "bolag = \(form)").total == [count])
    }
    #expect(
      throws: QuestionFault(
        part: .filter, position: 9, problem: .unknownCompany("5560000001"))
    ) { try ask(world.ledger, filter: "bolag = 5560000001") }
  }

  @Test(arguments: [0, 1, 63, 64, 65, 128, 200])
  func `masks of every length combine as sets do`(_ count: Int) {
    let even = RowMask(count: count) { $0 % 2 == 0 }
    let third = RowMask(count: count) { $0 % 3 == 0 }
    var (both, either, not) = (even, even, even)
    both.formIntersection(third)
    either.formUnion(third)
    not.invert()
    let rows = (0..<count).map(Int32.init)
    #expect(both.rows == rows.filter { $0 % 6 == 0 })
    #expect(either.rows == rows.filter { $0 % 2 == 0 || $0 % 3 == 0 })
    #expect(not.rows == rows.filter { $0 % 2 == 1 })
  }
}
