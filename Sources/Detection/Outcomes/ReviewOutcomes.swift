public import Ledger
public import SickPay

/// What reviews came to, apart for ärenden that were chosen by risk and by chance: the difference
/// is what the list is worth.
public struct ReviewOutcomes: Sendable, Equatable {
  /// The reviewed ärenden of one choice.
  public struct HitRate: Sendable, Equatable {
    public fileprivate(set) var reviewed = 0
    /// Of which something was found: `fel` or `återkrav`.
    public fileprivate(set) var wrong = 0
    /// What those came to.
    public fileprivate(set) var kronor = Ore.zero

    /// The share (0…1) that was wrong, with its 95 % interval; `nil` where nothing was reviewed.
    public var rate: Interval? {
      reviewed == 0 ? nil : wilsonInterval(hits: wrong, of: reviewed)
    }
  }

  public private(set) var risk = HitRate()
  public private(set) var random = HitRate()

  /// `nil` where no `utfall.csv` was read. An ärende with several rows counts once: by chance if
  /// any row says so, wrong if any row does, with the largest of their sums.
  public init?(_ ledger: Ledger) {
    guard ledger.registers.given.contains(.outcomes) else { return nil }
    let outcomes = ledger.registers.outcomes
    var start = 0
    while start < outcomes.count {
      var end = start + 1
      while end < outcomes.count, outcomes[.kommun, end] == outcomes[.kommun, start],
        outcomes[.arende, end] == outcomes[.arende, start]
      {
        end += 1
      }
      add(outcomes, start..<end)
      start = end
    }
  }

  private mutating func add(_ outcomes: Outcomes, _ rows: Range<Int>) {
    let isRandom = rows.contains { outcomes.value(.selection, $0) == .random }
    let wrong = rows.filter { outcomes[.outcome, $0] != .right }
    let sum = wrong.compactMap { outcomes.value(.amount, $0) }.max() ?? .zero
    let choice: WritableKeyPath<ReviewOutcomes, HitRate> = isRandom ? \.random : \.risk
    self[keyPath: choice].reviewed += 1
    if wrong.isEmpty { return }
    self[keyPath: choice].wrong += 1
    self[keyPath: choice].kronor += sum
  }
}

/// The score interval for a share, which keeps inside 0…1 and holds for few cases too. E. B.
/// Wilson, J. Am. Stat. Assoc. 22 (1927) 209, doi:10.1080/01621459.1927.10502953.
///
/// - Parameter count: 1 or more.
public func wilsonInterval(hits: Int, of count: Int) -> Interval {
  let z = 1.959963984540054  // the normal distribution's 97.5 % point
  let (n, share) = (Double(count), Double(hits) / Double(count))
  let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
  let spread = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
  return Interval(low: max(0, centre - spread), value: share, high: min(1, centre + spread))
}
