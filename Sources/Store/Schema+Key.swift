extension Schema {
  /// The fingerprint of the key under which all persons of the database are tokens: one row.
  static let key = """
    CREATE TABLE personKey (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      fingerprint TEXT NOT NULL CHECK (fingerprint <> '')
    ) STRICT;
    """
}
