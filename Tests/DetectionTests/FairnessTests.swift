import Configuration
import Detection
import Foundation
import Ledger
import SampleWorld
import SickPay
import TestSupport
import Testing

/// Nothing that describes a person may move a company in the list.
struct FairnessTests {
  /// What is told of everybody in the other world.
  enum Disguise: CaseIterable {
    /// Another third digit's parity and other birthplace digits.
    case sexAndBirthplace
    /// Every other person gets a samordningsnummer.
    case numberType
    /// Another year of birth with the same fee, semester and age of majority.
    case birthYear
  }

  @Test(arguments: Disguise.allCases)
  func `who the persons are changes nothing`(disguise: Disguise) async throws {
    let world = try SampleWorld(
      plan: WorldPlan(seed: 21, claims: 2500, companies: 30, cheatingCompanies: 5)
    ).inMemory()
    let texts = [WorldTable.claims, .shifts].map {
      String(decoding: world.bytes($0), as: UTF8.self)
    }
    let plain = try await ranking(texts)
    let disguised = try await ranking(texts.map { changed($0, disguise) })
    #expect(texts[0] != changed(texts[0], disguise))
    #expect(plain.map(\.number) == disguised.map(\.number))
    for (one, other) in zip(plain, disguised) {
      #expect(abs(one.score.value - other.score.value) < 1e-9)
      #expect(one.isRiskforetag == other.isRiskforetag)
      #expect(one.atStake == other.atStake)
    }
    #expect(plain.contains { $0.score.value > 0.5 })
  }

  private func ranking(_ texts: [String]) async throws -> [RankedCompany] {
    let configuration = try Configuration()
    let settings = configuration.settings
    let ledger = try await TestSupport.ledger(of: texts, windowMonths: settings.windowMonths)
    return await detect(
      ledger, names: testNames, rulebook: configuration.rulebook, settings: settings
    ).companies
  }

  /// The table with every person's number changed; organisationsnummer have ten digits.
  private func changed(_ text: String, _ disguise: Disguise) -> String {
    text.split(separator: "\n").map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map { field in
        guard field.utf8.count == 12, let number = UInt64(field) else { return String(field) }
        return String(disguised(number, disguise))
      }.joined(separator: ";")
    }.joined(separator: "\n") + "\n"
  }

  private func disguised(_ number: UInt64, _ disguise: Disguise) -> UInt64 {
    var (date, serial) = (number / 10_000, number / 10 % 1000)
    switch disguise {
    case .sexAndBirthplace: serial = (serial * 37 + 11) % 1000
    case .numberType: if serial % 2 == 0 { date += 60 }
    case .birthYear:
      // Turned about the middle of years in which no rule tells ages apart; leap years meet.
      for years in [1964...1972, 1988...1996] as [ClosedRange<UInt64>]
      where years.contains(date / 10_000) {
        date = (years.lowerBound + years.upperBound - date / 10_000) * 10_000 + date % 10_000
      }
    }
    // A mistyped check digit stays as wrong as it was.
    let slip = (number % 10 + 10 - Luhn.checkDigit(number / 10 % 1_000_000_000)) % 10
    let digits = date * 1000 + serial
    return digits * 10 + (Luhn.checkDigit(digits % 1_000_000_000) + slip) % 10
  }
}
