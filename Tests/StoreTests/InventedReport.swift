import Foundation
import Reporting
import SickPay

/// Reports without sense that keep the rules of the model; the same for the same seed.
struct InventedReport {
  private var state: UInt64
  private let seed: UInt64

  init(seed: Int) {
    self.seed = UInt64(seed)
    state = UInt64(seed)
  }

  static let noon = Date(timeIntervalSinceReferenceDate: 780_000_000.125)

  /// - Parameters:
  ///   - id: The scan's.
  ///   - date: ISO; the window's last day too.
  static func report(
    seed: Int, id: String = "scan", date: String = "2025-11-20", companies: Int = 5,
    findings: Int = 4, rows: Int = 3
  ) -> ScanReport {
    var invented = InventedReport(seed: seed)
    let day = Day(iso: date) ?? Day(number: 20_000)
    return ScanReport(
      head: ScanHead(
        id: id, date: day, window: day.adding(months: -24)...day, configHash: "c\(seed)",
        version: "1.0"),
      ingestion: invented.ingestion(),
      companies: (0..<companies).map { index in
        invented.company(rank: index + 1, findings: findings, rows: rows)
      },
      skipped: [SkippedReport(indicator: "tillstand-saknas", reason: "saknas", rows: 3)])
  }

  /// The third is a sole trader.
  static func orgnr(_ rank: Int) -> String {
    rank == 3 ? "E-Y35V-2740-817D" : "\(5_560_000_000 + rank)"
  }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) >> 1) % limit
  }

  private mutating func share() -> Double { Double(number(below: 1_000_003)) / 1_000_003 }
  private mutating func ore() -> Ore { Ore(Int64(number(below: 1 << 50))) }
  private mutating func maybe<Value>(_ value: Value) -> Value? {
    number(below: 2) == 0 ? nil : value
  }
  private mutating func text() -> String {
    let texts = ["Åsö \"Omsorg\" AB", "", "O'Brien; DROP TABLE", "två\nrader", "👩‍👩‍👧 e\u{301}"]
    return texts[number(below: texts.count)]
  }

  private mutating func row() -> RowReference {
    RowReference(
      kommun: "\(1000 + number(below: 9000))", arende: text(), file: text(),
      line: 2 + number(below: 1 << 40))
  }

  private mutating func ingestion() -> IngestionReport {
    var ingestion = IngestionReport()
    let rejects = [
      RejectEntry(line: 3, column: "timlön", shape: "99,a", reason: "inget tal"),
      RejectEntry(line: 4, column: nil, shape: "", reason: "för få fält"),
    ]
    ingestion.files = [
      FileEntry(
        name: "sjukloner.csv", table: "sjukloner", sha256: String(repeating: "0a", count: 32),
        bytes: 1 << 33, rows: 12, accepted: 10, rejected: 2, rejects: rejects,
        unknownColumns: ["färg", "a\"b"], refusal: nil, sameAs: nil),
      FileEntry(
        name: "pass.csv", table: nil, sha256: "", bytes: 0, rows: 0, accepted: 0, rejected: 0,
        rejects: [], unknownColumns: [], refusal: "kan inte läsas", sameAs: "annan.csv"),
    ]
    ingestion.repeated = number(below: 9)
    ingestion.shiftsWithoutClaim = number(below: 9)
    ingestion.laterRows = number(below: 9)
    ingestion.unmatchedCredits = [row(), row()]
    ingestion.leftAlone = ["a.pdf", "b/ö.txt"]
    return ingestion
  }

  private mutating func company(rank: Int, findings: Int, rows: Int) -> CompanyReport {
    let low = share()
    return CompanyReport(
      rank: rank, orgnr: InventedReport.orgnr(rank), name: text(),
      isRiskforetag: number(below: 2) == 0, score: share(), low: low,
      high: low + (1 - low) * share(), expected: maybe(ore()), atStake: ore(),
      sizeRank: 1 + number(below: 99), claims: number(below: 99), kronor: -ore(),
      kommuner: (0..<number(below: 4)).map { index in
        KommunReport(
          kommun: "\(2080 + index)", claims: number(below: 99), kronor: ore(), atStake: ore())
      },
      findings: (0..<findings).map { finding(number: $0, of: rank, rows: rows) },
      riskLowering: (0..<number(below: 3)).map { index in
        RiskLoweringReport(
          id: "fakta-\(index)", observed: index, whole: 9, lowers: share(), text: text())
      },
      forecasts: ["regelbrott", "granska", "mönster"].prefix(number(below: 4)).map {
        forecast(of: $0)
      },
      profile: profile())
  }

  private mutating func forecast(of verdict: String) -> ForecastReport {
    let low = share()
    let rate = low + (1 - low) * share()
    return ForecastReport(
      verdict: verdict, cases: 1 + number(below: 99), rate: rate, low: low,
      high: rate + (1 - rate) * share(), kronor: ore())
  }

  private mutating func finding(number index: Int, of rank: Int, rows: Int) -> FindingReport {
    let peers = maybe(number(below: 300))
    return FindingReport(
      id: "\(String(seed, radix: 16))a\(String(1_000_000 + rank * 1000 + index, radix: 16))",
      indicator: "sjuk-men-vikarie", kind: ["rule", "statistic"][number(below: 2)],
      verdict: ["regelbrott", "granska", "mönster"][number(below: 3)],
      rows: (0..<rows).map { _ in row() }, rowsAtFault: number(below: rows + 1), kronor: ore(),
      received: Day(number: Int32(number(below: 30_000))), observed: share() * 1e9 - 1e8,
      expected: share(), peerGroup: peers.map { "grupp \($0)" }, peers: peers,
      share: share() - 0.5, text: text(), basis: text(), clearedBy: text())
  }

  private mutating func profile() -> ProfileReport {
    var profile = ProfileReport()
    profile.claims = number(below: 9999)
    profile.spells = number(below: 9999)
    profile.sickTime = Seconds(Int64(number(below: 1 << 40)))
    profile.paidTime = Seconds(Int64(number(below: 1 << 40)))
    profile.medianAmount = maybe(share() * 1e6)
    profile.amountDeviation = maybe(share() * 1e6)
    profile.medianWage = maybe(share() * 1e6)
    profile.wageDeviation = maybe(share() * 1e6)
    profile.spellLengths = (0..<15).map { _ in number(below: 999) }
    profile.weekdays = (0..<7).map { _ in number(below: 999) }
    profile.activeMonths = number(below: 25)
    profile.employees = number(below: 999)
    profile.brukare = number(below: 999)
    profile.kommuner = number(below: 290)
    profile.vikarier = number(below: 999)
    profile.vacancyShare = maybe(share())
    profile.topShare = share()
    profile.sickOnlyEmployees = number(below: 99)
    return profile
  }
}
