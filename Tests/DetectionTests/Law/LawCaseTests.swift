import Configuration
import Foundation
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

private let range = "lagligt-belopp"
private let byMethod = "belopp-efter-metod"
private let ruleCases = LawCase.all.filter { ![range, byMethod].contains($0.rule) }

/// Every rule against a table that a second reckoning, in another language and from the sources
/// alone, has judged.
struct LawCaseTests {
  private static let rulebook = Result { try Configuration().rulebook }

  @Test(arguments: ruleCases)
  func `a rule gives what the second reckoning gives`(_ expected: LawCase) async throws {
    let rule = try #require(
      Catalogue.rules.first { $0.id.description == expected.rule }, "there is no such rule")
    let outcome = rule.evaluate(try await evidence(expected))
    let verdicts = Set(outcome.findings.map(\.verdict.rawValue)).sorted().joined(separator: "+")
    let texts = Comment(rawValue: outcome.findings.map(\.text).joined(separator: " / "))
    switch expected.verdict {
    case "inget": #expect(outcome.findings.isEmpty, texts)
    case "kördes inte":
      #expect(outcome.findings.isEmpty, texts)
      #expect(!outcome.skipped.isEmpty)
    default: #expect(verdicts == expected.verdict, texts)
    }
    let ore = outcome.findings.flatMap(\.amounts).reduce(0) { $0 + $1.value }
    #expect(String(ore) == expected.ore, texts)
  }

  @Test(arguments: LawCase.all.filter { $0.rule == range })
  func `the lowest and the highest lawful amount are those of the second reckoning`(
    _ expected: LawCase
  ) async throws {
    let lawful = try #require(try await evidence(expected).prices.parts(0, .claimed)).total
    #expect("\(lawful.low)..\(lawful.high)" == expected.ore)
  }

  @Test(arguments: LawCase.all.filter { $0.rule == byMethod })
  func `an amount by a method is that of the second reckoning`(_ expected: LawCase) async throws {
    let base = try #require(PayMethod.HolidayPayBase(rawValue: expected.verdict))
    let cost = Double(expected.tables.claims[0]["avtal_procent"] ?? "") ?? 0
    let method = CompanyMethods.Fingerprint(
      method: PayMethod(holidayPayBase: base, onSupplements: true),
      agreementCost: Percentage(tenThousandths: Int32(cost * 10_000)), fitting: 1, compared: 1)
    let amount = try await evidence(expected).prices.amount(0, by: method)
    #expect(amount.map { String($0) } == expected.ore)
  }

  @Test func `the table has 150 cases and more, half of them reckoned by the script`() {
    #expect(LawCase.all.count >= 150)
    #expect(LawCase.all.count { $0.isReckoned } * 2 >= LawCase.all.count)
  }

  @Test func `every rule has cases in the table, or tests of its own`() {
    // The one needs what earlier scans showed, the other hundreds of shifts.
    let elsewhere = ["okrediterad-dubblett", "ob-andel"]
    let covered = Set(ruleCases.map(\.rule)).union(elsewhere)
    #expect(covered == Set(Catalogue.rules.map(\.id.description)))
  }

  @Test func `every rule of the table has cases that it finds, and cases that it leaves alone`() {
    for (rule, cases) in Dictionary(grouping: ruleCases, by: \.rule).sorted(by: { $0.key < $1.key })
    {
      let found = cases.count { !["inget", "kördes inte"].contains($0.verdict) }
      print("\(rule): \(cases.count) cases, \(found) of them with a finding")
      #expect(found > 0 && found < cases.count, "\(rule)")
    }
    #expect(LawCase.all.allSatisfy { !$0.source.isEmpty })
  }

  /// The table says what the script gives: neither can change alone.
  @Test func `the table is what the script gives`() throws {
    let script = Process()
    let output = Pipe()
    script.executableURL = URL(filePath: "/usr/bin/env")
    script.arguments = ["python3", "reference.py", "--check", "cases.csv"]
    script.currentDirectoryURL = LawCase.folder
    script.standardOutput = output
    try script.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    script.waitUntilExit()
    if script.terminationStatus == 127 { return print("hoppades över: python3 saknas") }
    #expect(script.terminationStatus == 0, Comment(rawValue: text))
  }

  private func evidence(_ expected: LawCase) async throws -> Evidence {
    await Evidence(
      try await expected.tables.ledger(), rulebook: try Self.rulebook.get(), names: testNames)
  }
}
