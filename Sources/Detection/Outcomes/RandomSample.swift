public import Ledger
import SickPay

/// Ärenden drawn by chance for review, so that it can be measured what the list does not find.
///
/// An ärende is drawn or not by a hash of its own key and the seed, whatever else is in the scan:
/// the order of files, the number of threads and other ärenden make no difference, and it is drawn
/// on every night or on none. All of the window take part, so that what comes late has the same
/// chance; which of them are new, earlier scans tell.
public struct RandomSample: Sendable {
  /// One claim row of each drawn ärende of a company, by day received, kommun, ärende and number.
  public let claims: [Int]
  /// How many ärenden were drawn from.
  public let drawnFrom: Int

  public init(_ ledger: Ledger, settings: DetectionSettings) {
    let lots = Lots(ledger, seed: settings.randomSeed)
    var (drawn, count): ([Int], Int) = ([], 0)
    // One company at a time, so that its ärenden stay in the cache.
    var cases: [CaseKey: Int] = [:]
    for company in 0..<ledger.dictionaries.companyCount {
      let company = CompanyID(index: company)
      for claim in ledger.claimRows(of: company) where ledger.isInWindow(claim) {
        let key = ledger.caseKey(ofClaim: claim)
        // The row received first stands for the ärende.
        if let other = cases[key], !ledger.isClaimedBefore(claim, other) { continue }
        cases[key] = claim
      }
      count += cases.count
      let number = ledger.dictionaries.number(company).description
      drawn += cases.values.filter { lots.draw(ofClaim: $0, number) < settings.randomShare }
      cases.removeAll(keepingCapacity: true)
    }
    drawnFrom = count
    claims = drawn.sorted(by: ledger.isListedBefore)
  }
}

/// What each ärende draws.
private struct Lots {
  private let claims: Claims
  private let texts: TextDictionary
  /// The hash of the seed.
  private let start: FNVHash

  init(_ ledger: Ledger, seed: UInt64) {
    (claims, texts) = (ledger.claims, ledger.dictionaries.texts)
    var start = FNVHash()
    start.add(String(seed))
    self.start = start
  }

  /// 0…1, evenly over ärenden.
  func draw(ofClaim claim: Int, _ organisationNumber: String) -> Double {
    var hash = start
    hash.add(claims[.kommun, claim].description)
    hash.add(utf8: texts.utf8(of: claims[.arende, claim]))
    hash.add(organisationNumber)
    return Double(hash.mixed >> 11) / Double(UInt64(1) << 53)
  }
}

extension Ledger {
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
