extension Ledger {
  /// The name on the claim received last of those rows; empty where no row has one.
  public func latestName(_ rows: some Sequence<Int>) -> String {
    let named = rows.filter { claims.value(.companyName, $0) != nil }
    let latest = named.max {
      (claims[.received, $0], dictionaries.texts[claims[.companyName, $0]])
        < (claims[.received, $1], dictionaries.texts[claims[.companyName, $1]])
    }
    return latest.map { dictionaries.texts[claims[.companyName, $0]] } ?? ""
  }
}
