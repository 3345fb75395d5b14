import SickPay

extension YAMLSection {
  private static let dateKeys = ["från", "till", "bevis", "källa"]
  private static let untilFurtherNotice = "tillsvidare"
  private static let unknownKey = "okänt"

  /// A list of values that follow each other day by day, each with a source and an evidence tag.
  ///
  /// - Parameters:
  ///   - keys: The keys of an entry's value; an entry may have `okänt: true` instead.
  ///   - value: Reads them.
  /// - Throws: `ConfigurationError` with the line of the first gap, overlap, missing source or bad
  ///   value.
  func dated<Value>(
    _ key: String, keys: [String], optional: [String] = [],
    value: (YAMLSection) throws(ConfigurationError) -> Value
  ) throws(ConfigurationError) -> Dated<Value> {
    var entries: [Dated<Value>.Entry] = []
    for section in try list(key) {
      let isUnknown = section.has(Self.unknownKey)
      try section.requireKeys(
        Self.dateKeys + (isUnknown ? [Self.unknownKey] : keys), optional: isUnknown ? [] : optional)
      let from = try section.day("från")
      let to = try section.lastDay()
      try section.check(from, follows: entries.last.map { $0.to })
      if let to, to < from { throw section.error(.overlap(day: from), at: "till") }
      entries.append(
        Dated.Entry(
          from: from, to: to, value: isUnknown ? nil : try value(section),
          tag: try section.choice("bevis", of: EvidenceTag.self),
          source: try section.text("källa")))
    }
    if entries.isEmpty { throw error(.missing(key: "från"), at: key) }
    return Dated(entries)
  }

  private func lastDay() throws(ConfigurationError) -> Day? {
    try text("till") == Self.untilFurtherNotice ? nil : try day("till")
  }

  /// - Parameter last: The last day of the entry before; `.some(nil)` where that one has no end.
  private func check(_ from: Day, follows last: Day??) throws(ConfigurationError) {
    guard let last else { return }
    guard let last else { throw error(.overlap(day: from), at: "från") }
    if from <= last { throw error(.overlap(day: from), at: "från") }
    if from > last.advanced(by: 1) { throw error(.gap(day: last.advanced(by: 1)), at: "från") }
  }

  func percentage(_ key: String) throws(ConfigurationError) -> Percentage {
    Percentage(tenThousandths: Int32((try number(key, in: 0...100) * 10_000).rounded()))
  }

  func wage(_ key: String) throws(ConfigurationError) -> HourlyWage {
    HourlyWage(tenThousandths: Int32((try number(key, in: 0...10_000) * 10_000).rounded()))
  }

  func count(_ key: String) throws(ConfigurationError) -> Int {
    Int(try number(key, in: 0...1_000))
  }
}
