import Glibc
import Ledger
import SickPay

extension DetectionSettings {
  /// How much evidence counts, 0…1: nothing at `bayesFactorFloor`, in full at `bayesFactorFull`,
  /// and evenly by its logarithm between them.
  func strength(_ evidence: Interval) -> Interval {
    let (floor, full) = (log(bayesFactorFloor), log(bayesFactorFull))
    let strength = evidence.map { min(1, max(0, ($0 - floor) / (full - floor))) }
    // Far out, evidence may fall where the value grows; its bounds never cross it.
    return Interval(
      low: min(strength.low, strength.value), value: strength.value,
      high: max(strength.value, strength.high))
  }
}

/// The list, best rank first.
///
/// The evidence weighs Σ weight · strength, so that several pieces that coincide weigh more than a
/// single loud one, which has a strength of 1 at most; the calibration makes a probability of it.
/// Each piece has the share of the score that its weight · strength has of the sum.
func ranked(
  _ companies: Companies, _ evidence: [[WeightedEvidence]], _ facts: [[RiskLoweringFact]],
  _ settings: DetectionSettings
) -> [RankedCompany] {
  let ledger = companies.ledger
  let active = companies.rows.indices.filter { ledger.isInWindow(CompanyID(index: $0)) }
  let standings = active.map { Standing(companies, $0, evidence[$0], settings) }
  let bySize = standings.indices.sorted {
    (standings[$1].kronor, standings[$0].number) < (standings[$0].kronor, standings[$1].number)
  }
  var sizeRanks = Array(repeating: 0, count: standings.count)
  for (place, index) in bySize.enumerated() { sizeRanks[index] = place + 1 }
  let byScore = standings.indices.sorted { standings[$0].precedes(standings[$1]) }
  return byScore.enumerated().map { place, index in
    let standing = standings[index]
    return RankedCompany(
      company: standing.company, number: standing.number,
      name: ledger.latestName(companies.rows[standing.company.index]), rank: place + 1,
      sizeRank: sizeRanks[index], isRiskforetag: standing.isRiskforetag, score: standing.score,
      claims: standing.claims, kronor: standing.kronor, atStake: standing.atStake,
      expected: Ore(Int64((standing.score.value * Double(standing.atStake.value)).rounded())),
      kommuner: standing.kommuner, findings: standing.findings, pointed: standing.pointed,
      forecast: ReviewForecast(
        standing.pointed, score: standing.score, rates: settings.hitRates),
      riskLowering: facts[standing.company.index],
      strengths: standing.strengths,
      summary: companies.summaries[standing.company.index])
  }
}

/// One company's sums and score before it has a rank.
private struct Standing {
  let company: CompanyID
  let number: OrganisationNumber
  let score: Score
  let isRiskforetag: Bool
  let findings: [WeighedFinding]
  let pointed: [PointedCase]
  let strengths: [IndicatorID: Double]
  let claims: Int
  let kronor: Ore
  let atStake: Ore
  let kommuner: [KommunShare]

  init(
    _ companies: Companies, _ index: Int, _ evidence: [WeightedEvidence],
    _ settings: DetectionSettings
  ) {
    let ledger = companies.ledger
    company = CompanyID(index: index)
    number = ledger.dictionaries.number(company)
    let score = Score(evidence, settings.calibration)
    self.score = score
    let value = score.value
    findings = weighed(evidence, score: value)
    strengths = Dictionary(
      evidence.compactMap { piece in
        piece.findings.first.map { ($0.indicator, piece.strength.value) }
      }, uniquingKeysWith: max)
    let all = findings.map(\.finding)
    isRiskforetag =
      value >= settings.riskScore
      && (all.contains { $0.verdict == .regelbrott } || independentStatistics(evidence) >= 2)
    let stakes = largestStakes(all, ledger)
    pointed = pointedCases(all, stakes, ledger)
    let rows = companies.rows[index]
    let sums = KommunSums(ledger, rows, ledger.unmatchedCredits(of: company), stakes)
    claims = sums.claims
    kronor = sums.kronor
    atStake = sums.atStake
    kommuner = sums.kommuner
  }

  /// By score, then kronor at stake, then organisationsnummer.
  func precedes(_ other: Standing) -> Bool {
    if score.value != other.score.value { return score.value > other.score.value }
    if atStake != other.atStake { return atStake > other.atStake }
    return number < other.number
  }
}

/// How many families of statistics with a weight have one that survived the control of false
/// discoveries. Within a family one thing makes several stand out, so each family has one vote.
func independentStatistics(_ evidence: [WeightedEvidence]) -> Int {
  Set(evidence.filter { $0.weight > 0 }.compactMap(\.vote)).count
}

extension Score {
  /// The bounds are those of the pieces' and the curve's uncertainty. They err independently, so
  /// that the squares of their deviations add up: that all lie at their limit at once is next to
  /// impossible.
  init(_ evidence: [WeightedEvidence], _ calibration: Calibration) {
    var (weight, below, above) = (0.0, 0.0, 0.0)
    for piece in evidence {
      let (down, up) = (
        piece.weight * (piece.strength.value - piece.strength.low),
        piece.weight * (piece.strength.high - piece.strength.value)
      )
      weight += piece.weight * piece.strength.value
      below += down * down
      above += up * up
    }
    let bounds = calibration.bounds(
      Interval(
        low: max(0, weight - below.squareRoot()), value: weight,
        high: weight + above.squareRoot()))
    self.init(value: calibration.probability(weight), low: bounds.low, high: bounds.high)
  }
}

/// Each finding with its share of the score, heaviest first.
private func weighed(_ evidence: [WeightedEvidence], score: Double) -> [WeighedFinding] {
  let total = evidence.reduce(0) { $0 + $1.weight * $1.strength.value }
  return evidence.flatMap { piece in
    let share = total > 0 ? score * piece.weight * piece.strength.value / total : 0
    return piece.findings.map { finding in
      WeighedFinding(finding: finding, share: share / Double(piece.findings.count))
    }
  }.sorted { left, right in
    if left.share != right.share { return left.share > right.share }
    if left.finding.kronor != right.finding.kronor {
      return left.finding.kronor > right.finding.kronor
    }
    return left.finding.id < right.finding.id
  }
}

/// A company's claims and sums, per kommun and together.
private struct KommunSums {
  private(set) var claims = 0
  private(set) var kronor = Ore.zero
  private(set) var atStake = Ore.zero
  private(set) var kommuner: [KommunShare] = []

  init(_ ledger: Ledger, _ rows: [Int], _ credits: [Int], _ stakes: [Int: Ore]) {
    let byKommun = Dictionary(grouping: rows + credits) { ledger.claims[.kommun, $0] }
    for (kommun, rows) in byKommun.sorted(by: { $0.key < $1.key }) {
      let sum = rows.reduce(Ore.zero) { $0 + ledger.settlement.netAmount($1) }
      let stake = rows.reduce(Ore.zero) { $0 + (stakes[$1] ?? .zero) }
      kommuner.append(
        KommunShare(kommun: kommun, claims: rows.count, kronor: sum, atStake: stake))
      claims += rows.count
      kronor += sum
      atStake += stake
    }
  }
}

extension Ledger {
  /// Whether a company has any row received in the window, credited ones too.
  fileprivate func isInWindow(_ company: CompanyID) -> Bool {
    claimRows(of: company).contains { window.contains(claims[.received, $0]) }
  }

  /// Credits in the window that found no row: their negative sums stand.
  fileprivate func unmatchedCredits(of company: CompanyID) -> [Int] {
    claimRows(of: company).filter {
      settlement.states[$0] == .unmatchedCredit && window.contains(claims[.received, $0])
    }
  }
}
