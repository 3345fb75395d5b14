/// A kommun that pays sjuklön claims.
public struct Kommun: Sendable, Equatable {
  /// Kommunkod, four digits.
  public var code: Int
  public var name: String
  /// How many live there, as a weight when brukare are placed.
  public var inhabitants: Int

  public init(code: Int, name: String, inhabitants: Int) {
    self.code = code
    self.name = name
    self.inhabitants = inhabitants
  }

  /// Eleven kommuner of Dalarna, with inhabitants in round numbers (SCB, population at 2023-12-31).
  public static let dalarna = [
    Kommun(code: 2029, name: "Leksand", inhabitants: 16_000),
    Kommun(code: 2026, name: "Gagnef", inhabitants: 10_500),
    Kommun(code: 2021, name: "Vansbro", inhabitants: 6_700),
    Kommun(code: 2023, name: "Malung-Sälen", inhabitants: 10_200),
    Kommun(code: 2080, name: "Falun", inhabitants: 59_900),
    Kommun(code: 2081, name: "Borlänge", inhabitants: 51_900),
    Kommun(code: 2082, name: "Säter", inhabitants: 11_200),
    Kommun(code: 2061, name: "Smedjebacken", inhabitants: 10_700),
    Kommun(code: 2083, name: "Hedemora", inhabitants: 15_300),
    Kommun(code: 2084, name: "Avesta", inhabitants: 22_600),
    Kommun(code: 2085, name: "Ludvika", inhabitants: 26_500),
  ]
}
