/// Decimal digits, eight at a time: the bytes of a word are checked with one addition and one mask,
/// and their value comes by three multiplications of neighbouring digits, pairs and quadruples
/// (as H. S. Warren counts bits by halves: Hacker's Delight, 2nd ed., chapter 5).
enum Digits {
  /// `00000000`: what leading places are filled with.
  static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// The value of eight digits, the first in the lowest byte; `nil` where a byte is no digit.
  @inline(__always)
  static func value(_ word: UInt64) -> UInt64? {
    pairs(word).map { value(pairs: $0) }
  }

  /// `19860918` as four pairs of digits, the first in the lowest sixteen bits; `nil` where a byte
  /// is none.
  @inline(__always)
  static func pairs(_ word: UInt64) -> UInt64? {
    let digits = word ^ zeros
    return areDigits(digits) ? (digits &* 2561) >> 8 & 0x00ff_00ff_00ff_00ff : nil
  }

  @inline(__always)
  static func value(pairs: UInt64) -> UInt64 {
    let quadruples = (pairs &* 6_553_601) >> 16 & 0x0000_ffff_0000_ffff
    return (quadruples &* 42_949_672_960_001) >> 32
  }

  /// Whether each byte, from which the digit 0 was taken away, is 0 to 9.
  @inline(__always)
  static func areDigits(_ bytes: UInt64) -> Bool {
    ((bytes &+ 0x7676_7676_7676_7676) | bytes) & 0x8080_8080_8080_8080 == 0
  }
}
