public import Detection
public import SickPay

/// What another configuration does to the list of the same data.
public struct RankingChange: Sendable {
  /// One company's places; `nil` where it is not in the list's window.
  public struct Place: Sendable {
    public let number: OrganisationNumber
    public let name: String
    public let before: Int?
    public let after: Int?
    public let scoreBefore: Double?
    public let scoreAfter: Double?
  }

  /// How many first companies are compared.
  public let top: Int
  /// In the new list's top, not in the old one's; by their new rank.
  public let entered: [Place]
  /// In the old list's top, not in the new one's; by their old rank.
  public let left: [Place]
  /// In both, at another rank; by their new rank.
  public let moved: [Place]
  /// In both, at the same rank.
  public let unmoved: Int

  /// - Parameters:
  ///   - before, after: Best rank first.
  ///   - top: 1 or more.
  public init(before: [RankedCompany], after: [RankedCompany], top: Int) {
    precondition(top >= 1, "a top has a company")
    func byNumber(_ list: [RankedCompany]) -> [OrganisationNumber: RankedCompany] {
      Dictionary(list.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (old, new) = (byNumber(before), byNumber(after))
    func place(_ company: RankedCompany) -> Place {
      let number = company.number
      return Place(
        number: number, name: company.name, before: old[number]?.rank, after: new[number]?.rank,
        scoreBefore: old[number]?.score.value, scoreAfter: new[number]?.score.value)
    }
    func isIn(_ rank: Int?) -> Bool { rank.map { $0 <= top } ?? false }
    let now = after.prefix(top).map(place)
    self.top = top
    entered = now.filter { !isIn($0.before) }
    left = before.prefix(top).map(place).filter { !isIn($0.after) }
    let stayed = now.filter { isIn($0.before) }
    moved = stayed.filter { $0.before != $0.after }
    unmoved = stayed.count - moved.count
  }
}
