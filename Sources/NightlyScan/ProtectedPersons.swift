import Ledger

/// The persons on rows that say that a personal identity is protected (OSL 21 kap. 3 and 3 a §§,
/// 22 kap. 1 §). A row does not tell whose it is, the assistant's or the brukare's, so both are.
///
/// They count in every sum, and no row, ärende or token of theirs is shown.
struct ProtectedPersons: Sendable {
  /// By person's id.
  private let isProtected: [Bool]

  init(_ claims: Claims, persons: Int) {
    var isProtected = [Bool](repeating: false, count: persons)
    for claim in 0..<claims.count where claims.value(.protection, claim)?.cell ?? 0 > 0 {
      isProtected[claims[.assistent, claim].index] = true
      isProtected[claims[.brukare, claim].index] = true
    }
    self.isProtected = isProtected
  }

  var ids: [PersonID] { isProtected.indices.filter { isProtected[$0] }.map(PersonID.init(index:)) }

  private func includes(_ person: PersonID) -> Bool { isProtected[person.index] }

  func stands(onClaim claim: Int, of claims: Claims) -> Bool {
    includes(claims[.assistent, claim]) || includes(claims[.brukare, claim])
  }

  func stands(onShift shift: Int, of shifts: Shifts) -> Bool {
    includes(shifts[.assistent, shift]) || includes(shifts[.brukare, shift])
      || shifts.value(.vikarie, shift).map(includes) ?? false
  }
}
