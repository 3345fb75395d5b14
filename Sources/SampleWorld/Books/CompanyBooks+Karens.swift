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
      if begin > 0, !isSameEmployer(spells[order[begin - 1]], first) { deductions.removeAll() }
      let isSpared = deductions.count { $0 >= first.first - 365 } >= 10
      if writeChain(order[begin..<end], isSpared: isSpared) { deductions.append(first.first) }
      begin = end
    }
  }

  /// Whether two spells are of one person at one company: karens and relapse are counted there.
  func isSameEmployer(_ spell: ToldSpell, _ other: ToldSpell) -> Bool {
    spell.job == other.job
      && company.isSuccessor(on: spell.first) == company.isSuccessor(on: other.first)
  }

  /// The rows of spells that continue each other; whether karens was deducted on any.
  private mutating func writeChain(_ chain: ArraySlice<Int>, isSpared: Bool) -> Bool {
    guard let first = chain.first else { return false }
    let job = spells[first].job
    let isProtected = hasSpecialProtection(job)
    var left = isSpared || isProtected ? [0, 0, 0] : karensMinutes(of: job)
    let firstRow = rows.count
    for index in chain {
      let isUsedUp = left[0] + left[1] + left[2] == 0
      let reason: ClaimRow.KarensReason =
        isProtected
        ? .specialProtection
        : isSpared ? .tenDeductions : spells[index].isRelapse && isUsedUp ? .relapse : .none
      deduct(&left, of: job, from: spells[index].shifts)
      writeRows(of: index, reason)
    }
    // Nobody claims nothing; but a row of zero stays where others depend on its karens.
    if rows[firstRow...].allSatisfy({ $0.amounts.total == 0 }) {
      rows.removeSubrange(firstRow...)
      return false
    }
    return rows[firstRow...].contains { $0.tally.karens > 0 }
  }

  /// One in some 1,500 has särskilt högriskskydd (SFS 1991:1047, 13 §), at every employer.
  private func hasSpecialProtection(_ job: Int) -> Bool { jobs[job].person % 1499 == 700 }

  /// A fifth of an average week's sick pay (SFS 1991:1047, 6 §): a fifth of its hours. All in the
  /// first place, or by brukare where each is an employment of its own.
  private func karensMinutes(of job: Int) -> [3 of Int32] {
    guard company.habits.employsPerBrukare else { return [jobs[job].weeklyMinutes / 5, 0, 0] }
    var minutes: [3 of Int32] = [0, 0, 0]
    for slot in 0..<3 where jobs[job].brukare[slot] >= 0 {
      minutes[slot] = statedWeek(of: job, for: jobs[job].brukare[slot]) / 5
    }
    return minutes
  }

  /// Karens takes the first hours lost, in time order, whichever brukare they were for; or those of
  /// each employment.
  private mutating func deduct(_ left: inout [3 of Int32], of job: Int, from range: Range<Int>) {
    for index in range where !shifts[index].isTooLate {
      let slot = company.habits.employsPerBrukare ? slot(of: shifts[index].brukare, at: job) : 0
      if shifts[index].isJour {
        shifts[index].karens = left[slot] > 0 ? shifts[index].minutes : 0
      } else {
        shifts[index].karens = min(left[slot], shifts[index].minutes)
        left[slot] -= shifts[index].karens
      }
    }
  }

  private func slot(of brukare: Int32, at job: Int) -> Int {
    jobs[job].brukare[1] == brukare ? 1 : jobs[job].brukare[2] == brukare ? 2 : 0
  }

  /// Waking minutes in the average week of the employment that a row for the brukare is of.
  func statedWeek(of job: Int, for brukare: Int32) -> Int32 {
    guard company.habits.employsPerBrukare else { return jobs[job].weeklyMinutes }
    return jobs[job].rota.reduce(0) { sum, number in
      let duty = population.rota[Int(number)]
      let isOther = duty.isJour || jobs[job].brukare[Int(duty.slot)] != brukare
      return sum + (isOther ? 0 : duty.minutes)
    }
  }
}
