import SickPay

/// Names and numbers that cannot be mistaken for those of a real company.
enum Invented {
  private static let moods = ["Påhittade", "Uppdiktade", "Fantiserade", "Sagolika", "Inbillade"]
  private static let trades = ["Assistansen", "Omsorgen", "Hjälpen", "Stödet"]
  private static let bearers = [
    "Älgen", "Tranan", "Lodjuret", "Björnen", "Ekorren", "Uttern", "Järven", "Ugglan", "Haren",
    "Grävlingen", "Bävern", "Räven", "Igelkotten", "Lommen", "Orren", "Tjädern", "Gäddan",
    "Abborren", "Rödingen", "Harren", "Gräsanden", "Svalan", "Koltrasten", "Talgoxen", "Domherren",
    "Siskan", "Nötväckan", "Hackspetten", "Kungsfågeln", "Strömstaren", "Linnean", "Blåklockan",
    "Liljekonvaljen", "Smultronet", "Lingonet", "Hjortronet", "Tallen", "Granen", "Enen", "Björken",
    "Aspen", "Rönnen", "Sälgen", "Hasseln", "Linden", "Almen", "Eken", "Lönnen", "Vitsippan",
    "Gullvivan",
  ]

  /// Unique in a world: those past the plain thousand carry a number.
  static func companyName(_ index: Int, seed: UInt64) -> String {
    let plain = bearers.count * moods.count * trades.count
    let number = permuted(index % plain, of: plain, seed: seed)
    let bearer = bearers[number % bearers.count]
    let mood = moods[number / bearers.count % moods.count]
    let trade = trades[number / bearers.count / moods.count]
    let turn = index / plain + 1
    return turn == 1 ? "\(mood) \(trade) \(bearer) AB" : "\(mood) \(trade) \(bearer) \(turn) AB"
  }

  /// Ten digits that begin with 4, a group that is not given out (Skatteverket: the first digit is
  /// the legal form, 1–3 and 5–9), with the third at least 2 and the right check digit.
  static func organisationNumber(_ index: Int, seed: UInt64) -> UInt64 {
    let number = UInt64(permuted(index, of: 80_000_000, seed: seed))
    let (second, rest) = (number / 8_000_000, number % 8_000_000)
    let digits = 400_000_000 + second * 10_000_000 + 2_000_000 + rest
    return digits * 10 + Luhn.checkDigit(digits)
  }

  /// Eight digits that begin with 99, with the right check digit. Unique for 100 000 companies.
  static func bankgiro(_ index: Int, seed: UInt64) -> UInt64 {
    let digits = 9_900_000 + UInt64(permuted(index % 100_000, of: 100_000, seed: seed))
    return digits * 10 + Luhn.checkDigit(digits)
  }

  /// A number in 0 ..< `count` for each index, each once: an affine map, whose factor near the
  /// golden section puts neighbours far apart.
  static func permuted(_ index: Int, of count: Int, seed: UInt64) -> Int {
    var factor = Int(Double(count) * 0.618_033_988_749_895) | 1
    while greatestCommonDivisor(factor, count) != 1 { factor += 2 }
    let shift = Int((seed &* 0x9E37_79B9_7F4A_7C15) % UInt64(count))
    return (index * factor + shift) % count
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? left : greatestCommonDivisor(right, left % right)
  }
}
