import SickPay

/// How far above the highest lawful amount a claim may lie without a word.
///
/// Each part is rounded to öre, or by some companies to whole kronor: one krona. Hours have two
/// decimals, those paid for and those of karens: half a hundredth each, 36 seconds of the wage.
/// Nothing else is left open; what method, age and agreement admit is inside of the lawful range.
enum PriceTolerance {
  /// Öre.
  static let part: Int64 = 100
  static let seconds: Int64 = 36

  /// - Parameters:
  ///   - most: The highest lawful amount of a part, in öre.
  ///   - hours: The seconds that it is paid for.
  static func slack(_ most: Int64, hours: Int64) -> Int64 {
    part + most * seconds / max(hours, seconds)
  }
}
