extension Schema {
  /// Scans with what they read and the companies that they rank.
  ///
  /// Money is whole öre, time whole seconds, a day is ISO text, a list without a life of its own is
  /// JSON. Everything of a scan goes when the scan goes. `date` by itself would let 2025-02-30
  /// through; with '+0 days' it counts, and gives 2025-03-02.
  static let scans = """
    -- Ids are never used again, so that a higher one was always stored later.
    CREATE TABLE scan (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      hash TEXT NOT NULL UNIQUE CHECK (hash <> ''),
      date TEXT NOT NULL CHECK (date(date, '+0 days') IS date),
      windowFrom TEXT NOT NULL CHECK (date(windowFrom, '+0 days') IS windowFrom),
      windowTo TEXT NOT NULL CHECK (date(windowTo, '+0 days') IS windowTo),
      configHash TEXT NOT NULL,
      version TEXT NOT NULL,
      storedAt TEXT NOT NULL CHECK (datetime(storedAt) IS NOT NULL),
      repeated INTEGER NOT NULL CHECK (repeated >= 0),
      shiftsWithoutClaim INTEGER NOT NULL CHECK (shiftsWithoutClaim >= 0),
      laterRows INTEGER NOT NULL CHECK (laterRows >= 0),
      leftAlone TEXT NOT NULL CHECK (json_type(leftAlone) IS 'array'),
      CHECK (windowFrom <= windowTo)
    ) STRICT;

    -- A refused file may have no hash.
    CREATE TABLE inputFile (
      scanId INTEGER NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      kind TEXT,
      sha256 TEXT NOT NULL CHECK (sha256 NOT GLOB '*[^0-9a-f]*'),
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      rows INTEGER NOT NULL,
      accepted INTEGER NOT NULL CHECK (accepted >= 0),
      rejected INTEGER NOT NULL CHECK (rejected >= 0),
      unknownColumns TEXT NOT NULL CHECK (json_type(unknownColumns) IS 'array'),
      refusal TEXT,
      sameAs TEXT,
      PRIMARY KEY (scanId, position),
      CHECK (rows = accepted + rejected),
      CHECK (length(sha256) = 64 OR refusal IS NOT NULL)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reject (
      scanId INTEGER NOT NULL,
      filePosition INTEGER NOT NULL,
      position INTEGER NOT NULL,
      line INTEGER NOT NULL CHECK (line >= 1),
      columnName TEXT,
      shape TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (scanId, filePosition, position),
      FOREIGN KEY (scanId, filePosition) REFERENCES inputFile(scanId, position) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE unmatchedCredit (
      scanId INTEGER NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      kommun TEXT NOT NULL CHECK (kommun GLOB '[0-9][0-9][0-9][0-9]'),
      arende TEXT NOT NULL,
      file TEXT NOT NULL,
      line INTEGER NOT NULL CHECK (line >= 1),
      PRIMARY KEY (scanId, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE skipped (
      scanId INTEGER NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      indicator TEXT NOT NULL,
      reason TEXT NOT NULL,
      rows INTEGER NOT NULL CHECK (rows >= 0),
      PRIMARY KEY (scanId, position)
    ) STRICT, WITHOUT ROWID;

    -- A third digit below 2 is a personnummer's, and a person stands as a token.
    CREATE TABLE company (
      scanId INTEGER NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
      orgnr TEXT NOT NULL CHECK (
        orgnr GLOB '[0-9][0-9][2-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]' OR orgnr GLOB 'E-?*'),
      rank INTEGER NOT NULL CHECK (rank >= 1),
      name TEXT NOT NULL,
      isRiskforetag INTEGER NOT NULL CHECK (isRiskforetag IN (0, 1)),
      score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
      low REAL NOT NULL CHECK (low BETWEEN 0 AND 1),
      high REAL NOT NULL CHECK (high BETWEEN low AND 1),
      expectedOre INTEGER CHECK (expectedOre >= 0),
      atStakeOre INTEGER NOT NULL CHECK (atStakeOre >= 0),
      sizeRank INTEGER NOT NULL CHECK (sizeRank >= 1),
      claims INTEGER NOT NULL CHECK (claims >= 0),
      ore INTEGER NOT NULL,
      PRIMARY KEY (scanId, orgnr),
      UNIQUE (scanId, rank)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE kommunShare (
      scanId INTEGER NOT NULL,
      orgnr TEXT NOT NULL,
      position INTEGER NOT NULL,
      kommun TEXT NOT NULL CHECK (kommun GLOB '[0-9][0-9][0-9][0-9]'),
      claims INTEGER NOT NULL CHECK (claims >= 0),
      ore INTEGER NOT NULL,
      atStakeOre INTEGER NOT NULL CHECK (atStakeOre >= 0),
      PRIMARY KEY (scanId, orgnr, position),
      UNIQUE (scanId, orgnr, kommun),
      FOREIGN KEY (scanId, orgnr) REFERENCES company(scanId, orgnr) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    -- employees, brukare, vikarier and sickOnlyEmployees count distinct persons: they may be added
    -- over scans only where no person is in two of them, which personCountsAdd says.
    CREATE TABLE profile (
      scanId INTEGER NOT NULL,
      orgnr TEXT NOT NULL,
      claims INTEGER NOT NULL CHECK (claims >= 0),
      spells INTEGER NOT NULL CHECK (spells >= 0),
      sickSeconds INTEGER NOT NULL,
      paidSeconds INTEGER NOT NULL,
      medianAmountOre REAL,
      amountDeviationOre REAL,
      medianWage REAL,
      wageDeviation REAL,
      spellLengths TEXT NOT NULL CHECK (json_type(spellLengths) IS 'array'),
      weekdays TEXT NOT NULL CHECK (json_type(weekdays) IS 'array'),
      activeMonths INTEGER NOT NULL CHECK (activeMonths >= 0),
      employees INTEGER NOT NULL CHECK (employees >= 0),
      brukare INTEGER NOT NULL CHECK (brukare >= 0),
      kommuner INTEGER NOT NULL CHECK (kommuner >= 0),
      vikarier INTEGER NOT NULL CHECK (vikarier >= 0),
      vacancyShare REAL CHECK (vacancyShare BETWEEN 0 AND 1),
      topShare REAL NOT NULL,
      sickOnlyEmployees INTEGER NOT NULL CHECK (sickOnlyEmployees >= 0),
      personCountsAdd TEXT NOT NULL DEFAULT 'disjointScansOnly'
        CHECK (personCountsAdd = 'disjointScansOnly'),
      PRIMARY KEY (scanId, orgnr),
      FOREIGN KEY (scanId, orgnr) REFERENCES company(scanId, orgnr) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}
