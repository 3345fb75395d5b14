/// The list over many worlds, beside simpler orders of the same companies.
public struct RankingEvaluation: Sendable, Encodable {
  /// One order's means over the worlds.
  public struct Order: Sendable, Encodable {
    /// `nil` for random order, whose means are exact in each world.
    public let ordering: Ordering?
    public let averagePrecision: Estimate
    /// Among as many first companies as cheat.
    public let precision: Estimate
    /// Among the first five and ten.
    public let precisionAt5: Estimate
    public let precisionAt10: Estimate
    /// How many times the precision of random order.
    public let lift: Estimate
    /// Honest companies among the first five.
    public let honestAmongFive: Estimate
  }

  /// How many of the companies with one scheme are found; a company may have several.
  public struct Scheme: Sendable, Encodable {
    public let scheme: String
    public let companies: Int
    /// Among as many first companies as cheat in their world.
    public let amongFirst: Int
    public let riskforetag: Int
  }

  public let worlds: Int
  /// Cheats among all companies, 0…1.
  public let baseRate: Double
  /// The list first, random order last.
  public let orders: [Order]
  /// By name.
  public let schemes: [Scheme]
  /// Cheats with less than a tenth of their rows false, among all that cheat.
  public let sparseCheats: ProportionInterval
  /// Of them, those among as many first companies as cheat.
  public let sparseFound: ProportionInterval
  /// Riskföretag that cheat, among all riskföretag.
  public let trueRiskforetag: ProportionInterval

  public static let sparseShare = 0.1

  /// Worlds count only while they are hard: no simpler order may reach this average precision, and
  /// so many of the cheats have less than `sparseShare` of their rows false.
  public static let (mostOfSimpleOrders, leastSparse) = (0.40, 1.0 / 3)

  public var isHard: Bool {
    orders.allSatisfy {
      $0.ordering == .list
        || $0.averagePrecision.mean <= RankingEvaluation.mostOfSimpleOrders
    } && sparseCheats.share >= RankingEvaluation.leastSparse
  }

  /// - Parameter worlds: One or more, each with companies of which some cheat.
  public init(_ worlds: [WorldEvaluation]) {
    precondition(
      !worlds.isEmpty && worlds.allSatisfy { $0.cheating > 0 }, "something must be looked for")
    self.worlds = worlds.count
    baseRate = worlds.map { Double($0.cheating) / Double($0.companies.count) }.mean
    orders =
      Ordering.allCases.map { ordering in
        Order(ordering, worlds) { $0.measures(ordering, k: $1) }
      } + [Order(nil, worlds) { $0.measuresInRandomOrder(k: $1) }]
    let found = worlds.flatMap { world in
      world.companies.enumerated().map {
        (company: $1, isFirst: $0 < world.cheating)
      }
    }
    let cheats = found.filter(\.company.truth.cheats)
    let names = Set(cheats.flatMap(\.company.truth.schemes)).sorted()
    schemes = names.map { name in
      let having = cheats.filter { $0.company.truth.schemes.contains(name) }
      return Scheme(
        scheme: name, companies: having.count, amongFirst: having.count(where: \.isFirst),
        riskforetag: having.count(where: \.company.isRiskforetag))
    }
    let sparse = cheats.filter {
      $0.company.truth.falseShare < RankingEvaluation.sparseShare
    }
    sparseCheats = ProportionInterval(sparse.count, of: cheats.count)
    sparseFound = ProportionInterval(sparse.count(where: \.isFirst), of: sparse.count)
    trueRiskforetag = ProportionInterval(
      cheats.count(where: \.company.isRiskforetag),
      of: found.count(where: \.company.isRiskforetag))
  }

  /// Mean precision among the first 1, 2, … `last` over the worlds.
  public static func precisions(
    _ worlds: [WorldEvaluation], _ ordering: Ordering, upTo last: Int
  ) -> [Double] {
    let relevant = worlds.map { $0.ordered(by: ordering).map(\.truth.cheats) }
    return (1...last).map { k in
      relevant.map { RankingMeasures($0, k: k).precisionAtK }.mean
    }
  }
}

extension RankingEvaluation.Order {
  /// - Parameter measures: A world's, among as many first companies as cheat where `k` is `nil`.
  fileprivate init(
    _ ordering: Ordering?, _ worlds: [WorldEvaluation],
    _ measures: (WorldEvaluation, Int?) -> RankingMeasures
  ) {
    func estimate(_ k: Int?, _ value: (RankingMeasures) -> Double) -> Estimate {
      Estimate(worlds.map { value(measures($0, k)) })
    }
    self.ordering = ordering
    averagePrecision = estimate(nil, \.averagePrecision)
    precision = estimate(nil, \.precisionAtK)
    precisionAt5 = estimate(5, \.precisionAtK)
    precisionAt10 = estimate(10, \.precisionAtK)
    lift = Estimate(
      worlds.map {
        measures($0, nil).precisionAtK / $0.measuresInRandomOrder().precisionAtK
      })
    honestAmongFive = estimate(5) { 5 * (1 - $0.precisionAtK) }
  }
}
