import Ledger
import SickPay

/// Each claim row's lowest and highest lawful sum, and its sum by the method that its company uses.
public struct LawfulAmounts: Sendable {
  /// Öre, claim rows long; `absentCell` where the row could not be priced.
  public private(set) var low: [Int32]
  public private(set) var high: [Int32]
  /// Öre, claim rows long; `absentCell` where the company's method is not known.
  public private(set) var byMethod: [Int32]
  /// By company; `nil` where no method fits.
  public let methods: CompanyMethods

  init(_ ledger: Ledger, _ prices: Recomputation, _ methods: CompanyMethods) {
    self.methods = methods
    let absent = [Int32](repeating: absentCell, count: ledger.claims.count)
    (low, high, byMethod) = (absent, absent, absent)
    addRanges(prices)
    for claim in low.indices where low[claim] != absentCell {
      if let fingerprint = methods.fingerprints[ledger.claims[.company, claim].index],
        let amount = prices.amount(claim, by: fingerprint)
      {
        byMethod[claim] = Int32(clamping: amount)
      }
    }
  }

  /// The range of every row, claim rows long: the loop that is measured.
  private mutating func addRanges(_ prices: Recomputation) {
    for claim in low.indices {
      guard let total = prices.parts(claim, .lawful)?.total else { continue }
      low[claim] = Int32(clamping: total.low)
      high[claim] = Int32(clamping: total.high)
    }
  }
}
