public import Ledger
public import SickPay

/// Ärenden drawn by chance for review, so that it can be measured what the list does not find.
///
/// An ärende is drawn or not by a hash of its own key and the seed, whatever else is in the scan:
/// the order of files, the number of threads and other ärenden make no difference, and it is drawn
/// on every night or on none.
public struct RandomSample: Sendable {
  /// One claim row of each drawn ärende of a company, by day received, kommun, ärende and number.
  public let claims: [Int]
  /// How many ärenden were drawn from.
  public let drawnFrom: Int
  /// The first day on which an ärende that takes part was received.
  public let since: Day

  /// - Parameters:
  ///   - lastScan: The date of the scan before. Ärenden received from that day on take part; from
  ///     the window's first day where `nil`.
  public init(_ ledger: Ledger, lastScan: Day?, settings: DetectionSettings) {
    let first = ledger.window.lowerBound
    let since = max(first, lastScan ?? first)
    self.since = since
    var cases: [Case: Int] = [:]
    for claim in 0..<ledger.claims.count
    where ledger.isInWindow(claim) && ledger.claims[.received, claim] >= since {
      let key = Case(ledger, claim)
      // The row received first stands for the ärende.
      if let other = cases[key], !ledger.isClaimedBefore(claim, other) { continue }
      cases[key] = claim
    }
    drawnFrom = cases.count
    claims = cases.values.filter { claim in
      ledger.draw(ofClaim: claim, seed: settings.randomSeed) < settings.randomShare
    }.sorted(by: ledger.isListedBefore)
  }

  /// An ärende of one company.
  private struct Case: Hashable {
    let kommun: KommunCode
    let arende: TextID
    let company: CompanyID

    init(_ ledger: Ledger, _ claim: Int) {
      kommun = ledger.claims[.kommun, claim]
      arende = ledger.claims[.arende, claim]
      company = ledger.claims[.company, claim]
    }
  }
}

extension Ledger {
  /// 0…1, evenly over ärenden.
  fileprivate func draw(ofClaim claim: Int, seed: UInt64) -> Double {
    var hash = FNVHash()
    hash.add(String(seed))
    hash.add(claims[.kommun, claim].description)
    hash.add(dictionaries.texts[claims[.arende, claim]])
    hash.add(dictionaries.number(claims[.company, claim]).description)
    return Double(hash.mixed >> 11) / Double(UInt64(1) << 53)
  }

  /// By day received, kommun and ärende; rows lie by company already.
  fileprivate func isListedBefore(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (
      (claims[.received, left], claims[.kommun, left]),
      (claims[.received, right], claims[.kommun, right])
    )
    if a != b { return a < b }
    let arenden = (claims[.arende, left], claims[.arende, right])
    return arenden.0 == arenden.1
      ? left < right : dictionaries.texts.precedes(arenden.0, arenden.1)
  }
}
