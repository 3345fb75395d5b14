public import Foundation
public import SickPay

/// What a person decided about a finding.
public struct Decision: Sendable, Equatable {
  public enum Outcome: Sendable, Equatable {
    /// Not worth a look, for good or to the end of a day.
    case putAway(reason: String, until: Day?)
    /// Right, and worth this much.
    case confirmed(Ore)
  }

  public let findingID: String
  public let outcome: Outcome
  /// To the millisecond.
  public let decidedAt: Date
  public let by: String
}
