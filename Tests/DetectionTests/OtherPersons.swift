import SampleWorld
import SickPay

/// Gives every person another number, the same each time the person is met.
struct OtherPersons {
  /// Years of birth that no rule tells apart.
  static let alike: [ClosedRange<UInt64>] = [1964...1972, 1988...1996]

  private var random: SeededGenerator
  /// Without check digits.
  private var others: [UInt64: UInt64] = [:]
  private var taken: Set<UInt64> = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Persons whose number is another now, and whose year of birth is.
  var changed: Int { others.count { $0.key != $0.value } }
  var otherYears: Int { others.count { $0.key / 10_000_000 != $0.value / 10_000_000 } }

  /// A number with a mistyped check digit stays next to the right one, as wrong as it was.
  mutating func other(_ number: UInt64) -> String {
    let (stem, digit) = (number / 10, number % 10)
    if others[stem] == nil {
      var other: UInt64
      repeat {
        let month = UInt64.random(in: 1...12, using: &random)
        let day = UInt64.random(in: 1...28, using: &random)
        let serial = UInt64.random(in: 0...999, using: &random)
        let isCoordination: UInt64 = Bool.random(using: &random) ? 60 : 0
        let year = alike(stem / 10_000_000)
        other = ((year * 100 + month) * 100 + day + isCoordination) * 1000 + serial
      } while !taken.insert(other).inserted
      others[stem] = other
    }
    let other = others[stem] ?? stem
    let slip = digit + 10 - Luhn.checkDigit(stem % 1_000_000_000)
    return String(other * 10 + (Luhn.checkDigit(other % 1_000_000_000) + slip) % 10)
  }

  private mutating func alike(_ year: UInt64) -> UInt64 {
    let years = OtherPersons.alike.first { $0.contains(year) } ?? year...year
    return UInt64.random(in: years, using: &random)
  }
}
