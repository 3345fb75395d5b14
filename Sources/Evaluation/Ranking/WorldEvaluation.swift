public import Detection
import Ledger
public import SickPay

/// A way to put companies in order.
public enum Ordering: String, Sendable, CaseIterable, Encodable {
  /// By score.
  case list
  /// By claimed kronor, the largest first.
  case size
  /// By claimed kronor to each employee: the order of their z values too.
  case kronorPerEmployee
  /// By an isolation forest over the companies' sums.
  case isolationForest
}

/// One labelled world, scanned and measured against its truth.
public struct WorldEvaluation: Sendable {
  /// A company of the list and what is true of it.
  public struct Company: Sendable {
    public let number: OrganisationNumber
    public let score: Double
    public let isRiskforetag: Bool
    public let kronor: Ore
    public let kronorPerEmployee: Double
    /// The isolation forest's score, 0…1.
    public let isolation: Double
    /// How strongly each rule and statistic speaks, 0…1.
    public let strengths: [IndicatorID: Double]
    public let truth: Truth.Company
    /// The ärenden that its findings point to.
    public var cases: [ReviewedCase] = []
  }

  public let seed: UInt64
  public let claims: Int
  /// Best rank first.
  public let companies: [Company]
  /// All ärenden in the window.
  public let cases: CaseCount

  /// - Parameter result: Of scanning `world`.
  public init(_ world: LabelledWorld, _ result: ScanResult, seed: UInt64) {
    let honest = Truth.Company(
      cheats: false, schemes: [], rows: 0, falseRows: 0, falseKronor: .zero)
    let isolation = isolationScores(result.companies)
    let cases = world.cases()
    self.init(
      seed: seed,
      companies: result.companies.enumerated().map { place, company in
        Company(
          number: company.number, score: company.score.value,
          isRiskforetag: company.isRiskforetag, kronor: company.kronor,
          kronorPerEmployee: Double(company.kronor.value)
            / Double(max(1, company.summary.employees)),
          isolation: isolation[place], strengths: company.strengths,
          truth: world.truth.companies[company.number] ?? honest,
          cases: company.reviewed(cases.wrong))
      }, claims: result.companies.reduce(0) { $0 + $1.claims },
      cases: CaseCount(all: cases.all, wrong: cases.wrong.count))
  }

  init(seed: UInt64, companies: [Company], claims: Int, cases: CaseCount) {
    self.cases = cases
    self.seed = seed
    self.companies = companies
    self.claims = claims
  }

  /// The world as if the companies that cheat in other ways than these had not been in it.
  public func limited(toSchemes schemes: Set<String>) -> WorldEvaluation {
    WorldEvaluation(
      seed: seed,
      companies: companies.filter {
        !$0.truth.cheats || !schemes.isDisjoint(with: $0.truth.schemes)
      }, claims: claims, cases: cases)
  }

  public var cheating: Int { companies.count(where: \.truth.cheats) }
  public var riskforetag: Int { companies.count(where: \.isRiskforetag) }
  /// Riskföretag that cheat.
  public var trueRiskforetag: Int { companies.count { $0.isRiskforetag && $0.truth.cheats } }

  /// Each company's score and whether it cheats, best rank first.
  public var outcomes: [(score: Double, cheats: Bool)] {
    companies.map { ($0.score, $0.truth.cheats) }
  }

  /// The companies in that order; ties by organisationsnummer.
  public func ordered(by ordering: Ordering) -> [Company] {
    switch ordering {
    case .list: companies
    case .size:
      companies.sorted { ($1.kronor, $0.number) < ($0.kronor, $1.number) }
    case .kronorPerEmployee:
      companies.sorted {
        ($1.kronorPerEmployee, $0.number) < ($0.kronorPerEmployee, $1.number)
      }
    case .isolationForest:
      companies.sorted { ($1.isolation, $0.number) < ($0.isolation, $1.number) }
    }
  }

  /// - Parameter k: Among how many first companies the precision is taken; `nil` for as many as
  ///   cheat.
  public func measures(_ ordering: Ordering, k: Int? = nil) -> RankingMeasures {
    RankingMeasures(ordered(by: ordering).map(\.truth.cheats), k: k ?? max(1, cheating))
  }

  public func measuresInRandomOrder(k: Int? = nil) -> RankingMeasures {
    RankingMeasures(
      inRandomOrder: cheating, of: max(1, companies.count), k: k ?? max(1, cheating))
  }
}

/// How unlike the others each company's plain sums are: what anybody with a spreadsheet and a
/// forest of 100 trees would find.
private func isolationScores(_ companies: [RankedCompany]) -> [Double] {
  let features = companies.map { company -> [Double] in
    let summary = company.summary
    let employees = Double(max(1, summary.employees))
    let claims = Double(max(1, company.claims))
    let (kronor, hours) = (Double(company.kronor.value), Double(summary.sickTime.value))
    return [
      kronor, claims, hours, Double(summary.spells), employees, Double(summary.brukare),
      Double(summary.kommuner), kronor / employees, kronor / claims, hours / employees,
      Double(summary.spells) / employees,
    ]
  }
  guard let columns = features.first?.count else { return [] }
  let rows = features.flatMap(\.self)
  let forest = IsolationForest(rows, columns: columns, seed: 1)
  return companies.indices.map { forest.score(rows, at: $0 * columns) }
}
