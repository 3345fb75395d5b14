import Configuration
import Ledger
import SampleWorld
import SickPay
import TestSupport
import Testing

@testable import Detection

/// Nothing that a number tells of a person but age may move a company in the list, nor how the
/// number is written.
struct FairnessTests {
  /// The claims, shifts and registers as they are and their list, made once.
  private static let world = Task { () -> Tables in
    var plan = WorldPlan(seed: 22, claims: 1200, companies: 24, cheatingCompanies: 4)
    plan.writesRegisters = true
    let world = try SampleWorld(plan: plan).inMemory()
    let tables = WorldTable.allCases.filter { $0 != .companyTruth && $0 != .rowTruth }
    let texts = tables.map { String(decoding: world.bytes($0), as: UTF8.self) }
    let ledger = try await FairnessTests.ledger(texts)
    return Tables(texts: texts, ledger: ledger, list: try await FairnessTests.list(ledger))
  }

  private struct Tables {
    let texts: [String]
    let ledger: Ledger
    let list: [RankedCompany]

    /// The assistants on whose rows a rule that asks for their age remarks.
    var judgedByAge: Set<UInt64> {
      let rules = [HolidayPayOverLaw().id, EmployerFeeForAge().id, UnderAge().id]
      let findings = list.flatMap(\.findings).map(\.finding).filter {
        rules.contains($0.indicator)
      }
      return Set(
        findings.flatMap(\.claims).compactMap { claim in
          ledger.dictionaries.persons.number(ledger.claims[.assistent, claim])?.digits
        })
    }
  }

  /// Sex digit, birthplace digits and number type are drawn anew for everybody, and the birth date
  /// within its class of fee, semester and age of majority.
  @Test(arguments: [1, 2] as [UInt64])
  func `who the assistants and brukare are changes no rank and no score`(seed: UInt64) async throws
  {
    var disguise = OtherPersons(seed: seed)
    let written = try await expectSameList { disguise.other($0) }
    #expect(written > 1000 && disguise.changed > 100 && disguise.otherYears > 20)
  }

  /// Every second number, with a hyphen or without, so that each person stands in both forms.
  @Test func `ten digits or twelve change no rank and no score`() async throws {
    var random = SeededGenerator(seed: 3)
    let written = try await expectSameList { number in
      // Of these years the event tells the century.
      guard 1937...2005 ~= number / 100_000_000, Bool.random(using: &random) else { return nil }
      let digits = String(number).dropFirst(2)
      let hyphen = Bool.random(using: &random) ? "-" : ""
      return "\(digits.prefix(6))\(hyphen)\(digits.suffix(4))"
    }
    #expect(written > 1000)
  }

  /// Those who have not got a number yet. An interim number tells no age, so that rules which ask
  /// for it fall silent: whoever they remark on keeps the number, and so do those whose age gives a
  /// fee of its own.
  @Test func `an interim number in a number's place changes no rank and no score`() async throws {
    let judged = try await FairnessTests.world.value.judgedByAge
    #expect(!judged.isEmpty)
    var interim: [UInt64: String] = [:]
    let written = try await expectSameList { number in
      let year = number / 100_000_000
      guard OtherPersons.alike.contains(where: { $0.contains(year) }), number / 10 % 4 == 0,
        PersonNumber(digits: number).isValid, !judged.contains(number)
      else { return nil }
      let other = interim[number] ?? "\(year % 100)0101-T\(100 + interim.count)"
      interim[number] = other
      return other
    }
    #expect(written > 100 && interim.count > 20)
  }

  /// - Parameter other: What is written for a person's twelve digits; `nil` for the same.
  /// - Returns: How many fields were written otherwise.
  private func expectSameList(_ other: (UInt64) -> String?) async throws -> Int {
    let plain = try await FairnessTests.world.value
    var written = 0
    let disguised = plain.texts.map { text in
      FairnessTests.table(text) { number in
        let text = other(number)
        if text != nil { written += 1 }
        return text
      }
    }
    let list = try await FairnessTests.list(FairnessTests.ledger(disguised))
    #expect(plain.list.map(\.number) == list.map(\.number))
    for (one, same) in zip(plain.list, list) {
      #expect(abs(one.score.value - same.score.value) < 1e-9)
      #expect(one.isRiskforetag == same.isRiskforetag)
      #expect(one.atStake == same.atStake)
      #expect(one.findings.count == same.findings.count)
    }
    #expect(plain.list.contains { $0.isRiskforetag && $0.score.value > 0.5 })
    return written
  }

  /// Persons are the fields of twelve digits; organisationsnummer have ten.
  private static func table(_ text: String, _ other: (UInt64) -> String?) -> String {
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      var fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      for (index, field) in fields.enumerated() {
        guard field.utf8.count == 12, let number = UInt64(field) else { continue }
        fields[index] = other(number) ?? field
      }
      lines.append(fields.joined(separator: ";"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func ledger(_ texts: [String]) async throws -> Ledger {
    try await TestSupport.ledger(
      of: texts, windowMonths: Configuration().settings.windowMonths)
  }

  private static func list(_ ledger: Ledger) async throws -> [RankedCompany] {
    let configuration = try Configuration()
    return await detect(
      ledger, names: testNames, rulebook: configuration.rulebook, settings: configuration.settings
    ).companies
  }
}
