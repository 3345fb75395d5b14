import Detection

/// How well it is foretold what reviews of ärenden find, and what choosing them by risk is worth,
/// on labelled worlds.
public struct ReviewEvaluation: Sendable, Encodable {
  /// Some of the ärenden that findings point to.
  public struct Group: Sendable, Encodable {
    /// A verdict, or the tenth from 0 in which the foretold probability lies.
    public let name: String
    public let cases: Int
    /// The mean of the foretold probabilities, 0…1.
    public let foretold: Double
    public let found: ProportionInterval

    fileprivate init(_ name: String, _ cases: [ReviewedCase]) {
      self.name = name
      self.cases = cases.count
      foretold = cases.map(\.probability).mean
      found = ProportionInterval(cases.count(where: \.isWrong), of: cases.count)
    }
  }

  /// Those without ärenden are left out.
  public let tenths: [Group]
  public let verdicts: [Group]
  /// The mean square of foretold less found, 0 at best.
  public let brierScore: Double
  /// The share (0…1) of each world's ärenden that is reviewed.
  public let share: Double
  /// The share with something to correct among the ärenden where that is most probable, and among
  /// as many drawn by chance; and how many times larger the first is.
  public let byRisk: Estimate
  public let byChance: Estimate
  public let lift: Estimate

  /// - Parameters:
  ///   - worlds: `nil` is returned where nothing is to be corrected in one of them or no findings
  ///     point anywhere.
  ///   - share: Of each world's ärenden, 0…1.
  public init?(_ worlds: [WorldEvaluation], share: Double) {
    let cases = worlds.flatMap { $0.companies.flatMap(\.cases) }
    guard !cases.isEmpty, worlds.allSatisfy({ $0.cases.wrong > 0 }) else { return nil }
    let byTenth = Dictionary(grouping: cases) { min(9, Int($0.probability * 10)) }
    tenths = byTenth.sorted { $0.key < $1.key }.map { Group(String($0.key), $0.value) }
    let byVerdict = Dictionary(grouping: cases, by: \.verdict)
    verdicts = Verdict.allCases.compactMap { verdict in
      byVerdict[verdict].map { Group(verdict.rawValue, $0) }
    }
    brierScore =
      cases.map { reviewed in
        let rest = reviewed.probability - (reviewed.isWrong ? 1 : 0)
        return rest * rest
      }.mean
    self.share = share
    let shares = worlds.map { world in
      (
        risk: world.shareToCorrect(amongMostProbable: share),
        chance: Double(world.cases.wrong) / Double(world.cases.all)
      )
    }
    byRisk = Estimate(shares.map(\.risk))
    byChance = Estimate(shares.map(\.chance))
    lift = Estimate(shares.map { $0.risk / $0.chance })
  }
}

extension WorldEvaluation {
  /// The share (0…1) with something to correct among the ärenden where that is most probable, the
  /// one with most at stake first where it is as probable.
  fileprivate func shareToCorrect(amongMostProbable share: Double) -> Double {
    let count = max(1, Int((share * Double(cases.all)).rounded()))
    let first = companies.flatMap(\.cases).sorted {
      ($1.probability, $1.stake) < ($0.probability, $0.stake)
    }.prefix(count)
    return first.map { $0.isWrong ? 1 : 0 }.mean
  }
}
