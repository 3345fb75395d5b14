extension Schema {
  /// What people did: decisions and reads. Both tables are append-only.
  ///
  /// Neither refers to a scan, because a scan may be replaced and what people did may not. The
  /// triggers before INSERT stop `INSERT OR REPLACE`, which deletes without the trigger for it.
  static let people = """
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      finding TEXT NOT NULL CHECK (finding <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('putAway', 'confirmed')),
      reason TEXT CHECK (trim(reason) <> ''),
      until TEXT CHECK (date(until, '+0 days') IS until),
      ore INTEGER CHECK (ore >= 0),
      decidedAt TEXT NOT NULL CHECK (datetime(decidedAt) IS NOT NULL),
      decidedBy TEXT NOT NULL CHECK (trim(decidedBy) <> ''),
      CHECK (
        kind = 'putAway' AND reason IS NOT NULL AND ore IS NULL
        OR kind = 'confirmed' AND reason IS NULL AND until IS NULL AND ore IS NOT NULL)
    ) STRICT;
    CREATE INDEX decisionOnFinding ON decision(finding, id);

    CREATE TRIGGER decisionNotReplaced BEFORE INSERT ON decision
    WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;
    CREATE TRIGGER decisionNotUpdated BEFORE UPDATE ON decision
    BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;
    CREATE TRIGGER decisionNotDeleted BEFORE DELETE ON decision
    BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;

    CREATE TABLE läslogg (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      orgnr TEXT NOT NULL CHECK (orgnr <> ''),
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      readAt TEXT NOT NULL CHECK (datetime(readAt) IS NOT NULL),
      readBy TEXT NOT NULL CHECK (trim(readBy) <> '')
    ) STRICT;

    CREATE TRIGGER läsloggNotReplaced BEFORE INSERT ON läslogg
    WHEN EXISTS (SELECT 1 FROM läslogg WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'läslogg is append-only'); END;
    CREATE TRIGGER läsloggNotUpdated BEFORE UPDATE ON läslogg
    BEGIN SELECT RAISE(ABORT, 'läslogg is append-only'); END;
    CREATE TRIGGER läsloggNotDeleted BEFORE DELETE ON läslogg
    BEGIN SELECT RAISE(ABORT, 'läslogg is append-only'); END;
    """
}
