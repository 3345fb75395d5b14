/// xoshiro256** 1.0: a fast source of random numbers that gives the same sequence for a seed.
///
/// D. Blackman and S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47 (2021),
/// doi:10.1145/3460772. The state is filled by SplitMix64, as its authors advise.
/// Not for anything secret.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var first: UInt64
  private var second: UInt64
  private var third: UInt64
  private var fourth: UInt64

  public init(seed: UInt64) {
    var state = seed
    first = SeededGenerator.splitMix(&state)
    second = SeededGenerator.splitMix(&state)
    third = SeededGenerator.splitMix(&state)
    fourth = SeededGenerator.splitMix(&state)
  }

  /// A sequence of its own for each subject and number under one seed, so that a company comes out
  /// the same whichever was made before it.
  init(seed: UInt64, _ subject: Subject, _ number: Int) {
    var state = seed
    let salt = SeededGenerator.splitMix(&state)
    state = salt ^ subject.rawValue &* 0xD6E8_FEB8_6659_FD93
    let salted = SeededGenerator.splitMix(&state)
    self.init(seed: salted &+ UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// What a sequence is used for.
  enum Subject: UInt64 {
    case sizes = 1
    case cheats, company, staff, rota, spells, outbreaks, books, numbers, parameters, registers,
      starts
  }

  public mutating func next() -> UInt64 {
    let product = second &* 5
    let result = (product << 7 | product >> 57) &* 9
    let shifted = second << 17
    third ^= first
    fourth ^= second
    second ^= third
    first ^= fourth
    third ^= shifted
    fourth = fourth << 45 | fourth >> 19
    return result
  }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private static func splitMix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
