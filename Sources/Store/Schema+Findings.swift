extension Schema {
  /// Findings with the rows that prove them, and a view of the latest list for those who read the
  /// database with SQL.
  static let findings = """
    -- hash is the id that people see. It is first in its index, so that a start of it is found.
    CREATE TABLE finding (
      id INTEGER PRIMARY KEY,
      scanId INTEGER NOT NULL,
      orgnr TEXT NOT NULL,
      position INTEGER NOT NULL,
      hash TEXT NOT NULL CHECK (hash <> ''),
      indicator TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('rule', 'statistic')),
      verdict TEXT NOT NULL CHECK (verdict IN ('regelbrott', 'granska', 'mönster')),
      ore INTEGER NOT NULL CHECK (ore >= 0),
      received TEXT NOT NULL CHECK (date(received, '+0 days') IS received),
      observed REAL NOT NULL,
      expected REAL NOT NULL,
      peerGroup TEXT,
      peers INTEGER CHECK (peers >= 0),
      share REAL NOT NULL,
      text TEXT NOT NULL,
      basis TEXT NOT NULL,
      clearedBy TEXT NOT NULL,
      UNIQUE (hash, scanId),
      UNIQUE (scanId, orgnr, position),
      FOREIGN KEY (scanId, orgnr) REFERENCES company(scanId, orgnr) ON DELETE CASCADE
    ) STRICT;

    CREATE TABLE findingRow (
      findingId INTEGER NOT NULL REFERENCES finding(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      kommun TEXT NOT NULL CHECK (kommun GLOB '[0-9][0-9][0-9][0-9]'),
      arende TEXT NOT NULL,
      file TEXT NOT NULL,
      line INTEGER NOT NULL CHECK (line >= 1),
      PRIMARY KEY (findingId, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE findingClaim (
      findingId INTEGER NOT NULL REFERENCES finding(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      arende TEXT NOT NULL,
      PRIMARY KEY (findingId, position)
    ) STRICT, WITHOUT ROWID;

    -- The list of the scan that was stored last, in kronor.
    CREATE VIEW latestList AS
    SELECT rank, orgnr, name, isRiskforetag, score, atStakeOre / 100.0 AS atStakeKronor, claims,
      ore / 100.0 AS kronor
    FROM company WHERE scanId = (SELECT max(id) FROM scan) ORDER BY rank;
    """
}
