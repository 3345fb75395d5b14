extension Schema {
  /// Rankings, profiles and findings of every scan for those who bring SQL: kronor, hours and
  /// shares instead of öre and seconds. What they are called stays; columns may be added.
  static let views = """
    CREATE VIEW ranking AS
    SELECT scan.date AS scanDate, scan.id = (SELECT max(id) FROM scan) AS isLatest,
      rank, orgnr, name, isRiskforetag, score, low, high, expectedOre / 100.0 AS expectedKronor,
      atStakeOre / 100.0 AS atStakeKronor, claims, ore / 100.0 AS kronor, sizeRank
    FROM company JOIN scan ON scan.id = company.scanId;

    CREATE VIEW rankingByKommun AS
    SELECT scan.date AS scanDate, scan.id = (SELECT max(id) FROM scan) AS isLatest,
      kommun, company.rank, orgnr, company.name, company.isRiskforetag, company.score,
      kommunShare.claims, kommunShare.ore / 100.0 AS kronor,
      kommunShare.atStakeOre / 100.0 AS atStakeKronor
    FROM kommunShare JOIN company USING (scanId, orgnr) JOIN scan ON scan.id = kommunShare.scanId;

    CREATE VIEW companyProfile AS
    SELECT scan.date AS scanDate, scan.id = (SELECT max(id) FROM scan) AS isLatest,
      orgnr, company.name, profile.claims, spells, sickSeconds / 3600.0 AS sickHours,
      paidSeconds / 3600.0 AS paidHours, medianAmountOre / 100.0 AS medianKronor,
      amountDeviationOre / 100.0 AS deviationKronor, medianWage / 10000.0 AS medianHourlyWage,
      wageDeviation / 10000.0 AS hourlyWageDeviation, activeMonths, employees, brukare, kommuner,
      vikarier, vacancyShare, topShare, sickOnlyEmployees, spellLengths, weekdays
    FROM profile JOIN company USING (scanId, orgnr) JOIN scan ON scan.id = profile.scanId;

    -- The decision that counts is the one stored last.
    CREATE VIEW companyFinding AS
    SELECT scan.date AS scanDate, scan.id = (SELECT max(id) FROM scan) AS isLatest,
      finding.hash AS id, orgnr, company.name, company.rank, indicator, finding.kind, verdict,
      finding.ore / 100.0 AS kronor, received, observed, expected, peerGroup, peers, share, text,
      basis, clearedBy, decision.kind AS decision, decision.until AS putAwayUntil,
      decision.ore / 100.0 AS confirmedKronor
    FROM finding JOIN company USING (scanId, orgnr) JOIN scan ON scan.id = finding.scanId
    LEFT JOIN decision ON decision.id =
      (SELECT max(id) FROM decision AS latest WHERE latest.finding = finding.hash);
    """
}
