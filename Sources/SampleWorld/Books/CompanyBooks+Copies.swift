extension CompanyBooks {
  /// Rows that nothing has been done to, in random order.
  mutating func openRows(where isFit: (ClaimRow) -> Bool = { _ in true }) -> [Int] {
    rows.indices.filter { rows[$0].isOpen && isFit(rows[$0]) }.shuffled(using: &random)
  }

  /// Sends a row once more, some days later, under an ärende of its own.
  ///
  /// - Parameter days: at least the longest post, so that the copy comes in after the original.
  /// - Returns: the new row, `nil` where it would come in after the extract.
  mutating func copy(_ row: Int, later days: ClosedRange<Int>) -> Int? {
    var copied = rows[row]
    guard bill(&copied, on: rows[row].billed + Int32(random.between(days))) else { return nil }
    copied.standsAlone = true
    copied.isSettled = true
    rows[row].isSettled = true
    rows.append(copied)
    return rows.count - 1
  }

  /// Bills sent twice and credited, and corrections that replace what they correct. All honest.
  mutating func correct() {
    let credits = random.rounded(company.habits.credits * Double(rows.count))
    let corrections = random.rounded(0.003 * Double(rows.count))
    var left = openRows { $0.amounts.total > 0 }
    for _ in 0..<credits {
      guard let row = left.popLast() else { return }
      credit(row)
    }
    for _ in 0..<corrections {
      guard let row = left.popLast() else { return }
      replace(row)
    }
  }

  private mutating func credit(_ row: Int) {
    guard let twice = copy(row, later: 7...40) else { return }
    var credit = rows[twice]
    guard bill(&credit, on: credit.billed + Int32(random.between(10...75))) else {
      rows.removeLast()
      rows[row].isSettled = false
      return
    }
    credit.relation = .credits(twice)
    credit.shifts = 0..<0
    rows.append(credit)
  }

  /// A raise that came late: the claim was made with last year's wage.
  private mutating func replace(_ row: Int) {
    guard let later = copy(row, later: 14...70) else { return }
    rows[later].relation = .replaces(row)
    rows[row].standsAlone = true
    rows[row].terms.hourlyWage = rows[row].terms.hourlyWage * 972 / 5000 * 5
    reprice(row)
    rows[row].lawful = rows[row].amounts.total
  }

  /// A row in a thousand stands in the extract twice, unchanged.
  mutating func repeatSome() {
    for row in rows.indices where rows[row].label == nil && random.chance(0.001) {
      rows[row].isRepeated = true
    }
  }
}
