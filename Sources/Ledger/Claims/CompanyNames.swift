extension Ledger {
  /// The name on the claim received last of those rows; empty where no row has one.
  public func latestName(_ rows: some Sequence<Int>) -> String {
    claims.latestName(rows, dictionaries.texts)
  }
}

extension Claims {
  func latestName(_ rows: some Sequence<Int>, _ texts: TextDictionary) -> String {
    let named = rows.filter { value(.companyName, $0) != nil }
    let latest = named.max {
      (self[.received, $0], texts[self[.companyName, $0]])
        < (self[.received, $1], texts[self[.companyName, $1]])
    }
    return latest.map { texts[self[.companyName, $0]] } ?? ""
  }
}
