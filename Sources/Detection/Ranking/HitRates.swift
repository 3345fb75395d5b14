/// How often a review of an ärende finds something to correct, by the surest verdict of the
/// findings that have something at stake in it (`PointedCase`): in companies that
/// cheat and in the others, whose mistakes are to be corrected too.
public struct HitRates: Sendable, Equatable {
  /// Inside 0…1.
  public var cheating: ByVerdict<Double>
  /// Inside 0…1.
  public var ordinary: ByVerdict<Double>

  public init(cheating: ByVerdict<Double>, ordinary: ByVerdict<Double>) {
    self.cheating = cheating
    self.ordinary = ordinary
  }

  /// The rate in a company that cheats with a probability (0…1).
  func rate(_ verdict: Verdict, score: Double) -> Double {
    ordinary[verdict] + score * (cheating[verdict] - ordinary[verdict])
  }
}
