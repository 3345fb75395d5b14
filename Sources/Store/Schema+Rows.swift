extension Schema {
  /// The claim and shift rows of a scan that was asked to store them: money in whole öre, time in
  /// whole seconds, wages in 1/10,000 kr an hour, percentages in 1/10,000 of a per cent, days and
  /// times as ISO text by the wall clock, persons as tokens. Rows of persons whose identity is
  /// protected are not there. `row` counts from 0 in the order of files and lines.
  static let rows = """
    CREATE TABLE claimRow (
      scanId INTEGER NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
      row INTEGER NOT NULL CHECK (row >= 0),
      kommun TEXT NOT NULL CHECK (kommun GLOB '[0-9][0-9][0-9][0-9]'),
      arende TEXT NOT NULL,
      received TEXT NOT NULL,
      orgnr TEXT NOT NULL CHECK (
        orgnr GLOB '[0-9][0-9][2-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]' OR orgnr GLOB 'E-?*'),
      companyName TEXT,
      brukare TEXT NOT NULL CHECK (brukare GLOB 'B-?*'),
      assistent TEXT NOT NULL CHECK (assistent GLOB 'A-?*'),
      sickFrom TEXT NOT NULL,
      sickTo TEXT NOT NULL,
      sickSeconds INTEGER NOT NULL,
      wage INTEGER NOT NULL,
      sjuklonOre INTEGER NOT NULL,
      ore INTEGER NOT NULL,
      netOre INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN
        ('counted', 'credit', 'credited', 'replaced', 'unmatchedCredit', 'later')),
      isInWindow INTEGER NOT NULL CHECK (isInWindow IN (0, 1)),
      invoiceNumber TEXT,
      invoiceDate TEXT,
      employedFrom TEXT,
      employedTo TEXT,
      employmentForm TEXT,
      weeklySeconds INTEGER,
      agreement TEXT,
      legalBasis TEXT,
      absence TEXT,
      periodFrom TEXT,
      paidSeconds INTEGER,
      onCallSeconds INTEGER,
      karensSeconds INTEGER,
      karensOre INTEGER,
      karensReason TEXT,
      obOre INTEGER,
      jourOre INTEGER,
      semesterersattningOre INTEGER,
      arbetsgivaravgiftOre INTEGER,
      avtalskostnadOre INTEGER,
      vatOre INTEGER,
      semesterPercent INTEGER,
      feePercent INTEGER,
      agreementPercent INTEGER,
      wagePaidOn TEXT,
      certificateFrom TEXT,
      certificateTo TEXT,
      extent INTEGER,
      split INTEGER,
      credits TEXT,
      replaces TEXT,
      file TEXT NOT NULL,
      line INTEGER NOT NULL CHECK (line >= 1),
      PRIMARY KEY (scanId, row)
    ) STRICT, WITHOUT ROWID;

    -- claimRow is the row of the claim that the shift belongs to, NULL where none was found.
    -- vikarie is NULL where nobody worked the shift.
    CREATE TABLE shiftRow (
      scanId INTEGER NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
      row INTEGER NOT NULL CHECK (row >= 0),
      claimRow INTEGER CHECK (claimRow >= 0),
      kommun TEXT NOT NULL CHECK (kommun GLOB '[0-9][0-9][0-9][0-9]'),
      arende TEXT NOT NULL,
      assistent TEXT NOT NULL CHECK (assistent GLOB 'A-?*'),
      brukare TEXT NOT NULL CHECK (brukare GLOB 'B-?*'),
      shiftStart TEXT NOT NULL,
      shiftEnd TEXT NOT NULL,
      wallSeconds INTEGER NOT NULL,
      kind TEXT,
      vikarie TEXT CHECK (vikarie GLOB 'A-?*'),
      vikarieStart TEXT,
      vikarieEnd TEXT,
      vikarieWallSeconds INTEGER,
      file TEXT NOT NULL,
      line INTEGER NOT NULL CHECK (line >= 1),
      PRIMARY KEY (scanId, row)
    ) STRICT, WITHOUT ROWID;
    """
}
