extension Schema {
  /// The ärenden that each scan drew by chance for review, and the way to the findings of a rule.
  static let randomSample = """
    CREATE TABLE randomSample (
      scanId INTEGER NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      kommun TEXT NOT NULL CHECK (kommun GLOB '[0-9][0-9][0-9][0-9]'),
      arende TEXT NOT NULL,
      orgnr TEXT NOT NULL CHECK (
        orgnr GLOB '[0-9][0-9][2-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]' OR orgnr GLOB 'E-?*'),
      name TEXT NOT NULL,
      received TEXT NOT NULL CHECK (date(received, '+0 days') IS received),
      PRIMARY KEY (scanId, position)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX findingOfIndicator ON finding(indicator, hash, scanId);
    """
}
