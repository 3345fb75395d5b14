import Ledger

/// The most that each part of a row may lawfully come to for the hours that it says it is paid for:
/// worked out once for all rows, since several rules ask for it.
struct HighestParts: Sendable {
  /// Öre, and seconds of hours; a part above 21 million kronor counts as that much, which is the
  /// most that a cell may claim.
  struct Row: Sendable {
    let hours: Int32
    let supplements: Int32
    let holidayPay: Int32
    let agreementCost: Int32
    let total: Int32
    /// Whether the part was computed, and not taken as claimed.
    let knowsSupplements: Bool
    let knowsHolidayPay: Bool
    let knowsAgreementCost: Bool
  }

  /// Claim rows long.
  private let rows: [Row?]

  /// Works rows out beside each other.
  init(_ ledger: Ledger, _ prices: Recomputation) async {
    let parts = await inOrder(pieces(of: ledger.claims.count)) { claims in
      claims.map { prices.parts($0, .claimed).map(Row.init) }
    }
    rows = parts.flatMap(\.self)
  }

  /// `nil` where the law's values are not known for the row, it is no sickness, or nothing of it
  /// counts.
  subscript(claim: Int) -> Row? { rows[claim] }
}

extension HighestParts.Row {
  fileprivate init(_ parts: LawfulParts) {
    hours = Int32(clamping: parts.hours.high)
    supplements = Int32(clamping: parts.supplements.high)
    holidayPay = Int32(clamping: parts.holidayPay.high)
    agreementCost = Int32(clamping: parts.agreementCost.high)
    total = Int32(clamping: parts.total.high)
    knowsSupplements = parts.knowsSupplements
    knowsHolidayPay = parts.knowsHolidayPay
    knowsAgreementCost = parts.knowsAgreementCost
  }
}
