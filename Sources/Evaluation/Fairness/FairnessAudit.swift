/// Whether a list picks some groups of companies too often or too seldom: the two steps by which
/// Försäkringskassan tries its selections.
///
/// Step 1 puts a group's share of the selected beside its share of a random selection, which is its
/// share of all. Step 2 asks whether the reviews bear the selection out: the group's share of the
/// hits beside its share of the selected with a known outcome.
public struct FairnessAudit: Sendable {
  /// A company as the audit sees it.
  public struct Company: Sendable {
    public let group: String
    public let isSelected: Bool
    /// Whether something was wrong there; `nil` where nobody knows.
    public let isHit: Bool?

    public init(group: String, isSelected: Bool, isHit: Bool?) {
      self.group = group
      self.isSelected = isSelected
      self.isHit = isHit
    }
  }

  public struct Group: Sendable {
    public let name: String
    public let companies: Int
    public let selected: Int
    /// 0…1, of all companies: what a random selection has in the mean.
    public let randomShare: Double
    /// Of the selected; `nil` where nothing is selected.
    public let selectedShare: Double?
    /// How likely a random selection of the same size is to stray at least as far, 0…1.
    public let chance: Double
    /// Of the selected with a known outcome, and of the hits among them; `nil` where there are
    /// none.
    public let reviewedShare: Double?
    public let hitShare: Double?

    /// Step 1: the share halves, doubles or moves 30 points.
    public var failsSelection: Bool {
      guard let selectedShare else { return false }
      return selectedShare <= randomShare / 2 || selectedShare >= randomShare * 2
        || movesTooFar(randomShare, selectedShare, by: 0.30)
    }

    /// Step 2: the share of the hits is 10 points from that of the selected; `nil` where no
    /// outcome is known.
    public var failsHits: Bool? {
      guard let reviewedShare, let hitShare else { return nil }
      return movesTooFar(reviewedShare, hitShare, by: 0.10)
    }
  }

  /// By name.
  public let groups: [Group]

  /// - Parameter companies: All in the list.
  public init(_ companies: [Company]) {
    let selected = companies.filter(\.isSelected)
    let reviewed = selected.filter { $0.isHit != nil }
    let hits = reviewed.filter { $0.isHit == true }
    func share(_ name: String, of some: [Company]) -> Double? {
      some.isEmpty ? nil : Double(some.count { $0.group == name }) / Double(some.count)
    }
    groups = Set(companies.map(\.group)).sorted().map { name in
      let size = companies.count { $0.group == name }
      let picked = selected.count { $0.group == name }
      let draw = RandomDraw(marked: size, of: companies.count, draws: selected.count)
      return Group(
        name: name, companies: size, selected: picked,
        randomShare: Double(size) / Double(companies.count),
        selectedShare: share(name, of: selected),
        chance: draw.probability(straying: picked), reviewedShare: share(name, of: reviewed),
        hitShare: share(name, of: hits))
    }
  }
}

/// A difference of exactly the limit fails, whatever the rounding of shares.
private func movesTooFar(_ share: Double, _ other: Double, by limit: Double) -> Bool {
  abs(share - other) >= limit - 1e-9
}
