/// Whether a list picks some groups of companies too often or too seldom: the two steps by which
/// Försäkringskassan tries its selections.
///
/// Step 1 puts a group's share of the selected beside its share of a random selection, which is its
/// share of all. Step 2 asks whether the reviews bear the selection out: the group's share of the
/// hits beside its share of the selected with a known outcome. The limits are those of
/// Försäkringskassan. In small groups chance alone goes past them: what chance easily does is told
/// apart, and a group of which fewer than five are expected fails by what chance hardly does to any
/// of the groups (Bonferroni), and passes by nothing.
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

  /// How a group comes out of a step.
  public enum Verdict: Sendable, Equatable {
    /// Fewer than five are expected of the group, and chance may well have done what was done.
    case tooFew
    case passes
    /// Past the limit, as a random selection is at least once in twenty.
    case withinChance
    case fails
  }

  /// A group's share beside the one that it should have.
  public struct Step: Sendable {
    /// 0…1.
    public let expectedShare: Double
    public let share: Double
    /// How likely a random draw of the same size is to stray at least as far, 0…1.
    public let chance: Double
    public let verdict: Verdict

    /// - Parameters:
    ///   - marked: Of the group, among `count` that are drawn from.
    ///   - hits: Of the group, among `draws` that are drawn.
    ///   - groups: How many groups are tried.
    ///   - limit: Whether a share (second) is past the limit from the expected one (first).
    fileprivate init?(
      marked: Int, of count: Int, hits: Int, draws: Int, groups: Int,
      limit: (Double, Double) -> Bool
    ) {
      guard draws > 0, count > 0 else { return nil }
      expectedShare = Double(marked) / Double(count)
      share = Double(hits) / Double(draws)
      chance = RandomDraw(marked: marked, of: count, draws: draws).probability(straying: hits)
      let isFew = expectedShare * Double(draws) < FairnessAudit.fewestExpected
      let isPast = limit(expectedShare, share)
      // Of many small groups some stray far by chance: together no oftener than one group may.
      let rare = isFew ? FairnessAudit.rareChance / Double(groups) : FairnessAudit.rareChance
      verdict =
        if isPast, chance < rare { .fails } else if isFew { .tooFew } else {
          isPast ? .withinChance : .passes
        }
    }
  }

  public struct Group: Sendable {
    public let name: String
    public let companies: Int
    public let selected: Int
    /// The share of the selected beside that of all: fails where it halves, doubles or moves 30
    /// points. `nil` where nothing is selected.
    public let selection: Step?
    /// The share of the hits beside that of the selected whose outcome is known: fails where it is
    /// 10 points off. `nil` where there is no hit.
    public let hits: Step?
  }

  /// Fewer expected of a group tell nothing: the usual limit for shares in a table (Cochran,
  /// Biometrics 10 (1954) 417, doi:10.2307/3001616).
  public static let fewestExpected = 5.0
  /// What chance does more seldom is told as a failure.
  public static let rareChance = 0.05

  /// By name.
  public let groups: [Group]

  /// - Parameter companies: All in the list.
  public init(_ companies: [Company]) {
    let selected = companies.filter(\.isSelected)
    let reviewed = selected.filter { $0.isHit != nil }
    let hits = reviewed.filter { $0.isHit == true }
    let names = Set(companies.map(\.group)).sorted()
    groups = names.map { name in
      func count(_ some: [Company]) -> Int { some.count { $0.group == name } }
      return Group(
        name: name, companies: count(companies), selected: count(selected),
        selection: Step(
          marked: count(companies), of: companies.count, hits: count(selected),
          draws: selected.count, groups: names.count
        ) { $1 <= $0 / 2 || $1 >= $0 * 2 || movesTooFar($0, $1, by: 0.30) },
        hits: Step(
          marked: count(reviewed), of: reviewed.count, hits: count(hits), draws: hits.count,
          groups: names.count
        ) { movesTooFar($0, $1, by: 0.10) })
    }
  }
}

/// A difference of exactly the limit fails, whatever the rounding of shares.
private func movesTooFar(_ share: Double, _ other: Double, by limit: Double) -> Bool {
  abs(share - other) >= limit - 1e-9
}
