extension Schema {
  /// What rules that run silently found in each scan.
  static let silentFindings = """
    CREATE TABLE silent (
      scanId INTEGER NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
      indicator TEXT NOT NULL,
      findings INTEGER NOT NULL CHECK (findings >= 0),
      companies INTEGER NOT NULL CHECK (companies >= 0),
      kronor INTEGER NOT NULL CHECK (kronor >= 0),
      PRIMARY KEY (scanId, indicator)
    ) STRICT, WITHOUT ROWID;
    """
}
