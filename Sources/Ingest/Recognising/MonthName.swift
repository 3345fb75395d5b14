/// A month's name, in Swedish or English, whole or its first three letters.
struct MonthName {
  /// 1 to 12.
  let number: Int

  init?(_ word: String) {
    guard word.count >= 3 else { return nil }
    let place = MonthName.names.firstIndex { names in
      names.contains { $0 == word || (word.count <= 4 && $0.hasPrefix(word)) }
    }
    guard let place else { return nil }
    number = place + 1
  }

  private static let names: [[String]] = [
    ["januari", "january"], ["februari", "february"], ["mars", "march"], ["april"],
    ["maj", "may"], ["juni", "june"], ["juli", "july"], ["augusti", "august"], ["september"],
    ["oktober", "october"], ["november"], ["december"],
  ]
}
