public import Detection

/// Whether a way to cheat that the weights were never fitted to is found: one scheme at a time is
/// kept out of the fit to the worlds with even seeds, and looked for in those with odd ones. What
/// fewer companies have evidence of than a fit needs keeps its configured weight.
public struct WithheldRecall: Sendable, Encodable {
  /// How many of the companies with a scheme stand among as many first ones as cheat in their
  /// world; a company may have several schemes.
  public struct Scheme: Sendable, Encodable {
    public let scheme: String
    public let companies: Int
    /// With weights fitted without it, and with it.
    public let foundWithout: Int
    public let foundWith: Int
  }

  /// By name.
  public let schemes: [Scheme]

  /// Over all schemes, with weights fitted without the one in question, and with it.
  public var without: ProportionInterval { found(\.foundWithout) }
  public var with: ProportionInterval { found(\.foundWith) }

  private func found(_ count: KeyPath<Scheme, Int>) -> ProportionInterval {
    ProportionInterval(
      schemes.reduce(0) { $0 + $1[keyPath: count] }, of: schemes.reduce(0) { $0 + $1.companies })
  }

  /// - Parameters:
  ///   - worlds: With even and odd seeds; `nil` is returned where either are missing.
  ///   - settings: With the weights of what too few companies tell of.
  public init?(_ worlds: [WorldEvaluation], settings: DetectionSettings) {
    let fitted = worlds.filter { $0.seed % 2 == 0 }.flatMap(\.companies)
    let measured = worlds.filter { $0.seed % 2 == 1 }
    guard !fitted.isEmpty, !measured.isEmpty else { return nil }
    let names = Set(measured.flatMap { $0.companies.flatMap(\.truth.schemes) }).sorted()
    func found(_ scheme: String, _ weights: [IndicatorID: Double]) -> [Bool] {
      measured.flatMap { $0.isFirst(byWeights: weights, having: scheme) }
    }
    let all = WeightFit(fitted, settings: settings).weights
    schemes = names.compactMap { name in
      let others = fitted.filter { !$0.truth.schemes.contains(name) }
      guard !others.isEmpty else { return nil }
      let with = found(name, all)
      let without = found(name, WeightFit(others, settings: settings).weights)
      return Scheme(
        scheme: name, companies: with.count, foundWithout: without.count { $0 },
        foundWith: with.count { $0 })
    }
  }
}

extension WorldEvaluation {
  /// Of each company with a scheme, whether it stands among as many first ones as cheat.
  fileprivate func isFirst(
    byWeights weights: [IndicatorID: Double], having scheme: String
  ) -> [Bool] {
    let ordered = companies.map { (company: $0, weight: $0.weight(weights)) }.sorted {
      ($1.weight, $0.company.number) < ($0.weight, $1.company.number)
    }
    return ordered.enumerated().filter { $0.element.company.truth.schemes.contains(scheme) }
      .map { $0.offset < cheating }
  }
}
