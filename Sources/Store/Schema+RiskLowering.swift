extension Schema {
  /// What speaks for each company.
  static let riskLowering = """
    CREATE TABLE riskLowering (
      scanId INTEGER NOT NULL,
      orgnr TEXT NOT NULL,
      position INTEGER NOT NULL,
      fact TEXT NOT NULL,
      observed INTEGER NOT NULL CHECK (observed >= 0),
      whole INTEGER NOT NULL CHECK (whole >= observed),
      lowers REAL NOT NULL CHECK (lowers BETWEEN 0 AND 1),
      text TEXT NOT NULL,
      PRIMARY KEY (scanId, orgnr, position),
      FOREIGN KEY (scanId, orgnr) REFERENCES company(scanId, orgnr) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}
