import Configuration
import Detection
import Ledger
import SampleWorld
import SickPay
import TestSupport
import Testing

/// Nothing that a number tells of a person but age may move a company in the list.
struct FairnessTests {
  /// The tables as they are and their list, made once.
  private static let world = Task {
    let world = try SampleWorld(
      plan: WorldPlan(seed: 22, claims: 1500, companies: 24, cheatingCompanies: 4)
    ).inMemory()
    let texts = [WorldTable.claims, .shifts].map {
      String(decoding: world.bytes($0), as: UTF8.self)
    }
    return (texts, try await FairnessTests.list(texts))
  }

  /// Sex digit, birthplace digits and number type are drawn anew for everybody, and the birth date
  /// within its class of fee, semester and age of majority.
  @Test(arguments: [1, 2] as [UInt64])
  func `who the assistants and brukare are changes no rank and no score`(seed: UInt64) async throws
  {
    let (texts, plain) = try await FairnessTests.world.value
    var disguise = Disguise(seed: seed)
    let disguised = texts.map { disguise.table($0) }
    #expect(disguise.changed > 100 && disguise.otherYears > 20)
    let other = try await FairnessTests.list(disguised)
    #expect(plain.map(\.number) == other.map(\.number))
    for (one, same) in zip(plain, other) {
      #expect(abs(one.score.value - same.score.value) < 1e-9)
      #expect(one.isRiskforetag == same.isRiskforetag)
      #expect(one.atStake == same.atStake)
      #expect(one.findings.count == same.findings.count)
    }
    #expect(plain.contains { $0.isRiskforetag && $0.score.value > 0.5 })
  }

  private static func list(_ texts: [String]) async throws -> [RankedCompany] {
    let configuration = try Configuration()
    let settings = configuration.settings
    let ledger = try await TestSupport.ledger(of: texts, windowMonths: settings.windowMonths)
    return await detect(
      ledger, names: testNames, rulebook: configuration.rulebook, settings: settings
    ).companies
  }
}

/// Gives every person another number, the same each time the person is met.
private struct Disguise {
  private var random: SeededGenerator
  /// Without check digits.
  private var others: [UInt64: UInt64] = [:]
  private var taken: Set<UInt64> = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Persons whose number is another now, and whose year of birth is.
  var changed: Int { others.count { $0.key != $0.value } }
  var otherYears: Int { others.count { $0.key / 10_000_000 != $0.value / 10_000_000 } }

  /// Persons are the fields of twelve digits; organisationsnummer have ten.
  mutating func table(_ text: String) -> String {
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      var fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      for (index, field) in fields.enumerated() {
        guard field.utf8.count == 12, let number = UInt64(field) else { continue }
        fields[index] = String(another(number))
      }
      lines.append(fields.joined(separator: ";"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A number with a mistyped check digit stays next to the right one, as wrong as it was.
  private mutating func another(_ number: UInt64) -> UInt64 {
    let (stem, digit) = (number / 10, number % 10)
    if others[stem] == nil {
      var other: UInt64
      repeat {
        let month = UInt64.random(in: 1...12, using: &random)
        let day = UInt64.random(in: 1...28, using: &random)
        let serial = UInt64.random(in: 0...999, using: &random)
        let isCoordination: UInt64 = Bool.random(using: &random) ? 60 : 0
        let year = another(year: stem / 10_000_000)
        other = ((year * 100 + month) * 100 + day + isCoordination) * 1000 + serial
      } while !taken.insert(other).inserted
      others[stem] = other
    }
    let other = others[stem] ?? stem
    let slip = digit + 10 - Luhn.checkDigit(stem % 1_000_000_000)
    return other * 10 + (Luhn.checkDigit(other % 1_000_000_000) + slip) % 10
  }

  /// In years in which no rule tells ages apart, any of them.
  private mutating func another(year: UInt64) -> UInt64 {
    for years in [1964...1972, 1988...1996] as [ClosedRange<UInt64>] where years.contains(year) {
      return UInt64.random(in: years, using: &random)
    }
    return year
  }
}
