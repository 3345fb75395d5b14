import Ledger

extension SmallGroups {
  /// The groups of a question that are merged: those of fewer than five employees; where rows are
  /// persons, those of persons whose identity is protected.
  ///
  /// - Parameter codes: By key, groups long.
  init(
    _ question: Question, _ facts: Facts, _ claims: Claims, _ buckets: Buckets,
    _ codes: [[Int32]], _ protected: [PersonID]
  ) {
    let keys = question.keys
    let role =
      keys.contains(.brukare) && !keys.contains(.assistent)
      ? claims.column(.brukare) : claims.column(.assistent)
    let hidden = Set(protected.map(\.cell))
    let personCodes = zip(keys, codes).filter(\.0.isPerson).map(\.1)
    self.init(
      buckets, persons: facts.gathered(role), margins: margins(codes, groups: buckets.count)
    ) { group, persons in
      personCodes.isEmpty
        ? persons < SmallGroups.fewestPersons
        : personCodes.contains { hidden.contains($0[group]) }
    }
  }
}

/// The groups that each choice of fewer keys puts together, the empty choice first: all of them.
private func margins(_ codes: [[Int32]], groups: Int) -> [Buckets] {
  let choices = max(1, 1 << codes.count - 1)
  return (0..<choices).map { choice in
    var grouping = Grouping(things: groups)
    for key in codes.indices where choice >> key & 1 == 1 { grouping.split(by: codes[key]) }
    return grouping.buckets
  }
}
