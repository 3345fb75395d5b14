/// One kind of fact that lowers the risk. It knows no weight.
protocol Mitigation: Sendable {
  var id: IndicatorID { get }
  /// Companies long; `nil` where there is no such fact.
  func assess(_ companies: Companies, _ evidence: Evidence) -> [MitigationStrength?]
}

/// How strongly a fact speaks for one company.
struct MitigationStrength {
  let observed: Int
  let whole: Int
  /// 0…1.
  let strength: Double
  let text: String

  /// - Parameter full: The share of the whole from which the fact is as strong as it gets.
  init(_ observed: Int, of whole: Int, full: Double, text: String) {
    self.observed = observed
    self.whole = whole
    strength = min(1, Double(observed) / Double(max(1, whole)) / full)
    self.text = text
  }
}
