import SickPay

/// Reads the figures and days of an invoice, and notes those that can't be read.
struct InvoiceFigures {
  private(set) var complaints: [InvoiceComplaint] = []

  /// `nil` where the element is missing or its text is no number.
  mutating func amount(_ place: InvoicePlace?) -> InvoiceAmount? {
    guard let place else { return nil }
    if let amount = InvoiceAmount(place.text) { return amount }
    complain(.unreadable, place)
    return nil
  }

  /// A day with or without a time, as `2025-05-06` or `2025-05-06T00:00:00`.
  mutating func day(_ place: InvoicePlace?) -> Day? {
    guard let place else { return nil }
    let text = place.text.prefix(10)
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1],
      let dayOfMonth = parts[2],
      let day = Day(year: year, month: month, day: dayOfMonth)
    {
      return day
    }
    complain(.unreadable, place)
    return nil
  }

  mutating func period(_ place: InvoicePlace?, _ paths: InvoicePaths) -> InvoicePeriod? {
    guard let place else { return nil }
    let from = day(place.first(paths.periodStart))
    return InvoicePeriod(from: from, to: day(place.first(paths.periodEnd)))
  }

  mutating func complain(_ kind: InvoiceComplaint.Kind, _ place: InvoicePlace) {
    complaints.append(
      InvoiceComplaint(kind: kind, path: place.path, line: place.element.line))
  }

  /// Says that something is missing where it would stand.
  mutating func missing(_ path: String, in root: InvoicePlace) {
    complaints.append(
      InvoiceComplaint(
        kind: .missing, path: "\(root.path)/\(path)", line: root.element.line))
  }
}
