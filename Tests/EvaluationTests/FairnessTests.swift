import Configuration
import Detection
import Foundation
import Ingest
import Ledger
import SampleWorld
import SickPay
import TestSupport
import Testing

/// Nothing that a number tells of a person but age may move a company in the list.
struct FairnessTests {
  /// Sex digit, birthplace digits and number type are drawn anew for everybody, and the day of
  /// birth within its year: the year decides fee and semester, and nobody in the world turns 18.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `who the assistants and brukare are changes no rank and no score`(seed: UInt64) async throws
  {
    let world = try SampleWorld(
      plan: WorldPlan(seed: 22, claims: 2000, companies: 24, cheatingCompanies: 4)
    ).inMemory()
    let texts = [WorldTable.claims, .shifts].map {
      String(decoding: world.bytes($0), as: UTF8.self)
    }
    var disguise = Disguise(seed: seed)
    let disguised = texts.map { disguise.table($0) }
    #expect(disguise.changed > 100)
    let (plain, other) = (try await list(texts), try await list(disguised))
    #expect(plain.map(\.number) == other.map(\.number))
    for (one, same) in zip(plain, other) {
      #expect(abs(one.score.value - same.score.value) < 1e-9)
      #expect(one.isRiskforetag == same.isRiskforetag)
      #expect(one.atStake == same.atStake)
      #expect(one.findings.count == same.findings.count)
    }
    #expect(plain.contains { $0.isRiskforetag })
  }

  private func list(_ texts: [String]) async throws -> [RankedCompany] {
    let configuration = try Configuration()
    var ingestion = try await ingest(texts)
    let ledger = Ledger(
      parts: ingestion.takeParts(), date: nil, windowMonths: configuration.settings.windowMonths)
    let names = Names(assistent: { "A-\($0.index)" }, company: { "bolag \($0.index)" })
    return await detect(
      ledger, names: names, rulebook: configuration.rulebook, settings: configuration.settings
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

  /// Persons whose number is another now.
  var changed: Int { others.count { $0.key != $0.value } }

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
        other = ((stem / 10_000_000 * 100 + month) * 100 + day + isCoordination) * 1000 + serial
      } while !taken.insert(other).inserted
      others[stem] = other
    }
    let other = others[stem] ?? stem
    let slip = digit + 10 - Luhn.checkDigit(stem % 1_000_000_000)
    return other * 10 + (Luhn.checkDigit(other % 1_000_000_000) + slip) % 10
  }
}
