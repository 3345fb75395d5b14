import Ledger
import SickPay

extension [ReadDocument] {
  /// Ties claims to the invoices that they came with: those of a credit note take away, and what
  /// they come to is held against what the invoice asks for.
  mutating func settleInvoices() {
    for place in indices {
      guard let invoice = self[place].report.invoice else { continue }
      let name = self[place].report.name
      let underlag = indices.filter { self[$0].underlagOf == name && self[$0].claimCount > 0 }
      if underlag.isEmpty { continue }
      if invoice.isCredit {
        for part in underlag where self[part].claimed > .zero { self[part].part?.negateClaims() }
      }
      let sums = underlag.map { self[$0].claimed }
      guard !invoice.admits(sums) else { continue }
      self[place].report.invoice?.complain(ofClaims: sums.reduce(.zero, +))
    }
  }
}

extension ReadDocument {
  fileprivate var claimCount: Int { part?.claims.count ?? 0 }

  fileprivate var claimed: Ore {
    part?.claims.column(.amount).reduce(Ore.zero) { $0 + Ore(cell: $1) } ?? .zero
  }
}

extension Invoice {
  /// What it asks for, below zero where it takes away.
  fileprivate var asked: InvoiceAmount? {
    totals.payable.map { isCredit ? -$0.magnitude : $0 }
  }

  /// Whether underlag of some sums may be this invoice's: together, or each the same once more in
  /// another form. The rounding to whole kronor may or may not be in the claims.
  fileprivate func admits(_ sums: [Ore]) -> Bool {
    guard let asked, totals.payable != nil else { return true }
    let rounding = totals.rounding ?? .zero
    let unrounded = isCredit ? -(asked.magnitude - rounding).magnitude : asked - rounding
    let allowed = [asked.ore, unrounded.ore].compactMap(\.self)
    return allowed.contains(sums.reduce(.zero, +))
      || sums.allSatisfy { allowed.contains($0) }
  }

  fileprivate mutating func complain(ofClaims sum: Ore) {
    guard let asked, let place = payablePlace else { return }
    complaints.append(
      InvoiceComplaint(
        kind: .underlag(claimed: InvoiceAmount(sum), invoiced: asked), path: place.path,
        line: place.line))
  }

  /// Says which attachments can't be opened.
  mutating func complain(of attachments: [InvoiceAttachment]) {
    for attachment in attachments {
      guard case .failure(let fault) = attachment.content else { continue }
      complaints.append(
        InvoiceComplaint(
          kind: .attachment(name: attachment.name, fault.problem), path: fault.path,
          line: fault.line))
    }
  }
}
