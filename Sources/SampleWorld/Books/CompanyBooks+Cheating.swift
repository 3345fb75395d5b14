/// How many rows or spells a scheme is to make false, and where it can put them.
extension CompanyBooks {
  /// At least one; on top of the honest ones, so that `share` of all are false.
  mutating func rowsToAdd(share: Double) -> Int { added(to: rows.count, share) }

  mutating func rowsToChange(share: Double) -> Int {
    max(1, random.rounded(Double(rows.count) * share))
  }

  /// - Parameter claimedOnly: once shifts are listed, it is known which spells are claimed; before
  ///   that about three quarters are.
  mutating func spellsToAdd(share: Double, claimedOnly: Bool = false) -> Int {
    let honest = claimedOnly ? spells.count { $0.isClaimed } : spells.count * 3 / 4
    return added(to: honest, share)
  }

  /// Three quarters of the spells are claimed, and long ones, which these become, on more rows.
  mutating func spellsToChange(share: Double) -> Int {
    max(1, random.rounded(Double(spells.count) * share * 2 / 3))
  }

  private mutating func added(to honest: Int, _ share: Double) -> Int {
    max(1, random.rounded(Double(honest) * share / (1 - share)))
  }

  /// A working day within the employment, early enough to be billed.
  mutating func drawFirstDay(of job: Int) -> Int32? {
    let day = world.season.draw(using: &random)
    guard day <= world.plan.lastNumber - 60 else { return nil }
    return (day..<day + 7).first {
      population.hasShift(job: jobs[job], from: $0, to: $0)
    }
  }
}
