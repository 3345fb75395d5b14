public import SickPay

/// What a person has decided on a finding. It changes what is shown, never the score.
public enum FindingDecision: Sendable, Equatable {
  /// Not to be shown as work to do, up to and including the day where there is one.
  case putAway(until: Day?)
  /// Tried and found right, with the kronor that it came to.
  case confirmed(Ore)

  /// Whether the finding asks for no work on the day.
  func settles(on day: Day) -> Bool {
    switch self {
    case .putAway(let until): until.map { day <= $0 } ?? true
    case .confirmed: true
    }
  }

  func isPutAway(on day: Day) -> Bool {
    if case .putAway = self { settles(on: day) } else { false }
  }
}
