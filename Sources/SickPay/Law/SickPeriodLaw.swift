/// What makes a sick period in law, sjuklönelagen (1991:1047) 7 §.
public struct SickPeriodLaw: Sendable {
  /// Days between two absences that still make one sick period, third paragraph.
  public var relapseDays: Dated<Int>
  /// Days of a sick period with sick pay.
  public var payableDays: Dated<Int>

  public init(relapseDays: Dated<Int>, payableDays: Dated<Int>) {
    self.relapseDays = relapseDays
    self.payableDays = payableDays
  }
}
