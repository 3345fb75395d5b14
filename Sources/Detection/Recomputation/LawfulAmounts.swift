import Ledger
import SickPay

/// Each claim row's lowest and highest lawful sum over the methods that law, agreement and the
/// kommun's policy admit.
public struct LawfulRanges: Sendable {
  /// Öre, claim rows long; `absentCell` where the row could not be priced.
  public private(set) var low: [Int32]
  public private(set) var high: [Int32]

  init(_ prices: Recomputation) {
    low = Array(repeating: absentCell, count: prices.claims.count)
    high = low
    for claim in low.indices {
      guard let total = prices.parts(claim, .lawful)?.total else { continue }
      low[claim] = Int32(clamping: total.low)
      high[claim] = Int32(clamping: total.high)
    }
  }
}

/// Each claim row's lawful range, and its sum by the method that its company uses.
public struct LawfulAmounts: Sendable {
  public let ranges: LawfulRanges
  /// Öre, claim rows long; `absentCell` where the company's method is not known.
  public let byMethod: [Int32]
  /// By company; `nil` where no method fits.
  public let methods: CompanyMethods
  public let karensMethods: KarensMethods

  init(_ prices: Recomputation, _ methods: CompanyMethods, _ karensMethods: KarensMethods) {
    let ranges = LawfulRanges(prices)
    self.ranges = ranges
    self.methods = methods
    self.karensMethods = karensMethods
    byMethod = ranges.low.indices.map { claim in
      guard ranges.low[claim] != absentCell,
        let fingerprint = methods.fingerprints[prices.claims[.company, claim].index],
        let amount = prices.amount(claim, by: fingerprint)
      else { return absentCell }
      return Int32(clamping: amount)
    }
  }
}
