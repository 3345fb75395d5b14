import GRDB
import Reporting
import SickPay

extension StoredScan {
  /// The scan that was stored last.
  static func latest(_ db: Database) throws -> StoredScan? {
    try Row.fetchOne(db, sql: "SELECT * FROM scan ORDER BY id DESC LIMIT 1").map(Self.init(row:))
  }

  /// A scan by its row.
  static func stored(_ db: Database, _ rowID: Int64) throws -> StoredScan? {
    try Row.fetchOne(db, sql: "SELECT * FROM scan WHERE id = ?", arguments: [rowID])
      .map(Self.init(row:))
  }

  init(row: Row) throws {
    let first = try row.decode(ISODay.self, forColumn: "windowFrom").day
    let last = try row.decode(ISODay.self, forColumn: "windowTo").day
    self.init(
      rowID: try row.decode(forColumn: "id"),
      head: ScanHead(
        id: try row.decode(forColumn: "hash"),
        date: try row.decode(ISODay.self, forColumn: "date").day,
        window: first...last, configHash: try row.decode(forColumn: "configHash"),
        version: try row.decode(forColumn: "version")),
      storedAt: try row.decode(forColumn: "storedAt"))
  }
}

extension ListedCompany {
  init(row: Row) throws {
    self.init(
      name: try row.decode(forColumn: "name"), rank: try row.decode(forColumn: "rank"),
      isRiskforetag: try row.decode(forColumn: "isRiskforetag"))
  }
}

extension CompanyReport {
  init(
    row: Row, kommuner: [KommunReport], findings: [FindingReport],
    riskLowering: [RiskLoweringReport], forecasts: [ForecastReport], profile: ProfileReport
  ) throws {
    self.init(
      rank: try row.decode(forColumn: "rank"), orgnr: try row.decode(forColumn: "orgnr"),
      name: try row.decode(forColumn: "name"),
      isRiskforetag: try row.decode(forColumn: "isRiskforetag"),
      score: try row.decode(forColumn: "score"), low: try row.decode(forColumn: "low"),
      high: try row.decode(forColumn: "high"),
      expected: try row.decode(Int64?.self, forColumn: "expectedOre").map { Ore($0) },
      atStake: Ore(try row.decode(forColumn: "atStakeOre")),
      sizeRank: try row.decode(forColumn: "sizeRank"),
      claims: try row.decode(forColumn: "claims"), kronor: Ore(try row.decode(forColumn: "ore")),
      kommuner: kommuner, findings: findings, riskLowering: riskLowering, forecasts: forecasts,
      profile: profile)
  }
}

extension ForecastReport {
  init(row: Row) throws {
    self.init(
      verdict: try row.decode(forColumn: "verdict"), cases: try row.decode(forColumn: "cases"),
      rate: try row.decode(forColumn: "rate"), low: try row.decode(forColumn: "low"),
      high: try row.decode(forColumn: "high"), kronor: Ore(try row.decode(forColumn: "ore")))
  }
}

extension RiskLoweringReport {
  init(row: Row) throws {
    self.init(
      id: try row.decode(forColumn: "fact"), observed: try row.decode(forColumn: "observed"),
      whole: try row.decode(forColumn: "whole"), lowers: try row.decode(forColumn: "lowers"),
      text: try row.decode(forColumn: "text"))
  }
}

extension KommunReport {
  init(row: Row) throws {
    self.init(
      kommun: try row.decode(forColumn: "kommun"), claims: try row.decode(forColumn: "claims"),
      kronor: Ore(try row.decode(forColumn: "ore")),
      atStake: Ore(try row.decode(forColumn: "atStakeOre")))
  }
}

extension ProfileReport {
  init(row: Row) throws {
    self.init()
    claims = try row.decode(forColumn: "claims")
    spells = try row.decode(forColumn: "spells")
    sickTime = Seconds(try row.decode(forColumn: "sickSeconds"))
    paidTime = Seconds(try row.decode(forColumn: "paidSeconds"))
    medianAmount = try row.decode(forColumn: "medianAmountOre")
    amountDeviation = try row.decode(forColumn: "amountDeviationOre")
    medianWage = try row.decode(forColumn: "medianWage")
    wageDeviation = try row.decode(forColumn: "wageDeviation")
    spellLengths = try row.decode(JSONList.self, forColumn: "spellLengths").elements
    weekdays = try row.decode(JSONList.self, forColumn: "weekdays").elements
    activeMonths = try row.decode(forColumn: "activeMonths")
    employees = try row.decode(forColumn: "employees")
    brukare = try row.decode(forColumn: "brukare")
    kommuner = try row.decode(forColumn: "kommuner")
    vikarier = try row.decode(forColumn: "vikarier")
    vacancyShare = try row.decode(forColumn: "vacancyShare")
    topShare = try row.decode(forColumn: "topShare")
    sickOnlyEmployees = try row.decode(forColumn: "sickOnlyEmployees")
  }
}

extension FindingReport {
  init(row: Row, rows: [RowReference]) throws {
    self.init(
      id: try row.decode(forColumn: "hash"), indicator: try row.decode(forColumn: "indicator"),
      kind: try row.decode(forColumn: "kind"), verdict: try row.decode(forColumn: "verdict"),
      rows: rows, rowsAtFault: try row.decode(forColumn: "rowsAtFault"),
      kronor: Ore(try row.decode(forColumn: "ore")),
      received: try row.decode(ISODay.self, forColumn: "received").day,
      observed: try row.decode(forColumn: "observed"),
      expected: try row.decode(forColumn: "expected"),
      peerGroup: try row.decode(forColumn: "peerGroup"),
      peers: try row.decode(forColumn: "peers"), share: try row.decode(forColumn: "share"),
      text: try row.decode(forColumn: "text"), basis: try row.decode(forColumn: "basis"),
      clearedBy: try row.decode(forColumn: "clearedBy"))
  }
}

extension RowReference {
  init(row: Row) throws {
    self.init(
      kommun: try row.decode(forColumn: "kommun"), arende: try row.decode(forColumn: "arende"),
      file: try row.decode(forColumn: "file"), line: try row.decode(forColumn: "line"))
  }
}
