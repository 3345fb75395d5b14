import SickPay

/// Sorts claim rows by company, assistant and first day, then by content, and keeps each content
/// once; how many rows were repeats.
///
/// Of rows that came again unchanged, the first by file and line stays.
func sortClaims(_ claims: inout Claims, _ texts: TextDictionary) -> Int {
  let order = claimOrder(claims, texts)
  claims.reorder(order)
  return order.count - claims.withoutRepeats()
}

private func claimOrder(_ claims: Claims, _ texts: TextDictionary) -> [UInt32] {
  let (companies, persons, days) = (
    claims.column(.company), claims.column(.assistent), claims.column(.sickFrom)
  )
  let keys = claims.rows.map { row in
    // 20 bits of company, 26 of person, 18 of days: LedgerLimits holds the first two, and the
    // calendar's 1800 to 2199 the third.
    UInt64(companies[row]) << 44 | UInt64(persons[row]) << 18
      | UInt64(days[row] + firstCalendarDay)
  }
  return sortedOrder(keys) { left, right in
    let (left, right) = (Int(left), Int(right))
    for column in contentOrder {
      let (a, b) = (claims.columns[column][left], claims.columns[column][right])
      if a == b { continue }
      guard case .text = ClaimSchema.codings[column] else { return a < b }
      if a == absentCell || b == absentCell { return a == absentCell }
      return texts.precedes(TextID(cell: a), TextID(cell: b))
    }
    return claims.readBefore(left, right)
  }
}

/// Days from 1970-01-01 back to the first day that `Day` knows, 1800-01-01.
private let firstCalendarDay: Int32 = 62_091

/// Ties are common only between rows of one absence, which these columns tell apart best.
private let contentOrder: [Int] = {
  let first: [ClaimSchema.Column] = [.sickTo, .received, .kommun, .brukare, .amount, .arende]
  let rest = ClaimSchema.contentColumns.filter { index in
    !first.contains { $0.rawValue == index }
  }
  return first.map(\.rawValue) + rest
}()

extension Table {
  var rows: Range<Int> { 0..<count }

  /// Drops every row whose content is that of the row before it; how many are left.
  mutating func withoutRepeats() -> Int {
    let kept = rows.filter { $0 == 0 || !sameContent($0 - 1, $0) }
    if kept.count < count { reorder(kept.map(UInt32.init)) }
    return kept.count
  }
}

extension Table where Schema == ClaimSchema {
  func readBefore(_ left: Int, _ right: Int) -> Bool {
    let files = (column(.file)[left], column(.file)[right])
    if files.0 != files.1 { return files.0 < files.1 }
    return column(.line)[left] < column(.line)[right]
  }
}
