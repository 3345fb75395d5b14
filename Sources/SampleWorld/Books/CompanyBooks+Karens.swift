extension CompanyBooks {
  /// Deducts karens chain by chain and makes the claim rows.
  mutating func writeRows() {
    let order = spells.indices.filter { spells[$0].isClaimed }
      .sorted { (spells[$0].job, spells[$0].first) < (spells[$1].job, spells[$1].first) }
    rows.reserveCapacity(order.count * 2)
    var deductions: [Int32] = []
    var begin = 0
    while begin < order.count {
      var end = begin + 1
      while end < order.count, spells[order[end]].isRelapse { end += 1 }
      let first = spells[order[begin]]
      if begin > 0, spells[order[begin - 1]].job != first.job { deductions.removeAll() }
      let isSpared = deductions.count { $0 >= first.first - 365 } >= 10
      if writeChain(order[begin..<end], isSpared: isSpared) { deductions.append(first.first) }
      begin = end
    }
  }

  /// The rows of spells that continue each other; whether karens was deducted on any.
  private mutating func writeChain(_ chain: ArraySlice<Int>, isSpared: Bool) -> Bool {
    guard let first = chain.first else { return false }
    // A fifth of an average week's sick pay (SFS 1991:1047, 6 §): a fifth of its hours.
    var left = isSpared ? 0 : jobs[spells[first].job].weeklyMinutes / 5
    let firstRow = rows.count
    for index in chain {
      let reason: ClaimRow.KarensReason =
        isSpared ? .tenDeductions : spells[index].isRelapse && left == 0 ? .relapse : .none
      deduct(&left, from: spells[index].shifts)
      writeRows(of: index, reason)
    }
    // Nobody claims nothing; but a row of zero stays where others depend on its karens.
    if rows[firstRow...].allSatisfy({ $0.amounts.total == 0 }) {
      rows.removeSubrange(firstRow...)
      return false
    }
    return rows[firstRow...].contains { $0.tally.karens > 0 }
  }

  /// Karens takes the first hours lost, in time order, whichever brukare they were for.
  private mutating func deduct(_ left: inout Int32, from range: Range<Int>) {
    for index in range where !shifts[index].isTooLate {
      if shifts[index].isJour {
        shifts[index].karens = left > 0 ? shifts[index].minutes : 0
      } else {
        shifts[index].karens = min(left, shifts[index].minutes)
        left -= shifts[index].karens
      }
    }
  }
}
