extension Schema {
  /// Findings with their rows in one column and their common texts stored once.
  ///
  /// A scan of a nation has ten times as many rows of proof as findings: as rows of a table of
  /// their own they took two thirds of the database and of the time that storing takes.
  static let sharedTexts = """
    CREATE TABLE sharedText (
      scanId INTEGER NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number >= 0),
      text TEXT NOT NULL,
      PRIMARY KEY (scanId, number)
    ) STRICT, WITHOUT ROWID;

    -- Columns named …Text hold numbers of sharedText, and so does the third part of a row. rows is
    -- a JSON array of [kommun, ärende, file, line], those at fault first. hash is the id that
    -- people see. It is first in its index, so that a start of it is found. IN would
    -- build a table of its values for each row.
    CREATE TABLE newFinding (
      id INTEGER PRIMARY KEY,
      scanId INTEGER NOT NULL,
      orgnr TEXT NOT NULL,
      position INTEGER NOT NULL,
      hash TEXT NOT NULL CHECK (hash <> ''),
      indicator TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind = 'rule' OR kind = 'statistic'),
      verdict TEXT NOT NULL
        CHECK (verdict = 'regelbrott' OR verdict = 'granska' OR verdict = 'mönster'),
      ore INTEGER NOT NULL CHECK (ore >= 0),
      received TEXT NOT NULL CHECK (date(received, '+0 days') IS received),
      observed REAL NOT NULL,
      expected REAL NOT NULL,
      peerGroupText INTEGER,
      peers INTEGER CHECK (peers >= 0),
      share REAL NOT NULL,
      text TEXT NOT NULL,
      basisText INTEGER NOT NULL,
      clearedByText INTEGER NOT NULL,
      rowsAtFault INTEGER NOT NULL CHECK (rowsAtFault >= 0),
      rows TEXT NOT NULL CHECK (rows GLOB '[[]*]'),
      UNIQUE (hash, scanId),
      UNIQUE (scanId, orgnr, position),
      FOREIGN KEY (scanId, orgnr) REFERENCES company(scanId, orgnr) ON DELETE CASCADE
    ) STRICT;

    CREATE TEMP TABLE oldText AS
    SELECT scanId, row_number() OVER (PARTITION BY scanId ORDER BY text) - 1 AS number, text FROM (
      SELECT scanId, basis AS text FROM finding
      UNION SELECT scanId, clearedBy FROM finding
      UNION SELECT scanId, peerGroup FROM finding WHERE peerGroup IS NOT NULL
      UNION SELECT scanId, file FROM findingRow JOIN finding ON finding.id = findingId);
    CREATE UNIQUE INDEX temp.oldTextNumber ON oldText(scanId, text);
    INSERT INTO sharedText SELECT scanId, number, text FROM oldText;

    CREATE TEMP TABLE oldRows AS
    SELECT findingId, json_group_array(json_array(kommun, arende, number, line)) AS rows
    FROM (
      SELECT findingId, kommun, arende, number, line
      FROM findingRow JOIN finding ON finding.id = findingId
      JOIN oldText ON oldText.scanId = finding.scanId AND oldText.text = file
      ORDER BY findingId, findingRow.position)
    GROUP BY findingId;
    CREATE UNIQUE INDEX temp.oldRowsOfFinding ON oldRows(findingId);

    -- The ärenden at fault are those of the first rows: as many rows are at fault as it takes to
    -- come to the first row of each. A last row of an ärende that stands before counts as proof
    -- then; all rows of a statistic are at fault.
    CREATE TEMP TABLE oldFault AS
    SELECT findingId, max(first) + 1 AS rows
    FROM (
      SELECT findingId, arende, min(position) AS first FROM findingRow
      GROUP BY findingId, arende)
    JOIN findingClaim USING (findingId, arende)
    GROUP BY findingId;
    CREATE UNIQUE INDEX temp.oldFaultOfFinding ON oldFault(findingId);

    INSERT INTO newFinding
    SELECT id, scanId, orgnr, position, hash, indicator, kind, verdict, ore, received, observed,
      expected,
      (SELECT number FROM oldText AS old WHERE old.scanId = f.scanId AND old.text = peerGroup),
      peers, share, f.text,
      (SELECT number FROM oldText AS old WHERE old.scanId = f.scanId AND old.text = basis),
      (SELECT number FROM oldText AS old WHERE old.scanId = f.scanId AND old.text = clearedBy),
      CASE kind WHEN 'statistic' THEN (SELECT count(*) FROM findingRow WHERE findingId = f.id)
        ELSE ifnull((SELECT rows FROM oldFault WHERE findingId = f.id), 0) END,
      ifnull((SELECT rows FROM oldRows WHERE findingId = f.id), '[]')
    FROM finding AS f ORDER BY id;

    DROP VIEW companyFinding;
    DROP TABLE temp.oldText;
    DROP TABLE temp.oldRows;
    DROP TABLE temp.oldFault;
    DROP TABLE findingRow;
    DROP TABLE findingClaim;
    DROP TABLE finding;
    ALTER TABLE newFinding RENAME TO finding;
    CREATE INDEX findingOfIndicator ON finding(indicator, hash, scanId);

    CREATE VIEW findingInWords AS
    SELECT id, scanId, orgnr, position, hash, indicator, kind, verdict, ore, received, observed,
      expected, (SELECT text FROM sharedText AS shared
        WHERE shared.scanId = finding.scanId AND number = peerGroupText) AS peerGroup,
      peers, share, text, (SELECT text FROM sharedText AS shared
        WHERE shared.scanId = finding.scanId AND number = basisText) AS basis,
      (SELECT text FROM sharedText AS shared
        WHERE shared.scanId = finding.scanId AND number = clearedByText) AS clearedBy,
      rowsAtFault
    FROM finding;

    CREATE VIEW companyFinding AS
    SELECT scan.date AS scanDate, scan.id = (SELECT max(id) FROM scan) AS isLatest,
      finding.hash AS id, orgnr, company.name, company.rank, indicator, finding.kind, verdict,
      finding.ore / 100.0 AS kronor, received, observed, expected, peerGroup, peers, share, text,
      basis, clearedBy, decision.kind AS decision, decision.until AS putAwayUntil,
      decision.ore / 100.0 AS confirmedKronor
    FROM findingInWords AS finding JOIN company USING (scanId, orgnr)
    JOIN scan ON scan.id = finding.scanId
    LEFT JOIN decision ON decision.id =
      (SELECT max(id) FROM decision AS latest WHERE latest.finding = finding.hash);

    CREATE VIEW findingRow AS
    SELECT scan.date AS scanDate, scan.id = (SELECT max(id) FROM scan) AS isLatest,
      finding.id AS findingId, finding.hash AS id, orgnr, indicator, row.key AS position,
      row.key < rowsAtFault AS isAtFault, json_extract(row.value, '$[0]') AS kommun,
      json_extract(row.value, '$[1]') AS arende, shared.text AS file,
      json_extract(row.value, '$[3]') AS line
    FROM finding JOIN scan ON scan.id = finding.scanId JOIN json_each(finding.rows) AS row
    JOIN sharedText AS shared
      ON shared.scanId = finding.scanId AND number = json_extract(row.value, '$[2]');
    """
}
