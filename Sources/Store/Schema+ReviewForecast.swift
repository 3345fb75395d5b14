extension Schema {
  /// What reviews of the ärenden that findings point to were expected to find, and the view of it
  /// for those who bring SQL.
  static let reviewForecast = """
    CREATE TABLE reviewForecast (
      scanId INTEGER NOT NULL,
      orgnr TEXT NOT NULL,
      position INTEGER NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('regelbrott', 'granska', 'mönster')),
      cases INTEGER NOT NULL CHECK (cases > 0),
      rate REAL NOT NULL CHECK (rate BETWEEN low AND high),
      low REAL NOT NULL CHECK (low >= 0),
      high REAL NOT NULL CHECK (high <= 1),
      ore INTEGER NOT NULL CHECK (ore >= 0),
      PRIMARY KEY (scanId, orgnr, position),
      UNIQUE (scanId, orgnr, verdict),
      FOREIGN KEY (scanId, orgnr) REFERENCES company(scanId, orgnr) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE VIEW expectedReview AS
    SELECT scan.date AS scanDate, scan.id = (SELECT max(id) FROM scan) AS isLatest,
      orgnr, company.name, company.rank, verdict, cases, rate, reviewForecast.low,
      reviewForecast.high, reviewForecast.ore / 100.0 AS kronor
    FROM reviewForecast JOIN company USING (scanId, orgnr)
    JOIN scan ON scan.id = reviewForecast.scanId;
    """
}
