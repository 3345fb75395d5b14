/// Adds an invoice up and compares with what it states, exactly.
///
/// Source: EN 16931-1:2017, rules BR-CO-10 to BR-CO-17, as the published validation of UBL has them
/// (ConnectingEurope, 2026-04-14). Svefaktura states no totals of allowances and charges, and its
/// sum with tax holds the rounding.
struct InvoiceTotalCheck {
  let format: InvoiceFormat
  let paths: InvoicePaths
  let root: InvoicePlace
  let totals: InvoiceTotals

  /// - Parameter lines: The sum of the lines' amounts; `nil` where one of them can't be read.
  func run(lines: InvoiceAmount?, _ figures: inout InvoiceFigures) {
    for total in root.all("TaxTotal") { checkTax(total, &figures) }
    guard let stated = root.first(paths.totals) else {
      return figures.missing(paths.totals + "/" + paths.payable, in: root)
    }
    func check(
      _ rule: InvoiceTotalRule, _ name: String, _ said: InvoiceAmount?, _ computed: InvoiceAmount?
    ) {
      guard let said, let computed, said != computed.inOre else { return }
      figures.complain(
        .total(rule, stated: said, computed: computed.inOre), stated.first(name) ?? stated)
    }
    check(.lines, paths.totalLines, totals.lines, lines)
    let allowances = charges(areCharges: false, &figures)
    let charged = charges(areCharges: true, &figures)
    if format == .ubl {
      check(
        .allowances, "AllowanceTotalAmount", totals.allowances ?? .zero, allowances)
      check(.charges, "ChargeTotalAmount", totals.charges ?? .zero, charged)
    }
    let net = totals.lines.map { lines in
      format == .ubl
        ? lines - (totals.allowances ?? .zero) + (totals.charges ?? .zero)
        : lines - allowances + charged
    }
    check(.exclusive, paths.totalExclusive, totals.exclusive, net)
    let rounding = totals.rounding ?? .zero
    let gross = totals.exclusive.map { $0 + (totals.tax ?? .zero) }
    check(
      .inclusive, paths.totalInclusive, totals.inclusive,
      format == .ubl ? gross : gross.map { $0 + rounding })
    if format == .ubl {
      check(
        .payable, paths.payable, totals.payable,
        totals.inclusive.map { $0 - (totals.prepaid ?? .zero) + rounding })
    }
  }

  /// The sum of all allowances or charges on the document.
  private func charges(areCharges: Bool, _ figures: inout InvoiceFigures) -> InvoiceAmount {
    root.all("AllowanceCharge").reduce(.zero) { sum, place in
      let isCharge = ["true", "1"].contains(place.text("ChargeIndicator") ?? "")
      guard isCharge == areCharges else { return sum }
      return sum + (figures.amount(place.first("Amount")) ?? .zero)
    }
  }

  private func checkTax(_ total: InvoicePlace, _ figures: inout InvoiceFigures) {
    let subtotals = total.all(paths.taxSubtotal)
    let sum = subtotals.reduce(InvoiceAmount.zero) {
      $0 + ($1.text("TaxAmount").flatMap { InvoiceAmount($0) } ?? .zero)
    }
    if let place = total.first(paths.tax), let stated = InvoiceAmount(place.text),
      !subtotals.isEmpty, stated != sum.inOre
    {
      figures.complain(.total(.tax, stated: stated, computed: sum.inOre), place)
    }
    for subtotal in subtotals { checkRate(subtotal, &figures) }
  }

  /// Tax of a rate is the taxable amount times the rate, less than 1.00 off.
  private func checkRate(_ subtotal: InvoicePlace, _ figures: inout InvoiceFigures) {
    guard let place = subtotal.first("TaxAmount"), let tax = figures.amount(place),
      let taxable = figures.amount(subtotal.first("TaxableAmount"))
    else { return }
    let percent = figures.amount(subtotal.first("TaxCategory/Percent")) ?? .zero
    let computed = (taxable * percent.hundredth).inOre
    guard let one = InvoiceAmount("1"), (tax.magnitude - computed.magnitude).magnitude >= one
    else { return }
    figures.complain(.total(.rate, stated: tax, computed: computed), place)
  }
}
